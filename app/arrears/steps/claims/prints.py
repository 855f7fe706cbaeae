"""Påminnelse, purring, inkassovarsel and betalingsoppfordring as documents. Pure (DOC-13)."""

from datetime import date
from decimal import Decimal

from app.arrears.model import OpenCharge
from app.arrears.steps.claims.model import ArrearsLetter
from app.arrears.steps.model import ArrearsStepKind
from app.core.days import day_and_year, day_in_words, month_in_words, short_day
from app.core.money import format_kroner
from app.core.numbers import NumberKind
from app.core.text import percent_in_words
from app.decisions.stationery import written
from app.documents.form_model import Closing
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.leases.prints import kid_words
from app.settings.letterhead import letterhead, questions, sender_facts, signed

WHAT = "DOC-13 hovedkravet"
WHERE = "DOC-13 hvordan det betales"
DAY = "DOC-13 betalingsfristen (inkassoloven § 9)"
CREDITOR = "DOC-13 hvem som krever (inkassoloven § 10)"
EXTRAS = "DOC-13 gebyr og rente for seg (inkassoloven § 10)"
INTEREST = "DOC-13 rentesatsen og fra hvilken dag (inkassoloven § 10)"
THEN = "DOC-13 følgen av ikke å betale (inkassoloven §§ 9 og 10)"
DISAGREE = "DOC-13 retten til å være uenig"
OFFICER = "DOC-13 saksbehandler"

