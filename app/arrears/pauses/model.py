"""Why and how long money steps wait on a tenancy."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import LeaseId
from app.core.records import dataclass


class PauseReason(StrEnum):
    """Why they wait."""

    NAV_APPLICATION = "nav_application"
    ILL = "ill"
    DEATH = "death"
    DISAGREEMENT = "disagreement"
    MEETING = "meeting"
    PAYMENT_ON_WAY = "payment_on_way"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class PauseDraft:
    """What the form fills; `until` is the last day of it, and must be said."""

    reason: PauseReason | None = None
    words: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PauseEnd:
    """The last day as it was set one day, and why it was moved."""

    recorded_on: date
    until: date
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Pause:
    """One pause with every end it was given, the newest last."""

    id: int
    lease: LeaseId
    since: date
    reason: PauseReason
    words: str = field(repr=False)
    ends: tuple[PauseEnd, ...]

    def until(self, day: date) -> date:
        """The last day of it, as it was known that day."""
        known = [each.until for each in self.ends if each.recorded_on <= day]
        return known[-1] if known else self.ends[0].until

    def holds(self, day: date) -> bool:
        """Whether steps wait that day."""
        return self.since <= day <= self.until(day)
