"""What is agreed on unpaid rent tells where a person lives: it goes with the lease (ADR-05)."""

from app.arrears.instalments import store as instalment_store
from app.arrears.pauses import store as pause_store
from app.core.ids import DwellingId, PersonId
from app.leases.service import Leases
from app.people.model import HeldAddress
from app.storage.database import Database
from app.storage.unit import Unit


class AgreedRows:
    """Agreements and pauses on the leases of those whose home is to be kept secret."""

    def __init__(self, db: Database, leases: Leases) -> None:
        self._db = db
        self._leases = leases

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every row of them."""
        of = self._leases.tenants(people)
        leases = sorted(of)
        found = (*instalment_store.held(self._db, leases), *pause_store.held(self._db, leases))
        return tuple(HeldAddress(ref, of[lease]) for ref, lease in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them, before the papers and the leases they point at are."""
        for lease in self._leases.tenants(people):
            instalment_store.remove_of(unit, lease)
            pause_store.remove(unit, lease)
        return ()
