"""The letters after a lease: living on, belongings, condition, deposit. Pure."""

from collections.abc import Sequence
from datetime import date

from app.core.days import day_and_month, day_and_year, day_in_words, length_in_words
from app.core.money import Ore, format_kroner
from app.core.numbers import NumberKind
from app.core.periods import Period
from app.decisions.stationery import written
from app.documents.form_model import Closing
from app.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.leases.aftermath.deposit.model import ClaimDraft, SecurityKind
from app.leases.aftermath.handback.model import OccupationCharge
from app.leases.aftermath.left_belongings.model import Belonging, cost
from app.leases.aftermath.model import AftermathLetter
from app.leases.prints import kid_words
from app.settings.letterhead import letter_document, questions, signed

CHARGE_PARTS = ("HL-74 dagene", "HL-74 ikke leie", "HL-74 betaling", "HL-74 saksbehandler")
BELONGINGS_PARTS = ("HL-76 liste", "HL-76 hente", "HL-76 følge", "HL-76 saksbehandler")
CONDITION_PARTS = ("HL-75 krav", "HL-75 grunn", "HL-75 betaling", "HL-75 saksbehandler")
SECURITY_PARTS = ("HL-16 krav", "HL-16 skyldig leie", "HL-16 varsel", "HL-16 saksbehandler")


def charge_letter(
    letter: AftermathLetter, charge: OccupationCharge, pay_by: date, text: Text
) -> Document:
    """What living on after the last day costs; `text` is «occupation_charge» (HL-74)."""
    days = text.passage(
        "day_one" if charge.days == 1 else "day_many",
        days=str(charge.days),
        first=day_and_year(charge.first),
        last=day_and_year(charge.until),
    )
    facts = (
        *_lease_facts(letter, text),
        Fact(text.passage("label_days"), days),
        Fact(
            text.passage("label_monthly"),
            text.passage("monthly", sum=format_kroner(charge.monthly)),
        ),
        Fact(text.passage("label_sum"), format_kroner(charge.amount)),
    )
    blocks = (
        Facts(facts, part=CHARGE_PARTS[0]),
        Paragraph(text.passage("running" if charge.running else "back")),
        Heading(text.passage("heading_why")),
        Paragraph(text.passage("why"), part=CHARGE_PARTS[1]),
        Paragraph(text.passage("counted")),
        *_pay(letter, charge.amount, pay_by, text, CHARGE_PARTS[2]),
        *_ask(letter, text),
        _close(letter, text, CHARGE_PARTS[3]),
    )
    return _document(letter, text, text.passage("title"), blocks, CHARGE_PARTS)


def belongings_letter(
    letter: AftermathLetter, kept: Sequence[Belonging], collect_by: date, text: Text
) -> Document:
    """That things are kept, and by when they must be fetched; `text` is «belongings_request»."""
    day = day_in_words(collect_by, letter.sender.language)
    things = tuple(each.what for each in kept)
    spent = cost(kept)
    told = text.passage("cost_so_far", cost=format_kroner(spent)) if spent else ""
    blocks = (
        Facts((*_lease_facts(letter, text), Fact(text.passage("label_day"), day))),
        Paragraph(text.passage("kept")),
        Heading(text.passage("heading_things")),
        Bullets(things, part=BELONGINGS_PARTS[0] if things else ""),
        Heading(text.passage("heading_collect")),
        Paragraph(text.passage("collect", day=day_and_month(collect_by)), part=BELONGINGS_PARTS[1]),
        Paragraph(f"{text.passage('cost')} {told}".strip()),
        Heading(text.passage("heading_else")),
        Paragraph(text.passage("otherwise"), part=BELONGINGS_PARTS[2]),
        *_ask(letter, text),
        _close(letter, text, BELONGINGS_PARTS[3]),
    )
    return _document(letter, text, text.passage("title"), blocks, BELONGINGS_PARTS)


