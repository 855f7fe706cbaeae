"""Whether the tenant was told what § 11-1 asks for, in writing and in time (HL-50, HL-51)."""

from datetime import date
from enum import StrEnum

from app.core.ids import LeaseId
from app.core.records import dataclass
from app.leases.handover.model import PaperHead
from app.leases.model import AgreedException


class InformationWay(StrEnum):
    """How it was given in writing."""

    BY_HAND = "by_hand"
    LETTER = "letter"
    DIGITAL_MAILBOX = "digital_mailbox"
    IN_LEASE = "in_lease"


class InformationState(StrEnum):
    """What that means for the exceptions that were agreed."""

    NOT_NEEDED = "not_needed"
    IN_TIME = "in_time"
    IN_LEASE = "in_lease"
    TOO_LATE = "too_late"
    MISSING = "missing"

    @property
    def holds(self) -> bool:
        """Whether the exceptions hold."""
        return self not in {InformationState.TOO_LATE, InformationState.MISSING}


@dataclass(frozen=True, slots=True)
class InformationGiven:
    """The day it was given, and how."""

    given_on: date
    way: InformationWay


@dataclass(frozen=True, slots=True)
class Information:
    """Where a lease stands; `given` the first time it was."""

    lease: LeaseId
    state: InformationState
    given: InformationGiven | None = None
    exceptions: tuple[AgreedException, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class InformationPaper:
    """The sheet that is given before signing."""

    head: PaperHead
    exceptions: tuple[AgreedException, ...]
