"""What was done for the children of a household that may lose its home."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import EvictionCaseId
from app.core.records import dataclass


class ChildStepKind(StrEnum):
    """What was done for them."""

    BEST_INTEREST = "best_interest"
    EMERGENCY_MEETING = "emergency_meeting"


@dataclass(frozen=True, slots=True)
class ChildStep:
    """Something done for the children of a case, on a day."""

    id: int
    case: EvictionCaseId
    since: date
    kind: ChildStepKind
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChildrenFirst:
    """Where it stands for the children: their best thought of, the meeting of the same day."""

    children: int = 0
    best_interest: ChildStep | None = None
    meeting: ChildStep | None = None
    meet_by: date | None = None

    @property
    def lacks_best(self) -> bool:
        """Whether what is best for them was not written down."""
        return self.children > 0 and self.best_interest is None

    @property
    def lacks_meeting(self) -> bool:
        """Whether the meeting of the same day was not held (practice 4a, step 8)."""
        return self.meet_by is not None and self.meeting is None
