"""A condition of the vedtak that stands in a lease (FV-18)."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import LeaseId
from app.core.records import dataclass


class Outcome(StrEnum):
    """How it went with a condition that day."""

    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class ConditionEvent:
    """That a condition was kept or broken on a day, and who told it."""

    happened_on: date
    outcome: Outcome
    words: str = field(repr=False)
    told_by: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Carried:
    """A condition in a lease: `id` is the lease's own row, `condition` the vedtak's condition."""

    id: int
    lease: LeaseId
    condition: int
    duty: str = field(repr=False)
    link: str = field(repr=False)
    events: tuple[ConditionEvent, ...] = field(default=(), repr=False)

    @property
    def last(self) -> ConditionEvent | None:
        """How it went last."""
        return self.events[-1] if self.events else None
