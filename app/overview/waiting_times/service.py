"""Reads who waits and who got a dwelling, for any day and any period."""

from datetime import date

from app.core.errors import demand
from app.overview.waiting_times import rules, store
from app.overview.waiting_times.model import AllocatedIn, WaitingOn
from app.storage.database import Database
from app.storage.remembered import Remembered


class WaitingCounts:
    """Waiting households by main group on any day, and allocated ones in any period."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._waiting: Remembered[WaitingOn] = Remembered(db)

    @property
    def began(self) -> date | None:
        """The first day the register knows of any application; None while it knows none."""
        return store.began(self._db)

    def at(self, day: date) -> WaitingOn:
        """New households with a vedtak, waiting for a dwelling that day (REP-12, B6).

        Invalid `day_in_future`, or `before_register_began` with the day it began as remedy.
        """
        demand(rules.day_problems("day", day, self.began, self._today))
        return self._waiting.get(day, lambda: self._at(day))

    def _at(self, day: date) -> WaitingOn:
        now = day == self._today
        found = store.waiting(self._db, day, "new", now=now)
        swaps = store.waiting(self._db, day, "swap", now=now)
        return WaitingOn(
            day,
            rules.by_group(found),
            rules.figure("waiting", (each for each, _ in found)),
            rules.figure("swaps", (each for each, _ in swaps)),
        )

    def allocated(self, first: date, last: date) -> AllocatedIn:
        """New households allocated a dwelling in a period and still having it at its end (B7).

        Invalid when the period is turned, has not begun, or ended before the register began.
        """
        demand(rules.period_problems(first, last, self.began, self._today))
        until = min(last, self._today)
        found = store.allocated(self._db, first, until)
        total = rules.figure("allocated", (each for each, _ in found))
        return AllocatedIn(first, until, rules.by_group(found), total)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
