"""The officer's verbs on pauses. A pause stops what is asked of the tenant, never a signal."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.arrears.pauses import rules, store
from app.arrears.pauses.model import Pause, PauseDraft
from app.arrears.service import Arrears
from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import LeaseId, Ref
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered


class Pauses:
    """Money steps and petitions wait, for a reason and to a day (peers idea 8)."""

    def __init__(self, db: Database, arrears: Arrears, settings: Settings) -> None:
        self._db = db
        self._arrears = arrears
        self._settings = settings
        self._remembered: Remembered[tuple[Pause, ...]] = Remembered(db)
        self._held: Remembered[Mapping[LeaseId, Pause]] = Remembered(db)

    # what is known

    def of(self, lease: LeaseId) -> tuple[Pause, ...]:
        """Every one of a tenancy, oldest first."""
        leases = self._arrears.tenancy(lease).leases
        return tuple(each for each in self._all() if each.lease in leases)

    def get(self, pause: int) -> Pause:
        """One; NotFound pause_not_found."""
        for each in self._all():
            if each.id == pause:
                return each
        raise NotFound("pause_not_found")

    def holding(self, lease: LeaseId, day: date | None = None) -> Pause | None:
        """The one that steps wait for on a day, as it was known that day."""
        return self.held(day or self._today).get(self._arrears.tenancy(lease).lease)

    def held(self, day: date) -> Mapping[LeaseId, Pause]:
        """As `holding`, of every tenancy where steps wait, by its newest lease."""
        return self._held.get(day, lambda: self._read_held(day))

    def ending(self, until: date | None = None) -> tuple[Pause, ...]:
        """Those that hold and run out by a day, else this week; the first to end first."""
        today = self._today
        last = until or week_end(today)
        found = [each for each in self._all() if each.holds(today) and each.until(today) <= last]
        return tuple(sorted(found, key=lambda each: (each.until(today), each.id)))

    def longest(self) -> int:
        """How many days ahead an end may be set."""
        return self._settings.parameters.whole(rules.LONGEST, self._today)

    def proposed(self) -> PauseDraft:
        """A pause with the end that is usual."""
        days = self._settings.parameters.whole(rules.USUAL, self._today)
        return PauseDraft(until=self._today + timedelta(days=days))

    def check(self, draft: PauseDraft) -> tuple[Problem, ...]:
        """What is wrong with it."""
        return rules.check(draft, self._today, self.longest())

    # what is done

    def begin(self, lease: LeaseId, draft: PauseDraft) -> int:
        """Steps wait from today. Invalid without reason and end; Conflict pause_holds."""
        named = self._arrears.tenancy(lease).lease
        if self.holding(lease) is not None:
            raise Conflict("pause_holds")
        demand(self.check(draft))
        with self._db.unit("arrears_pause.begun", Ref("lease", named)) as unit:
            return store.insert(unit, named, draft, draft.until or unit.today)

    def lengthen(self, pause: int, until: date | None, reason: str) -> None:
        """Wait to a later day, for a reason of its own. Conflict pause_over."""
        known, today = self._running(pause), self._today
        demand(rules.check_longer(known, until, reason, today, self.longest()))
        with self._db.unit("arrears_pause.lengthened", Ref("lease", known.lease)) as unit:
            store.add_end(unit, pause, until or unit.today, reason.strip())

    def end(self, pause: int, reason: str) -> None:
        """Steps go on from today. Invalid without the reason; Conflict pause_over."""
        known = self._running(pause)
        if not reason.strip():
            demand((Problem("reason", "reason_missing"),))
        with self._db.unit("arrears_pause.ended", Ref("lease", known.lease)) as unit:
            store.add_end(unit, pause, unit.today - timedelta(days=1), reason.strip())

    def _running(self, pause: int) -> Pause:
        known = self.get(pause)
        if not known.holds(self._today):
            raise Conflict("pause_over")
        return known

    def _read_held(self, day: date) -> dict[LeaseId, Pause]:
        """The newest, where two of one tenancy hold."""
        holding = [each for each in self._all() if each.holds(day)]
        tenancies = self._arrears.tenancies_of(each.lease for each in holding)
        return {tenancies[each.lease].lease: each for each in holding if each.lease in tenancies}

    def _all(self) -> tuple[Pause, ...]:
        return self._remembered.get("all", lambda: store.pauses(self._db))

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def week_end(day: date) -> date:
    """The Sunday of its week."""
    return day + timedelta(days=6 - day.weekday())
