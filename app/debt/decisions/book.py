"""What is known of vedtak about economic advice, and who is without one."""

from datetime import date, timedelta

from app.core.dated import Starts
from app.core.deadlines import Deadline
from app.core.errors import NotFound
from app.core.ids import DebtCaseId, DebtDecisionId
from app.debt.book import DebtBook
from app.debt.decisions import rules, store, waiting_store
from app.debt.decisions.model import DebtVedtak, WaitingLevel, Waits
from app.debt.model import DebtCase, StandingCase
from app.decisions.appeals.rules import appeal_deadline
from app.decisions.model import VedtakState
from app.letters.service import Letters
from app.settings.rulebook import deadline_for
from app.settings.service import Settings
from app.storage.database import Database


class DecisionBook:
    """What is read; the verbs stand in the service."""

    def __init__(self, db: Database, cases: DebtBook, letters: Letters, settings: Settings) -> None:
        self._db = db
        self._book = cases
        self._letters = letters
        self._settings = settings

    def of(self, case: DebtCaseId) -> tuple[DebtVedtak, ...]:
        """Every vedtak of a case, the newest first."""
        return store.of(self._db, case)

    def get(self, decision: DebtDecisionId) -> DebtVedtak:
        """One vedtak with its stored state; NotFound when there is none."""
        found = store.get(self._db, decision)
        if found is None:
            raise NotFound("vedtak_not_found")
        return found

    def drafted(self, case: DebtCaseId) -> DebtVedtak | None:
        """The draft that is being written."""
        return next((each for each in self.of(case) if each.state is VedtakState.DRAFT), None)

    def holding_now(self, case: DebtCaseId) -> DebtVedtak | None:
        """The vedtak that holds."""
        return next((each for each in self.of(case) if each.holds), None)

    def without_vedtak(self, case: DebtCase) -> WaitingLevel:
        """How long it has stood without a vedtak today, by the office's own days (F12)."""
        return rules.without_vedtak(case, self._today, self._settings.parameters)

    def last_by_law(self, case: StandingCase) -> date:
        """The last day for a first answer, also one that only says it takes time (FV-02)."""
        parameters = self._settings.parameters
        return deadline_for(parameters, "fvl.prelim_months", case.received_on).warn_day

    def undecided(self) -> tuple[tuple[StandingCase, tuple[date, ...]], ...]:
        """Those without a vedtak, each with the days ahead that press, the first first.

        The office's own (F12), and the law's for a first answer; a letter that says it takes time
        is one (FV-02).
        """
        told = waiting_store.sent(self._db)
        yellow = min(self._settings.parameters.numbers(rules.DECIDE, self._today))
        found = []
        for each in self._book.standing():
            if each.without_vedtak:
                days = {each.received_on + timedelta(days=yellow)}
                days |= set() if each.id in told else {self.last_by_law(each)}
                found.append((each, tuple(sorted(day for day in days if day > self._today))))
        return tuple(found)

    def answer_by(self, case: DebtCase) -> date:
        """The day to tell somebody who waits for the vedtak itself (FV-02, F12)."""
        return rules.answer_by(case, self._today, self._settings.parameters)

    def overdue(self) -> tuple[Waits, ...]:
        """«I kø uten vedtak»: the red ones first, then who has waited longest."""
        told = waiting_store.sent(self._db)
        parameters, today = self._settings.parameters, self._today
        found = (
            rules.waits(each, today, parameters, told.get(each.id))
            for each in self._book.standing()
        )
        late = [each for each in found if each is not None]
        return tuple(
            sorted(late, key=lambda each: (each.level is not WaitingLevel.RED, -each.days))
        )

    def appeal_deadline(self, decision: DebtDecisionId) -> Deadline | None:
        """The weeks of its legal basis from the day the letter arrived (FV-11, SOT-08).

        None while none is on its way.
        """
        known, parameters = self.get(decision), self._settings.parameters
        if known.document is None:
            return None
        counting = self._letters.counted_from(known.document, Starts.ARRIVED, parameters)
        if counting.day is None or counting.returned:
            return None
        return appeal_deadline(parameters, counting.day, known.draft.appeal_weeks)

    def state(self, decision: DebtDecisionId) -> VedtakState:
        """How far it has come today, by its letter and the appeal deadline."""
        known = self.get(decision)
        limit = self.appeal_deadline(decision)
        return rules.state_on(
            known.state, self.sent_on(known), limit.moved if limit else None, self._today
        )

    def sent_on(self, known: DebtVedtak) -> date | None:
        """The day its letter went out and did not come back."""
        if known.document is None:
            return None
        sent = (each for each in self._letters.dispatches(known.document) if not each.returned_on)
        return next((each.sent_on for each in sent), None)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
