"""What is claimed and paid on a tenancy. Sums in whole øre."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.arrears.pauses.model import Pause
from app.core.ids import BillerId, DwellingId, LeaseId, OwnerId, PersonId, RentChargeId
from app.core.money import Ore
from app.core.records import dataclass
from app.leases.model import LeaseState
from app.people.model import AddressProtection

NOTHING = Ore(0)


class RentChargeKind(StrEnum):
    """What is claimed: the rent itself, or what the law lets come on top of it."""

    RENT = "rent"
    OTHER_MONTHLY = "other_monthly"
    REMINDER_FEE = "reminder_fee"
    DEMAND_FEE = "demand_fee"
    LATE_INTEREST = "late_interest"
    COSTS = "costs"

    @property
    def rent(self) -> bool:
        """Whether it is rent as the lease has it, which is paid before fees are."""
        return self in _RENTS


_RENTS = frozenset({RentChargeKind.RENT, RentChargeKind.OTHER_MONTHLY})


class PaidBy(StrEnum):
    """Who paid."""

    TENANT = "tenant"
    NAV = "nav"
    GUARANTEE = "guarantee"
    DEPOSIT = "deposit"
    OTHER = "other"


class DisputeOutcome(StrEnum):
    """How a disagreement about a claim ended."""

    UPHELD = "upheld"
    CHANGED = "changed"
    DROPPED = "dropped"


class ArrearsState(StrEnum):
    """Where what is owed on a tenancy stands; derived from the day."""

    OPEN = "open"
    AGREED = "agreed"
    AGREEMENT_BROKEN = "agreement_broken"
    PAUSED = "paused"
    DISPUTED = "disputed"
    PAID = "paid"
    WRITTEN_OFF = "written_off"
    CLOSED = "closed"


class ArrearsOutcome(StrEnum):
    """How what was owed on a tenancy was closed."""

    PAID = "paid"
    PAID_BY_OTHER = "paid_by_other"
    INSTALMENTS_DONE = "instalments_done"
    DEPOSIT_USED = "deposit_used"
    WRITTEN_OFF = "written_off"
    SENT_ON = "sent_on"

    @property
    def leaves_nothing(self) -> bool:
        """Whether all was paid, by whoever it was."""
        return self not in {ArrearsOutcome.WRITTEN_OFF, ArrearsOutcome.SENT_ON}


@dataclass(frozen=True, slots=True)
class Biller:
    """Who sends the bill for a rent (A4); `owner` when it is the owner of dwellings."""

    id: BillerId
    name: str
    owner: OwnerId | None = None
    account: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RentCharge:
    """A claim. `due_on` is the day on the bill (nominal); `month` «2026-03» or empty."""

    id: RentChargeId
    lease: LeaseId
    biller: BillerId
    kind: RentChargeKind
    due_on: date
    amount: Ore
    month: str = ""
    reference: str = ""
    withdrawn_on: date | None = None
    withdrawn_reason: str = field(default="", repr=False)

    @property
    def stands(self) -> bool:
        """Whether it was never withdrawn."""
        return self.withdrawn_on is None

    @property
    def stands_as_rent(self) -> bool:
        """Whether it is rent that was never withdrawn."""
        return self.stands and self.kind.rent


@dataclass(frozen=True, slots=True)
class RentPayment:
    """Money received. `paid_on` is the day of the order, if known (HL-12)."""

    id: int
    lease: LeaseId
    biller: BillerId
    paid_on: date
    amount: Ore
    paid_by: PaidBy
    reference: str = ""
    covers: RentChargeId | None = None
    withdrawn_on: date | None = None
    withdrawn_reason: str = field(default="", repr=False)

    @property
    def stands(self) -> bool:
        """Whether it was never withdrawn."""
        return self.withdrawn_on is None


@dataclass(frozen=True, slots=True)
class RentDispute:
    """The tenant says that a claim is wrong (INK-05).

    `deposited_on`: the day the sum was paid in on a blocked account under § 3-8, which blocks
    ending the lease for it (HL-20). `charge` None is about the whole.
    """

    id: int
    lease: LeaseId
    charge: RentChargeId | None
    received_on: date
    words: str = field(repr=False)
    amount: Ore
    deposited_on: date | None = None
    settled_on: date | None = None
    outcome: DisputeOutcome | None = None
    settled_words: str = field(default="", repr=False)

    def holds(self, day: date) -> bool:
        """Whether it is not settled that day."""
        return self.received_on <= day and (self.settled_on is None or day < self.settled_on)


@dataclass(frozen=True, slots=True)
class Tenancy:
    """Leases of one tenant on one dwelling, in a row; `lease` is the newest and names them all.

    `address` is empty for a tenant whose address is protected (ADR-03).
    """

    lease: LeaseId
    leases: tuple[LeaseId, ...]
    number: str
    tenant: PersonId
    tenant_name: str = field(repr=False)
    protection: AddressProtection
    dwelling: DwellingId
    address: str = field(repr=False)
    start: date | None
    last_day: date | None
    state: LeaseState
    rent: Ore | None


@dataclass(frozen=True, slots=True)
class ArrearsClosing:
    """What is owed is followed no longer from a day, until it is taken up again."""

    id: int
    lease: LeaseId
    closed_on: date
    outcome: ArrearsOutcome
    reason: str = field(repr=False)
    reopened_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is closed that day."""
        return self.closed_on <= day and (self.reopened_on is None or day < self.reopened_on)


