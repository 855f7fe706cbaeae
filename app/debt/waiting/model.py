"""Who waits for economic advice and how long, and what comes next in each case."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from statistics import median

from app.core.records import dataclass
from app.debt.model import DebtCase


class DebtSet(StrEnum):
    """Which cases a list shows."""

    QUEUED = "queued"
    WITHOUT_VEDTAK = "without_vedtak"
    WORKING = "working"
    CLOSED = "closed"


class WaitGroup(StrEnum):
    """How long somebody has waited, in whole days."""

    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    LONGER = "longer"

    @property
    def last(self) -> int | None:
        """The last day of the group; None for the longest."""
        return _LAST[self]

    @classmethod
    def of(cls, days: int) -> "WaitGroup":
        """The group of so many days."""
        ends = ((each, each.last) for each in cls)
        return next(each for each, last in ends if last is None or days <= last)


_LAST: Mapping[WaitGroup, int | None] = {
    WaitGroup.FORTNIGHT: 14,
    WaitGroup.MONTH: 30,
    WaitGroup.QUARTER: 90,
    WaitGroup.LONGER: None,
}


class DebtNext(StrEnum):
    """What comes next in a case."""

    ASK_ACUTE = "ask_acute"
    START_NOW = "start_now"
    DECIDE = "decide"
    START = "start"
    WAIT = "wait"
    MAP = "map"
    BUDGET = "budget"
    CONTACT = "contact"
    ANSWERS = "answers"
    FOLLOW_PLAN = "follow_plan"
    FOLLOW_APPLICATION = "follow_application"
    FOLLOW_SETTLEMENT = "follow_settlement"
    ROUND_OFF = "round_off"


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A case in the list: `days` waited, `step` the next thing, `on` its day where one is set.

    `rank` is the place of one who waits; `acute` whether help must begin at once (GJ-02).
    """

    case: DebtCase
    days: int
    step: DebtNext | None = None
    on: date | None = None
    rank: int | None = None
    acute: bool = False

    def belongs(self, which: DebtSet) -> bool:
        """Whether it is one of those."""
        return {
            DebtSet.QUEUED: self.case.waits,
            DebtSet.WITHOUT_VEDTAK: self.case.without_vedtak,
            DebtSet.WORKING: self.case.works,
            DebtSet.CLOSED: not self.case.open,
        }[which]


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One who waits on a day, and for how many days."""

    case: DebtCase
    days: int

    @property
    def group(self) -> WaitGroup:
        """How long, in a group."""
        return WaitGroup.of(self.days)

    @property
    def decided(self) -> bool:
        """Whether there is a vedtak."""
        return self.case.decided is not None


@dataclass(frozen=True, slots=True)
class WaitingCount:
    """Everyone who waited on a day; `working` are helped, `began` the days each begun waited.

    `asked`, `began` and `ended` (closed, refused or withdrawn) are of the month up to the day.
    """

    on: date
    rows: tuple[WaitingRow, ...] = field(repr=False)
    working: int = 0
    asked: int = 0
    began: tuple[int, ...] = ()
    ended: int = 0

    @property
    def waiting(self) -> int:
        """How many waited."""
        return len(self.rows)

    @property
    def without_vedtak(self) -> int:
        """How many of them had no vedtak."""
        return sum(not each.decided for each in self.rows)

    @property
    def median(self) -> int | None:
        """Half had waited longer than so many days; None when nobody waited."""
        return round(median(each.days for each in self.rows)) if self.rows else None

    @property
    def longest(self) -> int | None:
        """The most days anyone had waited."""
        return max((each.days for each in self.rows), default=None)

    @property
    def began_median(self) -> int | None:
        """Half of those who began in the month had waited longer."""
        return round(median(self.began)) if self.began else None

    def group(self, group: WaitGroup, *, decided: bool | None = None) -> int:
        """How many in a group, of those with or without a vedtak where that is asked."""
        return sum(
            each.group is group and (decided is None or each.decided is decided)
            for each in self.rows
        )
