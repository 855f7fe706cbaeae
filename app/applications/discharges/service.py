"""The day an applicant leaves an institution or prison without a home (A3, A4, AL-18)."""

from dataclasses import replace
from datetime import date

from app.applications.discharges import store
from app.applications.discharges.model import DayLess, Leaving, PlannedDischarge
from app.core.errors import NotFound, Problem, demand
from app.core.ids import ApplicationId, Ref
from app.storage.database import Database


class Discharges:
    """Tell the day, and see who leaves soon."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, application: ApplicationId, as_of: date | None = None) -> PlannedDischarge | None:
        """What was told last by a day; None where there is no day, or it is called off."""
        found = store.told(self._db, application, as_of or self._today)
        if found is None or found.place is None or not self.guarded(application):
            return found
        return replace(found, place=None)

    def guarded(self, application: ApplicationId) -> bool:
        """Whether the applicant's address is protected, so that no place is asked for or told."""
        return store.guarded(self._db, application, self._today)

    def dayless(self) -> tuple[DayLess, ...]:
        """Open applications with the need, where the day is not told."""
        return store.dayless(self._db, self._today)

    def leaving(self, until: date) -> tuple[Leaving, ...]:
        """Every applicant without a home who leaves by a day, the first to leave first."""
        return store.leaving(self._db, self._today, until)

    def tell(self, application: ApplicationId, told: PlannedDischarge) -> None:
        """The day as it is known today; Invalid for a day gone by. Says nothing of where (ADR-05).

        The same day told again writes nothing.
        """
        today = self._today
        gone = told.leaves_on < today
        demand([Problem("leaves_on", "discharge_day_passed", remedy=today)] if gone else [])
        kept = replace(told, place=None) if self.guarded(application) else told
        known = self.of(application)
        if known is not None and replace(known, since=None) == replace(kept, since=None):
            return
        with self._db.unit("application.discharge_told", Ref("application", application)) as unit:
            store.insert(unit, application, kept, today, off=False)

    def call_off(self, application: ApplicationId) -> None:
        """It does not happen, or the day is not known any longer; NotFound when none is told."""
        known = self.of(application)
        if known is None:
            raise NotFound("discharge_not_told")
        with self._db.unit("application.discharge_off", Ref("application", application)) as unit:
            store.insert(unit, application, known, self._today, off=True)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
