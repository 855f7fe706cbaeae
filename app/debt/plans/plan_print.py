"""The payment plan on paper: what, to whom, when, and what to do when it does not go. Pure."""

from app.core.days import day_and_year, short_day
from app.core.money import format_letter, format_sums
from app.core.numbers import NumberKind
from app.debt.plans.paper_model import PlanLine, PlanPaper
from app.decisions.stationery import written
from app.documents.model import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Heading,
    Paragraph,
    Size,
    Table,
)
from app.documents.texts import Text
from app.settings.letterhead import letter_document, signed, whom_to_ring

SUM = "GJ-07 hvor mye i måneden"
TO = "GJ-07 til hvem og når"
MISSED = "GJ-07 hvis det ikke går"
CALL = "hvem som kan ringes"
OFFICER = "saksbehandler"
PARTS = (SUM, TO, MISSED, CALL, OFFICER)


def payment_plan(paper: PlanPaper, text: Text) -> Document:
    """The whole plan; `text` is «payment_plan» in the reader's language."""
    sender, ring = paper.sender, whom_to_ring(paper.sender, text)
    return letter_document(
        sender,
        paper.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        lead=text.passage("lead"),
        blocks=(
            _sum(paper, text),
            Heading(text.passage("heading_to")),
            _table(paper.lines, text),
            *_spells(paper, text),
            Heading(text.passage("heading_how")),
            Bullets(tuple(text.passage(each) for each in ("how_first", "how_day", "how_letter"))),
            *((Paragraph(paper.plan.words.strip()),) if paper.plan.words.strip() else ()),
            Heading(text.passage("heading_missed")),
            Paragraph(text.passage("missed"), part=MISSED),
            *((Paragraph(ring, part=CALL),) if ring else ()),
            signed(sender, text, OFFICER),
        ),
        requires=PARTS,
        size=Size.EASY,
    )


def _sum(paper: PlanPaper, text: Text) -> Callout:
    first, last, amount = paper.months[0]
    day = day_and_year(first)
    said = text.passage("last_day", day=day_and_year(paper.months[-1][1]))
    if len(paper.months) > 1:
        said = f"{text.passage('then_changes', day=day_and_year(last))} {said}"
    title = text.passage("monthly", sum=format_letter(amount), day=day)
    return Callout(title, said, part=SUM)


def _table(lines: tuple[PlanLine, ...], text: Text) -> Table:
    """A row for each sum to each creditor; who gets another sum later has more rows."""
    sums = iter(format_sums(amount for line in lines for _, _, amount in line.steps))
    return Table(
        columns=(
            Column(text.passage("column_to"), share=0.44),
            Column(text.passage("column_from")),
            Column(text.passage("column_until")),
            Column(text.passage("column_monthly"), Align.RIGHT),
        ),
        rows=tuple(
            (
                _to(line, text) if at == 0 else text.passage("again", to=line.to),
                short_day(first),
                short_day(last),
                next(sums),
            )
            for line in lines
            for at, (first, last, _) in enumerate(line.steps)
        ),
        part=TO,
    )


def _to(line: PlanLine, text: Text) -> str:
    said = [line.to]
    if line.account:
        account = written(line.account, NumberKind.ACCOUNT)
        said.append(text.passage("account", account=account))
    if line.reference:
        said.append(text.passage("reference", reference=line.reference))
    return ", ".join(said)


def _spells(paper: PlanPaper, text: Text) -> tuple[Block, ...]:
    """What it comes to each month in all, where that changes."""
    if len(paper.months) == 1:
        return ()
    sums = format_sums(amount for _, _, amount in paper.months)
    return (
        Heading(text.passage("heading_months")),
        Table(
            columns=(
                Column(text.passage("column_from")),
                Column(text.passage("column_until")),
                Column(text.passage("column_in_all"), Align.RIGHT),
            ),
            rows=tuple(
                (short_day(first), short_day(last), said)
                for (first, last, _), said in zip(paper.months, sums, strict=True)
            ),
            narrow=True,
        ),
    )
