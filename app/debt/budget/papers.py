"""Makes a budget ready to be printed and handed over (GJ-04)."""

from app.core.errors import demand
from app.core.ids import DebtCaseId, Ref
from app.debt.budget import store
from app.debt.budget.model import BudgetDraft, BudgetPaperDraft, BudgetVersion
from app.debt.budget.print_model import BudgetPaper
from app.debt.budget.prints import budget_sheet
from app.debt.budget.service import DebtBudgets
from app.debt.case_letters import DebtLetters
from app.debt.economy.model import BudgetHousehold
from app.debt.service import DebtCases
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import document_of
from app.letters.model import DocumentKind
from app.storage.database import Database

TEXT = "budget"


class BudgetPapers:
    """The sheet: previewed, then made for good. The version it shows is not changed after it."""

    def __init__(
        self, db: Database, budgets: DebtBudgets, cases: DebtCases, letters: DebtLetters
    ) -> None:
        self._db = db
        self._budgets = budgets
        self._cases = cases
        self._letters = letters

    def preview(self, version: BudgetVersion, draft: BudgetPaperDraft) -> Document:
        """As it would be. Invalid with what the budget lacks."""
        return self._document(version, draft, as_draft=True)

    def issue(self, version: BudgetVersion, draft: BudgetPaperDraft, name: str) -> Made:
        """Make it for good; `name` is for the version kept of one that nobody has made. Final.

        Invalid with what the budget lacks; OfficeError officer_needed.
        """
        self._letters.demand_officer()
        kept = BudgetDraft(name, version.counted_for, version.living)
        if version.now:
            demand(self._budgets.check(version.case, kept))
        document = self._document(version, draft, as_draft=False)
        person = self._cases.get(version.case).person
        case = Ref("debt_case", version.case)
        with self._db.unit("budget.printed", case, final=True) as unit:
            budget = version.id
            if version.now:
                budget = self._budgets.keep(unit, version.case, kept)
            made = self._letters.issue_on_case(
                unit, version.case, person, document, DocumentKind.BUDGET, to_send=draft.to_send
            )
            store.add_print(unit, budget, document_of(made))
            return made

    def edition(self, case: DebtCaseId) -> int:
        """The number the next printed budget of a case has."""
        return 1 + sum(each.printed_on is not None for each in self._budgets.of(case))

    def _document(
        self, version: BudgetVersion, draft: BudgetPaperDraft, *, as_draft: bool
    ) -> Document:
        budget = self._budgets.compute(version.case, version)
        demand(budget.problems)
        person = self._cases.get(version.case).person
        sender = self._letters.sender(person, as_draft=as_draft)
        household = self._budgets.household(version)
        paper = BudgetPaper(
            budget=budget,
            name=self._letters.whose(person).name,
            children=_children(household),
            sender=sender,
            number=self._letters.number(sender),
            edition=self.edition(version.case),
            draft=draft,
            offers=self._budgets.offers(budget) if draft.shares else (),
        )
        return budget_sheet(paper, self._letters.text(TEXT, sender))


def _children(household: BudgetHousehold | None) -> int:
    """Those who live there; a child who visits is not called one of the household."""
    if household is None:
        return 0
    return sum(child.contact_class is None for child in household.children)
