"""Who owns a case: one unit and one coordinator (P1, C7, D5)."""

from dataclasses import field
from datetime import date

from app.core.ids import PersonId, ServiceUnitId
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class OwnerDraft:
    """The unit that answers for it, and the one person or team that coordinates (C3, C7)."""

    unit: ServiceUnitId
    coordinator: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns the case from a day, and why it came there."""

    person: PersonId
    draft: OwnerDraft
    since: date
    reason: str = field(default="", repr=False)
    id: int = 0

    @property
    def unit(self) -> ServiceUnitId:
        """The unit that answers."""
        return self.draft.unit

    @property
    def coordinator(self) -> str:
        """Who coordinates: a person or a team."""
        return self.draft.coordinator

    @property
    def phone(self) -> str:
        """Where they are rung."""
        return self.draft.phone


@dataclass(frozen=True, slots=True)
class Ownership:
    """An owner with the days: `until` is the first day it no longer holds, None while it does."""

    owner: Owner
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NotePrint:
    """What the officer adds to a handover note."""

    urgent: str = field(default="", repr=False)
