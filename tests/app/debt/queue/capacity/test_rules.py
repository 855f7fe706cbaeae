"""The expected start: exact minutes of the days that are worked, always with its range (GJ-13)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.working_days import is_working_day
from app.debt.queue.capacity import rules
from app.debt.queue.capacity.model import (
    Absence,
    AbsenceDraft,
    Capacity,
    CapacityDraft,
    DebtAbsenceKind,
    Supply,
)
from app.debt.queue.model import Expected

MONDAY = date(2026, 11, 23)
HALF = Capacity(date(2026, 1, 1), 50, 2250, 15, 20, 30)
"""18 hours and 45 minutes a week: 3 hours 45 minutes a day."""


def calm(count: int) -> list[bool]:
    """So many in the queue, nobody acute."""
    return [False] * count


def away(first: date, last: date) -> Absence:
    return Absence(1, DebtAbsenceKind.HOLIDAY, first, last)


def test_the_first_begins_at_once_and_each_next_when_the_hours_before_are_worked() -> None:
    full = Capacity(date(2026, 1, 1), 100, 2250, 15, 15, 15)  # two days for each case
    found = rules.expected(calm(4), Supply((full,)), MONDAY)
    days = [each.likely for each in found if each]
    assert days == [MONDAY + timedelta(days=ahead) for ahead in (0, 2, 4, 8)]


def test_b13_half_a_position_takes_a_case_of_20_hours_in_little_more_than_a_week() -> None:
    first, second, *_ = rules.expected(calm(3), Supply((HALF,)), MONDAY)
    assert first == Expected(MONDAY, MONDAY, MONDAY)
    # 15 hours are 4 days, 20 are 5⅓, 30 are 8
    assert second == Expected(date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 3))


def test_cases_in_work_are_finished_first() -> None:
    busy = Supply((HALF,), active=2, left_percent=50)  # two halves: one whole case
    assert (
        rules.expected(calm(1), busy, MONDAY)[0]
        == rules.expected(calm(2), Supply((HALF,)), MONDAY)[1]
    )


def test_gj_02_the_acute_do_not_wait_for_work_that_is_begun() -> None:
    busy = Supply((HALF,), active=3, left_percent=50)
    acute, calm_one, acute_too = rules.expected([True, False, True], busy, MONDAY)
    free = rules.expected(calm(3), Supply((HALF,)), MONDAY)
    assert (acute, acute_too) == (free[0], free[2])
    assert calm_one is not None
    assert free[1] is not None
    assert calm_one.likely > free[1].likely


def test_nobody_works_on_holidays_nor_while_away() -> None:
    full = Capacity(date(2026, 1, 1), 100, 2250, 15, 15, 15)
    christmas = rules.expected(calm(2), Supply((full,)), date(2026, 12, 24))
    # Thursday 24th and Monday 28th are worked; 25th and 26th are holidays
    assert [each.likely for each in christmas if each] == [date(2026, 12, 24), date(2026, 12, 29)]
    gone = Supply((full,), (away(date(2026, 12, 28), date(2027, 1, 3)),))
    found = rules.expected(calm(2), gone, date(2026, 12, 24))
    assert [each.likely for each in found if each] == [date(2026, 12, 24), date(2027, 1, 5)]


def test_a_change_from_a_coming_day_counts_from_that_day() -> None:
    more = replace(HALF, since=date(2026, 12, 7), share_percent=100)
    before = rules.expected(calm(9), Supply((HALF,)), MONDAY)
    after = rules.expected(calm(9), Supply((HALF, more)), MONDAY)
    assert before[:2] == after[:2]
    assert before[8] is not None
    assert after[8] is not None
    assert after[8].likely < before[8].likely


def test_of_two_from_the_same_day_the_one_told_last_holds() -> None:
    corrected = replace(HALF, share_percent=60)
    assert rules.in_force((HALF, corrected), MONDAY) is corrected
    assert rules.in_force((HALF,), date(2025, 12, 31)) is None


@pytest.mark.parametrize(
    "supply", [Supply(()), Supply((replace(HALF, share_percent=0),))], ids=["none told", "zero"]
)
def test_without_capacity_no_start_is_guessed(supply: Supply) -> None:
    assert rules.expected(calm(2), supply, MONDAY) == (None, None)


def test_a_start_further_ahead_than_five_years_is_not_told() -> None:
    little = Capacity(date(2026, 1, 1), 1, 2250, 20, 30, 40)
    first, *_, last = rules.expected(calm(20), Supply((little,)), MONDAY)
    assert first is not None
    assert last is None


def test_instead_takes_what_was_planned_after_it_away() -> None:
    later = replace(HALF, since=date(2027, 1, 1), share_percent=0)
    other = replace(HALF, since=MONDAY, share_percent=100)
    assert rules.instead((HALF, later), other) == (HALF, other)


hours = st.tuples(*[st.integers(1, 60)] * 3).map(sorted)


@given(hours, st.integers(5, 300), st.integers(0, 6), st.integers(1, 8))
def test_the_range_holds_its_order_and_every_start_is_a_day_somebody_works(
    three: list[int], share: int, active: int, count: int
) -> None:
    row = Capacity(date(2026, 1, 1), share, 2250, three[0], three[1], three[2])
    found = rules.expected(calm(count), Supply((row,), (), active, 50), MONDAY)
    known = [each for each in found if each is not None]
    for each in known:
        assert MONDAY <= each.first <= each.likely <= each.last
        assert all(is_working_day(day) for day in (each.first, each.likely, each.last))
    assert [each.likely for each in known] == sorted(each.likely for each in known)


@given(hours, st.integers(10, 100), st.integers(1, 100), st.integers(1, 6))
def test_more_of_a_position_never_makes_anyone_wait_longer(
    three: list[int], share: int, more: int, count: int
) -> None:
    row = Capacity(date(2026, 1, 1), share, 2250, three[0], three[1], three[2])
    before = rules.expected(calm(count), Supply((row,)), MONDAY)
    after = rules.expected(calm(count), Supply((replace(row, share_percent=share + more),)), MONDAY)
    for old, new in zip(before, after, strict=True):
        if old is not None:
            assert new is not None
            assert (new.first, new.likely, new.last) <= (old.first, old.likely, old.last)


# what is typed

GOOD = CapacityDraft(MONDAY, 50, 2250, 15, 20, 30)


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"since": None}, "since", "debt_capacity_day_missing"),
        ({"share_percent": None}, "share_percent", "debt_capacity_number_missing"),
        ({"share_percent": -1}, "share_percent", "debt_capacity_outside"),
        ({"week_minutes": 3001}, "week_minutes", "debt_capacity_outside"),
        ({"usual_hours": 0}, "usual_hours", "debt_capacity_outside"),
        ({"least_hours": 21}, "least_hours", "debt_hours_turned"),
        ({"most_hours": 19}, "most_hours", "debt_hours_turned"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    wrong: dict[str, object], field: str, code: str
) -> None:
    found = rules.check(replace(GOOD, **wrong))  # type: ignore[arg-type]  # fields by name
    assert (field, code) in [(each.field, each.code) for each in found]
    assert rules.check(GOOD) == ()


def test_days_away_have_a_kind_and_end_after_they_begin() -> None:
    turned = AbsenceDraft(DebtAbsenceKind.HOLIDAY, MONDAY, MONDAY - timedelta(days=1))
    assert [each.code for each in rules.check_absence(turned)] == ["debt_absence_turned"]
    codes = [each.code for each in rules.check_absence(AbsenceDraft())]
    assert codes == ["debt_absence_kind_missing", *["debt_absence_day_missing"] * 2]
    one_day = AbsenceDraft(DebtAbsenceKind.COURSE, MONDAY, MONDAY)
    assert rules.check_absence(one_day) == ()


def test_an_unchecked_draft_is_not_made_into_a_capacity() -> None:
    with pytest.raises(ValueError, match="check the draft"):
        rules.capacity(CapacityDraft())
