"""The officer's verbs on budgets of a case."""

from datetime import date

from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import BudgetId, DebtCaseId, Ref
from app.core.money import Ore
from app.debt.budget import rules, store
from app.debt.budget.bostotte import rules as bostotte
from app.debt.budget.bostotte.model import BostotteFacts
from app.debt.budget.bostotte.rules import Checked
from app.debt.budget.known import KnownBudgets
from app.debt.budget.model import BudgetChange, BudgetDraft, BudgetVersion, ChangeDraft
from app.debt.model import AdviceStage
from app.storage.unit import Unit


class DebtBudgets(KnownBudgets):
    """Versions of a household's month, side by side, and which of them holds."""

    # a version

    def check(
        self, case: DebtCaseId, draft: BudgetDraft, budget: BudgetId | None = None
    ) -> tuple[Problem, ...]:
        """What stops a budget, beside the field; `budget` when it is one that is changed."""
        others = [each for each in self.of(case) if each.id != budget]
        day = draft.counted_for or self._today
        economy = self._economies.of(case, day)
        return rules.check_draft(draft, others, economy, self._parameters)

    def make(
        self, case: DebtCaseId, draft: BudgetDraft, like: BudgetVersion | None = None
    ) -> BudgetId:
        """A new version, with the changes of another where one is named. Invalid by the field."""
        self._cases.get(case)
        demand(self.check(case, draft))
        with self._db.unit("budget.made", Ref("debt_case", case)) as unit:
            return self.keep(unit, case, draft, like)

    def keep(
        self, unit: Unit, case: DebtCaseId, draft: BudgetDraft, like: BudgetVersion | None = None
    ) -> BudgetId:
        """The same inside a unit that has checked it; the work has then come to the budget."""
        made = store.insert(unit, case, draft)
        for change in like.changes if like else ():
            store.add_change(unit, made, _as_draft(change))
        if self._cases.get(case).stage is AdviceStage.OVERVIEW:
            self._cases.reached(unit, case, AdviceStage.BUDGETING, unit.today)
        return made

    def correct(self, budget: BudgetId, draft: BudgetDraft) -> None:
        """Its name, day or basis. Invalid by the field; Conflict budget_is_printed."""
        known = self._unprinted(budget)
        demand(self.check(known.case, draft, budget))
        with self._db.unit("budget.corrected", Ref("debt_case", known.case)) as unit:
            store.correct(unit, budget, draft)

    def remove(self, budget: BudgetId) -> None:
        """Take one away. Conflict budget_is_printed, or budget_is_chosen when it ever held."""
        known = self._unprinted(budget)
        if store.was_chosen(self._db, budget):
            raise Conflict("budget_is_chosen")
        with self._db.unit("budget.removed", Ref("debt_case", known.case)) as unit:
            store.remove(unit, known)

    def choose(self, case: DebtCaseId, budget: BudgetId | None, since: date | None = None) -> None:
        """This one holds from a day; None is what the economy gives. Invalid by the day."""
        day = since or self._today
        demand(
            (Problem("since", "day_in_future", remedy=self._today),) if day > self._today else ()
        )
        if budget is not None and self.get(budget).case != case:
            raise NotFound("budget_not_found")
        with self._db.unit("budget.chosen", Ref("debt_case", case)) as unit:
            store.choose(unit, case, budget, day)

    # its lines

    def put(self, budget: BudgetId, draft: ChangeDraft) -> int:
        """A line of its own, or another sum of a line. Invalid by the field.

        Conflict budget_is_printed.
        """
        known = self._unprinted(budget)
        demand(rules.check_change(draft, known))
        with self._db.unit("budget.changed", Ref("debt_case", known.case)) as unit:
            before = next((c for c in known.changes if draft.line and c.line == draft.line), None)
            if before is None:
                return store.add_change(unit, budget, draft)
            store.correct_change(unit, before.id, draft)
            return before.id

    def alter(self, budget: BudgetId, change: int, draft: ChangeDraft) -> None:
        """What was typed of a change. Invalid by the field; Conflict budget_is_printed."""
        known = self._unprinted(budget)
        self._change(known, change)
        demand(rules.check_change(draft, known))
        with self._db.unit("budget.changed", Ref("debt_case", known.case)) as unit:
            store.correct_change(unit, change, draft)

    def drop(self, budget: BudgetId, change: int) -> None:
        """The line as it was before it was changed. Conflict budget_is_printed."""
        known = self._unprinted(budget)
        self._change(known, change)
        with self._db.unit("budget.change_dropped", Ref("debt_case", known.case)) as unit:
            store.remove_change(unit, change)

    def _unprinted(self, budget: BudgetId) -> BudgetVersion:
        known = self.get(budget)
        if known.printed_on is not None:
            raise Conflict("budget_is_printed")
        return known

    @staticmethod
    def _change(known: BudgetVersion, change: int) -> BudgetChange:
        found = next((each for each in known.changes if each.id == change), None)
        if found is None:
            raise NotFound("budget_change_not_found")
        return found

    # the housing allowance

    def keep_bostotte(
        self, case: DebtCaseId, facts: BostotteFacts, since: date | None = None
    ) -> Ore:
        """Keep what the person told; gives the rough sum a month. Invalid beside the field."""
        day = since or self._today
        self._cases.get(case)
        found, problems = self.check_bostotte(facts, day)
        demand(problems)
        with self._db.unit("bostotte.checked", Ref("debt_case", case)) as unit:
            store.add_bostotte(unit, case, day, facts)
        return found.monthly if found else Ore(0)

    def check_bostotte(self, facts: BostotteFacts, on: date | None = None) -> Checked:
        """What the allowance may be by the numbers of a day, or what is missing."""
        day = on or self._today
        if day > self._today:
            return None, (Problem("since", "day_in_future", remedy=self._today),)
        return bostotte.check(facts, self._parameters, day)

    def bostotte_apply_by(self) -> date:
        """The last day to ask for this month, or the next one when it is over (BST-09)."""
        return bostotte.apply_by(self._parameters, self._today)


def _as_draft(change: BudgetChange) -> ChangeDraft:
    return ChangeDraft(change.part, change.words, change.amount, change.line, change.reason)