DaySum = tuple[date, Ore]
"""A sum of money and its day."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Rent with the day on its bill (nominal), and what was paid with its day; what stands."""

    rents: tuple[DaySum, ...] = ()
    paid: tuple[DaySum, ...] = ()


@dataclass(frozen=True, slots=True)
class RentAccount:
    """All that was claimed and paid on a tenancy, oldest first, withdrawn rows too."""

    charges: tuple[RentCharge, ...] = ()
    payments: tuple[RentPayment, ...] = ()
    disputes: tuple[RentDispute, ...] = ()
    closings: tuple[ArrearsClosing, ...] = ()

    @property
    def flow(self) -> Flow:
        """The rent and the payments alone, oldest first."""
        return Flow(
            tuple((each.due_on, each.amount) for each in self.charges if each.stands_as_rent),
            tuple((each.paid_on, each.amount) for each in self.payments if each.stands),
        )

    @property
    def closed(self) -> ArrearsClosing | None:
        """The closing that nobody has taken up again, if there is one."""
        return next((each for each in self.closings if each.reopened_on is None), None)

    def closing(self, day: date) -> ArrearsClosing | None:
        """The closing that holds on a day."""
        return next((each for each in self.closings if each.holds(day)), None)


@dataclass(frozen=True, slots=True)
class OpenCharge:
    """A claim with what is left of it, whole øre, more than nothing."""

    charge: RentCharge
    left: Ore


@dataclass(frozen=True, slots=True)
class Owed:
    """What a tenancy owes on a day.

    `charges` are those past due and not paid, oldest first; `coming` not yet due. `credit` is paid
    and not yet claimed. `since` is the first day the oldest was late (moved, protects the tenant).
    `total` counts what is past due; `rent` of it is rent. `disputed` and `deposited` of the total.
    """

    on: date
    charges: tuple[OpenCharge, ...] = ()
    coming: tuple[OpenCharge, ...] = ()
    credit: Ore = NOTHING
    since: date | None = None
    total: Ore = NOTHING
    rent: Ore = NOTHING
    disputed: Ore = NOTHING
    deposited: Ore = NOTHING

    @property
    def days(self) -> int:
        """How long the oldest has been late; 0 when nothing is."""
        return 0 if self.since is None else (self.on - self.since).days + 1

    @property
    def oldest_month(self) -> str:
        """The month of the oldest rent that is not paid, «2026-03»; empty when there is none."""
        return next((each.charge.month for each in self.charges if each.charge.month), "")


class Agreements(Protocol):
    """Where it is known what was agreed to pay bit by bit."""

    def current(self, lease: LeaseId) -> object | None:
        """The agreement of a tenancy that is to be kept."""
        ...

    def breach(self, lease: LeaseId, day: date) -> object | None:
        """What of it was not kept by a day; None when it is kept, or there is none."""
        ...


class Pauses(Protocol):
    """Where it is known what waits, why, and how long."""

    def holding(self, lease: LeaseId, day: date) -> Pause | None:
        """The pause of a tenancy on a day."""
        ...