def condition_letter(
    letter: AftermathLetter, amount: Ore, reason: str, keys_on: date, pay_by: date, text: Text
) -> Document:
    """What is claimed because the dwelling was left worse; `text` is «condition_claim» (HL-75)."""
    facts = (
        *_lease_facts(letter, text),
        Fact(text.passage("label_keys"), day_and_year(keys_on)),
        Fact(text.passage("label_sum"), format_kroner(amount)),
    )
    blocks = (
        Facts(facts, part=CONDITION_PARTS[0]),
        Paragraph(text.passage("lead")),
        Heading(text.passage("heading_why")),
        Paragraph(reason.strip(), part=CONDITION_PARTS[1] if reason.strip() else ""),
        Paragraph(text.passage("wear")),
        *_pay(letter, amount, pay_by, text, CONDITION_PARTS[2]),
        *_ask(letter, text),
        _close(letter, text, CONDITION_PARTS[3]),
    )
    return _document(letter, text, text.passage("title"), blocks, CONDITION_PARTS)


def security_letter(
    letter: AftermathLetter, claim: ClaimDraft, held: str, weeks: Period, text: Text
) -> Document:
    """To the bank, or to the one who stood guarantee; `text` is «deposit_claim» (HL-16, HL-17)."""
    kind = "deposit" if claim.security is SecurityKind.DEPOSIT else "guarantee"
    amount = format_kroner(claim.amount or Ore(0))
    rows = [Fact(text.passage("label_tenant"), letter.tenant_name), *_lease_facts(letter, text)]
    if letter.last_day is not None:
        rows.append(Fact(text.passage("label_last_day"), day_and_year(letter.last_day)))
    if held:
        rows.append(Fact(text.passage("label_account"), written(held, NumberKind.ACCOUNT)))
    rows.append(Fact(text.passage("label_sum"), amount))
    period = length_in_words(weeks, letter.sender.language)
    where = _account(letter, text)
    blocks = (
        Facts(tuple(rows), part=SECURITY_PARTS[0]),
        Paragraph(text.passage(f"lead_{kind}", amount=amount)),
        Heading(text.passage("heading_owed")),
        Paragraph(claim.claimed_for.strip(), part=SECURITY_PARTS[1] if claim.claimed_for else ""),
        Heading(text.passage("heading_next")),
        Paragraph(text.passage(f"notice_{kind}", weeks=period), part=SECURITY_PARTS[2]),
        Paragraph(text.passage(f"tell_{kind}")),
        *((Paragraph(text.passage("pay_where", where=where)),) if where else ()),
        _close(letter, text, SECURITY_PARTS[3], (text.passage("enclosure"),)),
    )
    return _document(letter, text, text.passage(f"title_{kind}"), blocks, SECURITY_PARTS)


def _lease_facts(letter: AftermathLetter, text: Text) -> tuple[Fact, ...]:
    facts = (
        Fact(text.passage("label_lease"), letter.lease_number),
        Fact(text.passage("label_dwelling"), letter.address),
    )
    return tuple(fact for fact in facts if fact.value)


def _account(letter: AftermathLetter, text: Text) -> str:
    if not letter.account:
        return ""
    account = written(letter.account, NumberKind.ACCOUNT)
    if not letter.kid:
        return text.passage("to_account", account=account)
    return text.passage("to_account_kid", account=account, kid=kid_words(letter.kid))


def _pay(
    letter: AftermathLetter, amount: Ore, pay_by: date, text: Text, part: str
) -> tuple[Block, ...]:
    day = day_in_words(pay_by, letter.sender.language)
    pay = text.passage("pay", amount=format_kroner(amount), day=day)
    where = _account(letter, text)
    return (
        Heading(text.passage("heading_pay")),
        Paragraph(f"{pay} {text.passage('pay_where', where=where)}" if where else pay, part=part),
        Paragraph(text.passage("disagree")),
    )


def _ask(letter: AftermathLetter, text: Text) -> tuple[Block, ...]:
    return questions(letter.sender, text)


def _close(
    letter: AftermathLetter, text: Text, part: str, enclosures: tuple[str, ...] = ()
) -> Closing:
    return signed(letter.sender, text, part, letter.copies, enclosures)


def _document(
    letter: AftermathLetter,
    text: Text,
    title: str,
    blocks: tuple[Block, ...],
    requires: tuple[str, ...],
) -> Document:
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=title,
        kind=text.passage("kind"),
        blocks=blocks,
        requires=requires,
    )
