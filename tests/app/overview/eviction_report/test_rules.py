"""A year of cases, counted."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage, LossKind
from app.overview.eviction_report.model import CaseFacts
from app.overview.eviction_report.rules import days_to_contact, of_year, report

TODAY = date(2026, 11, 22)


def case(
    opened_on: date,
    outcome: EvictionOutcome | None = None,
    ended_on: date | None = None,
    *,
    children: int = 0,
    stages: tuple[tuple[EvictionStage, date], ...] = (),
    signal: date | None = None,
    contact: date | None = None,
) -> CaseFacts:
    """One about unpaid rent."""
    return CaseFacts(
        opened_on,
        LossKind.EVICTION,
        EnforcementGround.UNPAID_RENT,
        stages,
        outcome,
        ended_on,
        children,
        signal,
        contact,
    )


def test_the_averted_share_is_of_those_that_ended_that_year() -> None:
    kept = case(date(2025, 12, 1), EvictionOutcome.PAID, date(2026, 1, 10))
    lost = case(date(2026, 2, 1), EvictionOutcome.CARRIED_OUT, date(2026, 4, 1))
    running = case(date(2026, 3, 1))
    year = of_year([kept, lost, running], 2026)
    assert (year.cases, year.ended, year.averted, year.share) == (2, 2, 1, 50)


def test_a_year_in_which_nothing_ended_has_no_share() -> None:
    assert of_year([case(date(2026, 3, 1))], 2026).share is None


def test_moving_before_the_day_is_no_home_kept() -> None:
    moved = case(date(2026, 1, 5), EvictionOutcome.MOVED_TO_OTHER_HOME, date(2026, 2, 1))
    assert of_year([moved], 2026).averted == 0


def test_a_stage_is_counted_in_the_year_it_was_first_reached() -> None:
    stages = (
        (EvictionStage.DATE_SET, date(2025, 12, 20)),
        (EvictionStage.DATE_SET, date(2026, 1, 8)),
    )
    postponed = case(date(2025, 11, 1), stages=stages)
    assert dict(of_year([postponed], 2025).reached)[EvictionStage.DATE_SET] == 1
    assert dict(of_year([postponed], 2026).reached)[EvictionStage.DATE_SET] == 0


def test_one_that_was_heard_of_late_has_been_through_what_comes_before() -> None:
    late = case(date(2026, 3, 1), stages=((EvictionStage.COMMENT_PERIOD, date(2026, 3, 1)),))
    reached = dict(of_year([late], 2026).reached)
    assert (reached[EvictionStage.PETITION_FILED], reached[EvictionStage.DATE_SET]) == (1, 0)


def test_children_are_counted_by_household_and_by_head() -> None:
    year = of_year([case(date(2026, 1, 5), children=3), case(date(2026, 1, 6))], 2026)
    assert (year.with_children, year.children) == (1, 3)


def test_days_to_contact_are_the_median_of_those_that_are_known() -> None:
    first = date(2026, 3, 2)
    cases = [
        case(first, signal=first, contact=date(2026, 3, 5)),
        case(first, signal=first, contact=date(2026, 3, 12)),
        case(first, signal=first, contact=date(2026, 4, 2)),
        case(first, signal=first),
    ]
    year = of_year(cases, 2026)
    assert (year.days_to_contact, year.known) == (10, 3)
    assert days_to_contact(cases[3]) is None


def test_no_case_is_no_year() -> None:
    assert report([], TODAY).years == ()


_days = st.dates(date(2023, 1, 1), TODAY)


@given(st.lists(st.tuples(_days, st.sampled_from(EvictionOutcome), st.integers(0, 400))))
def test_every_case_is_opened_in_one_year_and_ends_in_one(
    drawn: list[tuple[date, EvictionOutcome, int]],
) -> None:
    cases = [
        case(opened, outcome, date.fromordinal(opened.toordinal() + days))
        for opened, outcome, days in drawn
    ]
    years = report(cases, TODAY).years
    assert sum(year.cases for year in years) == len(cases)
    assert sum(year.ended for year in years) == len(cases)
    assert all(year.share is None or 0 <= year.share <= 100 for year in years)
    assert [year.year for year in years] == sorted((y.year for y in years), reverse=True)
