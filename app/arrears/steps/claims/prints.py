"""Påminnelse, purring, inkassovarsel and betalingsoppfordring as documents. Pure (DOC-13)."""

from datetime import date
from decimal import Decimal

from app.arrears.model import OpenCharge
from app.arrears.steps.claims.model import ArrearsLetter
from app.arrears.steps.model import ArrearsStepKind
from app.core.days import day_and_year, day_in_words, month_in_words, short_day
from app.core.money import format_letter, format_sums
from app.core.numbers import NumberKind
from app.core.text import percent_in_words
from app.decisions.stationery import written
from app.documents.form_model import Closing
from app.documents.model import (
    Align,
    Beside,
    Block,
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.leases.prints import kid_words
from app.settings.letterhead import letter_document, signed, telephone

WHAT = "DOC-13 hovedkravet"
WHERE = "DOC-13 hvordan det betales"
DAY = "DOC-13 betalingsfristen (inkassoloven § 9)"
CREDITOR = "DOC-13 hvem som krever (inkassoloven § 10)"
EXTRAS = "DOC-13 gebyr og rente for seg (inkassoloven § 10)"
INTEREST = "DOC-13 rentesatsen og fra hvilken dag (inkassoloven § 10)"
THEN = "DOC-13 følgen av ikke å betale (inkassoloven §§ 9 og 10)"
DISAGREE = "DOC-13 retten til å være uenig"
CALL = "DOC-13 hvem man ringer"
OFFICER = "DOC-13 saksbehandler"

PARTS = {
    ArrearsStepKind.FRIENDLY_REMINDER: (WHAT, WHERE, CALL, OFFICER),
    ArrearsStepKind.REMINDER: (WHAT, WHERE, DAY, DISAGREE, CALL, OFFICER),
    ArrearsStepKind.COLLECTION_NOTICE: (WHAT, WHERE, DAY, CREDITOR, THEN, DISAGREE, CALL, OFFICER),
    ArrearsStepKind.PAYMENT_DEMAND: (
        WHAT,
        WHERE,
        DAY,
        CREDITOR,
        EXTRAS,
        INTEREST,
        THEN,
        DISAGREE,
        CALL,
        OFFICER,
    ),
}
TEXTS = {
    ArrearsStepKind.FRIENDLY_REMINDER: "friendly_reminder",
    ArrearsStepKind.REMINDER: "reminder",
    ArrearsStepKind.COLLECTION_NOTICE: "collection_notice",
    ArrearsStepKind.PAYMENT_DEMAND: "payment_demand",
}


def arrears_letter(letter: ArrearsLetter, text: Text) -> Document:
    """The whole letter; `text` is the one `TEXTS` names, in the reader's language."""
    kind = letter.plan.kind
    parts = PARTS[kind]
    blocks = (
        Beside((_pay(letter, text),), (_call(letter, text),), share=0.58),
        Paragraph(text.passage("lead")),
        *_own_words(letter),
        KeepTogether(_claims(letter, text)),
        *_on_top(letter, text),
        *_then(letter, text),
        _close(letter, text),
    )
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=_title(letter, text),
        kind=text.passage("kind"),
        blocks=blocks,
        requires=parts,
    )


def _title(letter: ArrearsLetter, text: Text) -> str:
    """One month is named; several are not."""
    months = {each.charge.month for each in letter.plan.claims}
    month = next(iter(months)) if len(months) == 1 else ""
    if not month:
        return text.passage("title")
    return text.passage("title_month", month=_month(month))


def _pay(letter: ArrearsLetter, text: Text) -> Callout:
    """How much, by when, to which account: in a frame that is seen first."""
    plan = letter.plan
    rows = [Fact(text.passage("label_pay"), "", lead=format_letter(plan.total))]
    if plan.until is not None:
        day = day_in_words(plan.until.moved, letter.sender.language)
        rows.append(Fact(text.passage("label_by"), "", lead=day))
    if letter.account:
        account = written(letter.account, NumberKind.ACCOUNT)
        rows.append(Fact(text.passage("label_account"), account))
    if letter.account and letter.kid:
        rows.append(Fact(text.passage("label_kid"), kid_words(letter.kid)))
    facts = Facts(tuple(rows), part=DAY if plan.until else "")
    return Callout(
        text.passage("box_pay"),
        blocks=(facts, *_in_time(letter, text)),
        part=WHERE if letter.account else "",
    )


