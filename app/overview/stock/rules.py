"""The stock and the need counted. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, Ref
from app.core.order import sort_key
from app.dwellings.model import DwellingStatus, DwellingType
from app.overview.figures.model import Figure, HomeSize
from app.overview.figures.sizes import size_of
from app.overview.stock.model import (
    Balance,
    BalanceCell,
    BalanceRow,
    Home,
    Stock,
    StockBy,
    StockLine,
    StockTable,
)

Wish = tuple[ApplicationId, TargetGroup | None, int | None]
"""An application that waits, its group, and how many bedrooms it asks for."""
_CODES: dict[StockBy, tuple[str, ...]] = {
    StockBy.KIND: tuple(each.value for each in DwellingType),
    StockBy.STATUS: tuple(each.value for each in DwellingStatus),
    StockBy.ACCESSIBLE: ("yes", "no"),
}
_VALUE: dict[StockBy, Callable[[Home], str]] = {
    StockBy.OWNER: lambda home: home.owner,
    StockBy.ALLOCATOR: lambda home: home.allocator,
    StockBy.KIND: lambda home: home.kind.value,
    StockBy.BEDROOMS: lambda home: "" if home.bedrooms is None else str(home.bedrooms),
    StockBy.ACCESSIBLE: lambda home: "yes" if home.accessible else "no",
    StockBy.AREA: lambda home: home.area,
    StockBy.STATUS: lambda home: home.status.value,
}


def stock(homes: Iterable[Home], day: date, *, leave_out_for_sale: bool = False) -> Stock:
    """Every table of the dwellings in use; the lines of each add up to the total."""
    in_use = [home for home in homes if home.status is not DwellingStatus.RETIRED]
    counted = [home for home in in_use if not (leave_out_for_sale and home.for_sale)]
    return Stock(
        day=day,
        total=_homes("stock", counted),
        for_sale=_homes("for_sale", [home for home in in_use if home.for_sale]),
        vacant=_homes("vacant", [home for home in counted if _vacant(home)]),
        tables=tuple(_table(by, counted) for by in StockBy),
        left_out=leave_out_for_sale,
    )


def _table(by: StockBy, homes: Iterable[Home]) -> StockTable:
    parts: dict[str, list[Home]] = defaultdict(list)
    for home in homes:
        parts[_VALUE[by](home)].append(home)
    lines = (StockLine(value, _homes(value or "unknown", part)) for value, part in parts.items())
    return StockTable(by, tuple(sorted(lines, key=lambda line: _place(by, line))))


def _place(by: StockBy, line: StockLine) -> tuple[bool, float, str]:
    """Codes and bedrooms in their own order, names by how many they have; not known last."""
    if by in _CODES:
        return not line.value, _CODES[by].index(line.value), ""
    if by is StockBy.BEDROOMS:
        return not line.value, int(line.value or 0), ""
    return not line.value, -line.figure.count, sort_key(line.value)


def balance(homes: Iterable[Home], wishes: Iterable[Wish], day: date) -> Balance:
    """Each dwelling and each waiting household stands in one group and one size."""
    has: dict[tuple[TargetGroup | None, HomeSize], list[Home]] = defaultdict(list)
    asks: dict[tuple[TargetGroup | None, HomeSize], list[ApplicationId]] = defaultdict(list)
    for home in homes:
        if home.status is not DwellingStatus.RETIRED:
            has[home.group, size_of(home.bedrooms)].append(home)
    for application, group, bedrooms in wishes:
        asks[group, size_of(bedrooms)].append(application)
    named = [group for group in TargetGroup if any(key[0] is group for key in (*has, *asks))]
    groups: list[TargetGroup | None] = list(named)
    if any(key[0] is None for key in (*has, *asks)):
        groups.append(None)
    rows = tuple(
        _row(group, [(has[group, size], asks[group, size]) for size in HomeSize])
        for group in groups
    )
    sizes = tuple(_sum([row.cells[at] for row in rows]) for at in range(len(HomeSize)))
    return Balance(day, rows, sizes, _sum(sizes))


def _row(
    group: TargetGroup | None, parts: Sequence[tuple[list[Home], list[ApplicationId]]]
) -> BalanceRow:
    cells = tuple(
        BalanceCell(
            _homes("homes", homes),
            _homes("vacant", [home for home in homes if _vacant(home)]),
            Figure("waiting", tuple(Ref("application", each) for each in applications)),
        )
        for homes, applications in parts
    )
    return BalanceRow(group, cells, _sum(cells))


def _sum(cells: Sequence[BalanceCell]) -> BalanceCell:
    return BalanceCell(
        Figure("homes", tuple(ref for cell in cells for ref in cell.homes.behind)),
        Figure("vacant", tuple(ref for cell in cells for ref in cell.vacant.behind)),
        Figure("waiting", tuple(ref for cell in cells for ref in cell.waiting.behind)),
    )


def _vacant(home: Home) -> bool:
    return home.status is DwellingStatus.READY


def _homes(key: str, homes: Iterable[Home]) -> Figure:
    return Figure(key, tuple(Ref("dwelling", home.id) for home in homes))
