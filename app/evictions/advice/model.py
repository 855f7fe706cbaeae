"""What stops a case, and what is best to do next, as values for the page."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.money import Ore
from app.core.records import dataclass
from app.evictions.model import NOTHING, EvictionCase, LossKind


class BestStep(StrEnum):
    """What may be done for one whose home is at risk."""

    CALL = "call"
    CHILDREN = "children"
    COMMENT = "comment"
    SOCIAL_ASSISTANCE = "social_assistance"
    INSTALMENTS = "instalments"
    LANDLORD = "landlord"
    STARTLAN = "startlan"
    ROOF = "roof"
    COMPLAIN = "complain"
    PLAN = "plan"
    COORDINATOR = "coordinator"
    DEBT_ADVICE = "debt_advice"
    MESSAGE = "message"
    AFTERCARE = "aftercare"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence by its code, with its facts and the rule it rests on."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step, and why it stands where it stands."""

    step: BestStep
    reason: Said


@dataclass(frozen=True, slots=True)
class Situation:
    """What the advice rests on. `children` in words («To barn bor her (4 og 9 år)»).

    `owed` is what the tenancy owes today by our own books, `last_talk` the last time we spoke.
    """

    case: EvictionCase
    today: date
    children: str = ""
    owed: Ore = NOTHING
    last_talk: date | None = None
    plan: bool = False
    coordinator: bool = False
    debt_advice: bool = False
    instalments: bool = False


class EvictionSet(StrEnum):
    """Which cases a list shows."""

    OPEN = "open"
    CHILDREN = "children"
    SOON = "soon"
    FORCED_SALE = "forced_sale"
    AFTERCARE = "aftercare"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list: `left` days to the day it is carried out, `step` the best next one."""

    case: EvictionCase
    children: str = ""
    count: int = 0
    left: int | None = None
    comment_left: int | None = None
    step: NextStep | None = None

    def belongs(self, which: EvictionSet) -> bool:
        """Whether a filter shows it."""
        case = self.case
        return {
            EvictionSet.OPEN: case.open,
            EvictionSet.CHILDREN: case.open and self.count > 0,
            EvictionSet.SOON: case.threatened and self.left is not None and self.left <= SOON,
            EvictionSet.FORCED_SALE: case.open and case.kind is LossKind.FORCED_SALE,
            EvictionSet.AFTERCARE: case.open and not case.threatened,
            EvictionSet.CLOSED: not case.open,
        }[which]

    @property
    def place(self) -> tuple[bool, bool, int, int, int]:
        """Open first, those still threatened first, the nearest day, children, the oldest."""
        days = [each for each in (self.left, self.comment_left) if each is not None]
        nearest = min(days, default=10_000)
        case = self.case
        return not case.open, not case.threatened, nearest, -self.count, case.id


SOON = 14
"""The first rung of the countdown."""
