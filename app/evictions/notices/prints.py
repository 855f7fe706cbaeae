"""The letters of the home track: from the record to a document. Pure (DOC-14, DOC-15)."""

from app.core.days import day_and_month, day_and_year, day_in_words, length_in_words
from app.core.money import format_letter
from app.core.numbers import NumberKind
from app.decisions.stationery import written
from app.documents.model import (
    Beside,
    Block,
    Bullets,
    Callout,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
)
from app.documents.texts import Text
from app.evictions.model import EnforcementGround
from app.evictions.notices.claims import claims_table
from app.evictions.notices.letters import NoticeLetter, SocialLetter
from app.leases.prints import kid_words
from app.settings.letterhead import letter_document, signed, telephone

NOTICE_PARTS = (
    "DOC-14 kravet",
    "DOC-14 frist på to uker",
    "TV-02 at utkastelse blir begjært",
    "DOC-14 hvordan det unngås",
    "DOC-14 saksbehandler",
    "DOC-14 hvem man ringer",
)
PAID_IN_FULL = "TV-03 at full betaling stanser utkastelsen"
SOCIAL_PARTS = (
    "DOC-15 bruddet",
    "DOC-15 beløp og leieforhold",
    "HL-71 frist på to uker",
    "HL-71 kopi til leier",
    "DOC-15 kontakt",
)
OPT_OUT = "HL-71 rett til å reservere seg"
_STOPS = ("stop_rent_owed", "stop_rent_coming", "stop_interest", "stop_costs")


def eviction_notice(letter: NoticeLetter, text: Text) -> Document:
    """The notice under § 4-18; `text` is «eviction_notice»."""
    sender, unpaid = letter.sender, letter.ground is EnforcementGround.UNPAID_RENT
    title = "title_pay" if unpaid else "title_move"
    required = (*NOTICE_PARTS, PAID_IN_FULL) if unpaid else NOTICE_PARTS
    return letter_document(
        sender,
        letter.number,
        text,
        title=text.passage(title, day=day_and_month(letter.pay_by)),
        kind=text.passage("kind"),
        blocks=(
            Beside((_what(letter, text),), (_call(letter, text),), share=0.58),
            *_claim(letter, text),
            *_course(letter, text),
            Paragraph(text.passage("law"), small=True),
            signed(sender, text, NOTICE_PARTS[4], letter.copies),
        ),
        requires=required,
    )


def _what(letter: NoticeLetter, text: Text) -> Callout:
    """What to do by when, in a frame that is seen first."""
    unpaid = letter.ground is EnforcementGround.UNPAID_RENT
    account = written(letter.account, NumberKind.ACCOUNT)
    by = day_in_words(letter.pay_by, letter.sender.language)
    rows = [
        Fact(text.passage("label_pay"), "", lead=format_letter(letter.claimed)),
        Fact(text.passage("label_by"), "", lead=by),
        Fact(text.passage("label_account"), account),
        Fact(text.passage("label_kid"), kid_words(letter.kid)),
    ]
    if not unpaid:
        rows = [
            Fact(text.passage("label_move"), "", lead=by),
            Fact(text.passage("label_dwelling"), letter.home),
        ]
    kept = tuple(each for each in rows if each.value or each.lead)
    words = "box_pay" if unpaid else "box_move"
    return Callout(text.passage(words), blocks=(Facts(kept),), part=NOTICE_PARTS[1])


def _call(letter: NoticeLetter, text: Text) -> Callout:
    """Whom to ring."""
    sender = letter.sender
    words = "box_call" if letter.ground is EnforcementGround.UNPAID_RENT else "box_call_move"
    return Callout(
        text.passage(words),
        text.passage("call", officer=sender.officer_name or sender.office.name),
        number=telephone(sender.office.phone),
        blocks=(Paragraph(text.passage("call_more"), small=True),),
        part=NOTICE_PARTS[5] if sender.office.phone else "",
    )


def _claim(letter: NoticeLetter, text: Text) -> tuple[Block, ...]:
    """What has happened."""
    number = letter.lease_number
    if letter.ground is not EnforcementGround.UNPAID_RENT:
        last = day_and_year(letter.last_day) if letter.last_day else "…"
        words = text.passage(f"claim_ground_{letter.ground.value}", number=number, day=last)
        return (Paragraph(words, part=NOTICE_PARTS[0]),)
    return (Paragraph(text.passage("owed", number=number)),)


def _course(letter: NoticeLetter, text: Text) -> tuple[Block, ...]:
    """How it is stopped, what follows if not, the sum, and who may be told."""
    stop, then, told = _stop(letter, text), _then(letter, text), _told(letter, text)
    if letter.ground is EnforcementGround.UNPAID_RENT:
        return (*stop, *then, *_owed(letter, text), *told)
    return (Beside(stop, told), *then)


def _owed(letter: NoticeLetter, text: Text) -> tuple[Block, ...]:
    """The sum, line by line."""
    part = NOTICE_PARTS[0] if letter.claims else ""
    day = day_and_month(letter.sender.issued.date())
    table = claims_table(letter.claims, letter.claimed, text, part)
    heading, later = Heading(text.passage("heading_owed")), text.passage("later", day=day)
    return (KeepTogether((heading, table, Paragraph(later, small=True))),)


