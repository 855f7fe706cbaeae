"""What moving in and out keeps of where somebody lives, and forgetting it (ADR-05)."""

from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.dwellings.keys.service import DoorKeys
from app.leases.handover import store
from app.leases.service import Leases
from app.people.model import HeldAddress
from app.storage.database import Database
from app.storage.unit import Unit


class HandoverHolder:
    """Keys, reports and start packages of the leases of those who are shielded."""

    def __init__(self, db: Database, leases: Leases, keys: DoorKeys) -> None:
        self._db = db
        self._keys = keys
        self._leases = leases

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every row about a lease of these."""
        return tuple(
            HeldAddress(Ref(table, row), held.person)
            for held in self._leases.holding(people)
            for table, row in store.rows_about(self._db, LeaseId(held.ref.id))
        )

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them; a key that was out is out still, and nobody can see with whom."""
        for held in self._leases.holding(people):
            lease = LeaseId(held.ref.id)
            out = [loan.key for loan in self._keys.of_lease(lease) if loan.out]
            store.forget(unit, lease)
            for key in out:
                self._keys.hide(unit, key)
        return ()
