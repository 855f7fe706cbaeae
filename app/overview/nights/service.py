"""Reads nights and their cost for any period."""

from datetime import date

from app.core.errors import demand
from app.leases.stays.service import Stays
from app.overview.figures import beginning
from app.overview.nights import rules
from app.overview.nights.model import Nights
from app.overview.waiting_times.rules import period_problems
from app.storage.database import Database


class NightCounts:
    """Nights and cost of temporary stays by place and month (B15)."""

    def __init__(self, db: Database, stays: Stays) -> None:
        self._db = db
        self._stays = stays

    @property
    def began(self) -> date | None:
        """The first day the register knows of any stay; None while it knows none."""
        return beginning.began(self._db, "SELECT min(began_on) FROM stay")

    def of(self, first: date, last: date) -> Nights:
        """A period, both days counted, from when the register began, with nights slept so far.

        Invalid when it is turned, has not begun, or was over before the first stay known.
        """
        today = self._db.clock.today()
        demand(period_problems(first, last, self.began, today))
        since = max(first, self.began or first)
        return rules.nights(self._stays.rows(), today, since, min(last, today))
