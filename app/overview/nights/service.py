"""Reads nights and their cost for any period."""

from datetime import date

from app.core.errors import demand
from app.leases.stays.service import Stays
from app.overview.nights import rules
from app.overview.nights.model import Nights
from app.overview.waiting_times.rules import period_problems
from app.storage.columns import day_or_none
from app.storage.database import Database


class NightCounts:
    """Nights and cost of temporary stays by place and month (B15)."""

    def __init__(self, db: Database, stays: Stays) -> None:
        self._db = db
        self._stays = stays

    @property
    def began(self) -> date | None:
        """The first day the register knows of any stay; None while it knows none."""
        return self._db.first(day_or_none, "SELECT min(began_on) FROM stay")

    def of(self, first: date, last: date) -> Nights:
        """A period, both days counted, with the nights slept so far.

        Invalid when it is turned, has not begun, or was over before the first stay known.
        """
        today = self._db.clock.today()
        demand(period_problems(first, last, self.began, today))
        until = min(last, today)
        return rules.nights(self._stays.rows(), today, first, until)
