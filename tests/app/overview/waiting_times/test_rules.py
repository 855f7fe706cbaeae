"""Medians, months and groups that add up, over many lists."""

from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import TargetGroup
from app.core.ids import ApplicationId
from app.overview.waiting_times import rules
from app.overview.waiting_times.model import StillWaiting, Wait

DAY = date(2026, 1, 1)
DAYS = st.integers(0, 900).map(lambda days: DAY + timedelta(days=days))
GROUPS = st.none() | st.sampled_from(list(TargetGroup))
WAITS = st.lists(
    st.builds(
        Wait,
        st.integers(1, 10**6).map(ApplicationId),
        GROUPS,
        st.none() | st.integers(0, 6),
        DAYS,
        st.none() | DAYS,
        DAYS,
    )
)
STILL = st.lists(
    st.builds(
        StillWaiting,
        st.integers(1, 10**6).map(ApplicationId),
        GROUPS,
        st.none() | st.integers(0, 6),
        DAYS,
    )
)


@given(waits=WAITS, still=STILL)
def test_every_case_stands_once_in_its_group_and_once_in_its_size(
    waits: list[Wait], still: list[StillWaiting]
) -> None:
    told = rules.times(waits, still, DAY, DAY + timedelta(days=900))
    for parts in (told.by_group, told.by_size):
        assert sum(each.cases.count for each in parts) == told.total.cases.count == len(waits)
        assert sum(each.waiting.count for each in parts) == told.total.waiting.count == len(still)
        for each in parts:
            assert (each.median is None) == (each.cases.count < rules.FEW)
            if each.median is not None and each.least is not None and each.most is not None:
                assert each.least <= each.median <= each.most


@given(st.lists(st.integers(0, 4000), min_size=1).map(sorted))
def test_the_middle_is_the_median_half_a_day_up(days: list[int]) -> None:
    assert rules.middle(days) == -int(-median(days) // 1)


@given(st.lists(st.tuples(DAYS, st.none() | st.integers(1, 200))), DAYS)
def test_how_many_waited_is_who_had_come_and_not_left(
    drawn: list[tuple[date, int | None]], day: date
) -> None:
    """B5: a value for any past day."""
    spells = [
        (since, None if days is None else since + timedelta(days=days)) for since, days in drawn
    ]
    (point,) = rules.over_time(spells, (day,))
    here = sum(since <= day and (until is None or until > day) for since, until in spells)
    assert point.value == here


def test_months_end_with_the_last_day_asked_for() -> None:
    found = rules.month_ends(date(2025, 12, 31), date(2026, 2, 10))
    assert found == (date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 10))


def test_a_period_that_ends_on_the_first_of_a_month_ends_there() -> None:
    first = date(2026, 2, 1)
    assert rules.month_ends(first, first) == (first,)
    assert rules.month_ends(date(2026, 1, 31), first) == (date(2026, 1, 31), first)
    assert rules.period_problems(first, first, None, first) == ()
