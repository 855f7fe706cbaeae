"""The year's agreed number of refugees, and the households that come on it (D8)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import ApplicationId
from app.core.records import dataclass


class SettlementState(StrEnum):
    """How far an agreed settlement has come; derived from its days."""

    AGREED = "agreed"
    SETTLED = "settled"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Quota:
    """How many persons a year is for, as decided from a day, and by whom."""

    year: int
    persons: int
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class SettlementDraft:
    """A household that is to be settled by agreement; `expected_on` None while nobody knows."""

    application: ApplicationId
    year: int
    persons: int
    agreed_on: date
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """As it stands today."""

    id: int
    draft: SettlementDraft
    settled_on: date | None = None
    cancelled_on: date | None = None

    @property
    def state(self) -> SettlementState:
        """How far it has come."""
        if self.cancelled_on is not None:
            return SettlementState.CANCELLED
        return SettlementState.AGREED if self.settled_on is None else SettlementState.SETTLED


@dataclass(frozen=True, slots=True)
class SettlementRow:
    """A settlement in the list; `bedrooms` is what the application asks for."""

    settlement: Settlement
    name: str = field(repr=False)
    application_number: str
    bedrooms: int | None


@dataclass(frozen=True, slots=True)
class QuotaState:
    """A year's number and what has come of it, in persons; `quota` None: nobody has decided."""

    year: int
    quota: Quota | None
    agreed: int
    settled: int
    reserved: int

    @property
    def left(self) -> int | None:
        """Persons the year has room for yet."""
        if self.quota is None:
            return None
        return max(self.quota.persons - self.agreed - self.settled, 0)
