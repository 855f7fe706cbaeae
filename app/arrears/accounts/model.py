"""What the forms of an account fill, and one tenancy in a month of rent."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.arrears.model import (
    ArrearsOutcome,
    DisputeOutcome,
    PaidBy,
    RentCharge,
    RentChargeKind,
    RentPayment,
)
from app.core.ids import BillerId, DwellingId, LeaseId, RentChargeId
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


class LeftOut(StrEnum):
    """Why the rent of one is not entered with the others."""

    CLAIMED = "claimed"
    OWNER_BILLS = "owner_bills"
    PART_OF_MONTH = "part_of_month"
    NO_RENT = "no_rent"


@dataclass(frozen=True, slots=True)
class MonthRent:
    """One tenancy in a month; `left_out` None when its rent is entered."""

    lease: LeaseId
    number: str
    tenant_name: str = field(repr=False)
    dwelling: DwellingId
    due_on: date
    amount: Ore | None
    left_out: LeftOut | None = None
