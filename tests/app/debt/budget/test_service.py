"""Versions of a budget, which of them holds, and what is left by it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import BudgetId
from app.core.money import kroner
from app.debt.budget.bostotte.model import BostotteFacts
from app.debt.budget.model import BudgetDraft, BudgetPart, ChangeDraft, LivingBasis
from app.debt.model import AdviceStage
from app.office import Office
from tests.app.debt.budget.household import LEFT, told
from tests.app.debt.desk import asked, begun
from tests.factories import registered_person

CHEAPER = ChangeDraft(BudgetPart.HOME, "Mindre bolig", kroner(7_000), "cost/1")


def draft(office: Office, name: str = "Etter flytting") -> BudgetDraft:
    return BudgetDraft(name, office.clock.today())


def test_what_is_left_is_known_before_anybody_has_made_a_budget(office: Office) -> None:
    assert office.debt_budgets.available(told(office)) == LEFT


def test_nothing_is_known_of_what_is_left_before_the_economy_is_told(office: Office) -> None:
    assert office.debt_budgets.available(begun(office)) is None


def test_what_is_left_is_never_below_nothing(office: Office) -> None:
    case = told(office)
    made = office.debt_budgets.make(case, draft(office))
    office.debt_budgets.put(made, replace(CHEAPER, amount=kroner(20_000)))
    office.debt_budgets.choose(case, made)
    counted = office.debt_budgets.compute(case, office.debt_budgets.get(made))
    assert counted.available < 0
    assert office.debt_budgets.available(case) == 0


def test_versions_stand_beside_each_other(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    first = budgets.make(case, draft(office))
    budgets.put(first, CHEAPER)
    second = budgets.make(case, draft(office, "Med avdrag"), like=budgets.get(first))
    budgets.put(second, ChangeDraft(BudgetPart.AGREED, "Avdrag", kroner(500)))
    left = [budgets.compute(case, each).available for each in budgets.of(case)]
    assert left == [LEFT + kroner(2_200), LEFT + kroner(1_700)]
    assert budgets.compute(case, budgets.now(case)).available == LEFT


def test_the_chosen_one_holds_from_its_day(office: Office) -> None:
    case, budgets = told(office, days=30), office.debt_budgets
    made = budgets.make(case, draft(office))
    budgets.put(made, CHEAPER)
    today = office.clock.today()
    budgets.choose(case, made)
    assert budgets.available(case) == LEFT + kroner(2_200)
    assert budgets.available(case, today - timedelta(days=1)) == LEFT
    budgets.choose(case, None)
    assert budgets.available(case) == LEFT
    assert budgets.chosen(case).now


def test_a_choice_is_not_for_a_day_to_come_nor_of_another_case(office: Office) -> None:
    case = told(office)
    other = asked(office, registered_person(office, national_id=""))
    made = office.debt_budgets.make(case, draft(office))
    with pytest.raises(Invalid):
        office.debt_budgets.choose(case, made, office.clock.today() + timedelta(days=1))
    with pytest.raises(NotFound):
        office.debt_budgets.choose(other, made)


def test_a_line_is_changed_once_however_often_it_is_typed(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    made = budgets.make(case, draft(office))
    first = budgets.put(made, CHEAPER)
    assert budgets.put(made, replace(CHEAPER, amount=kroner(8_000))) == first
    assert [each.amount for each in budgets.get(made).changes] == [kroner(8_000)]
    budgets.drop(made, first)
    assert budgets.get(made).changes == ()
    with pytest.raises(NotFound):
        budgets.drop(made, first)


def test_a_version_that_holds_is_not_taken_away(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    kept = budgets.make(case, draft(office))
    gone = budgets.make(case, draft(office, "Med avdrag"))
    budgets.put(gone, CHEAPER)
    budgets.choose(case, kept)
    budgets.remove(gone)
    with pytest.raises(Conflict, match="budget_is_chosen"):
        budgets.remove(kept)
    assert [each.id for each in budgets.of(case)] == [kept]
    with pytest.raises(NotFound):
        budgets.get(gone)


def test_what_is_corrected_is_counted_anew(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    made = budgets.make(case, draft(office))
    budgets.correct(made, replace(draft(office), living=LivingBasis.REFERENCE))
    assert not budgets.compute(case, budgets.get(made)).whole
    with pytest.raises(Invalid):
        budgets.correct(made, BudgetDraft())


def test_the_first_version_brings_the_work_on(office: Office) -> None:
    case = told(office)
    assert office.debt_cases.get(case).stage is AdviceStage.OVERVIEW
    office.debt_budgets.make(case, draft(office))
    assert office.debt_cases.get(case).stage is AdviceStage.BUDGETING


def test_a_later_version_does_not_bring_the_work_back(office: Office) -> None:
    case = told(office)
    office.debt_cases.reach(case, AdviceStage.CONTACTING)
    office.debt_budgets.make(case, draft(office))
    assert office.debt_cases.get(case).stage is AdviceStage.CONTACTING


def test_a_change_can_be_taken_back(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    made = budgets.make(case, draft(office))
    budgets.put(made, CHEAPER)
    office.history.undo()
    assert budgets.get(made).changes == ()
    office.history.undo()
    assert budgets.of(case) == ()
    assert office.debt_cases.get(case).stage is AdviceStage.OVERVIEW


def test_a_budget_that_is_not_there_is_said(office: Office) -> None:
    with pytest.raises(NotFound):
        office.debt_budgets.get(BudgetId(99))


def test_the_check_of_the_housing_allowance_is_kept_with_its_day(office: Office) -> None:
    case, budgets = told(office, days=9), office.debt_budgets
    facts = BostotteFacts(rent=kroner(9_000), income=kroner(200_000))
    assert budgets.bostotte(case) is None
    assert budgets.keep_bostotte(case, facts) == kroner(3_401)
    found = budgets.bostotte(case)
    assert found is not None
    assert found.monthly == kroner(3_401)
    assert budgets.bostotte_facts(case) == (office.clock.today(), facts)
    assert budgets.bostotte(case, office.clock.today() - timedelta(days=1)) is None


def test_a_check_without_what_it_needs_is_refused(office: Office) -> None:
    case = told(office)
    with pytest.raises(Invalid) as refused:
        office.debt_budgets.keep_bostotte(case, BostotteFacts())
    assert [problem.field for problem in refused.value.problems] == ["rent", "income"]


def test_words_that_may_name_a_home_are_taken_away(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    made = budgets.make(case, replace(draft(office), words="Flytter til Solbakken 4"))
    budgets.put(made, replace(CHEAPER, line="", reason="Solbakken 4 er billigere"))
    person = office.debt_cases.get(case).person
    held = {each.ref.kind for each in office.debt_words.holding(frozenset({person}))}
    assert held >= {"budget", "budget_change"}
    with office.unit("address_protection.shielded") as unit:
        assert office.debt_words.forget(unit, frozenset({person})) == ()
    assert office.debt_words.holding(frozenset({person})) == ()
    assert [each.amount for each in budgets.get(made).changes] == [kroner(7_000)]
