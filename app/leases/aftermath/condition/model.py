"""Whether a dwelling was left worse than it should be (HL-75)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.core.records import dataclass


class ConditionOutcome(StrEnum):
    """What was decided when the dwelling had been looked at."""

    NO_CLAIM = "no_claim"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True)
class ConditionClaim:
    """The decision, with the sum that is claimed in whole øre."""

    decided_on: date
    outcome: ConditionOutcome
    amount: Ore
    reason: str = field(repr=False)
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class ConditionDue:
    """A dwelling that is back and not judged yet; the claim must come in reasonable time."""

    lease: LeaseId
    keys_on: date
    due: date
