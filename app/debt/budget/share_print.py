"""On the sheet with a budget: how what is left may be shared, and why so. Pure."""

from collections.abc import Iterable

from app.core.money import Ore, format_letter, format_sums
from app.debt.budget.model import BudgetOffer
from app.debt.budget.print_model import BudgetPaper
from app.debt.claims.model import DebtClaimKind
from app.documents.model import Align, Block, Column, Heading, Paragraph, Table
from app.documents.texts import Text

MOST, FEWER = 4, 3
MANY_LINES = 12
"""More claims than these would not stand on the page: the rest are in one line."""

_WHY = {
    DebtClaimKind.POWER: "why_power",
    DebtClaimKind.INSURANCE: "why_insurance",
    DebtClaimKind.CHILDCARE: "why_children",
    DebtClaimKind.CHILD_SUPPORT: "why_children",
}

Row = tuple[str, Ore, Ore, str]


def shared(paper: BudgetPaper, text: Text) -> tuple[Block, ...]:
    """Nothing where nothing is left, or nothing is owed."""
    if not paper.offers:
        return ()
    most = MOST if len(paper.budget.lines) <= MANY_LINES else FEWER
    rows = _rows(paper.offers, most, text)
    left = format_letter(paper.budget.available)
    owed = format_sums([*(row[1] for row in rows), _total(row[1] for row in rows)], unit=False)
    given = format_sums([*(row[2] for row in rows), _total(row[2] for row in rows)], unit=False)
    table = Table(
        (
            Column(text.passage("column_who"), share=0.34),
            Column(text.passage("column_owed"), Align.RIGHT, share=0.18),
            Column(text.passage("column_monthly"), Align.RIGHT, share=0.18),
            Column(text.passage("column_why"), share=0.3),
        ),
        tuple((row[0], owed[at], given[at], row[3]) for at, row in enumerate(rows)),
        total=(text.passage("sum_shares"), owed[-1], given[-1], ""),
        dense=True,
    )
    return (
        Heading(text.passage("heading_shares", sum=left)),
        table,
        Paragraph(text.passage("shares_not_agreed"), small=True),
    )


def _rows(offers: tuple[BudgetOffer, ...], most: int, text: Text) -> list[Row]:
    shown = offers if len(offers) <= most else offers[: most - 1]
    rows = [(each.creditor, each.owed, each.monthly, _why(each, text)) for each in shown]
    rest = offers[len(shown) :]
    if rest:
        owed, given = _total(each.owed for each in rest), _total(each.monthly for each in rest)
        rows.append((text.passage("other_claims"), owed, given, ""))
    return rows


def _why(offer: BudgetOffer, text: Text) -> str:
    if offer.first:
        return text.passage(_WHY.get(offer.kind, "why_home"))
    return text.passage("why_size" if offer.monthly else "why_later")


def _total(sums: Iterable[Ore]) -> Ore:
    return Ore(sum(sums))
