"""The officer's verbs on closing a case, and what came of it."""

from collections.abc import Mapping
from datetime import date

from app.core.ids import DebtCaseId, Ref
from app.debt.closing import rules, store
from app.debt.closing.model import DebtEffect, EndDraft, HomeResult, StillOpen
from app.debt.measures.service import DebtMeasures
from app.debt.model import DebtCase, Ending
from app.debt.service import DebtCases
from app.followup.contact_notes.service import ContactNotes
from app.storage.database import Database
from app.storage.remembered import Remembered


class DebtClosings:
    """How a case ends: the outcome, rent owed before and after, and the home."""

    def __init__(
        self, db: Database, cases: DebtCases, measures: DebtMeasures, notes: ContactNotes
    ) -> None:
        self._db = db
        self._cases = cases
        self._measures = measures
        self._notes = notes
        self._known: Remembered[Mapping[DebtCaseId, DebtEffect]] = Remembered(db)

    # what is known

    def effects(self, on: date | None = None) -> Mapping[DebtCaseId, DebtEffect]:
        """What came of each case that was closed by a day, those taken up again left out."""
        day = on or self._today
        return self._known.get(day, lambda: self._read(day))

    def _read(self, day: date) -> Mapping[DebtCaseId, DebtEffect]:
        closed = {each.id for each in self._cases.rows(day) if each.closed_on is not None}
        return {case: each for case, each in store.effects(self._db, day).items() if case in closed}

    def effect(self, case: DebtCaseId, on: date | None = None) -> DebtEffect | None:
        """What came of one; None while it is open."""
        return self.effects(on).get(case)

    def foreseen(self, case: DebtCaseId, since: date | None = None) -> DebtEffect:
        """What would be written if it was closed on a day: rent owed then and when it came."""
        known, day = self._cases.get(case), since or self._today
        before = rules.total(self._measures.owed_by(known.person, known.received_on))
        after = rules.total(self._measures.owed_by(known.person, day))
        return DebtEffect(day, known.received_on, before, after, HomeResult.NOT_ASKED)

    def still_open(self, case: DebtCaseId) -> tuple[StillOpen, ...]:
        """What is not done yet; told, never in the way."""
        known = self._cases.get(case)
        owed = rules.total(self._measures.owed_by(known.person, self._today))
        return rules.still_open(known, self._measures.of(case), owed, spoken=self._spoken(known))

    def _spoken(self, case: DebtCase) -> bool:
        """Whether somebody has spoken with them since the work began."""
        began = case.started_on or case.received_on
        last = self._notes.last_contact(case.person)
        return last is not None and last >= began

    # the officer's verbs

    def close(self, case: DebtCaseId, draft: EndDraft) -> None:
        """The work has ended, with how and what came of it. Invalid beside the field."""
        day = draft.since or self._today
        with self._db.unit("debt_case.closed", Ref("debt_case", case)) as unit:
            self._cases.end(unit, case, Ending(day, draft.outcome, draft.words))
            seen = self.foreseen(case, day)
            effect = DebtEffect(
                day, seen.counted_from, seen.owed_before, seen.owed_after, draft.home
            )
            store.add_effect(unit, case, effect)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
