"""The price index, and each time the rent of a lease was fixed."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from app.core.ids import DocumentId, LeaseId, PersonId
from app.core.money import Ore
from app.core.periods import Period
from app.core.price_index import MILLION
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.leases.model import LeaseKind, LeaseRow, LeaseState

CHANGES_RENT = frozenset({LeaseState.RUNNING, LeaseState.TURNED_OPEN_ENDED})
"""Where a lease stands when its rent may change: it runs, and nobody has said it ends."""


class RentChangeKind(StrEnum):
    """How the rent was fixed after the lease was signed."""

    INDEX = "index"
    PREVAILING = "prevailing"
    CORRECTED = "corrected"
    TOLD_INDEX = "told_index"  # fixed by the index before the register knew of it
    TOLD_OTHER = "told_other"  # fixed otherwise before that


class RentChangeState(StrEnum):
    """Where a change stands; derived from its letter."""

    TO_SEND = "to_send"
    COMING = "coming"
    HOLDS = "holds"
    NOT_TOLD = "not_told"
    WITHDRAWN = "withdrawn"

    @property
    def counts(self) -> bool:
        """Whether the rent follows it, today or from its day."""
        return self is RentChangeState.HOLDS or self is RentChangeState.COMING

    @property
    def pending(self) -> bool:
        """Whether it is decided and not begun."""
        return self is RentChangeState.TO_SEND or self is RentChangeState.COMING


@dataclass(frozen=True, slots=True)
class IndexValue:
    """The index of a month (its first day) in whole tenths; only one base can be divided by."""

    month: date
    base: str
    tenths: int
    recorded_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class IndexLink:
    """One value of `from_base` times `millionths` is one of `to_base`."""

    from_base: str
    to_base: str
    millionths: int
    source: str


@dataclass(frozen=True, slots=True)
class IndexStep:
    """From one value of the index to another (HL-22); `link` when their bases differ (HL-29)."""

    base: IndexValue
    new: IndexValue
    link: IndexLink | None = None

    @property
    def ratio(self) -> Fraction:
        """How many times dearer; exact."""
        linked = self.link.millionths if self.link else MILLION
        return _ratio(self.base.tenths, self.new.tenths, linked)


@lru_cache(maxsize=256)
def _ratio(base: int, new: int, millionths: int) -> Fraction:
    return Fraction(new, base) * Fraction(millionths, MILLION)


@dataclass(frozen=True, slots=True)
class RentChange:
    """One time the rent was fixed. Rents are whole øre a month.

    `send_by` is the last day the letter could go out for it to hold; `fixed_month` the index month
    that the next change counts from.
    """

    id: int
    lease: LeaseId
    kind: RentChangeKind
    state: RentChangeState
    old: Ore
    new: Ore
    effective_on: date
    fixed_month: date
    decided_on: date
    send_by: date | None = None
    letter: DocumentId | None = None
    sent_on: date | None = None
    step: IndexStep | None = None
    reference: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


class RentFixed(Protocol):
    """What decides when the rent was fixed last: of `RentChange`, what `Fixing` rests on."""

    @property
    def kind(self) -> RentChangeKind:
        """What changed it."""
        ...

    @property
    def state(self) -> RentChangeState:
        """Where it stands."""
        ...

    @property
    def effective_on(self) -> date:
        """The first day it holds."""
        ...

    @property
    def fixed_month(self) -> date:
        """The month of the index the next change counts from."""
        ...


@dataclass(frozen=True, slots=True)
class Fixing:
    """The last time the rent was fixed: since when it holds, and by which month of the index.

    `sure` is False for a lease that came from a sheet: nobody has said when it was last changed.
    `free_since` is the last day it was fixed by anything but the index (HL-25).
    """

    since: date
    month: date
    free_since: date
    sure: bool = True


@dataclass(frozen=True, slots=True)
class RentStanding:
    """The rent of a lease as it stands, and when each kind of change may come.

    `index_from` and `prevailing_from` are the first days such a change may hold if its letter
    goes out today; `demand_from` the first day the level of the area may be demanded at all.
    """

    rent: Ore | None
    basis: RentChangeKind | None
    fixing: Fixing
    index_from: date
    demand_from: date
    prevailing_from: date
    pending: RentChange | None
    not_told: RentChange | None
    changes: tuple[RentChange, ...]


@dataclass(frozen=True, slots=True)
class RentDraft:
    """A change as typed. `base_month` and `new_month` are the first days of index months."""

    kind: RentChangeKind
    effective_on: date | None = None
    new_rent: Ore | None = None
    base_month: date | None = None
    new_month: date | None = None
    reference: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """A rent that was too high, put right from a day (HL-28)."""

    since: date | None
    rent: Ore | None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ToldFixing:
    """What the officer knows of the last change before the register (HL-22, HL-23)."""

    since: date | None
    month: date | None
    by_index: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class RentLetter:
    """All that a letter about a new rent says.

    `dwelling` is empty where the address may not be shown (ADR-03).
    """

    kind: RentChangeKind
    number: str
    lease_number: str
    dwelling: str
    sender: LetterFrom
    old: Ore
    new: Ore
    effective_on: date
    since: date
    step: IndexStep | None
    reference: str
    notice: Period
    copies: tuple[str, ...]


class WhyNot(StrEnum):
    """Why a rent is left alone in the batch."""

    NO_RENT = "no_rent"
    FIXING_UNKNOWN = "fixing_unknown"
    PENDING = "pending"
    TOO_EARLY = "too_early"
    ENDS_FIRST = "ends_first"
    UNDER_NOTICE = "under_notice"
    TERM_RUN_OUT = "term_run_out"
    INDEX_MISSING = "index_missing"
    BASE_DIFFERS = "base_differs"
    NO_RISE = "no_rise"


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A lease in the batch: what it would be, or why it is left alone and until when."""

    lease: LeaseRow
    old: Ore | None
    new: Ore | None = None
    step: IndexStep | None = None
    fixing: Fixing | None = None
    why_not: WhyNot | None = None
    until: date | None = None

    @property
    def can(self) -> bool:
        """Whether it can be adjusted."""
        return self.why_not is None

    @property
    def rise(self) -> Ore:
        """How much more a month."""
        return Ore((self.new or 0) - (self.old or 0)) if self.can else Ore(0)

    @property
    def staff(self) -> bool:
        """Whether it goes with a job: not taken in without being asked for."""
        return self.lease.kind is LeaseKind.STAFF


@dataclass(frozen=True, slots=True)
class NotTold:
    """A lease whose letter was not made, and why (a code)."""

    lease: LeaseId
    number: str
    code: str


@dataclass(frozen=True, slots=True)
class RoundResult:
    """How a batch went; `left` were not begun because it was stopped."""

    made: int
    not_made: tuple[NotTold, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class RentTold:
    """A change whose letter waits, or was not sent in time, for the alerts."""

    change: RentChange
    tenant: PersonId
    number: str
    name: str = field(repr=False)
    address: str = field(repr=False)
