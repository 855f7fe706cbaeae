"""What the forms of an account fill, and one line of it."""

from dataclasses import field
from datetime import date

from app.arrears.model import (
    ArrearsOutcome,
    PaidBy,
    RentCharge,
    RentChargeKind,
    RentPayment,
)
from app.core.ids import BillerId, RentChargeId
from app.core.money import Ore
from app.core.records import dataclass


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
class LedgerLine:
    """One claim or payment, and the balance after it. What is withdrawn moves no balance."""

    day: date
    balance: Ore
    charge: RentCharge | None = None
    payment: RentPayment | None = None

    @property
    def stands(self) -> bool:
        """Whether it was never withdrawn."""
        of = self.charge or self.payment
        return of is not None and of.stands


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """Why what is owed is followed no longer."""

    outcome: ArrearsOutcome | None = None
    reason: str = field(default="", repr=False)