def _stop(letter: NoticeLetter, text: Text) -> tuple[Block, ...]:
    """How it is avoided; for unpaid rent that paying all of it stops it to the last (TV-03)."""
    heading = Heading(text.passage("heading_stop"))
    if letter.ground is not EnforcementGround.UNPAID_RENT:
        move = Paragraph(text.passage("stop_move"), part=NOTICE_PARTS[3])
        return (heading, move, Paragraph(text.passage("help_move")))
    items = tuple(text.passage(each) for each in _STOPS)
    full = KeepTogether(
        (Paragraph(text.passage("stop_full", body=letter.body)), Bullets(items)),
        part=PAID_IN_FULL,
    )
    return (
        KeepTogether(
            (heading, Paragraph(text.passage("stop_pay"), part=NOTICE_PARTS[3]), full),
        ),
        Paragraph(text.passage("instalments")),
    )


def _then(letter: NoticeLetter, text: Text) -> tuple[Block, ...]:
    wait = length_in_words(letter.wait, letter.sender.language)
    unpaid = letter.ground is EnforcementGround.UNPAID_RENT
    then = text.passage("then_pay" if unpaid else "then_move", wait=wait, body=letter.body)
    earliest = text.passage("earliest", day=day_and_year(letter.earliest))
    return (
        Heading(text.passage("heading_then")),
        Paragraph(f"{then} {earliest}", part=NOTICE_PARTS[2]),
        Paragraph(text.passage("never_self", body=letter.body)),
        Paragraph(text.passage("disagree")),
    )


def _told(letter: NoticeLetter, text: Text) -> tuple[Block, ...]:
    """Who may be told: the tenant can say no to it in writing (HL-71)."""
    told = text.passage("may_tell" if letter.may_tell else "opted_out")
    return (Heading(text.passage("heading_told")), Paragraph(told))


def social_notice(letter: SocialLetter, text: Text) -> Document:
    """The notice under § 9-11, or the tenant's copy; `text` is «social_service_notice»."""
    sender = letter.sender
    required = (*SOCIAL_PARTS, OPT_OUT) if letter.to_tenant else SOCIAL_PARTS
    return letter_document(
        sender,
        letter.number,
        text,
        title=text.passage("title_copy" if letter.to_tenant else "title"),
        kind=text.passage("kind_copy" if letter.to_tenant else "kind"),
        blocks=(
            *(_of_the_copy(letter, text) if letter.to_tenant else ()),
            Paragraph(text.passage(f"breach_{letter.ground.value}"), part=SOCIAL_PARTS[0]),
            Facts(_social_facts(letter, text), part=SOCIAL_PARTS[1]),
            *((Paragraph(letter.words.strip()),) if letter.words.strip() else ()),
            Heading(text.passage("heading_ask")),
            *_asked(letter, text),
            signed(sender, text, "", letter.copies),
        ),
        requires=required,
    )


def _of_the_copy(letter: SocialLetter, text: Text) -> tuple[Block, ...]:
    ring = Paragraph(text.passage("copy_ring", phone=_phone(letter)))
    why = text.passage("copy_why", receiver=letter.receiver)
    say_no = text.passage("opt_out", receiver=letter.receiver)
    return (
        Beside(
            (Callout(text.passage("copy_title"), why, blocks=(ring,)),),
            (Callout(text.passage("heading_opt_out"), say_no, part=OPT_OUT),),
        ),
        Heading(text.passage("heading_notice", receiver=letter.receiver)),
    )


def _social_facts(letter: SocialLetter, text: Text) -> tuple[Fact, ...]:
    owed = letter.owed
    told = format_letter(owed.total)
    if owed.charges:
        oldest = day_and_year(owed.charges[0].charge.due_on)
        told = text.passage("owed_since", sum=told, day=oldest)
    lease = ", ".join(each for each in (letter.lease_number, letter.home) if each)
    facts = (
        Fact(text.passage("label_tenant"), _tenant(letter, text)),
        Fact(text.passage("label_lease"), lease),
        Fact(text.passage("label_owed"), told if owed.total else ""),
    )
    return tuple(each for each in facts if each.value)


def _tenant(letter: SocialLetter, text: Text) -> str:
    if not letter.tenant_phone:
        return letter.tenant_name
    phone = telephone(letter.tenant_phone)
    return text.passage("tenant_phone", name=letter.tenant_name, phone=phone)


def _asked(letter: SocialLetter, text: Text) -> tuple[Block, ...]:
    sender = letter.sender
    wait = length_in_words(letter.wait, sender.language)
    officer = sender.officer_name or sender.office.name
    return (
        Paragraph(text.passage("ask_service", wait=wait, body=letter.body), part=SOCIAL_PARTS[2]),
        Paragraph(text.passage("copied"), part=SOCIAL_PARTS[3]),
        Paragraph(
            text.passage("contact", officer=officer, phone=_phone(letter)),
            part=SOCIAL_PARTS[4] if sender.office.phone else "",
        ),
    )


def _phone(letter: SocialLetter) -> str:
    return telephone(letter.sender.office.phone)
