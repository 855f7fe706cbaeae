"""B17: every settled household rents, is out or is not known; the anniversary at its edge."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.overview.cohorts import rules
from app.overview.cohorts.model import Cohort, SettledHome

DAY = date(2026, 11, 23)
DAYS = st.integers(0, 4000).map(lambda days: DAY - timedelta(days=days))


def _home(application: int, settled: date, gone: int | None, rents: bool) -> SettledHome:
    left = None if gone is None or rents else settled + timedelta(days=gone)
    return SettledHome(application, 2, settled, rents, left)


HOMES = st.lists(
    st.builds(_home, st.integers(1, 10**6), DAYS, st.none() | st.integers(0, 2000), st.booleans()),
    unique_by=lambda home: home.application,
)


@given(HOMES)
def test_every_household_stands_once(homes: list[SettledHome]) -> None:
    told = rules.cohorts(homes, DAY)
    for each in (*told.years, told.total):
        parts = each.rents.count + each.left.count + each.not_known.count
        assert parts == each.households.count
        shares = [within.left.count for within in each.within]
        assert all(within.left.count <= within.of for within in each.within)
        assert shares[0] <= len(homes)
    assert sum(each.households.count for each in told.years) == told.total.households.count
    assert told.total.households.count == len(homes)
    assert sum(each.persons for each in told.years) == told.total.persons == 2 * len(homes)


def _within(settled: date, left: date | None, day: date, rents: bool = False) -> Cohort:
    return rules.cohorts([SettledHome(1, 3, settled, rents, left)], day).total


def test_b12_within_three_years_at_its_edges() -> None:
    """The day before, the day and the day after the anniversary."""
    came, three = date(2023, 11, 1), date(2026, 11, 1)
    before, after = three - timedelta(days=1), three + timedelta(days=1)
    assert _within(came, before, three).within[2].left.count == 1
    assert _within(came, three, after).within[2].left.count == 0
    assert _within(came, None, before, rents=True).within[2].of == 0
    assert _within(came, None, three, rents=True).within[2].of == 1


def test_who_is_settled_later_is_not_there_yet() -> None:
    assert rules.cohorts([SettledHome(1, 3, DAY + timedelta(days=1))], DAY).years == ()
