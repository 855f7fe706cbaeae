"""A place in the queue, and the reasons that alone decide it (GJ-02, GJ-05)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.core.money import Ore
from app.core.records import dataclass
from app.debt.model import DebtCase, DebtTopic, HomeThreat, RentOwed, StandingCase


class QueueOrder(StrEnum):
    """What the queue is ordered by; one only counts where all before it are equal.

    All that is acute stands before all that is only urgent (GJ-02, GJ-13): rent that is owed
    without a case about the home comes after power and food.
    """

    HOME = "home"
    POWER = "power"
    FOOD = "food"
    RENT = "rent"
    CHILDREN = "children"
    DEBT_KIND = "debt_kind"
    ASKED = "asked"


class DebtUrgency(StrEnum):
    """How soon help must begin (GJ-13); the days are the municipality's own."""

    ACUTE = "acute"
    URGENT = "urgent"
    ORDINARY = "ordinary"


class QueueReasonKind(StrEnum):
    """Why somebody stands where they stand, the most pressing first."""

    EVICTION_DAY = "eviction_day"
    TOLD_HOME_DAY = "told_home_day"
    COMMENT_PERIOD = "comment_period"
    PETITION = "petition"
    TOLD_HOME = "told_home"
    NOTICE = "notice"
    POWER_DAY = "power_day"
    POWER = "power"
    FOOD = "food"
    RENT_OWED = "rent_owed"
    CHILDREN = "children"
    FIRST_DEBT = "first_debt"
    ASKED = "asked"

    @property
    def order(self) -> QueueOrder:
        """What it counts for."""
        return _ORDERS.get(self, QueueOrder.HOME)

    @property
    def urgency(self) -> DebtUrgency:
        """Acute where home, power or food is about to be lost (GJ-02)."""
        if self in _ACUTE:
            return DebtUrgency.ACUTE
        return DebtUrgency.URGENT if self in _URGENT else DebtUrgency.ORDINARY


_ORDERS: Mapping[QueueReasonKind, QueueOrder] = {
    QueueReasonKind.POWER_DAY: QueueOrder.POWER,
    QueueReasonKind.POWER: QueueOrder.POWER,
    QueueReasonKind.FOOD: QueueOrder.FOOD,
    QueueReasonKind.RENT_OWED: QueueOrder.RENT,
    QueueReasonKind.CHILDREN: QueueOrder.CHILDREN,
    QueueReasonKind.FIRST_DEBT: QueueOrder.DEBT_KIND,
    QueueReasonKind.ASKED: QueueOrder.ASKED,
}


_ACUTE = frozenset(
    {
        QueueReasonKind.EVICTION_DAY,
        QueueReasonKind.TOLD_HOME_DAY,
        QueueReasonKind.COMMENT_PERIOD,
        QueueReasonKind.PETITION,
        QueueReasonKind.TOLD_HOME,
        QueueReasonKind.NOTICE,
        QueueReasonKind.POWER_DAY,
        QueueReasonKind.POWER,
        QueueReasonKind.FOOD,
    }
)
_URGENT = frozenset({QueueReasonKind.RENT_OWED, QueueReasonKind.CHILDREN})
_LOST = frozenset(
    {
        QueueReasonKind.EVICTION_DAY,
        QueueReasonKind.TOLD_HOME_DAY,
        QueueReasonKind.COMMENT_PERIOD,
        QueueReasonKind.POWER_DAY,
    }
)


@dataclass(frozen=True, slots=True)
class QueueReason:
    """One reason with what it rests on; the order follows from these and nothing else.

    `day` is of the kind: the day the home or the power is lost, or the day somebody asked.
    `owed` and `months` are of rent, `count` of children where the register knows them, `topic`
    of the kind of debt, `number` of the case, which decides between those who asked the same day.
    """

    kind: QueueReasonKind
    day: date | None = None
    owed: Ore | None = None
    months: int = 0
    count: int = 0
    topic: DebtTopic | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What is known of one who waits, on a day: the case, and what the register says by itself."""

    case: StandingCase
    threat: HomeThreat | None = None
    rent: RentOwed | None = None
    children: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in the order, and why."""

    case: StandingCase
    rank: int
    reasons: tuple[QueueReason, ...]
    urgency: DebtUrgency
    target: date


@dataclass(frozen=True, slots=True)
class LateStart:
    """One that is acute or urgent and has waited longer than the target (AL-16)."""

    case: StandingCase
    urgency: DebtUrgency
    target: date


@dataclass(frozen=True, slots=True)
class Expected:
    """When it may begin: if cases take few hours, as usual, and if they take many (GJ-13)."""

    first: date
    likely: date
    last: date


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """One who waits on a day: place, reasons, the last day of the target, and the expected start.

    `expected` is None where the capacity does not reach that far, or is not told.
    """

    case: DebtCase
    on: date
    rank: int
    reasons: tuple[QueueReason, ...]
    urgency: DebtUrgency
    target: date
    expected: Expected | None = None

    @property
    def days(self) -> int:
        """How long the person has waited."""
        return self.case.waited(self.on)

    @property
    def late(self) -> bool:
        """Whether the day set as a target has passed (AL-16)."""
        return self.on > self.target

    @property
    def lost_on(self) -> date | None:
        """The nearest day on which home or power may be lost."""
        days = (each.day for each in self.reasons if each.kind in _LOST and each.day)
        return min(days, default=None)

    @property
    def too_late(self) -> bool:
        """Whether home or power may be lost before the expected start: it must begin first."""
        if self.lost_on is None or self.expected is None:
            return False
        return self.expected.likely > self.lost_on

    @property
    def promise_at_risk(self) -> bool:
        """Whether the start that the vedtak sets may not hold with this capacity."""
        starts_on = self.case.starts_on
        if starts_on is None or self.expected is None:
            return False
        return self.expected.likely > starts_on


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a queue looks like as a whole."""

    places: tuple[QueuePlace, ...]

    def begun_by(self, day: date) -> int:
        """How many have probably begun by a day."""
        return sum(
            each.expected is not None and each.expected.likely <= day for each in self.places
        )

    @property
    def clears_on(self) -> Expected | None:
        """When the last who waits may begin; None when nobody waits, or it is too far ahead."""
        starts = [each.expected for each in self.places if each.expected is not None]
        if not starts or len(starts) < len(self.places):
            return None
        return max(starts, key=lambda each: each.likely)
