"""Which numbers are held back so that none of them can be worked out from the rest. Pure (B16).

A table with its sums is a net: in every row and column the counts less their sum are zero. A
hidden number may be another one when one may be moved around a ring of hidden numbers without
any of them falling below one. So every hidden number must lie on such a ring; where it does not,
the cheapest ring is closed by hiding more.
"""

from collections.abc import Collection, Iterator, Sequence
from heapq import heappop, heappush

from app.overview.small_numbers.model import CountTable, HiddenTable

Cell = tuple[int, int]
_SUM, _TOTAL = 10**6, 10**12
"""What it costs to hide a sum, and the sum of all, beside the numbers themselves."""


def hide(table: CountTable, least: int, also: Collection[Cell] = ()) -> HiddenTable:
    """Hold back counts and sums of 1 to `least` - 1, and those that would give them away.

    Zeroes are shown. `also` are held back since another table would give them away.

    Whoever knows that no hidden number is zero still finds two or more values
    for each of them that fit all that is shown.
    """
    net = _Net(table)
    hidden = {cell for cell in net.cells() if 0 < net.values[cell] < least}
    hidden.update(cell for cell in also if net.values[cell])
    while exposed := next((each for each in sorted(hidden) if not net.free(each, hidden)), None):
        hidden.update(net.cover(exposed, hidden))
    return net.told(hidden)


def hide_line(
    counts: Sequence[int], least: int, also: Collection[int] = ()
) -> tuple[tuple[int | None, ...], int | None]:
    """The same for counts in one line and their sum; of `also` the sum is the one after them."""
    names = tuple(str(number) for number in range(len(counts)))
    table = CountTable(names, ("",), tuple((count,) for count in counts))
    found = hide(table, least, tuple((at, 0) for at in also))
    return tuple(row[0] for row in found.counts), found.total


def hide_together(tables: Sequence[CountTable], least: int) -> tuple[HiddenTable, ...]:
    """Tables of the same people, which share nothing but the sum of all.

    Where one of them must hide that sum, everything but the zeroes is held back in each of them.
    """
    found = tuple(hide(table, least) for table in tables)
    if any(each.total is None for each in found):
        return tuple(_all_hidden(table) for table in tables)
    return found


def _all_hidden(table: CountTable) -> HiddenTable:
    net = _Net(table)
    return net.told({cell for cell in net.cells() if net.values[cell]})


class _Net:
    """The table with its sums as one more row and column."""

    def __init__(self, table: CountTable) -> None:
        self._table = table
        self._last = (len(table.rows), len(table.columns))
        rows = [(*row, sum(row)) for row in table.counts]
        sums = tuple(sum(row[at] for row in rows) for at in range(self._last[1] + 1))
        self.values = {
            (row, column): count
            for row, counts in enumerate((*rows, sums))
            for column, count in enumerate(counts)
        }

    def cells(self) -> Iterator[Cell]:
        """All of them, the sums too."""
        return iter(self.values)

    def free(self, cell: Cell, hidden: set[Cell]) -> bool:
        """Whether it could be one more or one less, all else that is shown being as it is."""
        return any(self._ring(cell, by, hidden, widen=False) is not None for by in (1, -1))

    def cover(self, cell: Cell, hidden: set[Cell]) -> set[Cell]:
        """The cheapest others that make it free when they are hidden too."""
        rings = (self._ring(cell, by, hidden, widen=True) for by in (1, -1))
        return set(min((ring for ring in rings if ring is not None), key=lambda ring: ring[0])[1])

    def told(self, hidden: set[Cell]) -> HiddenTable:
        """What is shown."""
        last_row, last_column = self._last

        def shown(row: int, column: int) -> int | None:
            return None if (row, column) in hidden else self.values[row, column]

        rows, columns = range(last_row), range(last_column)
        return HiddenTable(
            self._table.rows,
            self._table.columns,
            tuple(tuple(shown(row, column) for column in columns) for row in rows),
            tuple(shown(row, last_column) for row in rows),
            tuple(shown(last_row, column) for column in columns),
            shown(*self._last),
        )

    def _sign(self, cell: Cell) -> int:
        """How it counts in the net: a sum against its counts, the sum of all with them."""
        sums = (cell[0] == self._last[0]) + (cell[1] == self._last[1])
        return -1 if sums == 1 else 1

    def _cost(self, cell: Cell, hidden: set[Cell]) -> int:
        if cell in hidden:
            return 0
        if cell == self._last:
            return _TOTAL
        is_sum = cell[0] == self._last[0] or cell[1] == self._last[1]
        return self.values[cell] + (_SUM if is_sum else 0)

    def _ring(
        self, cell: Cell, by: int, hidden: set[Cell], *, widen: bool
    ) -> tuple[int, tuple[Cell, ...]] | None:
        """The cheapest ring through a cell that changes it by one, or None.

        `widen` lets it go over numbers that are not hidden yet.
        """
        if self.values[cell] + by < 1:
            return None
        row, column = ("row", cell[0]), ("column", cell[1])
        start, end = (column, row) if by * self._sign(cell) > 0 else (row, column)
        heap: list[tuple[int, tuple[Cell, ...], tuple[str, int]]] = [(0, (), start)]
        seen: set[tuple[str, int]] = set()
        while heap:
            cost, path, at = heappop(heap)
            if at == end:
                return cost, path
            if at in seen:
                continue
            seen.add(at)
            for step, after in self._steps(at):
                if step != cell and self.values[step] and (widen or step in hidden):
                    more = self._cost(step, hidden)
                    heappush(heap, (cost + more, (*path, step), after))
        return None

    def _steps(self, at: tuple[str, int]) -> Iterator[tuple[Cell, tuple[str, int]]]:
        """The cells one may go over: from a row those that count more, from a column less."""
        kind, number = at
        if kind == "row":
            for column in range(self._last[1] + 1):
                step = (number, column)
                if self._sign(step) > 0 or self.values[step] > 1:
                    yield step, ("column", column)
        else:
            for row in range(self._last[0] + 1):
                step = (row, number)
                if self._sign(step) < 0 or self.values[step] > 1:
                    yield step, ("row", row)