def _in_time(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    if letter.plan.until is None:
        return ()
    said = [text.passage(each) for each in ("always_14", "in_time") if each in text.passages]
    return (Paragraph(" ".join(said), small=True),)


def _call(letter: ArrearsLetter, text: Text) -> Callout:
    """Whom to ring when it cannot be paid, and what may be agreed on."""
    sender = letter.sender
    more = f"{text.passage('help')} {text.passage('call_more')}"
    return Callout(
        text.passage("box_call"),
        text.passage("call", officer=sender.officer_name or sender.office.name),
        number=telephone(sender.office.phone),
        blocks=(Paragraph(more, small=True),),
        part=CALL if sender.office.phone else "",
    )


def _own_words(letter: ArrearsLetter) -> tuple[Block, ...]:
    return (Paragraph(letter.words.strip()),) if letter.words.strip() else ()


def _claims(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    """The main claim, a line for each month, and whose claim it is."""
    plan = letter.plan
    *sums, whole = format_sums((*(each.left for each in plan.claims), plan.principal))
    rows = tuple(
        (_claim(each, text), short_day(each.charge.due_on), left)
        for each, left in zip(plan.claims, sums, strict=True)
    )
    table = Table(
        columns=(
            Column(text.passage("column_claim"), share=0.5),
            Column(text.passage("column_due"), share=0.25),
            Column(text.passage("column_sum"), Align.RIGHT, share=0.25),
        ),
        rows=rows,
        total=(text.passage("total_claims"), "", whole) if len(rows) > 1 else (),
        dense=True,
        part=WHAT if rows else "",
    )
    where = ", ".join(each for each in (letter.lease_number, letter.address) if each)
    about = text.passage("about", lease=where)
    if not plan.kind.formal:
        return (table, Paragraph(about, small=True))
    creditor = f"{text.passage('creditor', creditor=letter.creditor)} {about}"
    part = CREDITOR if letter.creditor else ""
    return (table, Paragraph(creditor, small=True, part=part))


def _claim(each: OpenCharge, text: Text) -> str:
    charge = each.charge
    what = text.passage(f"claim_{charge.kind.value}")
    if charge.month:
        what = text.passage("claim_for", claim=what, month=_month(charge.month))
    if each.left < charge.amount:
        what = text.passage("claim_rest", claim=what[0].lower() + what[1:])
    return what


def _month(month: str) -> str:
    return month_in_words(date.fromisoformat(f"{month}-01"))


def _extras(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    """What comes on top, apart from the main claim; said in words when it is nothing (INK-03)."""
    plan = letter.plan
    if not plan.kind.formal:
        return ()
    found = [(text.passage(f"claim_{each.charge.kind.value}"), each.left) for each in plan.before]
    if plan.fee.amount:
        found.append((text.passage("fee_now"), plan.fee.amount))
    if plan.new_interest:
        day = short_day(plan.send_on)
        found.append((text.passage("interest_now", day=day), plan.new_interest))
    if not found:
        return (Paragraph(text.passage("no_extras"), part=EXTRAS),)
    if len(found) > 1:
        found.append((text.passage("total_extras"), plan.extras))
    *sums, whole = format_sums((*(ore for _, ore in found), plan.total))
    table = Table(
        columns=(
            Column(text.passage("column_extra"), share=0.75),
            Column(text.passage("column_sum"), Align.RIGHT, share=0.25),
        ),
        rows=tuple((what, left) for (what, _), left in zip(found, sums, strict=True)),
        total=(text.passage("total_all"), whole),
        dense=True,
        part=EXTRAS,
    )
    return (table,)


def _on_top(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    found, interest = _extras(letter, text), _interest(letter, text)
    return (KeepTogether(found), *interest) if found else interest


def _interest(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    """The rate and the day it runs from; that it is not claimed, where it is not (INK-03)."""
    plan = letter.plan
    if plan.kind is not ArrearsStepKind.PAYMENT_DEMAND:
        return ()
    found = plan.interest
    if found.first is None or not found.percent:
        return (Paragraph(text.passage("interest_unknown"), part=INTEREST),)
    rate = percent_in_words(Decimal(found.percent))
    said = text.passage("interest", rate=rate, day=day_and_year(found.first))
    return (Paragraph(said, part=INTEREST),)


def _then(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    """What may follow, and beside it what to do when the claim is wrong or paid."""
    said = "paid_already" in text.passages
    crossed: tuple[Block, ...] = (Paragraph(text.passage("paid_already")),) if said else ()
    if letter.plan.kind is ArrearsStepKind.FRIENDLY_REMINDER:
        return crossed
    then = (Heading(text.passage("heading_then")), Paragraph(text.passage("then"), part=THEN))
    disagree = Paragraph(text.passage("disagree"), part=DISAGREE)
    wrong: tuple[Block, ...] = (Heading(text.passage("heading_wrong")), disagree, *crossed)
    return (Beside(then, wrong, share=0.5),)


def _close(letter: ArrearsLetter, text: Text) -> Closing:
    return signed(letter.sender, text, OFFICER, letter.copies)
