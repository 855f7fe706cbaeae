"""Claims on what secures the rent, after the lease (HL-16, HL-17)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.deadlines import Deadline
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.core.records import dataclass
from app.leases.model import Lease

NOTHING = Ore(0)


class SecurityKind(StrEnum):
    """What secures the rent."""

    DEPOSIT = "deposit"
    GUARANTEE = "guarantee"


class ClaimSide(StrEnum):
    """Who claims it; the other side has five weeks to go to court."""

    LANDLORD = "landlord"
    TENANT = "tenant"


class ClaimOutcome(StrEnum):
    """How a claim ended."""

    TO_LANDLORD = "to_landlord"
    TO_TENANT = "to_tenant"
    SHARED = "shared"
    REFUSED = "refused"
    LEGAL_ACTION = "legal_action"
    WITHDRAWN = "withdrawn"

    @property
    def pays(self) -> bool:
        """Whether money was paid out."""
        return self in {
            ClaimOutcome.TO_LANDLORD,
            ClaimOutcome.TO_TENANT,
            ClaimOutcome.SHARED,
        }


@dataclass(frozen=True, slots=True, repr=False)
class ClaimDraft:
    """What is claimed, whole øre, and for what; `holder` is whom the letter goes to, by line."""

    security: SecurityKind
    amount: Ore | None
    claimed_for: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """A claim as it stands. `told_on` is the day the bank sent its notice to the other side."""

    id: int
    lease: LeaseId
    draft: ClaimDraft
    side: ClaimSide
    claimed_on: date
    document: DocumentId | None = None
    told_on: date | None = None
    outcome: ClaimOutcome | None = None
    outcome_on: date | None = None
    to_landlord: Ore = NOTHING
    to_tenant: Ore = NOTHING
    note: str = ""

    @property
    def open(self) -> bool:
        """Whether nobody knows yet who gets the money."""
        return self.outcome is None


@dataclass(frozen=True, slots=True)
class ClaimEnd:
    """How a claim ended, and who got what, whole øre."""

    outcome: ClaimOutcome
    day: date | None
    to_landlord: Ore = NOTHING
    to_tenant: Ore = NOTHING
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ClaimDue:
    """An open claim and the last day to go to court, when the bank has told (HL-16)."""

    claim: Claim = field(repr=False)
    limit: Deadline


def secured(lease: Lease, security: SecurityKind) -> Ore:
    """How much it is, whole øre, without interest."""
    draft = lease.draft
    return draft.deposit if security is SecurityKind.DEPOSIT else draft.guarantee
