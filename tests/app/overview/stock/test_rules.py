"""Every table adds up to the stock; rows, columns and total of the need add up both ways."""

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, DwellingId, Ref
from app.dwellings.model import DwellingStatus, DwellingType
from app.overview.figures.model import HomeSize
from app.overview.figures.sizes import size_of
from app.overview.stock import rules
from app.overview.stock.model import BalanceCell, Home, StockBy

DAY = date(2026, 11, 23)
GROUPS = st.none() | st.sampled_from(list(TargetGroup))
BEDROOMS = st.none() | st.integers(0, 9)
NAMES = st.sampled_from(("", "Stiftelsen", "Åsen", "lia"))
HOMES = st.lists(
    st.builds(
        Home,
        st.integers(1, 10**6).map(DwellingId),
        st.sampled_from(DwellingType),
        BEDROOMS,
        st.booleans(),
        NAMES,
        st.sampled_from(DwellingStatus),
        NAMES,
        NAMES,
        st.booleans(),
        GROUPS,
    ),
    unique_by=lambda home: home.id,
)
WISHES = st.lists(
    st.tuples(st.integers(1, 10**6).map(ApplicationId), GROUPS, BEDROOMS),
    unique_by=lambda wish: wish[0],
)


@given(homes=HOMES, left_out=st.booleans())
def test_the_lines_of_every_table_add_up_to_the_stock(homes: list[Home], left_out: bool) -> None:
    """B1 to B4."""
    told = rules.stock(homes, DAY, leave_out_for_sale=left_out)
    in_use = [home for home in homes if home.status is not DwellingStatus.RETIRED]
    kept = [home for home in in_use if not (left_out and home.for_sale)]
    for by in StockBy:
        behind = [ref for line in told.by(by).lines for ref in line.figure.behind]
        assert sorted(ref.id for ref in behind) == sorted(home.id for home in kept)
    assert told.total.count == len(kept)
    assert told.for_sale.count == sum(home.for_sale for home in in_use)


@given(homes=HOMES, wishes=WISHES)
def test_need_against_stock_adds_up_both_ways(homes: list[Home], wishes: list[rules.Wish]) -> None:
    """E12, E13: rows, sizes and total equal the stock and the list, case by case."""
    told = rules.balance(homes, wishes, DAY)
    in_use = {Ref("dwelling", h.id) for h in homes if h.status is not DwellingStatus.RETIRED}
    waiting = {Ref("application", application) for application, _, _ in wishes}
    assert set(told.total.homes.behind) == in_use
    assert set(told.total.waiting.behind) == waiting
    counts: tuple[Callable[[BalanceCell], int], ...] = (
        lambda cell: cell.homes.count,
        lambda cell: cell.vacant.count,
        lambda cell: cell.waiting.count,
    )
    for count in counts:
        total = count(told.total)
        assert sum(count(row.total) for row in told.rows) == total
        assert sum(count(size) for size in told.sizes) == total
        assert sum(count(cell) for _, _, cell in told.cells()) == total
        for row in told.rows:
            assert sum(map(count, row.cells)) == count(row.total)
        for at, size in enumerate(told.sizes):
            assert sum(count(row.cells[at]) for row in told.rows) == count(size)


@given(homes=HOMES, wishes=WISHES)
def test_the_bars_are_the_numbers_of_the_rows(homes: list[Home], wishes: list[rules.Wish]) -> None:
    told = rules.balance(homes, wishes, DAY)
    drawn = told.chart("", ("Boliger", "Venter"), lambda group: str(group))
    assert [bar.values for bar in drawn.groups] == [
        (row.total.homes.count, row.total.waiting.count)
        for row in told.rows
        if row.group is not None or row.total.waiting.count
    ]


def test_sizes() -> None:
    found = [size_of(bedrooms) for bedrooms in (None, 0, 1, 2, 3, 4, 7)]
    assert found == [
        HomeSize.UNKNOWN,
        HomeSize.ONE,
        HomeSize.ONE,
        HomeSize.TWO,
        HomeSize.THREE,
        HomeSize.FOUR,
        HomeSize.FOUR,
    ]
