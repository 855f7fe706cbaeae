"""Every vector of the deadline rules, and what must hold for any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.deadlines import Ending, Party, deadline, earliest_action
from app.core.periods import Period, Unit, add, notice_end
from app.core.working_days import (
    adjust,
    is_working_day,
    last_safe_day,
)

D = date.fromisoformat
days = st.dates(D("2000-01-01"), D("2090-12-31"))
periods = st.builds(Period, st.integers(0, 400), st.sampled_from(Unit)).filter(
    lambda p: p.unit is not Unit.YEARS or p.amount < 10
)


@pytest.mark.parametrize(
    ("amount", "unit", "start", "end"),
    [
        (14, Unit.DAYS, "2026-03-20", "2026-04-07"),
        (2, Unit.WEEKS, "2026-03-02", "2026-03-16"),
        (2, Unit.WEEKS, "2026-03-19", "2026-04-07"),
        (2, Unit.WEEKS, "2026-04-17", "2026-05-04"),
        (2, Unit.WEEKS, "2026-12-11", "2026-12-28"),
        (3, Unit.WEEKS, "2026-11-02", "2026-11-23"),
        (3, Unit.WEEKS, "2026-12-04", "2026-12-28"),
        (1, Unit.MONTHS, "2026-01-31", "2026-03-02"),
        (1, Unit.MONTHS, "2026-04-01", "2026-05-04"),
        (1, Unit.MONTHS, "2026-11-21", "2026-12-21"),
        (3, Unit.MONTHS, "2026-06-30", "2026-09-30"),
        (3, Unit.MONTHS, "2026-11-30", "2027-03-01"),
        (5, Unit.WEEKS, "2026-11-23", "2026-12-28"),
        (6, Unit.WEEKS, "2026-11-03", "2026-12-15"),
        (1, Unit.YEARS, "2024-02-29", "2025-02-28"),
    ],
)
def test_a_deadline_ends_on_the_moved_day(amount: int, unit: Unit, start: str, end: str) -> None:
    assert adjust(add(Period(amount, unit), D(start))) == D(end)


@pytest.mark.parametrize(
    ("months", "given_on", "end"),
    [
        (3, "2026-01-01", "2026-04-30"),
        (3, "2026-01-15", "2026-04-30"),
        (3, "2026-01-31", "2026-04-30"),
        (3, "2026-02-01", "2026-05-31"),
        (3, "2026-11-21", "2027-02-28"),
        (3, "2026-11-30", "2027-02-28"),
        (1, "2026-11-21", "2026-12-31"),
    ],
)
def test_a_notice_ends_with_a_month_and_is_not_moved(months: int, given_on: str, end: str) -> None:
    assert notice_end(months, D(given_on)) == D(end)


def test_a_waiting_step_comes_the_day_after_the_moved_end() -> None:
    wait = deadline(
        "TV-02", Period(2, Unit.WEEKS), D("2026-03-19"), basis="§ 4-18", protects=Party.CITIZEN
    )
    assert (wait.nominal, wait.moved) == (D("2026-04-02"), D("2026-04-07"))
    assert wait.earliest_action == D("2026-04-08")
    assert earliest_action(D("2026-03-16")) == D("2026-03-17")


@pytest.mark.parametrize(
    ("protects", "acts", "warn"),
    [
        # the municipality's own right: the earlier day, and a working one
        (Party.MUNICIPALITY, None, "2027-02-26"),
        # the citizen's right lasts through the moved day
        (Party.CITIZEN, None, "2027-03-01"),
        # what the municipality owes the citizen is never put off to the moved day
        (Party.CITIZEN, Party.MUNICIPALITY, "2027-02-26"),
    ],
)
def test_whom_it_protects_decides_the_day_to_warn_of(
    protects: Party, acts: Party | None, warn: str
) -> None:
    found = deadline(
        "HL-42",
        Period(3, Unit.MONTHS),
        D("2026-11-30"),
        basis="husleieloven § 9-2 tredje ledd",
        protects=protects,
        acts=acts,
    )
    assert (found.nominal, found.moved) == (D("2027-02-28"), D("2027-03-01"))
    assert found.last_safe_day == D("2027-02-26")
    assert found.warn_day == D(warn)


def test_a_term_is_the_day_itself() -> None:
    found = deadline(
        "HL-23",
        Period(12, Unit.MONTHS),
        D("2026-02-01"),
        basis="",
        protects=Party.CITIZEN,
        ending=Ending.EXACT,
    )
    assert found.nominal == found.moved == found.earliest_action == D("2027-02-01")


def test_counting_backwards_never_takes_time_from_the_reader() -> None:
    found = deadline(
        "HL-24",
        Period(1, Unit.MONTHS),
        D("2026-06-01"),
        basis="",
        protects=Party.CITIZEN,
        acts=Party.MUNICIPALITY,
        ending=Ending.BEFORE,
    )
    assert found.nominal == found.moved == D("2026-05-01")
    assert found.warn_day == D("2026-04-30")


def test_a_notice_is_counted_in_months() -> None:
    with pytest.raises(ValueError, match="months"):
        deadline(
            "HL-63",
            Period(2, Unit.WEEKS),
            D("2026-01-01"),
            basis="",
            protects=Party.CITIZEN,
            ending=Ending.MONTH_END,
        )


@given(days, periods)
def test_order_of_the_days(start: date, period: Period) -> None:
    nominal = add(period, start)
    assert start <= nominal
    assert last_safe_day(nominal) <= nominal <= adjust(nominal)
    assert is_working_day(last_safe_day(nominal))
    assert is_working_day(adjust(nominal))
    assert (last_safe_day(nominal) == nominal) == is_working_day(nominal)


@given(days, st.integers(0, 30))
def test_weeks_end_on_the_same_weekday(start: date, weeks: int) -> None:
    end = add(Period(weeks, Unit.WEEKS), start)
    assert end.weekday() == start.weekday()
    assert end == start + timedelta(days=7 * weeks)


@given(days, st.integers(-60, 60))
def test_months_end_on_the_same_day_or_the_last(start: date, months: int) -> None:
    end = add(Period(months, Unit.MONTHS), start)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(days, st.integers(1, 12))
def test_a_notice_gives_at_least_its_months(day: date, months: int) -> None:
    end = notice_end(months, day)
    assert (end + timedelta(days=1)).day == 1
    assert end >= add(Period(months, Unit.MONTHS), day)
