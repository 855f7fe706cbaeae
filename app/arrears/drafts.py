"""What the forms of an account fill."""

from dataclasses import dataclass, field
from datetime import date

from app.arrears.model import ArrearsOutcome, DisputeOutcome, PaidBy, RentChargeKind
from app.core.ids import BillerId, RentChargeId
from app.core.money import Ore


@dataclass(frozen=True, slots=True)
class ChargeDraft:
    """A claim as it is typed. `biller` None is the usual one; `again` answers a question."""

    kind: RentChargeKind = RentChargeKind.RENT
    due_on: date | None = None
    amount: Ore | None = None
    month: str = ""
    reference: str = ""
    biller: BillerId | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """A payment as it is typed. `paid_on`: the day the bank had the order, if known (HL-12)."""

    paid_on: date | None = None
    amount: Ore | None = None
    paid_by: PaidBy = PaidBy.TENANT
    reference: str = ""
    covers: RentChargeId | None = None
    biller: BillerId | None = None
    again: bool = False


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


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """Why what is owed is followed no longer."""

    outcome: ArrearsOutcome | None = None
    reason: str = field(default="", repr=False)