PARTS = {
    ArrearsStepKind.FRIENDLY_REMINDER: (WHAT, WHERE, OFFICER),
    ArrearsStepKind.REMINDER: (WHAT, WHERE, DAY, DISAGREE, OFFICER),
    ArrearsStepKind.COLLECTION_NOTICE: (WHAT, WHERE, DAY, CREDITOR, THEN, DISAGREE, OFFICER),
    ArrearsStepKind.PAYMENT_DEMAND: (
        WHAT,
        WHERE,
        DAY,
        CREDITOR,
        EXTRAS,
        INTEREST,
        THEN,
        DISAGREE,
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
    sender, kind = letter.sender, letter.plan.kind
    parts = PARTS[kind]
    blocks = (
        Facts(_facts(letter, text), part=DAY if letter.plan.until else ""),
        Paragraph(text.passage("lead")),
        *_own_words(letter),
        Heading(text.passage("heading_owed")),
        *_claims(letter, text),
        *_extras(letter, text),
        *_interest(letter, text),
        Heading(text.passage("heading_pay")),
        *_pay(letter, text),
        Heading(text.passage("heading_help")),
        Paragraph(text.passage("help")),
        *_consequence(letter, text),
        *_disagree(letter, text),
        Paragraph(text.passage("paid_already")),
        *questions(sender, text),
        _close(letter, text),
    )
    return Document(
        title=_title(letter, text),
        language=sender.language.value,
        issued=sender.issued,
        reference=letter.number,
        letterhead=letterhead(sender.office),
        recipient=sender.recipient,
        sender_facts=sender_facts(sender, letter.number, text),
        blocks=blocks,
        requires=() if sender.draft else parts,
        demo=sender.office.demo,
        draft=sender.draft,
        kind=text.passage("kind"),
    )


def _title(letter: ArrearsLetter, text: Text) -> str:
    """One month is named; several are not."""
    months = {each.charge.month for each in letter.plan.claims}
    month = next(iter(months)) if len(months) == 1 else ""
    if not month:
        return text.passage("title")
    return text.passage("title_month", month=_month(month))


def _facts(letter: ArrearsLetter, text: Text) -> tuple[Fact, ...]:
    plan, rows = letter.plan, [Fact(text.passage("label_lease"), letter.lease_number)]
    if letter.address:
        rows.append(Fact(text.passage("label_dwelling"), letter.address))
    rows.append(Fact(text.passage("label_sum"), format_kroner(plan.total)))
    if plan.until is not None:
        day = day_in_words(plan.until.moved, letter.sender.language)
        rows.append(Fact(text.passage("label_pay_by"), "", lead=day))
    return tuple(rows)


def _own_words(letter: ArrearsLetter) -> tuple[Block, ...]:
    return (Paragraph(letter.words.strip()),) if letter.words.strip() else ()


def _claims(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    """The main claim, a line for each month, and whose claim it is."""
    rows = tuple(_row(each, text) for each in letter.plan.claims)
    table = Table(
        columns=(
            Column(text.passage("column_claim"), share=0.5),
            Column(text.passage("column_due"), share=0.25),
            Column(text.passage("column_sum"), Align.RIGHT, share=0.25),
        ),
        rows=rows,
        caption=text.passage("caption_claims"),
        total=(text.passage("total_claims"), "", format_kroner(letter.plan.principal)),
        part=WHAT if rows else "",
    )
    if not letter.plan.kind.formal:
        return (table,)
    creditor = text.passage("creditor", creditor=letter.creditor)
    return (table, Paragraph(creditor, part=CREDITOR if letter.creditor else ""))


def _row(each: OpenCharge, text: Text) -> tuple[str, ...]:
    charge = each.charge
    what = text.passage(f"claim_{charge.kind.value}")
    if charge.month:
        what = text.passage("claim_for", claim=what, month=_month(charge.month))
    if each.left < charge.amount:
        what = text.passage("claim_rest", claim=what[0].lower() + what[1:])
    return what, short_day(charge.due_on), format_kroner(each.left)


def _month(month: str) -> str:
    return month_in_words(date.fromisoformat(f"{month}-01"))


def _extras(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    """What comes on top, apart from the main claim; said in words when it is nothing (INK-03)."""
    plan = letter.plan
    if not plan.kind.formal:
        return ()
    rows = [
        (text.passage(f"claim_{each.charge.kind.value}"), format_kroner(each.left))
        for each in plan.before
    ]
    if plan.fee.amount:
        rows.append((text.passage("fee_now"), format_kroner(plan.fee.amount)))
    if plan.new_interest:
        day = short_day(plan.send_on)
        rows.append((text.passage("interest_now", day=day), format_kroner(plan.new_interest)))
    if not rows:
        return (Paragraph(text.passage("no_extras"), part=EXTRAS),)
    table = Table(
        columns=(
            Column(text.passage("column_extra"), share=0.75),
            Column(text.passage("column_sum"), Align.RIGHT, share=0.25),
        ),
        rows=tuple(rows),
        caption=text.passage("caption_extras"),
        total=(text.passage("total_extras"), format_kroner(plan.extras)),
        part=EXTRAS,
    )
    return (table,)


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


def _pay(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    plan = letter.plan
    amount = format_kroner(plan.total)
    if plan.until is None:
        said = text.passage("pay", amount=amount)
    else:
        day = day_in_words(plan.until.moved, letter.sender.language)
        said = text.passage("pay", amount=amount, day=day)
    return (
        Paragraph(f"{said} {_where(letter, text)}".strip(), part=WHERE if letter.account else ""),
        *((Paragraph(text.passage("always_14")),) if plan.until else ()),
    )


def _where(letter: ArrearsLetter, text: Text) -> str:
    if not letter.account:
        return ""
    account = written(letter.account, NumberKind.ACCOUNT)
    if not letter.kid:
        return text.passage("to_account", account=account)
    return text.passage("to_account_kid", account=account, kid=kid_words(letter.kid))


def _consequence(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    if letter.plan.kind is ArrearsStepKind.FRIENDLY_REMINDER:
        return ()
    return (Heading(text.passage("heading_then")), Paragraph(text.passage("then"), part=THEN))


def _disagree(letter: ArrearsLetter, text: Text) -> tuple[Block, ...]:
    if letter.plan.kind is ArrearsStepKind.FRIENDLY_REMINDER:
        return ()
    return (Paragraph(text.passage("disagree"), part=DISAGREE),)


def _close(letter: ArrearsLetter, text: Text) -> Closing:
    return signed(letter.sender, text, OFFICER, letter.copies)
