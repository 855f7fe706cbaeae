"""Leaving an institution or prison without a home (A3, A4): from what, which day, how known."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.applications.model import NeedCategory
from app.core.ids import ApplicationId
from app.core.records import dataclass


class LeavingKind(StrEnum):
    """Which of the two it is."""

    RELEASE = "release"
    DISCHARGE = "discharge"

    @property
    def need(self) -> NeedCategory:
        """The need of the ministry's list it belongs to."""
        return _NEEDS[self]


class LeavingPlace(StrEnum):
    """What kind of place is left; never which one."""

    PRISON = "prison"
    TRANSITION_HOME = "transition_home"
    SOMATIC_HOSPITAL = "somatic_hospital"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE_TREATMENT = "substance_treatment"
    CHILD_WELFARE = "child_welfare"
    OTHER = "other"


class LeavingHeard(StrEnum):
    """Who told the day."""

    APPLICANT = "applicant"
    PLACE = "place"
    SERVICES = "services"
    RELATIVE = "relative"
    LETTER = "letter"


_NEEDS = {
    LeavingKind.RELEASE: NeedCategory.RELEASE_NO_HOME,
    LeavingKind.DISCHARGE: NeedCategory.DISCHARGE_NO_HOME,
}


@dataclass(frozen=True, slots=True)
class PlannedDischarge:
    """The day as it was told last; `place` is not kept for one with a protected address."""

    kind: LeavingKind
    leaves_on: date = field(repr=False)
    place: LeavingPlace | None = field(default=None, repr=False)
    heard_from: LeavingHeard | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """An open application whose applicant leaves on a day and has no home to go to."""

    application: ApplicationId
    number: str
    name: str = field(repr=False)
    leaves_on: date
    told_on: date


@dataclass(frozen=True, slots=True)
class DayLess:
    """An open application with the need (A3, A4), where nobody has told the day."""

    application: ApplicationId
    number: str
    name: str = field(repr=False)
    kind: LeavingKind
    since: date
