"""What a lease does to the dwelling and to the application it answers."""

from app.allocation.service import Allocation
from app.applications.model import ApplicationKind, ApplicationState
from app.applications.service import Applications
from app.core.errors import Invalid, Problem
from app.decisions.service import Decisions
from app.dwellings.model import DwellingStatus
from app.dwellings.rules import may_change
from app.dwellings.service import Dwellings
from app.leases.model import Lease, LeaseDraft
from app.storage.unit import Unit


class Occupancy:
    """Let, and allocated: both in the unit that signs the lease."""

    def __init__(
        self,
        decisions: Decisions,
        allocation: Allocation,
        applications: Applications,
        dwellings: Dwellings,
    ) -> None:
        self._decisions = decisions
        self._allocation = allocation
        self._applications = applications
        self._dwellings = dwellings

    def begin(self, unit: Unit, lease: Lease) -> None:
        """The dwelling is theirs from the first day; Invalid when it cannot be let."""
        self._allocate(unit, lease)
        if not self.let(unit, lease.draft, lease.number):
            raise Invalid([Problem("dwelling", "dwelling_not_vacant", "FV-24")])

    def let(self, unit: Unit, draft: LeaseDraft, reason: str) -> bool:
        """Let from the first day, or from today's status if that is newer; False if it may not."""
        start = draft.start or unit.today
        known = self._dwellings.get(draft.dwelling, max(start, unit.today))
        if known.status is DwellingStatus.LET:
            return True
        if not may_change(known.status, DwellingStatus.LET):
            return False
        since = max(start, known.status_since)
        self._dwellings.set_status(unit, draft.dwelling, DwellingStatus.LET, since, reason)
        return True

    def _allocate(self, unit: Unit, lease: Lease) -> None:
        """Allocated now, unless the vedtak named the dwelling already (FV-24)."""
        if lease.draft.vedtak is None:
            return
        vedtak = self._decisions.get(lease.draft.vedtak)
        application = self._applications.get(vedtak.application)
        if application.state is not ApplicationState.GRANTED_WAITING:
            return
        day, reason = unit.today, lease.number
        if application.draft.kind is ApplicationKind.RENEWAL:
            allocated = ApplicationState.ALLOCATED
            self._applications.set_state(unit, application.id, allocated, day, reason)
        else:
            self._allocation.allocate(unit, vedtak.id, lease.draft.dwelling, day, reason)
