"""Incomes, costs and what is owned, each as one table with its sum. Pure (GJ-23)."""

from app.core.ids import PersonId
from app.core.money import Ore, format_sums
from app.debt.economy.model import CostKind
from app.debt.measures.overview.model import Overview
from app.documents.model import (
    Align,
    Block,
    Column,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text

Blocks = tuple[Block, ...]


def income_blocks(overview: Overview, text: Text, budget: Text, part: str) -> Blocks:
    """Whose, what, whether a paper shows it, and how much each month after tax."""
    incomes = overview.economy.incomes
    heading = Heading(text.passage("heading_incomes"))
    if not incomes:
        return (heading, Paragraph(text.passage("no_incomes"), part=part))
    sums = format_sums([*(each.monthly for each in incomes), overview.economy.income], unit=False)
    rows = tuple(
        (
            _with(budget.passage(f"income_{each.kind}"), each.words),
            _whose(each.person, overview, text),
            text.passage("seen" if each.seen else "unseen"),
            sum_,
        )
        for each, sum_ in zip(incomes, sums[:-1], strict=True)
    )
    table = Table(
        (
            Column(text.passage("column_income"), share=0.42),
            Column(text.passage("column_whose"), share=0.24),
            Column(text.passage("column_seen"), share=0.16),
            Column(text.passage("column_month"), Align.RIGHT, share=0.18),
        ),
        rows,
        total=(text.passage("sum_in"), "", "", sums[-1]),
        dense=True,
        part=part,
    )
    return (KeepTogether((heading, table)),)


def _whose(person: PersonId | None, overview: Overview, text: Text) -> str:
    if person is None:
        return overview.name
    return overview.names.get(person) or text.passage("another")


def cost_blocks(overview: Overview, text: Text, budget: Text, part: str) -> Blocks:
    """What goes out each month, as told; what a rate covers is not taken away."""
    costs = overview.economy.costs
    heading = Heading(text.passage("heading_costs"))
    if not costs:
        return (heading, Paragraph(text.passage("no_costs"), part=part))
    sums = format_sums([*(each.monthly for each in costs), overview.economy.cost], unit=False)
    rows = tuple(
        (
            _with(_cost(each.kind, text, budget), each.words),
            text.passage("seen" if each.seen else "unseen"),
            sum_,
        )
        for each, sum_ in zip(costs, sums[:-1], strict=True)
    )
    table = Table(
        (
            Column(text.passage("column_cost"), share=0.66),
            Column(text.passage("column_seen"), share=0.16),
            Column(text.passage("column_month"), Align.RIGHT, share=0.18),
        ),
        rows,
        total=(text.passage("sum_out"), "", sums[-1]),
        dense=True,
        part=part,
    )
    return (KeepTogether((heading, table)),)


def _cost(kind: CostKind, text: Text, budget: Text) -> str:
    """The words of a budget say «du», which here would be the namsfogd."""
    if kind is CostKind.CHILD_SUPPORT:
        return text.passage("cost_child_support")
    return budget.passage(f"cost_{kind}")


def owned_blocks(overview: Overview, text: Text, part: str) -> Blocks:
    """What is owned, what it is worth, and what is borrowed on it."""
    owned = overview.economy.owned
    heading = Heading(text.passage("heading_owned"))
    if not owned:
        return (heading, Paragraph(text.passage("no_owned"), part=part))
    worth, owed = Ore(sum(each.value for each in owned)), Ore(sum(each.owed for each in owned))
    values = format_sums([*(each.value for each in owned), worth], unit=False)
    loans = format_sums([*(each.owed for each in owned), owed], unit=False)
    rows = tuple(
        (_with(text.passage(f"asset_{each.kind}"), each.words), value, loan)
        for each, value, loan in zip(owned, values, loans, strict=False)
    )
    table = Table(
        (
            Column(text.passage("column_owned"), share=0.6),
            Column(text.passage("column_worth"), Align.RIGHT, share=0.2),
            Column(text.passage("column_loan"), Align.RIGHT, share=0.2),
        ),
        rows,
        total=(text.passage("sum_owned"), values[-1], loans[-1]),
        dense=True,
        part=part,
    )
    return (KeepTogether((heading, table)),)


def _with(kind: str, words: str) -> str:
    return f"{kind}, {words.strip()}" if words.strip() else kind
