"""What is told in a case of where its person lives, let go of when they are shielded (ADR-05)."""

from collections.abc import Sequence

from app.core.ids import DwellingId, PersonId
from app.people import telling_store
from app.people.model import HeldAddress
from app.people.telling_store import Telling
from app.storage.database import Database
from app.storage.unit import Unit


class TellingRows:
    """An AddressHolder for tables with words, ties and letters of cases."""

    def __init__(self, db: Database, cases: str, tables: Sequence[Telling]) -> None:
        self._db, self._cases, self._tables = db, cases, tables

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every row that may name a home."""
        found = telling_store.held(self._db, self._cases, self._tables, sorted(people))
        return tuple(HeldAddress(ref, person) for ref, person in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take away what tells; days, sums, states and answers stay."""
        for each in self.holding(people):
            telling_store.empty(unit, each.ref, self._tables)
        return ()
