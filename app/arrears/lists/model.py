"""What a biller's list said, and what «Sjekk data» finds. Sums in whole øre."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from app.arrears.model import Biller, RentAccount, Tenancy
from app.core.ids import BillerId, LeaseId
from app.core.money import Ore
from app.core.records import dataclass


class ArrearsCheckKind(StrEnum):
    """What does not match; in the order to mend it."""

    BALANCE_DIFFERS = "balance_differs"
    OTHER_BILLER = "other_biller"
    NO_KID = "no_kid"
    NO_CLAIM_THIS_MONTH = "no_claim_this_month"
    CLAIM_AFTER_LAST_DAY = "claim_after_last_day"
    CLAIM_WHEN_CLOSED = "claim_when_closed"
    CREDIT = "credit"

    @property
    def about_lease(self) -> bool:
        """Whether it is mended on the lease, not on the account."""
        return self is ArrearsCheckKind.NO_KID


@dataclass(frozen=True, slots=True)
class ArrearsFinding:
    """One thing that does not match on one tenancy.

    `amount` is ours, the claim, or the credit; `stated` the biller's. `day` is the day it is
    about; `biller` whose bill it is and `expected` whose it should be.
    """

    kind: ArrearsCheckKind
    tenancy: Tenancy
    amount: Ore | None = None
    stated: Ore | None = None
    day: date | None = None
    biller: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class StatedBalance:
    """What a biller says a tenancy owes on a day; negative when too much is paid."""

    lease: LeaseId
    biller: BillerId
    stated_on: date
    amount: Ore


@dataclass(frozen=True, slots=True)
class ListImport:
    """One take-in of a biller's list. `event` is what undoes it; None when that is not known."""

    event: int | None
    biller: BillerId
    at: datetime
    claims: int
    payments: int
    balances: int
    left_out: int


@dataclass(frozen=True, slots=True)
class LeaseKey:
    """What a biller may call a lease."""

    lease: LeaseId
    number: str
    kid: str


@dataclass(frozen=True, slots=True)
class ListGround:
    """All that a biller's list is held against, read at one stroke.

    `by_kid` and `by_number` know every lease of a tenancy and give the newest, by which all else
    is kept.
    """

    today: date
    billers: Mapping[BillerId, Biller] = field(default_factory=dict)
    by_kid: Mapping[str, LeaseId] = field(default_factory=dict, repr=False)
    by_number: Mapping[str, LeaseId] = field(default_factory=dict, repr=False)
    with_kid: frozenset[LeaseId] = frozenset()
    tenancies: Mapping[LeaseId, Tenancy] = field(default_factory=dict, repr=False)
    accounts: Mapping[LeaseId, RentAccount] = field(default_factory=dict, repr=False)
    billed_by: Mapping[LeaseId, BillerId] = field(default_factory=dict)
    stated: Mapping[LeaseId, tuple[StatedBalance, ...]] = field(default_factory=dict)

    def account(self, lease: LeaseId) -> RentAccount:
        """What was claimed and paid on a tenancy."""
        return self.accounts.get(lease, RentAccount())
