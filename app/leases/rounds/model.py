"""A round of leases: which drafts are ready, and how it went."""

from app.core.errors import Problem
from app.core.ids import DocumentId, LeaseId
from app.core.records import dataclass
from app.leases.model import LeaseRow


@dataclass(frozen=True, slots=True)
class DraftInRound:
    """A draft, and the first thing it lacks; None when it can be made."""

    row: LeaseRow
    lacks: Problem | None


@dataclass(frozen=True, slots=True)
class NotMade:
    """A lease that could not be made after all, and the code of why."""

    lease: LeaseId
    number: str
    code: str


@dataclass(frozen=True, slots=True)
class RoundResult:
    """How the round went. `left` were not reached when the officer stopped it."""

    made: tuple[DocumentId, ...]
    not_made: tuple[NotMade, ...] = ()
    left: int = 0
