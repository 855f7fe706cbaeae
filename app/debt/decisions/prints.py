"""The letter with a vedtak on economic advice: from the record to a document. Pure (SOT-02)."""

from app.core.days import day_and_year, length_in_words
from app.debt.decisions.model import DebtVedtakLetter
from app.decisions.appeal_prints import appeal_blocks, whom_to_call
from app.decisions.reason_prints import GUIDANCE_PART, REASON_PARTS, WISHES_PART, led
from app.documents.form_model import Closing, Signer
from app.documents.model import (
    Block,
    Bullets,
    Callout,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Paragraph,
)
from app.documents.texts import Text
from app.settings.letterhead import letter_document

ALWAYS = (
    "GJ-02 når det haster",
    *REASON_PARTS,
    "SOT-02 hjemmel",
    "FV-10 klagefrist",
    "FV-10 fremgangsmåte",
    "FV-10 klageinstans",
    "FV-10 utsatt virkning",
    "FV-10 innsyn",
    "FV-10 veiledning",
    "FV-10 saksbehandler",
)
GRANTED_PARTS = ("SOT-02 svar", "SOT-02 start", "SOT-02 grunn til dagen", "SOT-02 hjelpen")
REFUSED_PARTS = ("SOT-02 svar", GUIDANCE_PART)
CHANGE_PART = "FV-19 hvorfor det endres"
_HELP = ("help_overview", "help_budget", "help_creditors", "help_plan")
MEANWHILE = ("first", "letters", "loans")


def text_name(*, granted: bool) -> str:
    """The document text of the answer."""
    return "debt_vedtak_granted" if granted else "debt_vedtak_refused"


def debt_vedtak_letter(letter: DebtVedtakLetter, text: Text, appeal: Text) -> Document:
    """The whole letter; `text` is that of the answer, `appeal` that of the right to appeal."""
    draft = letter.vedtak.draft
    answer = _granted(letter, text) if draft.granted else _refused(letter, text)
    changed = (CHANGE_PART,) if letter.replaces is not None else ()
    own = GRANTED_PARTS if draft.granted else REFUSED_PARTS
    return letter_document(
        letter.sender,
        letter.vedtak.number,
        appeal,
        title=_title(letter, text),
        kind=text.passage("kind"),
        lead=_replaces(letter, appeal),
        blocks=(
            *answer,
            *_urgent(letter, text),
            Heading(text.passage("heading_reasons")),
            *_reasons(letter, text),
            *_basis(letter, text),
            *appeal_blocks(letter.sender, letter.right, appeal),
            _close(letter, appeal),
        ),
        requires=(*own, *ALWAYS, *changed),
    )


def _title(letter: DebtVedtakLetter, text: Text) -> str:
    starts = letter.vedtak.draft.starts_on
    if not letter.vedtak.draft.granted:
        return text.passage("title")
    if starts is None or letter.started_on is not None:
        return text.passage("title_begun")
    return text.passage("title_waits", day=day_and_year(starts))


def _replaces(letter: DebtVedtakLetter, appeal: Text) -> str:
    """Which vedtak this one takes the place of (FV-19)."""
    old = letter.replaces
    if old is None or old.issued_on is None:
        return ""
    return appeal.passage("replaces", number=old.number, day=day_and_year(old.issued_on))


def _granted(letter: DebtVedtakLetter, text: Text) -> tuple[Block, ...]:
    """The yes, when it begins and why then, and what the help is."""
    received = day_and_year(letter.received_on)
    return (
        Heading(text.passage("heading_decided")),
        Paragraph(text.passage("decided", received=received), part="SOT-02 svar"),
        *_start(letter, text),
        *_change(letter, text),
        Heading(text.passage("heading_help")),
        Bullets(tuple(text.passage(name) for name in _HELP), part="SOT-02 hjelpen"),
        Paragraph(text.passage("choose")),
        *(() if letter.started_on else meanwhile(text)),
    )


