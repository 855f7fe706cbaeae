"""Reads who waits and who got a dwelling, for any day and any period."""

from datetime import date

from app.core.charts import TrendPoint
from app.core.errors import demand
from app.documents.model import Document
from app.overview.figures.days import day_problems
from app.overview.waiting_times import history_store, rules, store
from app.overview.waiting_times.model import AllocatedIn, WaitingOn, WaitingPaper, WaitingTimes
from app.overview.waiting_times.prints import waiting_report
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

TEXT = "waiting_report"


class WaitingCounts:
    """Waiting households by main group on any day, and allocated ones in any period."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self._db = db
        self._settings = settings
        self._waiting: Remembered[WaitingOn] = Remembered(db)

    @property
    def began(self) -> date | None:
        """The first day the register knows of any application; None while it knows none."""
        return store.began(self._db)

    def check(self, first: date, last: date) -> None:
        """Refuse what `allocated` and `at` the last day refuse, and count nothing."""
        demand(rules.period_problems(first, last, self.began, self._today))
        demand(day_problems("last", last, self.began, self._today))

    def at(self, day: date) -> WaitingOn:
        """New households with a vedtak, waiting for a dwelling that day (REP-12, B6).

        Invalid `day_in_future`, or `before_register_began` with the day it began as remedy.
        """
        demand(day_problems("day", day, self.began, self._today))
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

    def times(self, first: date, last: date) -> WaitingTimes:
        """How long those housed in a period had waited, by group and size; Invalid as above."""
        demand(rules.period_problems(first, last, self.began, self._today))
        until = min(last, self._today)
        waits = history_store.waits(self._db, first, until)
        return rules.times(waits, history_store.still(self._db, until), first, until)

    def over_time(self, first: date, last: date) -> tuple[TrendPoint, ...]:
        """How many waited at the end of each month, from when the register began (B5)."""
        demand(rules.period_problems(first, last, self.began, self._today))
        days = rules.month_ends(max(first, self.began or first), min(last, self._today))
        return rules.over_time(history_store.spells(self._db), days)

    def paper(self, day: date, first: date, last: date) -> Document:
        """Who waits on a day, and how long it has taken in a period, to print."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text(TEXT, profile.language, now.date())
        parts = (self.at(day), self.allocated(first, last), self.times(first, last))
        return waiting_report(WaitingPaper(profile, *parts, now), text)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
