"""What a handback does to the dwelling and to the allocation that led to the lease."""

from datetime import date, timedelta

from app.allocation.service import Allocation
from app.applications.service import Applications
from app.dwellings.model import DwellingStatus
from app.dwellings.rules import may_change
from app.dwellings.service import Dwellings
from app.leases.aftermath.handback import store
from app.leases.model import Lease
from app.leases.service import Leases
from app.storage.database import Database
from app.storage.unit import Unit

_DAY = timedelta(days=1)


class Vacating:
    """Nobody's from the day after the keys came, until the next lease that is signed already."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        dwellings: Dwellings,
        allocation: Allocation,
        applications: Applications,
    ) -> None:
        self._db = db
        self._leases = leases
        self._dwellings = dwellings
        self._allocation = allocation
        self._applications = applications

    def empty(self, unit: Unit, lease: Lease, keys_on: date, status: DwellingStatus) -> None:
        """The dwelling's status after the tenant, and the end of their allocation."""
        self._end_allocation(unit, lease, keys_on)
        dwelling = lease.draft.dwelling
        others = (row for row in self._leases.of_dwelling(dwelling) if row.id != lease.id)
        following = store.next_start(self._db, lease.id, dwelling, keys_on)
        if any(row.state.lived_in for row in others) or following == keys_on + _DAY:
            return  # shared, or the next tenant moves straight in
        self._set(unit, lease, status, keys_on + _DAY)
        if following is not None:
            if not may_change(status, DwellingStatus.LET):
                self._set(unit, lease, DwellingStatus.READY, following)
            self._set(unit, lease, DwellingStatus.LET, following)

    def _set(self, unit: Unit, lease: Lease, status: DwellingStatus, since: date) -> None:
        dwelling = lease.draft.dwelling
        if self._dwellings.get(dwelling, since).status is not status:
            self._dwellings.set_status(unit, dwelling, status, since, lease.number, planned=True)

    def _end_allocation(self, unit: Unit, lease: Lease, keys_on: date) -> None:
        """Theirs no longer, so that the dwelling can go to another."""
        found = self._allocation.allocation_of(lease.draft.dwelling)
        if found is None or found.since > keys_on:
            return
        if self._applications.get(found.application).applicant == lease.draft.tenant:
            self._allocation.end(unit, lease.draft.dwelling, keys_on)
