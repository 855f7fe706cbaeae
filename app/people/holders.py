"""What a slice above does for people when they are shielded; not a model: it writes."""

from typing import Protocol

from app.core.ids import PersonId
from app.people.model import HeldAddress
from app.storage.unit import Unit


class AddressHolder(Protocol):
    """A slice above that keeps rows which tell where a person lives (ADR-05)."""

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every row that does."""
        ...

    def forget(self, unit: Unit, people: frozenset[PersonId], paper_reference: str) -> None:
        """Remove them, leaving the paper reference where someone must still see «opptatt»."""
        ...
