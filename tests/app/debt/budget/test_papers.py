"""A budget made for good: kept, and its version not changed after it."""

import pytest

from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import DocumentId
from app.core.money import kroner
from app.debt.budget.model import BudgetDraft, BudgetPaperDraft, BudgetPart, ChangeDraft
from app.letters.model import DocumentKind, DocumentState
from app.office import Office
from tests.app.debt.budget.household import told
from tests.app.debt.desk import begun

NOW = BudgetPaperDraft()


def test_a_printed_budget_is_kept_on_the_case_and_not_changed(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    made = budgets.make(case, BudgetDraft("Etter flytting", office.clock.today()))
    document = office.budget_papers.issue(budgets.get(made), NOW, "")
    assert isinstance(document, int)
    known = budgets.get(made)
    assert (known.printed_on, known.document) == (office.clock.today(), document)
    assert office.letters.get(DocumentId(document)).kind is DocumentKind.BUDGET
    with pytest.raises(Conflict, match="budget_is_printed"):
        budgets.put(made, ChangeDraft(BudgetPart.HOME, "Garasje", kroner(400)))
    with pytest.raises(Conflict, match="budget_is_printed"):
        budgets.correct(made, BudgetDraft("Nå", office.clock.today()))
    with pytest.raises(Conflict, match="budget_is_printed"):
        budgets.remove(made)
    again = budgets.make(case, BudgetDraft("Ny", office.clock.today()), like=known)
    assert budgets.get(again).printed_on is None


def test_the_one_nobody_has_made_is_kept_under_a_name(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    office.budget_papers.issue(budgets.now(case), NOW, "Budsjett 22. november")
    (kept,) = budgets.of(case)
    assert (kept.name, kept.printed_on) == ("Budsjett 22. november", office.clock.today())
    assert office.budget_papers.edition(case) == 2
    with pytest.raises(Invalid):
        office.budget_papers.issue(budgets.now(case), NOW, "Budsjett 22. november")


def test_it_is_handed_over_or_waits_to_be_sent(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    by_hand = office.budget_papers.issue(budgets.now(case), NOW, "Første")
    to_send = office.budget_papers.issue(budgets.now(case), BudgetPaperDraft(to_send=True), "Andre")
    assert isinstance(by_hand, int)
    assert isinstance(to_send, int)
    waiting = [row.id for row in office.letters.to_send()]
    assert to_send in waiting
    assert by_hand not in waiting
    assert office.letters.state(DocumentId(to_send)) is DocumentState.FINISHED


def test_a_budget_that_is_not_whole_is_not_printed(office: Office) -> None:
    case = begun(office)
    with pytest.raises(Invalid) as refused:
        office.budget_papers.preview(office.debt_budgets.now(case), NOW)
    assert "budget_income_missing" in {each.code for each in refused.value.problems}


def test_a_print_is_final(office: Office) -> None:
    case = told(office)
    office.budget_papers.issue(office.debt_budgets.now(case), NOW, "Budsjett")
    with pytest.raises(OfficeError):
        office.history.undo()
