"""What the forms of a disagreement fill."""

from dataclasses import field
from datetime import date

from app.arrears.model import DisputeOutcome
from app.core.ids import RentChargeId
from app.core.money import Ore
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class DisputeDraft:
    """What the tenant says is wrong; `charge` None is about all of it."""

    received_on: date | None = None
    words: str = field(default="", repr=False)
    amount: Ore | None = None
    charge: RentChargeId | None = None


@dataclass(frozen=True, slots=True)
class Settling:
    """How it ended. `amount` is the right sum of the claim, when it is changed."""

    settled_on: date | None = None
    outcome: DisputeOutcome | None = None
    words: str = field(default="", repr=False)
    amount: Ore | None = None
