"""The end of a lease, recorded inside the unit of whoever ends it."""

from dataclasses import replace
from datetime import date

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import LeaseId
from app.leases.endings import store
from app.leases.endings.model import EndCause, LeaseEnd
from app.leases.service import Leases
from app.storage.database import Database
from app.storage.unit import Unit


class Endings:
    """When a lease ends, why, and what was said of it before."""

    def __init__(self, db: Database, leases: Leases) -> None:
        self._db = db
        self._leases = leases

    def of(self, lease: LeaseId, as_of: date | None = None) -> LeaseEnd | None:
        """The end that holds on a day; None when it runs on."""
        said = self.said(lease, as_of)
        return said[-1] if said and said[-1].last_day is not None else None

    def said(self, lease: LeaseId, as_of: date | None = None) -> tuple[LeaseEnd, ...]:
        """Every end recorded and taken back, oldest first."""
        return store.of(self._db, lease, as_of or self._db.clock.today())

    def end(
        self, unit: Unit, lease: LeaseId, last_day: date, cause: EndCause, reason: str = ""
    ) -> None:
        """It ends with this day. OfficeError lease_not_running; Invalid end_before_start.

        An end recorded before gives way to this one.
        """
        known = self._leases.get(lease)
        if known.signed_on is None:
            raise OfficeError("lease_not_running", number=known.number)
        if known.draft.start is not None and last_day < known.draft.start:
            raise Invalid([Problem("last_day", "end_before_start", "HL-41")])
        store.insert(unit, lease, LeaseEnd(unit.today, last_day, cause, reason.strip()))

    def take_back(
        self,
        unit: Unit,
        lease: LeaseId,
        reason: str,
        since: date | None = None,
        cause: EndCause | None = None,
    ) -> None:
        """It runs on after all: the notice was withdrawn, lapsed, or never held.

        `cause` is what is taken back, the one that holds when it is not told. An end of another
        cause that was not taken back holds again. With `since` ahead it runs on by itself from
        that day, unless something is recorded before (HL-67).
        """
        left = self._untouched(lease)
        held = self.of(lease)
        gone = cause or (held.cause if held else None)
        if gone is None or gone not in left:
            return
        day = since or unit.today
        del left[gone]
        store.insert(unit, lease, LeaseEnd(day, None, gone, reason.strip()))
        again = next(reversed(left.values()), None)
        if again is not None:
            store.insert(unit, lease, replace(again, recorded_on=day))

    def beneath(self, lease: LeaseId) -> LeaseEnd | None:
        """The end that would hold again if the one that holds were taken back."""
        left, held = self._untouched(lease), self.of(lease)
        if held is not None:
            left.pop(held.cause, None)
        return next(reversed(left.values()), None)

    def _untouched(self, lease: LeaseId) -> dict[EndCause, LeaseEnd]:
        """The last end of each cause that nobody took back, the one that holds last."""
        left: dict[EndCause, LeaseEnd] = {}
        for each in self.said(lease):
            left.pop(each.cause, None)
            if each.last_day is not None:
                left[each.cause] = each
        return left
