"""Tables in words, whole for the office and with small numbers held back for others. Pure."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import TypeVar

from app.core.ids import Ref
from app.core.words import LANGUAGE, word
from app.overview.figures.model import Figure
from app.overview.return_tables import linked
from app.overview.return_tables.model import (
    WHERE_THEY_STAY,
    FigureRow,
    FigureTable,
    ReturnTables,
    ShownRow,
    ShownTable,
    TableHead,
)
from app.overview.small_numbers.model import HiddenTable
from app.overview.small_numbers.rules import hide_together
from app.overview.snapshots.model import Answer

T = TypeVar("T")


def line(
    name: TableHead,
    rows: Iterable[Enum],
    cases: Iterable[T],
    key: Callable[[T], Enum | None],
    ref: Callable[[T], Ref],
    *,
    every: bool = False,
) -> FigureTable:
    """Cases by one trait, each in one row; rows without any are left out unless `every`."""
    known = tuple(cases)
    made = []
    for row in rows:
        behind = tuple(dict.fromkeys(ref(each) for each in known if key(each) is row))
        if behind or every:
            made.append(FigureRow(row, (Figure(f"{name.value}/{row.value}", behind),)))
    return FigureTable(name, (TableHead.COUNT,), tuple(made))


def crossed(
    name: TableHead,
    rows: Iterable[Enum],
    columns: Sequence[Enum],
    cases: Iterable[T],
    key: Callable[[T], tuple[Enum, Enum]],
    ref: Callable[[T], Ref],
) -> FigureTable:
    """Cases by two traits, each in one cell; rows without any are left out."""
    known = [(key(each), ref(each)) for each in cases]
    made = []
    for row in rows:
        figures = tuple(
            Figure(
                f"{name.value}/{row.value}/{column.value}",
                tuple(dict.fromkeys(about for at, about in known if at == (row, column))),
            )
            for column in columns
        )
        if any(figure.count for figure in figures):
            made.append(FigureRow(row, figures))
    return FigureTable(name, tuple(columns), tuple(made))


def answer(tables: ReturnTables, versions: dict[str, str]) -> Answer:
    """Every figure with its words, ready to be kept."""
    figures, words = [], {}
    for table in tables.tables:
        for row in table.rows:
            for column, figure in zip(table.columns, row.figures, strict=True):
                figures.append(_kept(table.name, figure))
                said = (word(table.name), word(row.name), word(column))
                words[figure.key] = ": ".join(said[: 2 if len(table.columns) == 1 else 3])
    return Answer(
        tables.kind, tables.first, tables.last, tuple(figures), versions=versions, words=words
    )


def _kept(table: TableHead, figure: Figure) -> Figure:
    """What is kept never changes: whom a number is of is not, where it tells where they stay."""
    return Figure(figure.key, value=figure.count) if table in WHERE_THEY_STAY else figure


def inside(tables: ReturnTables, language: str = LANGUAGE) -> tuple[ShownTable, ...]:
    """Every number as it is, for the office."""
    return tuple(_inside(table, language) for table in tables.tables)


def outside(tables: ReturnTables, least: int, language: str = LANGUAGE) -> tuple[ShownTable, ...]:
    """With small numbers held back, so that no other number gives them away (B16).

    Tables of the same people are looked at together. A row of a table without sums is held back
    whole when one of its numbers is, or when it is a sum that another table does not tell.
    """
    whole = [table for table in tables.tables if table.whole]
    hidden: dict[TableHead, HiddenTable] = {}
    for total in {table.total for table in whole}:
        same = [table for table in whole if table.total == total]
        together = hide_together([table.counts for table in same], least)
        hidden.update(zip((table.name for table in same), together, strict=True))
    loose = [row for table in tables.tables if not table.whole for row in table.rows]
    pairs = [(each, linked.closed(each, hidden[each.name], loose, least)) for each in whole]
    hidden = {table.name: found for table, found in pairs}
    return tuple(
        _told(table, _outside(table, hidden.get(table.name), least, pairs, language), language)
        for table in tables.tables
    )


def _columns(table: FigureTable, language: str) -> tuple[str, ...]:
    names = tuple(word(column, language) for column in table.columns)
    both = table.whole and len(names) > 1
    return (*names, word(TableHead.SUM, language)) if both else names


def _inside(table: FigureTable, language: str) -> ShownTable:
    rows = [_row(word(row.name, language), row.figures, table) for row in table.rows]
    if table.whole and len(table.rows) > 1:
        sums = [_sum(table, at) for at in range(len(table.columns))]
        rows.append(_row(word(TableHead.SUM, language), sums, table, is_sum=True))
    return ShownTable(word(table.name, language), _columns(table, language), tuple(rows))


def _sum(table: FigureTable, at: int) -> Figure:
    """All of a column."""
    figures = [row.figures[at] for row in table.rows]
    behind = dict.fromkeys(ref for figure in figures for ref in figure.behind)
    return Figure("", tuple(behind), sum(figure.count for figure in figures))


def _row(
    words: str, figures: Sequence[Figure], table: FigureTable, *, is_sum: bool = False
) -> ShownRow:
    counts: tuple[int, ...] = tuple(figure.count for figure in figures)
    behind = tuple(figure.behind for figure in figures)
    if table.whole and len(table.columns) > 1:
        counts = (*counts, sum(counts))
        behind = (*behind, tuple(dict.fromkeys(ref for each in behind for ref in each)))
    return ShownRow(words, counts, behind, is_sum)


def _outside(
    table: FigureTable,
    hidden: HiddenTable | None,
    least: int,
    pairs: linked.Pairs,
    language: str,
) -> tuple[ShownRow, ...]:
    if hidden is None:
        return tuple(
            ShownRow(
                word(row.name, language),
                tuple(None if back and each.count else each.count for each in row.figures),
            )
            for row in table.rows
            for back in (linked.held_back(row, least, pairs),)
        )
    wide = len(table.columns) > 1
    rows = tuple(
        ShownRow(word(row.name, language), (*counts, total) if wide else counts)
        for row, counts, total in zip(table.rows, hidden.counts, hidden.row_totals, strict=True)
    )
    if len(table.rows) > 1:
        sums = (*hidden.column_totals, hidden.total) if wide else (hidden.total,)
        rows = (*rows, ShownRow(word(TableHead.SUM, language), sums, is_sum=True))
    return rows


def _told(table: FigureTable, rows: tuple[ShownRow, ...], language: str) -> ShownTable:
    hidden = sum(count is None for row in rows for count in row.counts)
    return ShownTable(word(table.name, language), _columns(table, language), rows, hidden)
