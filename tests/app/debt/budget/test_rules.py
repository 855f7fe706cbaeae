"""What is left each month (rules 6.4): exact in øre, with nothing counted twice or guessed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.intake.model import IncomeKind
from app.core.ids import BudgetId
from app.core.money import Ore, kroner
from app.debt.budget import rules
from app.debt.budget.model import (
    Budget,
    BudgetChange,
    BudgetDraft,
    BudgetPart,
    BudgetVersion,
    ChangeDraft,
    LivingBasis,
)
from app.debt.economy.model import (
    BudgetHousehold,
    Cost,
    CostKind,
    DebtorStatus,
    Economy,
    Interval,
    NetIncome,
)
from app.settings.rule_files import load_parameters
from tests.app.debt.budget.household import CASE, DAY, LEFT, cost, marit

RULES = load_parameters()
VERSION = BudgetVersion(BudgetId(7), CASE, "Etter flytting", DAY, DAY)


def composed(economy: Economy, version: BudgetVersion = VERSION) -> Budget:
    return rules.compose(version, economy, RULES, DAY)


def with_changes(*changes: BudgetChange, living: LivingBasis = LivingBasis.RATES) -> BudgetVersion:
    return replace(VERSION, changes=changes, living=living)


def codes(found: Budget) -> list[str]:
    return [problem.code for problem in found.problems]


def test_what_is_left_is_income_less_home_children_and_living() -> None:
    found = composed(marit())
    assert (found.income, found.home, found.childcare) == (
        kroner(31_526),
        kroner(9_200),
        kroner(1_200),
    )
    assert found.living == kroner(11_388 + 3_645 + 4_835)
    assert found.available == LEFT
    assert found.rates_since == date(2026, 7, 1)
    assert found.whole
    assert codes(found) == []


def test_home_stands_before_children_and_living() -> None:
    """GJ-05."""
    parts = [line.part for line in composed(marit()).lines]
    assert parts == sorted(parts, key=list(BudgetPart).index)


def test_power_is_in_the_rates_and_never_added_to_them() -> None:
    found = composed(marit(cost(CostKind.POWER, 1_400, 9)))
    assert found.available == LEFT
    assert codes(found) == ["budget_power_in_rate"]
    assert [line.key for line in found.left_out] == ["cost/9"]


@pytest.mark.parametrize("kind", [CostKind.CONTENTS_INSURANCE, CostKind.TRAVEL, CostKind.PHONE])
def test_what_the_rates_cover_is_left_out(kind: CostKind) -> None:
    found = composed(marit(cost(kind, 700, 9)))
    assert found.available == LEFT
    assert codes(found) == []


def test_what_no_rule_puts_in_is_told_with_its_sum() -> None:
    found = composed(marit(cost(CostKind.HEALTH, 700, 8), cost(CostKind.CAR, 2_000, 9)))
    assert found.available == LEFT
    (problem,) = found.problems
    assert problem.code == "budget_costs_left_out"
    assert str(problem.facts["sum"]).startswith("2\N{NO-BREAK SPACE}700")


def test_support_paid_for_a_child_comes_before_creditors() -> None:
    found = composed(marit(cost(CostKind.CHILD_SUPPORT, 900, 9)))
    assert found.childcare == kroner(2_100)
    assert found.available == LEFT - kroner(900)


@pytest.mark.parametrize("kind", [kind for kind in CostKind if kind.home])
def test_every_cost_of_the_home_counts(kind: CostKind) -> None:
    assert composed(marit(cost(kind, 300, 9))).home == kroner(9_500)


def test_without_a_household_nothing_is_counted_by_the_rates() -> None:
    found = composed(replace(marit(), household=None))
    assert not found.whole
    assert "budget_household_missing" in codes(found)


def test_without_an_income_it_is_not_whole() -> None:
    found = composed(replace(marit(), incomes=()))
    assert codes(found) == ["budget_income_missing"]
    assert not found.whole


def test_without_a_home_it_is_told() -> None:
    found = composed(replace(marit(), costs=()))
    assert codes(found) == ["budget_home_missing"]
    assert found.whole


# figures of the reference budget


FOOD = BudgetChange(BudgetPart.LIVING, "Mat og drikke", kroner(9_000), id=1)


def test_the_reference_budget_is_kept_apart_from_the_rates() -> None:
    found = composed(marit(), with_changes(FOOD, living=LivingBasis.REFERENCE))
    assert found.living == kroner(9_000)
    assert found.rates_since is None


def test_power_is_added_where_living_is_counted_by_the_reference_budget() -> None:
    economy = marit(cost(CostKind.POWER, 1_400, 9))
    found = composed(economy, with_changes(FOOD, living=LivingBasis.REFERENCE))
    assert found.home == kroner(10_600)
    assert found.available == kroner(31_526 - 9_200 - 1_400 - 1_200 - 9_000)
    assert codes(found) == []


def test_the_reference_budget_without_figures_is_not_whole() -> None:
    found = composed(marit(), with_changes(living=LivingBasis.REFERENCE))
    assert codes(found) == ["budget_reference_missing"]
    assert not found.whole


# what if


def test_a_change_takes_the_place_of_a_sum_and_tells_what_stood_there() -> None:
    cheaper = BudgetChange(BudgetPart.HOME, "Mindre bolig", kroner(7_000), "cost/1", id=3)
    found = composed(marit(), with_changes(cheaper))
    assert found.available == LEFT + kroner(2_200)
    line = next(line for line in found.lines if line.key == "cost/1")
    assert (line.instead_of, line.change) == (kroner(9_200), 3)


def test_a_line_of_its_own_is_added() -> None:
    part = BudgetChange(BudgetPart.AGREED, "Avdrag på husleie", kroner(500), id=4)
    found = composed(marit(), with_changes(part))
    assert (found.agreed, found.available) == (kroner(500), LEFT - kroner(500))


def test_a_deviation_from_a_childs_rate_finds_the_child_again() -> None:
    more = BudgetChange(
        BudgetPart.LIVING, "", kroner(5_000), "rate/2022-03-01", "Diett på grunn av allergi", 5
    )
    found = composed(marit(), with_changes(more))
    line = next(line for line in found.lines if line.change == 5)
    assert (line.instead_of, line.reason) == (kroner(3_645), "Diett på grunn av allergi")


def test_twins_are_told_apart() -> None:
    twins = BudgetHousehold(DebtorStatus.SINGLE, 1, (marit().household or _none()).children[:1] * 2)
    keys = [line.key for line in composed(replace(marit(), household=twins)).of(BudgetPart.LIVING)]
    assert len(set(keys)) == 3


def _none() -> BudgetHousehold:
    raise AssertionError


def test_a_change_of_a_line_that_is_gone_is_told_and_not_counted() -> None:
    gone = BudgetChange(BudgetPart.HOME, "Garasje", kroner(400), "cost/77", id=6)
    found = composed(marit(), with_changes(gone))
    assert found.available == LEFT
    assert codes(found) == ["budget_line_gone"]


# days and rates


def test_rates_for_a_day_without_rates_are_never_guessed() -> None:
    day = date(2024, 12, 1)
    found = composed(marit(), replace(VERSION, counted_for=day))
    assert not found.whole
    assert found.of(BudgetPart.LIVING) == ()
    assert found.problems[0].facts == {"day": day}


def test_a_day_after_the_next_rates_should_have_come_is_told() -> None:
    found = composed(marit(), replace(VERSION, counted_for=date(2027, 8, 1)))
    assert codes(found) == ["budget_rates_overdue"]
    assert found.whole


def test_a_budget_of_older_rates_says_that_there_are_newer() -> None:
    found = composed(marit(), replace(VERSION, counted_for=date(2026, 6, 1)))
    assert codes(found) == ["budget_rates_newer"]


# what is typed


def draft_codes(draft: BudgetDraft, *others: BudgetVersion) -> list[tuple[str, str]]:
    found = rules.check_draft(draft, others, marit(), RULES)
    return [(each.field, each.code) for each in found]


def test_a_budget_has_a_name_of_its_own_and_a_day() -> None:
    assert draft_codes(BudgetDraft("Med avdrag", DAY)) == []
    assert draft_codes(BudgetDraft()) == [
        ("name", "budget_name_missing"),
        ("counted_for", "budget_day_missing"),
    ]
    assert draft_codes(BudgetDraft(" etter FLYTTING ", DAY), VERSION) == [
        ("name", "budget_name_taken")
    ]


def test_a_day_without_rates_is_said_beside_the_day() -> None:
    assert draft_codes(BudgetDraft("Før", date(2022, 1, 1))) == [
        ("counted_for", "budget_rates_missing")
    ]
    by_hand = BudgetDraft("Før", date(2022, 1, 1), LivingBasis.REFERENCE)
    assert draft_codes(by_hand) == []


def change_codes(draft: ChangeDraft, version: BudgetVersion = VERSION) -> list[tuple[str, str]]:
    return [(each.field, each.code) for each in rules.check_change(draft, version)]


def test_a_change_has_words_and_a_sum_that_is_not_below_zero() -> None:
    assert change_codes(ChangeDraft(BudgetPart.HOME, "Garasje", kroner(400))) == []
    assert change_codes(ChangeDraft(BudgetPart.HOME)) == [
        ("words", "budget_words_missing"),
        ("amount", "budget_amount_missing"),
    ]
    negative = ChangeDraft(BudgetPart.HOME, "Garasje", kroner(-400))
    (problem,) = rules.check_change(negative, VERSION)
    assert (problem.code, problem.remedy) == ("budget_amount_negative", kroner(400))


def test_a_deviation_from_the_rates_says_why() -> None:
    draft = ChangeDraft(BudgetPart.LIVING, "Diett", kroner(500))
    assert change_codes(draft) == [("reason", "budget_deviation_reason")]
    assert change_codes(replace(draft, reason="Lege har bedt om det")) == []
    apart = replace(VERSION, living=LivingBasis.REFERENCE)
    assert change_codes(draft, apart) == []


def test_power_is_not_added_to_the_rates_by_hand_either() -> None:
    draft = ChangeDraft(BudgetPart.POWER, "Strøm", kroner(1_400))
    assert change_codes(draft) == [("part", "budget_power_twice")]
    assert change_codes(draft, replace(VERSION, living=LivingBasis.REFERENCE)) == []


# properties

SUMS = st.integers(0, 20_000_000).map(Ore)
INTERVALS = st.sampled_from(Interval)
INCOMES = st.lists(
    st.builds(
        NetIncome,
        st.sampled_from(IncomeKind),
        SUMS,
        INTERVALS,
        st.just(DAY),
        id=st.integers(1, 99),
    ),
    max_size=5,
    unique_by=lambda each: each.id,
)
COSTS = st.lists(
    st.builds(
        Cost, st.sampled_from(CostKind), SUMS, INTERVALS, st.just(DAY), id=st.integers(1, 99)
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)


@given(INCOMES, COSTS, st.sampled_from(LivingBasis))
def test_a_budget_is_exact_in_ore_and_every_line_stands_once(
    incomes: list[NetIncome], costs: list[Cost], living: LivingBasis
) -> None:
    economy = replace(marit(), incomes=tuple(incomes), costs=tuple(costs))
    found = composed(economy, with_changes(living=living))
    assert found.available == found.income - found.out
    assert found.out == sum(line.amount for line in found.lines) - found.income
    keys = [line.key for line in (*found.lines, *found.left_out)]
    assert len(keys) == len(set(keys))
    assert {f"cost/{each.id}" for each in costs} <= set(keys)


@given(INCOMES, COSTS)
def test_the_order_of_what_is_told_does_not_matter(
    incomes: list[NetIncome], costs: list[Cost]
) -> None:
    economy = replace(marit(), incomes=tuple(incomes), costs=tuple(costs))
    turned = replace(economy, incomes=tuple(reversed(incomes)), costs=tuple(reversed(costs)))
    assert composed(economy).available == composed(turned).available
