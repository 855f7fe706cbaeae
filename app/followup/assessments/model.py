"""A needs assessment: one talk about the parts of a life that a home hangs on."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import NeedId, PersonId
from app.core.records import dataclass
from app.followup.model import LifeArea


class AssessmentArea(StrEnum):
    """What is asked about, in the order of the form; the same for all groups (D12)."""

    TENANCY_SKILLS = "tenancy_skills"
    MONEY = "money"
    POWER_AND_INSURANCE = "power_and_insurance"
    CLEANING = "cleaning"
    NEIGHBOURS = "neighbours"
    NETWORK = "network"
    DAILY_ACTIVITY = "daily_activity"
    CHILDREN = "children"
    HEALTH = "health"

    @property
    def sensitive(self) -> bool:
        """Whether what is said is health data, kept by itself (PV-08, GDPR art. 9)."""
        return self is AssessmentArea.HEALTH

    @property
    def life_area(self) -> LifeArea:
        """The part of life that a need found here is about (D18)."""
        return _LIFE.get(self, LifeArea.HOME)


_LIFE = {
    AssessmentArea.MONEY: LifeArea.MONEY,
    AssessmentArea.NETWORK: LifeArea.NETWORK,
    AssessmentArea.DAILY_ACTIVITY: LifeArea.ACTIVITY,
    AssessmentArea.CHILDREN: LifeArea.CHILDREN,
    AssessmentArea.HEALTH: LifeArea.HEALTH,
}


class AreaAnswer(StrEnum):
    """How it goes there, in plain words."""

    WORKS = "works"
    SOME_HELP = "some_help"
    MUCH_HELP = "much_help"
    NOT_TALKED_ABOUT = "not_talked_about"

    @property
    def told(self) -> bool:
        """Whether the area was talked about."""
        return self is not AreaAnswer.NOT_TALKED_ABOUT

    @property
    def needs_help(self) -> bool:
        """Whether help is needed."""
        return self in {AreaAnswer.SOME_HELP, AreaAnswer.MUCH_HELP}


class AreaChange(StrEnum):
    """How an area stands beside the last time; the more help is needed, the worse."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """What was said of one area: how it goes, in the person's own words, and what they want."""

    answer: AreaAnswer = AreaAnswer.NOT_TALKED_ABOUT
    words: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class AssessmentDraft:
    """What the form holds. An area that is not in `findings` was not talked about.

    `present` is who took part beside the person and the officer, `interpreter` who interpreted
    or in which language; empty is nobody.
    """

    held_on: date | None = None
    present: str = ""
    interpreter: str = ""
    findings: Mapping[AssessmentArea, Finding] = field(default_factory=dict)
    wishes: str = ""
    helpers: str = ""

    def of(self, area: AssessmentArea) -> Finding:
        """What was said of an area."""
        return self.findings.get(area, Finding())


@dataclass(frozen=True, slots=True)
class Assessment:
    """One of a person; `finished_on` is None while it is being written.

    `needs` are those that came of it, by area.
    """

    id: int
    person: PersonId
    draft: AssessmentDraft = field(repr=False)
    finished_on: date | None = None
    needs: tuple[tuple[AssessmentArea, NeedId], ...] = ()

    @property
    def finished(self) -> bool:
        """Whether nothing of it is changed any more."""
        return self.finished_on is not None

    @property
    def held_on(self) -> date:
        """The day of the talk; every kept one has it."""
        return self.draft.held_on or date.min


@dataclass(frozen=True, slots=True)
class AreaDifference:
    """One area in two assessments."""

    area: AssessmentArea
    before: AreaAnswer
    after: AreaAnswer
    change: AreaChange


@dataclass(frozen=True, slots=True, repr=False)
class AssessmentPrint:
    """How one is printed; without health it may be shown to others (PV-08)."""

    with_health: bool = True
    large: bool = False


WHOLE = AssessmentPrint()
"""For the person it is about."""
