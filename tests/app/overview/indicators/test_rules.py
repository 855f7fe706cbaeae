"""What the eight come to, by hand (E11), and the boundaries of periods (A9)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import DwellingId, Ref
from app.core.report_periods import ReportPeriod, ReportSpan, period_of, row_of
from app.dwellings.model import DwellingStatus
from app.overview.indicators import rules
from app.overview.indicators.model import Indicator, IndicatorTarget, IndicatorVerdict

Q3 = ReportPeriod(ReportSpan.QUARTER, date(2026, 7, 1))
Q4 = Q3.after


@pytest.mark.parametrize(
    ("span", "day", "first", "last", "number"),
    [
        (ReportSpan.QUARTER, date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30), 3),
        (ReportSpan.QUARTER, date(2026, 10, 1), date(2026, 10, 1), date(2026, 12, 31), 4),
        (ReportSpan.HALF_YEAR, date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30), 1),
        (ReportSpan.HALF_YEAR, date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31), 2),
        (ReportSpan.YEAR, date(2024, 2, 29), date(2024, 1, 1), date(2024, 12, 31), 1),
    ],
)
def test_boundaries_are_fixed(
    span: ReportSpan, day: date, first: date, last: date, number: int
) -> None:
    """A9: 1 January to 30 June is the same half-year whenever it is asked for."""
    period = period_of(span, day)
    assert (period.first, period.last, period.number) == (first, last, number)


@given(day=st.dates(date(2001, 1, 1), date(2090, 1, 1)), span=st.sampled_from(list(ReportSpan)))
def test_periods_follow_each_other_without_holes(day: date, span: ReportSpan) -> None:
    period = period_of(span, day)
    assert period.first <= day <= period.last
    assert period.before.last.toordinal() + 1 == period.first.toordinal()
    assert period.after.before == period
    assert [each.last for each in row_of(period, 8)][-1] == period.last


@given(part=st.integers(0, 500), more=st.integers(0, 500))
def test_all_and_none_are_said_only_of_all_and_none(part: int, more: int) -> None:
    whole = part + more
    if whole:
        value = rules.percent(part, whole)
        assert (value == 100) == (part == whole)
        assert (value == 0) == (part == 0)
        assert abs(value - 100 * part / whole) <= 1


def test_a_median_of_an_even_number_is_half_up() -> None:
    days = {Ref("application", 1): 10, Ref("application", 2): 13}
    assert rules.middle(Indicator.DAYS_TO_DECISION, days).value == 12
    assert rules.middle(Indicator.DAYS_TO_DECISION, {}).value is None


def test_a_dwelling_is_empty_until_it_is_let_and_repair_counts() -> None:
    """E11: 20 August to 30 September is 41 days; what cannot be let is not waited for."""
    let, ready = DwellingStatus.LET, DwellingStatus.READY
    one, two, three, four = (DwellingId(each) for each in (1, 2, 3, 4))
    rows = [
        (one, date(2020, 1, 1), let),
        (one, date(2026, 8, 20), DwellingStatus.MAINTENANCE),
        (one, date(2026, 9, 1), ready),
        (one, date(2026, 9, 30), let),
        (two, date(2026, 1, 1), ready),
        (two, date(2026, 6, 30), let),
        (three, date(2026, 7, 1), DwellingStatus.UNAVAILABLE),
        (three, date(2026, 9, 1), let),
        (four, date(2026, 8, 1), ready),
        (four, date(2026, 8, 1), let),
    ]
    assert rules.empty_stretches(rows, Q3.first, Q3.last) == (
        (one, date(2026, 8, 20), date(2026, 9, 30)),
    )


def test_a_target_holds_from_its_day_and_is_taken_away_from_a_day() -> None:
    nights = Indicator.TEMPORARY_NIGHTS
    rows = (
        IndicatorTarget(nights, date(2026, 1, 1), 300),
        IndicatorTarget(nights, date(2026, 10, 1), None),
    )
    assert rules.target_of(rows, nights, Q3) == 300
    assert rules.target_of(rows, nights, period_of(ReportSpan.HALF_YEAR, date(2026, 2, 1))) == 600
    assert rules.target_of(rows, nights, Q4) is None


def test_a_sum_that_still_grows_is_held_against_its_part_of_the_days() -> None:
    moves = Indicator.LEVEL_MOVES
    assert rules.aim_of(moves, Q4, 46, date(2026, 11, 15)) == 23  # 46 of 92 days
    assert rules.aim_of(moves, Q4, 46, date(2026, 12, 31)) == 46
    assert rules.aim_of(Indicator.WAITING, Q4, 30, date(2026, 10, 1)) == 30


@pytest.mark.parametrize(
    ("indicator", "value", "aim", "said"),
    [
        (Indicator.WAITING, 30, 30, IndicatorVerdict.REACHED),
        (Indicator.WAITING, 31, 30, IndicatorVerdict.NEAR),
        (Indicator.WAITING, 39, 30, IndicatorVerdict.NEAR),
        (Indicator.WAITING, 40, 30, IndicatorVerdict.MISSED),
        (Indicator.WITH_PLAN, 90, 90, IndicatorVerdict.REACHED),
        (Indicator.WITH_PLAN, 63, 90, IndicatorVerdict.NEAR),
        (Indicator.WITH_PLAN, 62, 90, IndicatorVerdict.MISSED),
        (Indicator.WITH_PLAN, 62, None, IndicatorVerdict.NO_TARGET),
        (Indicator.EVICTIONS_AVERTED, None, 75, IndicatorVerdict.NOT_KNOWN),
        (Indicator.TEMPORARY_NIGHTS, 0, 0, IndicatorVerdict.REACHED),
    ],
)
def test_how_a_value_stands_to_its_target(
    indicator: Indicator, value: int | None, aim: int | None, said: IndicatorVerdict
) -> None:
    assert rules.verdict(indicator, value, aim) is said
