"""What is claimed, line by line, as the papers of the home track tell it. Pure."""

from datetime import date

from app.arrears.model import OpenCharge
from app.core.days import day_and_year, month_in_words
from app.core.money import Ore, format_sums
from app.documents.model import Align, Column, Table
from app.documents.texts import Text


def claims_table(claims: tuple[OpenCharge, ...], total: Ore, text: Text, part: str) -> Table:
    """Claim, due day and what is left, with the sum below."""
    *sums, whole = format_sums((*(each.left for each in claims), total), unit=False)
    rows = tuple(
        (claim_words(each, text), day_and_year(each.charge.due_on), left)
        for each, left in zip(claims, sums, strict=True)
    )
    return Table(
        columns=(
            Column(text.passage("column_claim"), share=0.5),
            Column(text.passage("column_due"), share=0.27),
            Column(text.passage("column_sum"), Align.RIGHT, share=0.23),
        ),
        rows=rows,
        total=(text.passage("total"), "", whole),
        dense=True,
        part=part,
    )


def claim_words(claim: OpenCharge, text: Text) -> str:
    """«Husleie for oktober 2026», «Rest av husleie for oktober 2026», «Gebyr for purring»."""
    charge = claim.charge
    words = text.passage(f"claim_{charge.kind.value}")
    if charge.month:
        words = text.passage("claim_for", claim=words, month=_month(charge.month))
    if claim.left < charge.amount:
        words = text.passage("claim_rest", claim=words[:1].lower() + words[1:])
    return words


def _month(month: str) -> str:
    year, number = month.split("-")
    return month_in_words(date(int(year), int(number), 1))
