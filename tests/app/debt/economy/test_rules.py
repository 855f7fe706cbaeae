"""What is asked about beside a field of the economy, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.money import Ore, kroner
from app.debt.economy import rules
from app.debt.economy.model import (
    LIVES,
    BudgetHousehold,
    ChildDraft,
    CostDraft,
    CostKind,
    DebtorStatus,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    LineDraft,
    NetIncome,
    OwnedDraft,
    monthly,
)
from app.settings.rule_files import load_parameters

TODAY = date(2026, 11, 23)
PARAMETERS = load_parameters()
PAY = IncomeDraft(IncomeKind.WORK, kroner(24_000), Interval.MONTH)


def codes(draft: LineDraft) -> list[tuple[str, str]]:
    """Field and code of each problem."""
    found = rules.check_line(draft, TODAY, PARAMETERS)
    return [(each.field, each.code) for each in found]


def test_a_whole_line_is_right() -> None:
    assert codes(PAY) == []
    assert codes(CostDraft(CostKind.POWER, kroner(1_800), Interval.MONTH)) == []
    assert codes(OwnedDraft(AssetKind.CAR, kroner(40_000), owed=kroner(90_000))) == []


def test_an_empty_line_says_all_it_lacks() -> None:
    assert codes(IncomeDraft()) == [
        ("kind", "economy_kind_missing"),
        ("amount", "economy_amount_missing"),
        ("interval", "economy_interval_missing"),
    ]
    assert codes(OwnedDraft()) == [
        ("kind", "economy_kind_missing"),
        ("value", "economy_amount_missing"),
    ]


def test_a_pay_for_a_year_told_as_a_months_is_asked_about() -> None:
    draft = replace(PAY, amount=kroner(288_000))
    (problem,) = rules.check_line(draft, TODAY, PARAMETERS)
    assert (problem.field, problem.code) == ("interval", "economy_looks_yearly")
    assert problem.remedy is Interval.YEAR
    assert codes(replace(draft, interval=Interval.YEAR)) == []
    assert codes(replace(draft, sure=True)) == []


def test_a_pay_for_a_month_told_as_a_years_is_asked_about() -> None:
    draft = replace(PAY, interval=Interval.YEAR)
    (problem,) = rules.check_line(draft, TODAY, PARAMETERS)
    assert (problem.code, problem.remedy) == ("economy_looks_monthly", Interval.MONTH)


def test_child_benefit_for_a_year_is_asked_about_far_below_a_pay() -> None:
    draft = IncomeDraft(IncomeKind.CHILD_BENEFIT, kroner(23_000), Interval.MONTH)
    assert codes(draft) == [("interval", "economy_looks_yearly")]
    assert codes(replace(draft, interval=Interval.YEAR)) == []


def test_a_cost_for_a_year_is_asked_about_and_a_small_one_a_year_is_not() -> None:
    assert codes(CostDraft(CostKind.RENT, kroner(96_000), Interval.MONTH)) == [
        ("interval", "economy_looks_yearly")
    ]
    assert codes(CostDraft(CostKind.CONTENTS_INSURANCE, kroner(2_400), Interval.YEAR)) == []


@pytest.mark.parametrize("amount", [Ore(-1), kroner(-24_000)])
def test_a_sum_below_nothing_is_refused_with_what_would_be_right(amount: Ore) -> None:
    (problem,) = rules.check_line(replace(PAY, amount=amount), TODAY, PARAMETERS)
    assert (problem.code, problem.remedy) == ("economy_amount_negative", -amount)
    assert ("owed", "economy_amount_negative") in codes(
        OwnedDraft(AssetKind.CAR, kroner(10), owed=amount)
    )


def test_a_line_must_end_after_it_began() -> None:
    assert codes(replace(PAY, since=TODAY, until=TODAY)) == [("until", "economy_until_before")]


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(Interval))
def test_a_months_sum_is_within_half_an_ore(amount: int, interval: Interval) -> None:
    """Twelve months are a year, but for half an øre in each."""
    exact = amount * interval.in_a_year
    assert abs(monthly(Ore(amount), interval) * 12 - exact) <= 6


def test_a_change_is_from_the_first_day_or_later_while_it_held() -> None:
    old = NetIncome(IncomeKind.WORK, kroner(1), Interval.MONTH, TODAY, date(2027, 1, 1))
    assert rules.check_change(old, TODAY) == ()
    assert rules.check_change(old, date(2026, 12, 1)) == ()
    assert [each.code for each in rules.check_change(old, date(2026, 11, 1))] == [
        "economy_change_before"
    ]
    assert [each.code for each in rules.check_change(old, date(2027, 1, 1))] == [
        "economy_change_after"
    ]


# the household

FAMILY = HouseholdDraft(
    DebtorStatus.SINGLE,
    1,
    (ChildDraft(date(2019, 5, 1), "Kari", LIVES), ChildDraft(date(2012, 2, 2), "Per", 2)),
)


def household_codes(draft: HouseholdDraft) -> list[tuple[str, str]]:
    """Field and code of each problem."""
    return [(each.field, each.code) for each in rules.check_household(draft, TODAY)]


def test_a_whole_household_is_right() -> None:
    assert household_codes(FAMILY) == []
    known = rules.household(FAMILY)
    assert [child.contact_class for child in known.children] == [None, 2]
    assert rules.draft_of(known).children == FAMILY.children


def test_a_child_of_18_is_asked_about_and_the_day_before_is_not() -> None:
    birthday = date(2008, 11, 23)
    grown = replace(FAMILY, children=(ChildDraft(birthday, "", LIVES),))
    assert household_codes(grown) == [("0.birth_date", "economy_child_grown")]
    younger = replace(FAMILY, children=(ChildDraft(date(2008, 11, 24), "", LIVES),))
    assert household_codes(younger) == []


def test_who_was_young_is_found_the_day_they_come_of_age() -> None:
    known = BudgetHousehold(DebtorStatus.SINGLE, 1, rules.household(FAMILY).children)
    assert known.grown(date(2030, 2, 1)) == ()
    assert [child.name for child in known.grown(date(2030, 2, 2))] == ["Per"]


def test_a_child_says_when_it_was_born_and_where_it_lives() -> None:
    draft = replace(FAMILY, children=(ChildDraft(), ChildDraft(date(2027, 1, 1), "", 5)))
    assert household_codes(draft) == [
        ("0.birth_date", "economy_child_birth_missing"),
        ("0.contact", "economy_contact_missing"),
        ("1.birth_date", "economy_child_unborn"),
        ("1.contact", "economy_contact_missing"),
    ]


def test_two_who_live_together_are_two_grown_ups() -> None:
    draft = replace(FAMILY, status=DebtorStatus.COUPLE)
    assert household_codes(draft) == [("adults", "economy_adults_outside")]
    assert household_codes(HouseholdDraft()) == [
        ("status", "economy_status_missing"),
        ("adults", "economy_adults_outside"),
    ]
