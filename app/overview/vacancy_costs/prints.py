"""The vacancy list: what stands empty, why, how long and what it costs. Pure."""

from app.core.days import day_and_year, short_day
from app.core.money import Ore, format_kroner
from app.core.text import grouped
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
from app.overview.sheet import sheet
from app.overview.vacancy_costs.model import VacancyLine, VacancyPaper, VacancySum

PARTS = ("B15 periode", "B15 årsaker", "B15 boliger")
_RIGHT = Align.RIGHT


def vacancy_list(paper: VacancyPaper, text: Text) -> Document:
    """The whole list; `text` is «vacancy_list». Nobody is named."""
    costs = paper.costs
    return sheet(
        paper.office,
        paper.issued,
        text,
        (
            Facts(_facts(paper, text), part=PARTS[0]),
            *_sums(paper, text),
            Heading(text.passage("heading_dwellings")),
            *_dwellings(paper, text),
            Paragraph(text.passage("counted"), small=True),
        ),
        PARTS,
        title=text.passage("title"),
        reference={"day": short_day(costs.last)},
        landscape=True,
    )


def _facts(paper: VacancyPaper, text: Text) -> tuple[Fact, ...]:
    costs = paper.costs
    period = text.passage("period", first=day_and_year(costs.first), last=day_and_year(costs.last))
    facts = [
        Fact(text.passage("label_period"), period),
        Fact(text.passage("label_dwellings"), grouped(costs.total.dwellings)),
        Fact(text.passage("label_days"), grouped(costs.total.days)),
        Fact(text.passage("label_sum"), _kroner(costs.total.amount)),
    ]
    if costs.without_rent:
        count = grouped(costs.without_rent)
        facts.append(Fact(text.passage("label_no_rent"), text.passage("no_rent", count=count)))
    return tuple(facts)


def _sums(paper: VacancyPaper, text: Text) -> tuple[Block, ...]:
    costs = paper.costs
    if not costs.lines:
        return (Paragraph(text.passage("nothing"), part=PARTS[1]),)
    blocks: list[Block] = []
    for name, sums, part in (
        ("reason", costs.by_reason, PARTS[1]),
        ("owner", costs.by_owner, ""),
    ):
        blocks.append(Heading(text.passage(f"heading_{name}")))
        blocks.append(_sum_table(name, sums, costs.total, text, part))
    return tuple(blocks)


def _sum_table(
    name: str, sums: tuple[VacancySum, ...], total: VacancySum, text: Text, part: str
) -> Table:
    columns = (
        Column(text.passage(f"column_{name}"), share=0.46),
        Column(text.passage("column_dwellings"), _RIGHT, share=0.14),
        Column(text.passage("column_days"), _RIGHT, share=0.16),
        Column(text.passage("column_sum"), _RIGHT, share=0.24),
    )
    rows = tuple((_named(name, each.name, text), *_counts(each)) for each in sums)
    return Table(columns, rows, total=(text.passage("total"), *_counts(total)), part=part)


def _named(name: str, key: str, text: Text) -> str:
    if name == "reason":
        return text.passage(f"reason_{key}")
    return key or text.passage("owner_unknown")


def _counts(each: VacancySum) -> tuple[str, str, str]:
    return grouped(each.dwellings), grouped(each.days), _kroner(each.amount)


def _dwellings(paper: VacancyPaper, text: Text) -> tuple[Block, ...]:
    lines = paper.costs.lines
    if not lines:
        return (Paragraph(text.passage("none"), part=PARTS[2]),)
    columns = (
        Column(text.passage("column_address"), share=0.30),
        Column(text.passage("column_reason"), share=0.20),
        Column(text.passage("column_from"), share=0.11),
        Column(text.passage("column_until"), share=0.11),
        Column(text.passage("column_days"), _RIGHT, share=0.07),
        Column(text.passage("column_rent"), _RIGHT, share=0.10),
        Column(text.passage("column_sum"), _RIGHT, share=0.11),
    )
    return (Table(columns, tuple(_row(line, text) for line in lines), dense=True, part=PARTS[2]),)


def _row(line: VacancyLine, text: Text) -> tuple[str, ...]:
    return (
        line.address,
        text.passage(f"reason_{line.reason}"),
        short_day(line.first),
        text.passage("lasts") if line.lasts else short_day(line.last),
        grouped(line.days),
        "–" if line.rent is None else format_kroner(line.rent, unit=False),
        "–" if line.amount is None else _kroner(line.amount, unit=False),
    )


def _kroner(amount: Ore, *, unit: bool = True) -> str:
    """Whole kroner: the sums are of many days, and øre would only be in the way."""
    return format_kroner(Ore((amount + 50) // 100 * 100), unit=unit)
