"""A table of counts with its sums, whole and with numbers held back."""

from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts by row and column; the sums follow from them."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(map(sum, self.counts))


@dataclass(frozen=True, slots=True)
class HiddenTable:
    """The same table as others may see it: None is a number held back, never a zero."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None

    @property
    def hidden(self) -> int:
        """How many of its counts and sums are held back."""
        shown = (*self.row_totals, *self.column_totals, self.total)
        inside = tuple(count for row in self.counts for count in row)
        return sum(count is None for count in (*inside, *shown))
