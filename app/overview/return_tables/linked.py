"""Rows that are sums of another table's cells, so that neither gives the other away. Pure (B16)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.core.ids import Ref
from app.overview.return_tables.model import FigureRow, FigureTable
from app.overview.small_numbers.model import HiddenTable

Cell = tuple[int, int]
Pairs = Sequence[tuple[FigureTable, HiddenTable]]


def held_back(row: FigureRow, least: int, pairs: Pairs) -> bool:
    """Whether a row without a sum would tell a small number, by itself or with another table."""
    if any(0 < each.count < least for each in row.figures):
        return True
    return any(_tells_sum(each, *pair) for each in _cases(row) for pair in pairs)


def closed(
    table: FigureTable, hidden: HiddenTable, loose: Iterable[FigureRow], least: int
) -> HiddenTable:
    """The same with all but the zeroes and the sum of all held back, where some of its cells
    together are a small number of another table."""
    sums = [cells for _, cells in _sums(table, hidden)]
    small = (each for row in loose for each in _cases(row) if len(each) < least)
    together = (_parts(each, table) for each in small)
    if not any(len(cells) > 1 and cells not in sums for cells in together):
        return hidden
    return replace(
        hidden,
        counts=tuple(tuple(0 if count == 0 else None for count in row) for row in hidden.counts),
        row_totals=tuple(0 if count == 0 else None for count in hidden.row_totals),
        column_totals=tuple(0 if count == 0 else None for count in hidden.column_totals),
    )


def _cases(row: FigureRow) -> Iterator[frozenset[Ref]]:
    """Those of each cell, and of the whole row."""
    cells = [frozenset(figure.behind) for figure in row.figures]
    yield from (each for each in (frozenset[Ref]().union(*cells), *cells) if each)


def _parts(cases: frozenset[Ref], table: FigureTable) -> frozenset[Cell]:
    """The cells that together hold just those cases; none where there are no such."""
    cells = _cells(table)
    inside = frozenset(cell for cell, behind in cells.items() if behind <= cases)
    return inside if sum(len(cells[cell]) for cell in inside) == len(cases) else frozenset()


def _cells(table: FigureTable) -> dict[Cell, frozenset[Ref]]:
    return {
        (at, beside): frozenset(figure.behind)
        for at, row in enumerate(table.rows)
        for beside, figure in enumerate(row.figures)
        if figure.count
    }


def _sums(table: FigureTable, hidden: HiddenTable) -> Iterator[tuple[int | None, frozenset[Cell]]]:
    """Each sum of a table as it is told, with the cells it is of."""
    cells = _cells(table)
    yield hidden.total, frozenset(cells)
    for at, told in enumerate(hidden.row_totals):
        yield told, frozenset(cell for cell in cells if cell[0] == at)
    for at, told in enumerate(hidden.column_totals):
        yield told, frozenset(cell for cell in cells if cell[1] == at)


def _tells_sum(cases: frozenset[Ref], table: FigureTable, hidden: HiddenTable) -> bool:
    """Whether those are the cases of some cells together, whose sum the table does not tell."""
    inside = _parts(cases, table)
    if all(hidden.counts[at][beside] is not None for at, beside in inside):
        return False
    return not any(told is not None and inside == of for told, of in _sums(table, hidden))
