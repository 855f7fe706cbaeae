"""Reads who waits for economic advice, on any day."""

from datetime import date

from app.core.ids import PersonId
from app.core.periods import Period, Unit, add
from app.core.rent_months import first_day, last_day, month_of
from app.debt.book import DebtBook
from app.debt.queue.service import DebtQueue
from app.debt.waiting import rules
from app.debt.waiting.model import RequestRow, WaitingCount
from app.storage.database import Database
from app.storage.remembered import Remembered

MONTHS = 12


class DebtWaiting:
    """How many wait how long, and what comes next in each case."""

    def __init__(self, db: Database, cases: DebtBook, queue: DebtQueue) -> None:
        self._db = db
        self._cases = cases
        self._queue = queue
        self._counts: Remembered[WaitingCount] = Remembered(db)
        self._rows: Remembered[tuple[RequestRow, ...]] = Remembered(db)

    def rows(self) -> tuple[RequestRow, ...]:
        """Every case with what comes next in it: those who wait by their place, then the others.

        What the register knows of a home makes a case acute as well as what was answered.
        """
        today = self._db.clock.today()

        def made() -> tuple[RequestRow, ...]:
            places = {each.case.id: each for each in self._queue.places(today)}
            found = (rules.row(each, today, places.get(each.id)) for each in self._cases.rows())
            return tuple(sorted(found, key=rules.order))

        return self._rows.get(today, made)

    def of_person(self, person: PersonId) -> tuple[RequestRow, ...]:
        """Those of one person, the open ones first; the queue is read only for one who waits."""
        cases = self._cases.of_person(person)
        if any(each.waits for each in cases):
            return tuple(each for each in self.rows() if each.case.person == person)
        today = self._db.clock.today()
        return tuple(sorted((rules.row(each, today) for each in cases), key=rules.order))

    def at(self, day: date) -> WaitingCount:
        """Who waited at the end of a day, and what happened that month up to it."""
        since = first_day(month_of(day))
        return self._counts.get(day, lambda: rules.count(self._cases.rows(day), day, since))

    def months(self, until: date, count: int = MONTHS) -> tuple[WaitingCount, ...]:
        """The day itself and the end of each month before it, the newest first."""
        first = first_day(month_of(until))
        ends = (add(Period(-back, Unit.MONTHS), first) for back in range(1, count))
        days = (until, *(last_day(month_of(each)) for each in ends))
        return tuple(self.at(each) for each in days)
