"""What is counted of a case beside its stages and outcomes."""

from datetime import date
from enum import StrEnum

from app.core.ids import EvictionCaseId
from app.core.records import dataclass
from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage


class EvictionLine(StrEnum):
    """Lines that are neither a stage nor an outcome."""

    OPENED = "opened"
    AVERTED = "averted"
    NO_GROUND = "no_ground"


class HomeWith(StrEnum):
    """Whether children lived there when the case was opened."""

    CHILDREN = "children"
    NO_CHILDREN = "no_children"


@dataclass(frozen=True, slots=True)
class LossFacts:
    """One case by a day: the stages it came to, and the outcome that holds with its day."""

    case: EvictionCaseId
    opened_on: date
    home: HomeWith
    ground: EnforcementGround | None
    stages: tuple[tuple[EvictionStage, date], ...]
    outcome: EvictionOutcome | None = None
    ended_on: date | None = None
