"""Which days are worked, which are not, and what moves because of it."""

from datetime import date

import holidays
import pytest

from app.core.working_days import (
    adjust,
    assumed_arrival,
    is_working_day,
    last_safe_day,
    public_holidays,
)

D = date.fromisoformat
# skjærtorsdag, langfredag, 1. and 2. påskedag, Kristi himmelfart, 1. and 2. pinsedag
CHURCH = {
    2025: "04-17 04-18 04-20 04-21 05-29 06-08 06-09",
    2026: "04-02 04-03 04-05 04-06 05-14 05-24 05-25",
    2027: "03-25 03-26 03-28 03-29 05-06 05-16 05-17",
    2028: "04-13 04-14 04-16 04-17 05-25 06-04 06-05",
    2029: "03-29 03-30 04-01 04-02 05-10 05-20 05-21",
    2030: "04-18 04-19 04-21 04-22 05-30 06-09 06-10",
}


@pytest.mark.parametrize(("year", "church"), CHURCH.items())
def test_the_holidays_are_those_of_the_acts(year: int, church: str) -> None:
    fixed = "01-01 05-01 05-17 12-25 12-26"
    wanted = {D(f"{year}-{day}") for day in f"{church} {fixed}".split()}
    assert public_holidays(year) == wanted


@pytest.mark.parametrize("year", range(1947, 2101))
def test_they_are_those_a_library_of_many_countries_gives(year: int) -> None:
    """Which is not asked at work: it reads every country in the world first."""
    assert public_holidays(year) == frozenset(holidays.country_holidays("NO", years=year))


@pytest.mark.parametrize("day", ["2026-12-24", "2026-12-31", "2025-12-24"])
def test_the_eves_are_working_days(day: str) -> None:
    assert is_working_day(D(day))


def test_easter_eve_is_closed_only_because_it_is_a_saturday() -> None:
    assert D("2026-04-04") not in public_holidays(2026)
    assert not is_working_day(D("2026-04-04"))


def test_the_office_may_close_on_further_days() -> None:
    closed = {D("2026-12-24"), D("2026-12-28")}
    assert adjust(D("2026-12-24"), closed) == D("2026-12-29")
    assert last_safe_day(D("2026-12-27"), closed) == D("2026-12-23")


def test_post_is_taken_to_arrive_after_three_working_days() -> None:
    assert assumed_arrival(D("2026-11-20")) == D("2026-11-25")
    assert assumed_arrival(D("2026-04-01")) == D("2026-04-09")
