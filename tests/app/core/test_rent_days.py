"""A month's sum for some of its days: whole øre, a whole month exactly the sum."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Ore
from app.core.rent_days import for_days

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
SUMS = st.integers(0, 5_000_000).map(Ore)


@given(SUMS, DAYS)
def test_a_whole_month_is_exactly_the_monthly_sum(monthly: Ore, day: date) -> None:
    first = day.replace(day=1)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    assert for_days(monthly, first, last) == monthly


@given(SUMS, DAYS, st.integers(0, 400))
def test_a_day_more_never_costs_less_and_never_more_than_its_share(
    monthly: Ore, first: date, days: int
) -> None:
    last = first + timedelta(days=days)
    step = for_days(monthly, first, last) - for_days(monthly, first, last - timedelta(days=1))
    assert 0 <= step <= monthly // 28 + 1


def test_ten_days_of_a_month_of_thirty_are_a_third() -> None:
    assert for_days(Ore(900_000), date(2026, 11, 21), date(2026, 11, 30)) == 300_000
    assert for_days(Ore(900_000), date(2026, 12, 1), date(2026, 11, 30)) == 0
    assert for_days(Ore(1_000_000), date(2026, 1, 31), date(2026, 1, 31)) == 32_258
