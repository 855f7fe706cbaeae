"""What a line of a biller's list tells: a claim, a payment, a balance, or several of them."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.arrears.model import PaidBy, RentChargeKind
from app.core.ids import BillerId, LeaseId, RentChargeId
from app.core.money import Ore
from app.core.records import dataclass


class RentColumn(StrEnum):
    """What a biller's list may tell."""

    KID = "kid"
    LEASE_NUMBER = "lease_number"
    NAME = "tenant_name"
    DUE_ON = "due_on"
    CLAIM = "claim_sum"
    MONTH = "month"
    INVOICE = "invoice"
    WHAT = "what"
    PAID_ON = "paid_on"
    PAID = "paid_sum"
    PAID_BY = "paid_by"
    BALANCE = "balance"
    BALANCE_ON = "balance_on"


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim; `due_on` as on the bill (nominal), `month` «2026-03» or empty."""

    kind: RentChargeKind
    due_on: date
    amount: Ore
    month: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """Money received. `covers` is the claim of the register its line is about, if it is there."""

    paid_on: date
    amount: Ore
    paid_by: PaidBy
    reference: str = ""
    covers: RentChargeId | None = None


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """What the biller says is owed on a day; negative when too much is paid."""

    stated_on: date
    amount: Ore


@dataclass(frozen=True, slots=True)
class RentRow:
    """A line that can be taken in, on the newest lease of a tenancy."""

    line: int
    lease: LeaseId
    claim: ClaimLine | None = None
    payment: PaymentLine | None = None
    balance: BalanceLine | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is left to take in."""
        return self.claim is None and self.payment is None and self.balance is None


@dataclass(frozen=True, slots=True)
class WrongBiller:
    """A list that looks like another biller's: by its rows, or by its headings.

    `rows` of the `known` rows whose biller the register knows belong to `other`.
    """

    other: BillerId
    name: str = field(repr=False)
    rows: int = 0
    known: int = 0
