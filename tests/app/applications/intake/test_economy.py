"""Sums of a form: nothing told is never nothing at all."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from app.applications.intake import economy as sums
from app.applications.intake.model import Income, IncomeKind, Intake, Loan
from app.core.ids import PersonId
from app.core.money import Ore, kroner
from tests.app.applications.intake.contents import NOBODY, a_full_form, forms

KARI, LILL = PersonId(1), PersonId(2)
INCOMES = (
    Income(KARI, IncomeKind.WORK, kroner(20_000)),
    Income(KARI, IncomeKind.CHILD_BENEFIT, kroner(1_968)),
    Income(LILL, IncomeKind.WORK, kroner(3_000)),
)


def test_nothing_told_has_no_sum() -> None:
    found = sums.economy(Intake(NOBODY))
    assert (found.income_monthly, found.income_yearly, found.income_by) == (None, None, {})
    assert (found.assets, found.expenses_monthly) == (None, None)
    assert (found.debt, found.debt_monthly) == (None, None)


def test_nothing_earned_is_zero() -> None:
    assert sums.income_yearly((Income(KARI, IncomeKind.WORK, Ore(0)),)) == 0


def test_a_year_is_twelve_of_the_months() -> None:
    assert sums.income_monthly(INCOMES) == kroner(24_968)
    assert sums.income_yearly(INCOMES) == kroner(299_616)


def test_persons_and_kinds_can_be_left_out() -> None:
    assert sums.income_monthly(INCOMES, frozenset({LILL})) == kroner(21_968)
    without = frozenset({IncomeKind.CHILD_BENEFIT})
    assert sums.income_monthly(INCOMES, kinds_left_out=without) == kroner(23_000)
    assert sums.income_monthly(INCOMES, frozenset({KARI, LILL})) is None
    assert sums.income_by_person(INCOMES) == {KARI: kroner(21_968), LILL: kroner(3_000)}


@pytest.mark.parametrize(
    ("day", "young"),
    [(date(2026, 11, 23), True), (date(2026, 11, 24), False), (date(2026, 11, 25), False)],
)
def test_one_is_young_until_the_birthday(day: date, young: bool) -> None:
    born = {LILL: date(2006, 11, 24), KARI: None}
    assert sums.younger_than(born, 20, day) == ({LILL} if young else frozenset())


def test_loans_are_summed_as_far_as_they_are_told() -> None:
    loans = (Loan("A"), Loan("B", remaining=kroner(10)), Loan("C", remaining=kroner(5)))
    assert sums.debt(loans) == kroner(15)
    assert sums.debt_monthly(loans) is None


def test_a_whole_form_is_summed() -> None:
    found = sums.economy(a_full_form())
    assert found.income_yearly == kroner(12 * 27_000)
    assert found.assets == kroner(20_500)
    assert found.expenses_monthly == kroner(2_100)
    assert (found.debt, found.debt_monthly) == (kroner(40_000), 1)


@settings(max_examples=40, deadline=None)
@given(forms())
def test_the_household_has_what_its_persons_have(form: Intake) -> None:
    by = sums.income_by_person(form.incomes)
    assert sum(by.values()) == (sums.income_monthly(form.incomes) or 0)
    one = frozenset({form.incomes[0].person}) if form.incomes else frozenset()
    rest = sums.economy(replace(form), one)
    assert set(rest.income_by) == set(by) - one
