"""The stock on a day by what it is, and the need beside it (B1 to B7, E12, E13). Nobody named."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import StrEnum

from app.applications.model import TargetGroup
from app.core.charts import BarChart, BarGroup
from app.core.ids import DwellingId
from app.core.records import dataclass
from app.dwellings.model import DwellingStatus, DwellingType
from app.overview.figures.model import Figure, HomeSize
from app.settings.model import OfficeProfile


class StockBy(StrEnum):
    """What the dwellings are counted by."""

    OWNER = "owner"
    ALLOCATOR = "allocator"
    KIND = "kind"
    BEDROOMS = "bedrooms"
    ACCESSIBLE = "accessible"
    AREA = "area"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Home:
    """One dwelling as it is on a day.

    `group` is whom it is for: the one group it is set aside for, else the group of the household
    that lives there, else None. `area` is the postal place.
    """

    id: DwellingId
    kind: DwellingType
    bedrooms: int | None
    accessible: bool
    area: str
    status: DwellingStatus
    owner: str
    allocator: str
    for_sale: bool
    group: TargetGroup | None


@dataclass(frozen=True, slots=True)
class StockLine:
    """The dwellings of one value: a name, a code, a number of bedrooms; empty when not known."""

    value: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class StockTable:
    """The whole stock parted by one thing: its lines add up to the total of the stock."""

    by: StockBy
    lines: tuple[StockLine, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What the municipality can allocate on a day; dwellings gone out of use are not counted.

    `for_sale` are counted until they are sold (B2), unless they were asked to be left out.
    """

    day: date
    total: Figure
    for_sale: Figure
    vacant: Figure
    tables: tuple[StockTable, ...]
    left_out: bool = False

    def by(self, what: StockBy) -> StockTable:
        """One of the tables."""
        return next(table for table in self.tables if table.by is what)


@dataclass(frozen=True, slots=True)
class BalanceCell:
    """Dwellings, how many of them can be let now, and households that wait."""

    homes: Figure
    vacant: Figure
    waiting: Figure


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One group by size, in the order of sizes; None is no group in particular."""

    group: TargetGroup | None
    cells: tuple[BalanceCell, ...]
    total: BalanceCell


@dataclass(frozen=True, slots=True)
class Balance:
    """Need against stock on a day: rows, sizes and total add up both ways (E12, E13).

    `unknown_before` is the day the register began to know who waits, when that came later.
    """

    day: date
    rows: tuple[BalanceRow, ...]
    sizes: tuple[BalanceCell, ...]
    total: BalanceCell
    unknown_before: date | None = None

    @property
    def most_wanting(self) -> BalanceRow | None:
        """The group with the most waiting for each dwelling it has; None when nobody waits."""
        named = [row for row in self.rows if row.group is not None and row.total.waiting.count]
        return max(named, key=_pressure, default=None)

    def chart(
        self,
        said: str,
        series: tuple[str, str],
        name: Callable[[TargetGroup | None], str],
    ) -> BarChart:
        """Two bars for each group: what there is, and who waits (E12).

        Dwellings of no group in particular are drawn only where somebody waits outside every
        group: they are most of the stock, and would make all the other bars the same.
        """
        groups = tuple(
            BarGroup(name(row.group), (row.total.homes.count, row.total.waiting.count))
            for row in self.rows
            if row.group is not None or row.total.waiting.count
        )
        return BarChart(said, series, groups)

    def cells(self) -> Iterator[tuple[TargetGroup | None, HomeSize, BalanceCell]]:
        """Every cell with its group and size."""
        for row in self.rows:
            for size, cell in zip(HomeSize, row.cells, strict=True):
                yield row.group, size, cell


def _pressure(row: BalanceRow) -> tuple[float, int]:
    waiting = row.total.waiting.count
    return waiting / max(row.total.homes.count, 1), waiting


@dataclass(frozen=True, slots=True)
class StockPaper:
    """What the printed page is made of."""

    office: OfficeProfile
    stock: Stock
    balance: Balance
    issued: datetime