def _start(letter: DebtVedtakLetter, text: Text) -> tuple[Block, ...]:
    draft, begun = letter.vedtak.draft, letter.started_on
    day = begun or draft.starts_on
    if day is None:
        return ()
    name = "starts" if begun is None else "begun"
    title = text.passage(name, day=day_and_year(day))
    return (
        Callout(title, text.passage(f"{name}_what"), part="SOT-02 start"),
        *led(draft.start_text, text.passage("lead_start"), "SOT-02 grunn til dagen"),
    )


def _change(letter: DebtVedtakLetter, text: Text) -> tuple[Block, ...]:
    if letter.replaces is None:
        return ()
    return led(letter.vedtak.draft.change_text, text.passage("lead_change"), CHANGE_PART)


def meanwhile(text: Text) -> tuple[Block, ...]:
    """What to do while one waits: what comes first, the letters, no new loans (GJ-05)."""
    items = tuple(Item(text.passage(name), lead=text.passage(f"{name}_lead")) for name in MEANWHILE)
    return (Heading(text.passage("heading_meanwhile")), Bullets(items))


def _refused(letter: DebtVedtakLetter, text: Text) -> tuple[Block, ...]:
    """The no, and what can be done now."""
    draft = letter.vedtak.draft
    period = length_in_words(letter.right.period, letter.sender.language)
    refused = text.passage("refused", received=day_and_year(letter.received_on))
    facts = [Fact(text.passage("label_vedtak"), refused)]
    if draft.ground is not None:
        facts.append(Fact(text.passage("label_ground"), text.passage(f"ground_{draft.ground}")))
    facts.append(Fact(text.passage("label_help"), text.passage("help_below")))
    facts.append(Fact(text.passage("label_disagree"), text.passage("disagree", period=period)))
    return (
        Facts(tuple(facts), part="SOT-02 svar"),
        *_change(letter, text),
        Heading(text.passage("heading_now")),
        *led(draft.guidance_text, "", GUIDANCE_PART),
        Paragraph(text.passage("nav")),
        Paragraph(text.passage("again")),
    )


def _urgent(letter: DebtVedtakLetter, text: Text) -> tuple[Block, ...]:
    """Whom to ring; not there when there is no number, and then it is not printed."""
    call = whom_to_call(letter.sender)
    if not all(call.values()):
        return ()
    begun = letter.vedtak.draft.granted and letter.started_on is not None
    words = text.passage("urgent_begun" if begun else "urgent", **call)
    return (
        Heading(text.passage("heading_urgent")),
        Paragraph(words, part="GJ-02 når det haster"),
    )


def _reasons(letter: DebtVedtakLetter, text: Text) -> tuple[Block, ...]:
    """Three run-in paragraphs (FV-09), and what the person wished (SOT-09)."""
    draft = letter.vedtak.draft
    names = ("reasons_rules", "reasons_facts", "reasons_considerations")
    written = (
        led(reason, text.passage(name), part)
        for name, reason, part in zip(names, draft.reasons, REASON_PARTS, strict=True)
    )
    wishes = led(draft.wishes_text, text.passage("lead_wishes"), WISHES_PART)
    return (*(block for blocks in written for block in blocks), *wishes)


def _basis(letter: DebtVedtakLetter, text: Text) -> tuple[Block, ...]:
    draft = letter.vedtak.draft
    if not draft.legal_basis.strip() or not draft.legal_paragraph.strip():
        return ()
    name = draft.legal_basis.strip()
    paragraph = draft.legal_paragraph.strip().removeprefix(name).strip()
    words = text.passage("basis", paragraph=f"{name} {paragraph}")
    return (Paragraph(words, small=True, part="SOT-02 hjemmel"),)


def _close(letter: DebtVedtakLetter, appeal: Text) -> Closing:
    sender = letter.sender
    signer = Signer(sender.officer_name, sender.officer_title, appeal.passage("signed_act"))
    return Closing(
        appeal.passage("greeting"),
        (signer,) if sender.officer_name else (),
        note=appeal.passage("approved"),
        copies=letter.copies,
        part="FV-10 saksbehandler" if sender.officer_name else "",
    )
