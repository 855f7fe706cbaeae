"""When and how much a rent may change, as the law counts."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.core.ids import LeaseId
from app.core.money import Ore, kroner
from app.core.periods import Period, Unit, add
from app.core.price_index import MILLION
from app.leases.rents import rules
from app.leases.rents.model import (
    Correction,
    Fixing,
    IndexLink,
    IndexStep,
    IndexValue,
    RentChange,
    RentChangeKind,
    RentChangeState,
    RentDraft,
    ToldFixing,
)
from app.leases.rents.series import Series
from tests.app.leases.papers import PARAMETERS

NOV, JUN = date(2026, 11, 1), date(2025, 6, 1)
SERIES = Series((IndexValue(JUN, "2015", 1402), IndexValue(NOV, "2015", 1446)))
STEP = SERIES.step(JUN, NOV)
FIXED = Fixing(date(2025, 7, 1), JUN, date(2024, 1, 1))
TODAY = date(2026, 11, 23)
MONTH = Period(1, Unit.MONTHS)
DRAFT = RentDraft(RentChangeKind.INDEX, date(2027, 1, 1), kroner(8457), JUN, NOV)
DEMAND = RentDraft(
    RentChangeKind.PREVAILING, date(2027, 6, 1), kroner(9000), reference="Ti boliger i Lia"
)
days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
sums = st.integers(1, 10_000_000).map(Ore)
tenths = st.integers(1, 50_000)


def codes(draft: RentDraft, fixing: Fixing = FIXED, series: Series = SERIES) -> list[str]:
    found = rules.check(draft, kroner(8200), fixing, series, TODAY, PARAMETERS)
    return [problem.code for problem in found]


def a_change(kind: RentChangeKind, day: date, state: RentChangeState) -> RentChange:
    return RentChange(
        1, LeaseId(1), kind, state, kroner(8200), kroner(8400), day, day.replace(day=1), day
    )


@given(sums, tenths, tenths, st.one_of(st.none(), st.integers(1, 3 * MILLION)))
def test_hl_22_index_never_gives_more_than_the_index_and_loses_less_than_a_krone(
    old: Ore, before: int, after: int, factor: int | None
) -> None:
    link = IndexLink("2025", "2015", factor, "SSB") if factor else None
    new_base = "2025" if link else "2015"
    step = IndexStep(IndexValue(JUN, "2015", before), IndexValue(NOV, new_base, after), link)
    exact = Fraction(old) * after / before * Fraction(factor or MILLION, MILLION)
    limit = rules.index_limit(old, step)
    assert limit <= exact < limit + 100
    assert limit % 100 == 0


def test_hl_22_a_worked_sum() -> None:
    """8 200 kroner × 144,6 / 140,2 is 8 457,35: rounded down."""
    assert rules.index_limit(kroner(8200), STEP) == kroner(8457)


@given(days)
def test_hl_24_the_last_day_to_send_leaves_the_whole_month(day: date) -> None:
    effective = rules.first_of_month(day)
    last = rules.last_sending(effective, MONTH)
    assert add(MONTH, last) <= effective < add(MONTH, last + timedelta(days=1))


@given(days, days)
def test_hl_23_hl_24_the_earliest_day_is_a_year_after_and_told_a_month_before(
    since: date, sent: date
) -> None:
    first = rules.index_from(Fixing(since, since, since), sent, PARAMETERS)
    assert first.day == 1
    assert first >= add(Period(12, Unit.MONTHS), since)
    assert first >= add(MONTH, sent)
    before = (first - timedelta(days=1)).replace(day=1)
    assert before < add(Period(12, Unit.MONTHS), since) or before < add(MONTH, sent)


@given(days, days)
def test_hl_25_hl_26_gjengs_leie_is_never_earlier_than_any_of_its_three_days(
    free: date, sent: date
) -> None:
    since = free + timedelta(days=400)
    fixing = Fixing(since, since, free)
    first = rules.prevailing_from(fixing, sent, PARAMETERS)
    demanded = max(sent, add(Period(30, Unit.MONTHS), free))
    assert first >= add(Period(6, Unit.MONTHS), demanded)
    assert first >= add(Period(12, Unit.MONTHS), since)
    assert first.day == 1


def test_hl_25_in_practice_three_years_after_the_first_day() -> None:
    fixing = Fixing(date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1))
    assert rules.demand_from(fixing, PARAMETERS, TODAY) == date(2028, 7, 1)
    assert rules.prevailing_from(fixing, TODAY, PARAMETERS) == date(2029, 1, 1)


def test_a_change_that_keeps_the_law_has_no_problem() -> None:
    assert codes(DRAFT) == []
    assert codes(DEMAND) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"effective_on": None}, "rent_day_missing"),
        ({"effective_on": date(2026, 12, 1)}, "rent_day_too_early"),
        ({"effective_on": date(2027, 1, 15)}, "rent_day_mid_month"),
        ({"new_rent": None}, "rent_missing"),
        ({"new_rent": kroner(8458)}, "rent_above_index"),
        ({"new_rent": Ore(845650)}, "rent_has_ore"),
        ({"new_rent": kroner(8200)}, "rent_not_raised"),
        ({"new_rent": Ore(-100)}, "sum_negative"),
        ({"base_month": None}, "index_month_untold"),
        ({"base_month": date(2025, 5, 1)}, "index_month_before_fixing"),
        ({"new_month": date(2026, 10, 1)}, "index_month_missing"),
        ({"base_month": NOV, "new_month": NOV}, "index_gives_no_rise"),
    ],
)
def test_bad_input_is_told_beside_its_field(changed: dict[str, object], code: str) -> None:
    draft = replace(DRAFT, **changed)  # type: ignore[arg-type]  # the draft's own fields
    assert code in codes(draft)


def test_hl_23_within_a_year_is_refused_with_the_day_it_may_be() -> None:
    fixing = replace(FIXED, since=date(2026, 7, 1))
    found = rules.check(DRAFT, kroner(8200), fixing, SERIES, TODAY, PARAMETERS)
    assert [(each.code, each.remedy) for each in found] == [
        ("rent_day_within_year", date(2027, 7, 1))
    ]


def test_hl_22_a_rent_whose_last_change_is_not_known_is_not_adjusted() -> None:
    assert codes(DRAFT, replace(FIXED, sure=False)) == ["rent_fixing_unknown"]
    assert "rent_fixing_unknown" in codes(DEMAND, replace(FIXED, sure=False))


def test_hl_29_values_of_different_bases_are_never_divided() -> None:
    values = (IndexValue(JUN, "2015", 1402), IndexValue(NOV, "2025", 1021))
    assert codes(DRAFT, series=Series(values)) == ["index_base_differs"]
    link = IndexLink("2025", "2015", 1_402_000, "SSB tabell 1")
    linked = Series(values, (link,)).step(JUN, NOV)
    assert linked.ratio == Fraction(1021, 1402) * Fraction(1402, 1000)
    with pytest.raises(OfficeError):  # a factor is not turned around
        Series(values, (IndexLink("2015", "2025", 713_267, "SSB"),)).step(JUN, NOV)


def test_hl_29_one_base_is_taken_before_a_link() -> None:
    both = (*SERIES.values, IndexValue(NOV, "2025", 1021))
    step = Series(both, (IndexLink("2025", "2015", 2 * MILLION, "SSB"),)).step(JUN, NOV)
    assert step.link is None
    assert step.new.base == "2015"


def test_hl_21_what_is_compared_with_is_kept() -> None:
    assert codes(replace(DEMAND, reference=" ")) == ["rent_reference_missing"]


def test_hl_25_a_demand_before_thirty_months_is_refused() -> None:
    fixing = replace(FIXED, free_since=date(2025, 1, 1))
    assert "prevailing_too_early" in codes(DEMAND, fixing)


def test_hl_26_less_than_six_months_ahead_is_refused() -> None:
    early = replace(DEMAND, effective_on=date(2027, 5, 1))
    assert codes(early) == ["rent_day_too_early"]


@pytest.mark.parametrize(
    ("sent", "withdrawn", "today", "state"),
    [
        (None, None, date(2026, 12, 1), RentChangeState.TO_SEND),
        (None, None, date(2026, 12, 2), RentChangeState.NOT_TOLD),
        (date(2026, 12, 1), None, date(2026, 12, 31), RentChangeState.COMING),
        (date(2026, 12, 1), None, date(2027, 1, 1), RentChangeState.HOLDS),
        (date(2026, 12, 2), None, date(2027, 1, 1), RentChangeState.NOT_TOLD),
        (date(2026, 12, 1), date(2026, 12, 30), date(2027, 1, 1), RentChangeState.WITHDRAWN),
        (date(2026, 12, 1), date(2027, 1, 1), date(2027, 1, 1), RentChangeState.HOLDS),
    ],
)
def test_hl_24_a_change_holds_only_if_it_was_sent_in_time(
    sent: date | None, withdrawn: date | None, today: date, state: RentChangeState
) -> None:
    effective, send_by = date(2027, 1, 1), date(2026, 12, 1)
    assert rules.state_of(effective, send_by, sent, withdrawn, today) is state


def test_the_last_fixing_is_the_last_change_that_counts() -> None:
    start = date(2022, 1, 1)
    index = a_change(RentChangeKind.INDEX, date(2024, 1, 1), RentChangeState.HOLDS)
    failed = a_change(RentChangeKind.INDEX, date(2025, 1, 1), RentChangeState.NOT_TOLD)
    level = a_change(RentChangeKind.PREVAILING, date(2026, 1, 1), RentChangeState.HOLDS)
    known = rules.fixing_of(date(2021, 12, 10), start, (), issued_here=True)
    assert known == Fixing(start, date(2021, 12, 1), start)
    by_index = rules.fixing_of(start, start, (index, failed), issued_here=True)
    assert by_index == Fixing(date(2024, 1, 1), date(2024, 1, 1), start)
    both = rules.fixing_of(start, start, (index, failed, level), issued_here=True)
    assert both == Fixing(date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1))


def test_what_is_told_of_a_lease_from_a_sheet_makes_it_sure() -> None:
    start = date(2019, 1, 1)
    assert not rules.fixing_of(start, start, (), issued_here=False).sure
    told = a_change(RentChangeKind.TOLD_INDEX, date(2025, 1, 1), RentChangeState.HOLDS)
    fixing = rules.fixing_of(start, start, (told,), issued_here=False)
    assert fixing.sure
    assert fixing.free_since == start
    other = a_change(RentChangeKind.TOLD_OTHER, date(2025, 1, 1), RentChangeState.HOLDS)
    assert rules.fixing_of(start, start, (other,), issued_here=False).free_since.year == 2025


def test_hl_28_a_correction_only_lowers_from_a_day_that_has_been() -> None:
    start, rent = date(2026, 1, 1), kroner(8200)
    good = Correction(date(2026, 2, 1), kroner(8000), "Feil indeks")
    assert rules.check_correction(good, rent, start, TODAY) == ()
    for changed, code in (
        ({"rent": kroner(8200)}, "correction_not_lower"),
        ({"since": date(2027, 1, 1)}, "day_in_future"),
        ({"since": date(2025, 1, 1)}, "rent_before_lease"),
        ({"reason": ""}, "reason_missing"),
        ({"rent": Ore(790050)}, "rent_has_ore"),
    ):
        bad = replace(good, **changed)
        assert code in [each.code for each in rules.check_correction(bad, rent, start, TODAY)]


def test_hl_28_what_was_paid_too_much_is_summed() -> None:
    paid = [kroner(8200), kroner(8200), kroner(7900)]
    assert rules.overpaid(paid, kroner(8000)) == kroner(400)


def test_what_is_told_needs_a_day_and_a_month_that_have_been() -> None:
    start = date(2020, 1, 1)
    assert rules.check_told(ToldFixing(date(2025, 1, 1), JUN), start, TODAY) == ()
    found = rules.check_told(ToldFixing(None, date(2027, 1, 1)), start, TODAY)
    assert [each.code for each in found] == ["day_missing", "index_month_in_future"]
