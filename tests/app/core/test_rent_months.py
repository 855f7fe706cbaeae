"""Months of rent as they are kept and typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import rent_months as months
from app.core.errors import OfficeError


@pytest.mark.parametrize("typed", ["03.2026", "3.2026", "3/2026", "03-2026", " 2026-03 "])
def test_a_month_is_read_as_people_write_it(typed: str) -> None:
    assert months.read_month(typed) == "2026-03"


@pytest.mark.parametrize("typed", ["", "mars", "13.2026", "2026-00", "0000-01", "2026", "03.26"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(OfficeError, match="rent_month_unreadable"):
        months.read_month(typed)


@given(st.dates(date(1950, 1, 1), date(2098, 12, 31)))
def test_a_day_lies_in_its_month_and_months_follow_each_other(day: date) -> None:
    month = months.month_of(day)
    assert months.first_day(month) <= day <= months.last_day(month)
    after = months.month_after(month)
    assert (months.first_day(after) - months.last_day(month)).days == 1
    assert months.read_month(months.written_month(month)) == month
