"""Reads the requests of a period."""

from datetime import date

from app.core.errors import demand
from app.debt.book import DebtBook
from app.debt.waiting.service import DebtWaiting
from app.overview.advice_return import rules
from app.overview.return_tables.model import ReturnTables
from app.overview.waiting_times.rules import period_problems
from app.storage.database import Database


class AdviceReturns:
    """How many asked, began, waited and were helped, and how it ended."""

    def __init__(self, db: Database, cases: DebtBook, waiting: DebtWaiting) -> None:
        self._db = db
        self._cases = cases
        self._waiting = waiting

    def of(self, first: date, last: date) -> ReturnTables:
        """A period, both days counted; who waits is of its last day. Invalid in words."""
        today = self._db.clock.today()
        began = min((each.received_on for each in self._cases.rows()), default=None)
        demand(period_problems(first, last, began, today))
        until = min(last, today)
        waiting = self._waiting.at(until).rows
        return rules.tables(self._cases.rows(until), waiting, first, until)
