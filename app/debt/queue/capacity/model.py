"""What the office can give: a share of a position, hours for a case, days with nobody there."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.records import dataclass

FULL_WEEK = 2250
"""Minutes of a full position in a week: 37.5 hours."""


class DebtAbsenceKind(StrEnum):
    """Why nobody gives advice on some days."""

    HOLIDAY = "holiday"
    COURSE = "course"
    SICK = "sick"
    VACANT = "vacant"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Capacity:
    """From a day: percent of a position, minutes of a full week, and hours a case takes."""

    since: date
    share_percent: int
    week_minutes: int = FULL_WEEK
    least_hours: int = 0
    usual_hours: int = 0
    most_hours: int = 0
    reason: str = field(default="", repr=False)

    @property
    def minutes(self) -> int:
        """What is there for advice in a week, whole minutes."""
        return self.week_minutes * self.share_percent // 100


@dataclass(frozen=True, slots=True)
class CapacityDraft:
    """As typed; what is missing or impossible stands beside its field."""

    since: date | None = None
    share_percent: int | None = None
    week_minutes: int | None = FULL_WEEK
    least_hours: int | None = None
    usual_hours: int | None = None
    most_hours: int | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """Days away as typed, both included."""

    kind: DebtAbsenceKind | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """Days when nobody gives advice, both included."""

    id: int
    kind: DebtAbsenceKind
    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        """Whether nobody is there that day for this reason."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Supply:
    """All that decides how much advice there is each day, and what is begun already.

    `rows` are oldest first; `active` cases are in work and not yet with a plan, of each of which
    `left_percent` of the hours is still to be used.
    """

    rows: tuple[Capacity, ...]
    absences: tuple[Absence, ...] = ()
    active: int = 0
    left_percent: int = 0
