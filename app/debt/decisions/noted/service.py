"""Notes a vedtak on paper, so that nobody who has one is shown as waiting without."""

from app.core.errors import Problem, demand
from app.core.ids import DebtCaseId, DebtDecisionId, Ref
from app.debt.decisions import store
from app.debt.decisions.model import DebtVedtakDraft
from app.debt.decisions.noted import rules
from app.debt.decisions.noted.model import NotedDraft
from app.debt.service import DebtCases
from app.decisions.model import VedtakState
from app.storage.database import Database

PREFIX = "GP"


class NotedVedtak:
    """It stands as one that was issued, without a letter of ours."""

    def __init__(self, db: Database, cases: DebtCases) -> None:
        self._db = db
        self._cases = cases

    def check(self, case: DebtCaseId, draft: NotedDraft) -> tuple[Problem, ...]:
        """What is wrong with it, beside the field."""
        return rules.check(draft, self._cases.get(case), self._db.clock.today())

    def note(self, case: DebtCaseId, draft: NotedDraft) -> DebtDecisionId:
        """It was granted on paper. Invalid beside the field."""
        demand(self.check(case, draft))
        day = draft.issued_on or self._db.clock.today()
        with self._db.unit("debt_vedtak.noted", Ref("debt_case", case)) as unit:
            number = store.next_number(self._db, day.year, PREFIX)
            told = DebtVedtakDraft(granted=True, starts_on=draft.starts_on)
            decision = store.insert(unit, number, case, told, None)
            store.add_state(unit, decision, VedtakState.ISSUED, day)
            self._cases.answered(unit, case, granted=True, since=day)
            return decision
