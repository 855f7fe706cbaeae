"""What the slices above do for people when they are shielded; not a model: they write."""

from datetime import date
from typing import Protocol

from app.core.ids import DwellingId, PersonId
from app.people.model import HeldAddress
from app.storage.unit import Unit


class AddressHolder(Protocol):
    """A slice above that keeps rows which tell where a person lives (ADR-05)."""

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every row that does."""
        ...

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them; gives the dwellings that are let from now on without saying to whom."""
        ...


class PaperKeeper(Protocol):
    """The slice above that says of a dwelling where its paper lies."""

    def let_on_paper(self, dwelling: DwellingId, since: date, paper_reference: str) -> None:
        """«Opptatt (skjermet)», in a unit that names no person."""
        ...
