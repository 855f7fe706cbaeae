"""Reads how Husbanken's instruments were used."""

from datetime import date

from app.core.errors import demand
from app.dwellings.clauses.store import ending as clauses
from app.overview.husbanken import rules, store
from app.overview.return_tables.model import ReturnTables
from app.overview.waiting_times.rules import period_problems
from app.storage.database import Database


class HusbankenReturns:
    """Applied for, granted, refused and waiting, by instrument (REP-20)."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, first: date, last: date) -> ReturnTables:
        """A period, both days counted; what waits is of its last day. Invalid in words."""
        today = self._db.clock.today()
        demand(period_problems(first, last, store.began(self._db), today))
        until = min(last, today)
        bound = [each for each in clauses(self._db, until, date.max) if each.ends_on >= until]
        return rules.tables(store.uses(self._db, until), bound, first, until)
