"""Tables of figures whose rows and columns are known states, so that their words are one."""

from dataclasses import field
from datetime import date
from enum import Enum, StrEnum

from app.core.ids import Ref
from app.core.records import dataclass
from app.overview.figures.model import Figure
from app.overview.small_numbers.model import CountTable
from app.overview.snapshots.model import ReturnKind

HELD_BACK = "skjult"


class TableHead(StrEnum):
    """The name of a table, of its only column, or of its sums."""

    COUNT = "count"
    SUM = "sum"
    HOMELESS_PLACE = "homeless_place"
    HOMELESS_SEX = "homeless_sex"
    HOMELESS_AGE = "homeless_age"
    HOMELESS_INCOME = "homeless_income"
    HOMELESS_BORN = "homeless_born"
    HOMELESS_HEALTH = "homeless_health"
    HOMELESS_EVICTED = "homeless_evicted"
    HOMELESS_LENGTH = "homeless_length"
    HOMELESS_BEFORE = "homeless_before"
    HUSBANKEN_USE = "husbanken_use"
    HUSBANKEN_CLAUSES = "husbanken_clauses"
    EVICTION_STEPS = "eviction_steps"
    EVICTION_OUTCOMES = "eviction_outcomes"
    EVICTION_GROUNDS = "eviction_grounds"
    ADVICE_FLOW = "advice_flow"
    ADVICE_OUTCOMES = "advice_outcomes"
    ADVICE_TOPICS = "advice_topics"
    ADVICE_WAITING = "advice_waiting"
    NEEDS_OPEN = "needs_open"
    NEEDS_MAIN = "needs_main"


WHERE_THEY_STAY = frozenset({TableHead.HOMELESS_PLACE})


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: what it counts, and its figures by column."""

    name: Enum
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table. Where it is `whole`, each case stands in one cell, and it has sums.

    Otherwise a case may stand in several cells or none, and there are no sums to tell.
    """

    name: TableHead
    columns: tuple[Enum, ...]
    rows: tuple[FigureRow, ...]
    whole: bool = True

    @property
    def counts(self) -> CountTable:
        """The bare numbers."""
        return CountTable(
            tuple(str(row.name.value) for row in self.rows),
            tuple(str(column.value) for column in self.columns),
            tuple(tuple(figure.count for figure in row.figures) for row in self.rows),
        )

    @property
    def total(self) -> int:
        """All of its cells."""
        return self.counts.total


@dataclass(frozen=True, slots=True)
class ReturnTables:
    """A return for its days; `last` is the day of what is counted on a day."""

    kind: ReturnKind
    first: date
    last: date
    tables: tuple[FigureTable, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing in any of them."""
        return not any(table.total for table in self.tables)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as it is shown: None is a number held back; `behind` the cases, none when held back."""

    words: str
    counts: tuple[int | None, ...]
    behind: tuple[tuple[Ref, ...], ...] = field(default=(), repr=False)
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table in words, with its sums where it has them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    hidden: int = 0

    @property
    def whole(self) -> int | None:
        """All in the only column, where shares of it can be told."""
        sums = [row.counts[0] for row in self.rows if row.is_sum]
        return sums[0] if sums and len(self.columns) == 1 else None

    def share(self, row: ShownRow) -> int | None:
        """The row's share in whole per cent; None where either number is not told (B16)."""
        whole, count = self.whole, row.counts[0]
        return None if not whole or count is None else round(100 * count / whole)


def shown(count: int | None) -> str:
    """«12», or that it is held back."""
    return HELD_BACK if count is None else str(count)


def share_words(share: int | None) -> str:
    """«36 %», or a dash where it cannot be told."""
    return "–" if share is None else f"{share}\N{NO-BREAK SPACE}%"
