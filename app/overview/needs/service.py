"""Reads the needs that are open on a day."""

from datetime import date

from app.applications.model import ApplicationState
from app.applications.service import Applications
from app.core.errors import demand
from app.overview.needs import rules
from app.overview.return_tables.model import ReturnTables
from app.overview.snapshots.model import ReturnKind
from app.overview.waiting_times import store as waiting_store
from app.overview.waiting_times.rules import period_problems
from app.storage.database import Database

_OPEN = frozenset(state for state in ApplicationState if state.open)


class NeedOverviews:
    """Open needs by A1 to C5, and the dwellings that are needed, ordinary and adapted (F11)."""

    def __init__(self, db: Database, applications: Applications) -> None:
        self._db = db
        self._applications = applications

    def of(self, first: date, last: date) -> ReturnTables:
        """What is open on the last day of the period. Invalid in words."""
        today = self._db.clock.today()
        demand(period_problems(first, last, waiting_store.began(self._db), today))
        until = min(last, today)
        rows = self._applications.rows(until, _OPEN)
        return ReturnTables(ReturnKind.NEEDS, first, until, rules.tables(rules.open_needs(rows)))
