"""How places on the waiting list have moved: reads what the list rested on, and no more."""

from datetime import date

from app.allocation import past, past_store
from app.allocation.model import PlaceOn
from app.allocation.past import Dated, Past
from app.allocation.rulesets.service import RuleSets
from app.core.ids import ApplicationId
from app.storage.database import Database
from app.storage.remembered import Remembered


class PlacesOverTime:
    """The newest places of one, from those alone who waited on the days that are told of."""

    def __init__(self, db: Database, rule_sets: RuleSets | None) -> None:
        self._db = db
        self._rule_sets = rule_sets
        self._waited: Remembered[dict[ApplicationId, Dated[bool]]] = Remembered(db)
        self._days: Remembered[tuple[date, ...]] = Remembered(db)
        self._pasts: Remembered[Past] = Remembered(db)

    def of(self, application: ApplicationId) -> tuple[PlaceOn, ...]:
        """The newest first, each with why; empty when not on the list."""
        today = self._db.clock.today()
        days = self._days.get(today, lambda: self._newest_days(today))
        if not days:
            return ()
        newest = self._past(days[-1], today)
        return past.places(newest, application, days, lambda day: self._past(day, day))

    def _past(self, first: date, last: date) -> Past:
        """What the list rested on from a day to another."""
        return self._pasts.get((first, last), lambda: self._read(first, last))

    def _read(self, first: date, last: date) -> Past:
        there = (key for key, held in self._waits().items() if past.waited(held, first, last))
        sets = () if self._rule_sets is None else self._rule_sets.all()
        return past_store.past(self._db, last, sets, there)

    def _newest_days(self, today: date) -> tuple[date, ...]:
        waits = self._waits()
        sets = () if self._rule_sets is None else self._rule_sets.all()
        days = {day for held in waits.values() for day in held.days}
        days |= past_store.days(self._db, today, sets, waits)
        return past.newest_days(days, today)

    def _waits(self) -> dict[ApplicationId, Dated[bool]]:
        today = self._db.clock.today()
        return self._waited.get(today, lambda: past_store.waits(self._db, today))
