"""Every case as it is known on a day."""

from collections.abc import Collection, Mapping
from datetime import date

from app.core.errors import NotFound
from app.core.ids import DebtCaseId, PersonId
from app.debt import rules, standing_store, store
from app.debt.decisions import store as decision_store
from app.debt.model import (
    AcuteScreen,
    AdviceStage,
    DebtCase,
    Ending,
    StageStep,
    StandingCase,
    StateRow,
)
from app.debt.rules import CaseRows
from app.people.service import People
from app.storage.database import Database
from app.storage.remembered import Remembered


class DebtBook:
    """What is known of cases; the verbs stand in the service."""

    def __init__(self, db: Database, people: People) -> None:
        self._db = db
        self._people = people
        self._known: Remembered[tuple[DebtCase, ...]] = Remembered(db)
        self._standing: Remembered[tuple[StandingCase, ...]] = Remembered(db)
        self._rows: Remembered[CaseRows] = Remembered(db)
        self._every: Remembered[CaseRows] = Remembered(db)

    def rows(self, as_of: date | None = None) -> tuple[DebtCase, ...]:
        """Every case as it stood on a day, the oldest first; closed ones too."""
        day = as_of or self._today
        return self._known.get(
            day, lambda: rules.cases(store.heads(self._db, day), self._dated(day))
        )

    def standing(self, as_of: date | None = None) -> tuple[StandingCase, ...]:
        """Those of `rows` that were open on a day; of the others, and of names, nothing is read."""
        day = as_of or self._today
        return self._standing.get(
            day,
            lambda: standing_store.standing(self._db, decision_store.decided, day),
        )

    def names(self, cases: Collection[DebtCaseId]) -> Mapping[DebtCaseId, str]:
        """Whose some cases are, by name; nothing is read for none."""
        return standing_store.names(self._db, cases) if cases else {}

    def persons(self, cases: Collection[DebtCaseId]) -> Mapping[DebtCaseId, PersonId]:
        """Whose some cases are; nothing is read for none."""
        return standing_store.persons(self._db, cases) if cases else {}

    def _dated(self, day: date) -> CaseRows:
        """All rows up to a day: read once for all days, so that many months cost little more."""
        decided = decision_store.decided
        return self._rows.get(
            day, lambda: rules.until(self._recorded(), decided(self._db, day), day)
        )

    def _recorded(self) -> CaseRows:
        db, last = self._db, date.max
        return self._every.get(
            last,
            lambda: CaseRows(
                store.states(db, last),
                store.screens(db, last),
                store.stages(db, last),
                store.endings(db, last),
                {},
            ),
        )

    def get(self, case: DebtCaseId, as_of: date | None = None) -> DebtCase:
        """One case; NotFound when there is none."""
        found = next((each for each in self.rows(as_of) if each.id == case), None)
        if found is None:
            raise NotFound("debt_case_not_found")
        return found

    def waiting(self, as_of: date | None = None) -> tuple[DebtCase, ...]:
        """Those who wait for an answer or for the start, the oldest first."""
        return tuple(each for each in self.rows(as_of) if each.waits)

    def of_person(self, person: PersonId, as_of: date | None = None) -> tuple[DebtCase, ...]:
        """Every case of a person, oldest first; nothing is read of others for one without any."""
        if not store.asked(self._db, person):
            return ()
        return tuple(each for each in self.rows(as_of) if each.person == person)

    def open_of_person(self, person: PersonId, as_of: date | None = None) -> tuple[DebtCase, ...]:
        """Those where somebody waits or is helped."""
        return tuple(each for each in self.of_person(person, as_of) if each.open)

    def states(self, case: DebtCaseId) -> tuple[StateRow, ...]:
        """How the request has stood, oldest first."""
        return tuple(self._dated(self._today).states.get(case, ()))

    def screens(self, case: DebtCaseId) -> tuple[AcuteScreen, ...]:
        """The answers of the acute screen, oldest first."""
        return tuple(self._dated(self._today).screens.get(case, ()))

    def stages(self, case: DebtCaseId) -> tuple[StageStep, ...]:
        """How far the work had come, oldest first."""
        return tuple(self._dated(self._today).stages.get(case, ()))

    def endings(self, case: DebtCaseId) -> tuple[Ending, ...]:
        """How it ended, and began again, oldest first."""
        return tuple(self._dated(self._today).endings.get(case, ()))

    def next_stages(self, case: DebtCase) -> tuple[AdviceStage, ...]:
        """The stages the work may be moved to now, without an outcome."""
        return rules.next_stages(case)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
