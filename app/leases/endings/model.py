"""What ends a lease."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.records import dataclass


class EndCause(StrEnum):
    """Why a lease ended."""

    TENANT_NOTICE = "tenant_notice"
    LANDLORD_NOTICE = "landlord_notice"
    EXPIRED = "expired"
    AGREED = "agreed"
    SWAPPED = "swapped"
    BREACH = "breach"
    EVICTION = "eviction"
    DEATH = "death"
    TAKEN_OVER = "taken_over"


@dataclass(frozen=True, slots=True)
class LeaseEnd:
    """The last day of a lease as it was recorded on a day; `last_day` None took it back."""

    recorded_on: date
    last_day: date | None
    cause: EndCause
    reason: str = field(default="", repr=False)
