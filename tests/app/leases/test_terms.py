"""The days of a lease: never a gap, never an overlap, never a day too short."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.dated import Kind
from app.core.periods import add
from app.core.working_days import adjust
from app.leases import rules, terms
from app.leases.model import LeaseState
from app.settings.rulebook import deadline_for
from tests.app.leases.papers import FACTS, PARAMETERS, a_lease

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31))


def test_hl_56_only_terms_under_the_least_count() -> None:
    signed = (
        (date(2020, 1, 1), date(2022, 12, 31)),
        (date(2023, 1, 1), date(2023, 12, 31)),
        (date(2024, 2, 29), date(2027, 2, 28)),
    )
    assert terms.short_terms(signed, PARAMETERS) == 1


@pytest.mark.parametrize(
    ("year", "month", "day", "due"),
    [
        (2026, 12, 1, date(2026, 12, 1)),
        (2027, 5, 1, date(2027, 5, 3)),  # 1 May, a Saturday
        (2027, 5, 17, date(2027, 5, 18)),
        (2026, 11, 1, date(2026, 11, 2)),  # a Sunday
        (2027, 3, 25, date(2027, 3, 30)),  # Maundy Thursday to Easter Monday
    ],
)
def test_hl_11_the_due_day_moves_to_the_next_working_day(
    year: int, month: int, day: int, due: date
) -> None:
    assert terms.due_date(year, month, day) == due


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 12, 1), 36, date(2029, 11, 30)),
        (date(2026, 12, 15), 36, date(2029, 12, 14)),
        (date(2025, 3, 1), 36, date(2028, 2, 29)),
        (date(2026, 3, 1), 12, date(2027, 2, 28)),
        (date(2028, 2, 29), 36, date(2031, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
    ],
)
def test_the_last_day_of_a_term(start: date, months: int, end: date) -> None:
    assert terms.term_end(start, months) == end


@given(DAYS, st.integers(1, 120))
def test_the_next_term_begins_the_day_after_and_never_a_day_early(start: date, months: int) -> None:
    following = terms.term_end(start, months) + timedelta(days=1)
    whole = 12 * (following.year - start.year) + following.month - start.month
    if following.day == start.day:
        assert whole == months
    else:
        assert following.day == 1
        assert whole == months + 1
        assert (following - timedelta(days=1)).day < start.day


@given(DAYS, st.integers(1, 60), st.integers(1, 60))
def test_terms_in_a_row_neither_part_nor_overlap(start: date, first: int, second: int) -> None:
    end = terms.term_end(start, first)
    following = end + timedelta(days=1)
    last = terms.term_end(following, second)
    assert not terms.overlap(start, end, following, last)
    assert terms.overlap(start, end, end, last)
    if start.day <= 28:
        assert last == terms.term_end(start, first + second)


@given(DAYS, st.integers(1, 120))
def test_a_longer_term_never_ends_earlier(start: date, months: int) -> None:
    assert terms.term_end(start, months) < terms.term_end(start, months + 1)
    assert terms.term_end(start, months) >= start + timedelta(days=27)


@given(DAYS)
def test_three_years_hold_from_any_day(start: date) -> None:
    draft = a_lease(start=start, end=terms.term_end(start, 36))
    assert rules.check(draft, PARAMETERS, FACTS) == ()
    shorter = a_lease(start=start, end=terms.term_end(start, 36) - timedelta(days=1))
    codes = {problem.code for problem in rules.check(shorter, PARAMETERS, FACTS)}
    assert codes == {"term_too_short"}


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 5, 31), LeaseState.SIGNED),
        (date(2026, 6, 1), LeaseState.RUNNING),
        (date(2026, 11, 30), LeaseState.RUNNING),
        (date(2026, 12, 1), LeaseState.PAST_TERM),
        (date(2027, 3, 1), LeaseState.PAST_TERM),  # 28 February is a Sunday
        (date(2027, 3, 2), LeaseState.TURNED_OPEN_ENDED),
    ],
)
def test_hl_42_a_lease_turns_open_ended_by_itself_after_three_months(
    day: date, state: LeaseState
) -> None:
    signed, start, end = LeaseState.SIGNED, date(2026, 6, 1), date(2026, 11, 30)
    assert terms.state_on(signed, start, end, day, PARAMETERS) is state


def test_hl_42_a_request_to_move_in_time_keeps_it_from_turning() -> None:
    signed, start, end = LeaseState.SIGNED, date(2026, 6, 1), date(2026, 11, 30)
    for sent, state in (
        (date(2027, 2, 26), LeaseState.PAST_TERM),
        (date(2027, 3, 2), LeaseState.TURNED_OPEN_ENDED),
    ):
        found = terms.state_on(
            signed, start, end, date(2027, 6, 1), PARAMETERS, move_out_request_sent=sent
        )
        assert found is state


@given(DAYS, st.integers(1, 60), st.integers(-400, 4000))
def test_what_is_not_signed_never_moves_by_itself(start: date, months: int, days: int) -> None:
    day, end = start + timedelta(days=days), terms.term_end(start, months)
    for stored in (LeaseState.DRAFT, LeaseState.TO_SIGN, LeaseState.CANCELLED, LeaseState.ENDED):
        assert terms.state_on(stored, start, end, day, PARAMETERS) is stored
    assert terms.state_on(LeaseState.SIGNED, start, None, max(day, start), PARAMETERS) is (
        LeaseState.RUNNING
    )


@pytest.mark.parametrize(
    ("start", "due_day", "first"),
    [
        (date(2026, 12, 1), 1, date(2026, 12, 1)),
        (date(2026, 12, 15), 1, date(2027, 1, 4)),  # New Year's Day, then a weekend
        (date(2026, 12, 15), 20, date(2026, 12, 21)),
        (date(2026, 12, 31), 28, date(2027, 1, 28)),
    ],
)
def test_hl_11_the_first_rent_is_due_in_the_lease(start: date, due_day: int, first: date) -> None:
    assert terms.first_due(replace(a_lease(start=start), due_day=due_day)) == first


def test_a_lease_without_a_first_day_has_no_first_rent() -> None:
    assert terms.first_due(a_lease(start=None)) is None


HL_DEADLINES = [
    key for key, each in PARAMETERS.items() if key.startswith("hl.") and each.kind is Kind.DEADLINE
]


@pytest.mark.parametrize("key", HL_DEADLINES)
@given(day=st.dates(date(2010, 1, 1), date(2060, 12, 31)))
def test_hl_05_every_deadline_of_the_act_is_counted_by_one_and_the_same_rule(
    key: str, day: date
) -> None:
    """Section 1-6: the last day is moved to a working day, as the courts count (DL-03, DL-12)."""
    counted = deadline_for(PARAMETERS, key, day)
    assert counted.nominal == add(PARAMETERS.period(key, day), day)
    assert counted.moved == adjust(counted.nominal)
    assert counted.last_safe_day <= counted.nominal <= counted.moved
