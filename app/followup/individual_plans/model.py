"""An individual plan: the ten parts of FOR-2022-06-22-1110 § 9 (DOC-08, SOT-07, HOL-02)."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.core.errors import Problem
from app.core.ids import PersonId, ServiceUnitId
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.followup.plans.model import Plan, PlanContent


class PlanWish(StrEnum):
    """What the person has said to having an individual plan."""

    OFFERED = "offered"
    DECLINED = "declined"
    WANTED = "wanted"


class CoordinatorPost(StrEnum):
    """Those whom the plan must say whether the person has (DOC-08, part 7)."""

    COORDINATOR = "coordinator"
    CHILD_COORDINATOR = "child_coordinator"
    CONTACT_DOCTOR = "contact_doctor"


class CoordinatorAnswer(StrEnum):
    """What came of it; a coordinator is offered even if no plan is wanted (HOL-02)."""

    NOT_RELEVANT = "not_relevant"
    OFFERED = "offered"
    DECLINED = "declined"
    APPOINTED = "appointed"


class IndividualPlanState(StrEnum):
    """Whether there is one, and whether it may be worked from."""

    NOT_ASKED = "not_asked"
    OFFERED = "offered"
    DECLINED = "declined"
    WANTED = "wanted"
    RUNNING = "running"
    CONSENT_OVER = "consent_over"


class IndividualPlanPart(StrEnum):
    """The ten parts in the order of the regulation, and how a child takes part."""

    GOALS = "goals"
    PARTICIPANTS = "participants"
    RESPONSIBLE = "responsible"
    CONTRIBUTIONS = "contributions"
    MEASURES = "measures"
    CARRIED_OUT = "carried_out"
    COORDINATORS = "coordinators"
    PERIOD = "period"
    CONSENT = "consent"
    COOPERATION = "cooperation"
    CHILD = "child"


class GivenConsent(Protocol):
    """A consent as far as a plan rests on it (PV-02)."""

    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date | None: ...
    @property
    def withdrawn_on(self) -> date | None: ...
    @property
    def body(self) -> str: ...
    def holds(self, day: date) -> bool: ...


@dataclass(frozen=True, slots=True, repr=False)
class IndividualPlanDraft:
    """What stands in it beside goals and measures; `revise_on` in any order."""

    resources: str = ""
    prepared_by: str = ""
    own_contribution: str = ""
    services_contribution: str = ""
    relatives_contribution: str = ""
    carried_out: str = ""
    cooperation: str = ""
    child_participation: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    revise_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class ParticipantDraft:
    """One who takes part; `capacity` is what they are there as («fastlege», «søster»)."""

    name: str
    capacity: str = ""
    unit: ServiceUnitId | None = None
    phone: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Participant:
    """One who takes part in the plan; `unit_name` as it is written in the person's language."""

    id: int
    draft: ParticipantDraft
    unit_name: str = ""

    def takes_part(self, day: date) -> bool:
        """Whether that day is among theirs."""
        since, until = self.draft.since, self.draft.until
        return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True, slots=True, repr=False)
class WishOn:
    """What the person has said from a day."""

    answer: PlanWish
    since: date


@dataclass(frozen=True, slots=True, repr=False)
class CoordinatorOffer:
    """One post from a day; `name` of the one who is appointed."""

    post: CoordinatorPost
    answer: CoordinatorAnswer
    since: date
    name: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class IndividualPlan:
    """All that is known of one person's individual plan on a day.

    `plan` is None while there is none. `owner` is the coordinator of the follow-up, who
    coordinates the plan until another is appointed. `consent` is the last one to making it, held
    or not; `shares` are those to sharing it that hold. `children` is whether one lives with them.
    """

    person: PersonId
    day: date
    plan: Plan | None = None
    content: PlanContent | None = None
    draft: IndividualPlanDraft = field(default_factory=IndividualPlanDraft)
    participants: tuple[Participant, ...] = ()
    extents: Mapping[int, str] = field(default_factory=dict)
    wish: WishOn | None = None
    offers: Mapping[CoordinatorPost, CoordinatorOffer] = field(default_factory=dict)
    owner: str = ""
    owner_phone: str = ""
    consent: GivenConsent | None = None
    shares: tuple[GivenConsent, ...] = ()
    children: bool = False

    @property
    def agreed(self) -> bool:
        """Whether the person's consent to making the plan holds (IPFOR § 5)."""
        return self.consent is not None and self.consent.holds(self.day)

    @property
    def coordinator(self) -> str:
        """The one who holds the threads: never two."""
        offer = self.offers.get(CoordinatorPost.COORDINATOR)
        if offer is not None and offer.answer is CoordinatorAnswer.APPOINTED:
            return offer.name
        return self.owner

    @property
    def taking_part(self) -> tuple[Participant, ...]:
        """Those who take part on the day."""
        return tuple(each for each in self.participants if each.takes_part(self.day))


@dataclass(frozen=True, slots=True, repr=False)
class RevisionDue:
    """An individual plan that was to be gone through anew on a day, and has not been."""

    person: PersonId
    revise_on: date


@dataclass(frozen=True, slots=True, repr=False)
class ConsentOver:
    """An individual plan that runs on no consent since a day."""

    person: PersonId
    since: date


@dataclass(frozen=True, slots=True)
class PartCheck:
    """One of the ten parts, and what it lacks."""

    part: IndividualPlanPart
    lacks: tuple[Problem, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether it can be printed."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class IndividualPlanPrint:
    """How it is printed: large on wish, and for which participants a copy is made."""

    large: bool = False
    copies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class IndividualPlanPaper:
    """What the print says: the plan, who wrote it and for whom this one is."""

    known: IndividualPlan
    sender: LetterFrom
    number: str
    name: str
    edition: int
    large: bool = False
    copy_to: str = ""
