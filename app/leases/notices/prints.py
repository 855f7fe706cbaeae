"""The letters about the end of a lease: from the record to a document. Pure (DOC-17, DOC-19)."""

from app.core.days import day_and_year, length_in_words
from app.documents.form_model import Closing
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.leases.notices.model import (
    BreachGround,
    BreachLetter,
    ConfirmationLetter,
    EndLetter,
    LandlordLetter,
    LeaseDuty,
    NoticeGround,
)
from app.settings.letterhead import letter_document, signed, whom_to_ring

NOTICE_PARTS = (
    "HL-64 skriftlig oppsigelse",
    "HL-64 begrunnelse",
    "HL-64 rett til å protestere",
    "HL-64 følge av å ikke protestere",
    "HL-64 fravikelse etter bokstav c",
    "DOC-17 lovens grunn",
    "DOC-17 siste dag",
    "DOC-17 saksbehandler",
)
CONFIRMATION_PARTS = ("oppsigelsen", "siste dag", "nøkler", "saksbehandler")
BREACH_PARTS = (
    "HL-69 skriftlig heving",
    "HL-69 begrunnelse",
    "DOC-19 grunn i loven",
    "DOC-19 når boligen skal være tom",
    "DOC-19 hvem som kan kreve fravikelse",
    "DOC-19 saksbehandler",
)


def landlord_letter(letter: LandlordLetter, text: Text) -> Document:
    """The landlord's notice; `text` is «termination_notice»."""
    about, draft = letter.about, letter.draft
    language = about.sender.language
    ground = draft.ground
    protest = length_in_words(letter.protest, language)
    sue = length_in_words(letter.sue, language)
    right = text.passage("protest", period=protest, office=about.sender.office.name)
    blocks = (
        Facts(_facts(about, text), part=NOTICE_PARTS[6]),
        Paragraph(text.passage("given", number=about.lease.number), part=NOTICE_PARTS[0]),
        Heading(text.passage("heading_why")),
        Paragraph(draft.reason.strip(), part=NOTICE_PARTS[1] if draft.reason.strip() else ""),
        Paragraph(
            _ground(ground, draft.duty, text) if ground else "",
            part=NOTICE_PARTS[5] if ground else "",
        ),
        Heading(text.passage("heading_protest")),
        Paragraph(
            f"{right} {text.passage('protested', period=sue)}",
            part=NOTICE_PARTS[2],
        ),
        Paragraph(text.passage("not_protested"), part=NOTICE_PARTS[3]),
        Paragraph(text.passage("eviction_c", authority=letter.authority), part=NOTICE_PARTS[4]),
        Heading(text.passage("heading_move")),
        Paragraph(f"{text.passage('move')} {_asked(about, text)}".strip()),
        _close(about, text, NOTICE_PARTS[7]),
    )
    return _document(about, text, _filled(blocks), NOTICE_PARTS)


def _ground(ground: NoticeGround, duty: LeaseDuty | None, text: Text) -> str:
    """The duty that was broken, when one was, and then the law's own ground."""
    law = text.passage(f"ground_{ground}")
    if ground is not NoticeGround.TENANT_BREACH or duty is None:
        return law
    return f"{text.passage('duty', duty=text.passage(f'duty_{duty}'))} {law}"


def confirmation_letter(letter: ConfirmationLetter, text: Text) -> Document:
    """That the tenant's notice has come; `text` is «notice_confirmation»."""
    about, notice = letter.about, letter.notice
    came = day_and_year(notice.received_on or notice.recorded_on)
    given = day_and_year(notice.given_on or notice.recorded_on)
    how = "by_law"
    if notice.end_on < letter.lawful_end:
        how = "agreed_shorter"
    elif notice.end_on > letter.lawful_end:
        how = "wished_later"
    facts = {"given": given, "lawful": day_and_year(letter.lawful_end)}
    blocks = (
        Facts(_facts(about, text)),
        Paragraph(
            text.passage("came", day=came, number=about.lease.number), part=CONFIRMATION_PARTS[0]
        ),
        Paragraph(text.passage(how, **facts), part=CONFIRMATION_PARTS[1]),
        Heading(text.passage("heading_move")),
        Paragraph(text.passage("rent", day=day_and_year(about.last_day))),
        Paragraph(text.passage("handback"), part=CONFIRMATION_PARTS[2]),
        Paragraph(text.passage("viewing")),
        *_ask(about, text),
        _close(about, text, CONFIRMATION_PARTS[3]),
    )
    return _document(about, text, blocks, CONFIRMATION_PARTS)


def breach_letter(letter: BreachLetter, text: Text) -> Document:
    """Termination for breach; `text` is «termination_for_breach»."""
    about, draft = letter.about, letter.draft
    ground, reason = draft.ground, draft.reason.strip()
    day = day_and_year(about.last_day)
    blocks = (
        Facts(_facts(about, text)),
        Paragraph(text.passage("terminated", number=about.lease.number), part=BREACH_PARTS[0]),
        Heading(text.passage("heading_why")),
        Paragraph(
            " ".join(filter(None, (_warned(letter, text), reason))),
            part=BREACH_PARTS[1] if reason else "",
        ),
        Paragraph(
            text.passage(f"ground_{ground}") if ground else "",
            part=BREACH_PARTS[2] if ground else "",
        ),
        Heading(text.passage("heading_move")),
        Paragraph(text.passage(_when(letter), day=day), part=BREACH_PARTS[3]),
        Heading(text.passage("heading_then")),
        Paragraph(_enforced(letter, text), part=BREACH_PARTS[4]),
        Paragraph(text.passage("disagree")),
        Paragraph(f"{text.passage('help')} {_asked(about, text)}".strip()),
        _close(about, text, BREACH_PARTS[5]),
    )
    return _document(about, text, _filled(blocks), BREACH_PARTS)


def _when(letter: BreachLetter) -> str:
    at_once = letter.about.last_day <= letter.about.sender.issued.date()
    return "move_at_once" if at_once else "move_by"


def _warned(letter: BreachLetter, text: Text) -> str:
    if letter.warned_on is None:
        return ""
    return text.passage("warned", day=day_and_year(letter.warned_on))


def _enforced(letter: BreachLetter, text: Text) -> str:
    if letter.court:
        return text.passage("court")
    rent = letter.draft.ground is BreachGround.RENT
    return text.passage("enforced_rent" if rent else "enforced", authority=letter.authority)


def _filled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without the paragraphs that a draft has no words for yet."""
    return tuple(each for each in blocks if not isinstance(each, Paragraph) or each.text)


def _facts(about: EndLetter, text: Text) -> tuple[Fact, ...]:
    where = ", ".join(filter(None, (about.lease.number, about.home)))
    return (
        Fact(text.passage("label_lease"), where),
        Fact(text.passage("label_last"), "", lead=day_and_year(about.last_day)),
    )


def _document(
    about: EndLetter, text: Text, blocks: tuple[Block, ...], requires: tuple[str, ...]
) -> Document:
    return letter_document(
        about.sender,
        about.number,
        text,
        title=text.passage("title", day=day_and_year(about.last_day)),
        kind=text.passage("kind"),
        blocks=blocks,
        requires=requires,
    )


def _ask(about: EndLetter, text: Text) -> tuple[Block, ...]:
    said = _asked(about, text)
    return (Paragraph(said),) if said else ()


def _asked(about: EndLetter, text: Text) -> str:
    return whom_to_ring(about.sender, text)


def _close(about: EndLetter, text: Text, part: str) -> Closing:
    return signed(about.sender, text, part, about.copies)
