"""What consents tell of where somebody lives, for shielding."""

from app.core.ids import DwellingId, PersonId
from app.people.consents import address_store
from app.people.model import HeldAddress
from app.storage.database import Database
from app.storage.unit import Unit


class ConsentAddresses:
    """Landlords named in consents; an AddressHolder."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Consents that tell where one of them lives (ADR-05)."""
        return address_store.told(self._db, people)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Leave the landlord out; that they agreed stays."""
        for held in self.holding(people):
            unit.update(held.ref.kind, held.ref.id, body="")
        return ()
