"""The level of help: how much is agreed, never what a person is (SD-01)."""

from dataclasses import field
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple, Protocol

from app.core.ids import PersonId
from app.core.records import dataclass
from app.followup.model import Measure


class HelpLevel(IntEnum):
    """From the centre of the target and outwards; the number is printed with the word (E1, E3)."""

    MANAGES_ALONE = 0
    ADVICE = 1
    SUPPORT = 2
    SUPPORT_AND_SERVICES = 3
    LASTING_SERVICES = 4

    @property
    def followed(self) -> bool:
        """Whether somebody in the municipality owns the case."""
        return self is not HelpLevel.MANAGES_ALONE


@dataclass(frozen=True, slots=True)
class LevelOn:
    """The level that holds from a day, and why."""

    person: PersonId
    level: HelpLevel
    since: date
    reason: str = field(default="", repr=False)
    id: int = 0


class Held(NamedTuple):
    """The level that holds from a day, without the reason: for one who asks about everyone."""

    level: HelpLevel
    since: date


class DemandCode(StrEnum):
    """What a level asks for (SD-01, E1, D6, D12)."""

    OWNER = "owner"
    ASSESSMENT = "assessment"
    MALPLAN = "malplan"
    VEDTAK = "vedtak"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Demand:
    """One of them, whether it is met, and the part of the follow-up where it is mended."""

    code: DemandCode
    met: bool
    task: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person has of all that a level may ask for."""

    owner: bool = False
    assessment: bool = False
    plan: bool = False
    vedtak: bool = False


class KnowsAssessments(Protocol):
    """Who knows whether the needs were mapped."""

    def has(self, person: PersonId) -> bool:
        """Whether a finished one is there."""
        ...


class KnowsPlans(Protocol):
    """Who knows the plan."""

    def in_force(self, person: PersonId) -> bool:
        """Whether there is one to work from."""
        ...


class KnowsMeasures(Protocol):
    """Who knows what is done for a person."""

    def measures(self, person: PersonId) -> tuple[Measure, ...]:
        """All of them."""
        ...
