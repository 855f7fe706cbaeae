"""Stock and need on one page: two bars for each group, and the tables they rest on. Pure."""

from collections.abc import Iterable

from app.applications.model import TargetGroup
from app.core.days import day_and_year, short_day
from app.core.text import grouped, plural
from app.documents.chart_model import GroupedBars
from app.documents.model import (
    Align,
    Beside,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.overview.figures.model import HomeSize
from app.overview.sheet import sheet
from app.overview.stock.model import (
    Balance,
    BalanceCell,
    Stock,
    StockBy,
    StockPaper,
    StockTable,
)

PARTS = ("E12 figur", "E13 behov", "B1 boliger")
_RIGHT = Align.RIGHT
_LEFT_SIDE = (StockBy.OWNER, StockBy.ALLOCATOR, StockBy.BEDROOMS)
_RIGHT_SIDE = (StockBy.STATUS, StockBy.KIND, StockBy.ACCESSIBLE, StockBy.AREA)
MOST_LINES = 8
"""A longer table keeps its largest lines and sums the rest."""


def stock_report(paper: StockPaper, text: Text) -> Document:
    """The page; `text` is «stock_report». Nobody is named."""
    stock, balance = paper.stock, paper.balance
    counts = {
        "homes": plural(stock.total.count, text.passage("home"), text.passage("homes")),
        "waiting": grouped(balance.total.waiting.count),
        "vacant": grouped(stock.vacant.count),
        "sale": grouped(stock.for_sale.count),
        "day": day_and_year(stock.day),
    }
    left_out = "lead_left_out" if stock.left_out else "lead"
    return sheet(
        paper.office,
        paper.issued,
        text,
        _blocks(paper, text) if balance.rows else (Paragraph(text.passage("nothing")),),
        PARTS if balance.rows else (),
        title=text.passage("title", **counts),
        lead=text.passage(left_out, **counts),
        reference={"day": short_day(stock.day)},
    )


def _blocks(paper: StockPaper, text: Text) -> tuple[Block, ...]:
    stock, balance = paper.stock, paper.balance
    return (
        *_figure(balance, text),
        Table(
            _balance_columns(text),
            tuple(
                (_group(row.group, text), *map(_cell, row.cells), _cell(row.total))
                for row in balance.rows
            ),
            caption=text.passage("caption"),
            total=(text.passage("total"), *map(_cell, balance.sizes), _cell(balance.total)),
            dense=True,
            part=PARTS[1],
        ),
        *_unknown(balance, text),
        Beside(
            _tables(stock, _LEFT_SIDE, text),
            _tables(stock, _RIGHT_SIDE, text),
            part=PARTS[2],
        ),
        Paragraph(text.passage("counted"), small=True),
    )


def _figure(balance: Balance, text: Text) -> tuple[Block, ...]:
    most = balance.most_wanting
    said = text.passage("nobody_waits")
    if most is not None:
        said = text.passage(
            "finding",
            group=_group(most.group, text),
            waiting=grouped(most.total.waiting.count),
            homes=grouped(most.total.homes.count),
        )
    series = (text.passage("series_homes"), text.passage("series_waiting"))
    drawn = balance.chart(said, series, lambda group: _group(group, text))
    return Heading(said), GroupedBars(drawn, part=PARTS[0])


def _unknown(balance: Balance, text: Text) -> tuple[Paragraph, ...]:
    if balance.unknown_before is None:
        return ()
    return (Paragraph(text.passage("unknown", day=day_and_year(balance.unknown_before))),)


def _balance_columns(text: Text) -> tuple[Column, ...]:
    sizes = (Column(text.passage(f"size_{size.value}"), _RIGHT, share=0.11) for size in HomeSize)
    group = Column(text.passage("column_group"), share=0.33)
    return (group, *sizes, Column(text.passage("column_sum"), _RIGHT, share=0.12))


def _cell(cell: BalanceCell) -> str:
    """«12 / 3»: dwellings and those who wait."""
    if not cell.homes.count and not cell.waiting.count:
        return "–"
    return f"{grouped(cell.homes.count)} / {grouped(cell.waiting.count)}"


def _group(group: TargetGroup | None, text: Text) -> str:
    return text.passage("group_none") if group is None else text.passage(group.value)


def _tables(stock: Stock, these: Iterable[StockBy], text: Text) -> tuple[Table, ...]:
    """One that does not part the stock is left out: it would say the total once more."""
    tables = (stock.by(by) for by in these)
    parting = (by for by in tables if len(by.lines) > 1 or by.by is StockBy.OWNER)
    return tuple(_table(table, text) for table in parting)


def _table(table: StockTable, text: Text) -> Table:
    shown = MOST_LINES - 1 if len(table.lines) > MOST_LINES else MOST_LINES
    lines, rest = table.lines[:shown], table.lines[shown:]
    rows = [(_value(table.by, line.value, text), grouped(line.figure.count)) for line in lines]
    if rest:
        others = sum(line.figure.count for line in rest)
        rows.append((text.passage("others", count=grouped(len(rest))), grouped(others)))
    return Table(
        (
            Column(text.passage(f"by_{table.by.value}"), share=0.76),
            Column(text.passage("column_count"), _RIGHT, share=0.24),
        ),
        tuple(rows),
        dense=True,
    )


def _value(by: StockBy, value: str, text: Text) -> str:
    if not value:
        return text.passage("owner_unknown" if by is StockBy.OWNER else "not_known")
    if by is StockBy.BEDROOMS:
        word = "bedroom" if value == "1" else "bedrooms"
        return plural(int(value), text.passage(word), text.passage(word))
    if by in {StockBy.KIND, StockBy.ACCESSIBLE, StockBy.STATUS}:
        return text.passage(f"{by.value}_{value}")
    return value
