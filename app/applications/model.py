"""Applications as the office knows them."""

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.core.cases import CaseKind
from app.core.deadlines import Deadline
from app.core.errors import Problem
from app.core.ids import AllocatorId, ApplicationId, HouseholdId, PersonId
from app.core.records import dataclass
from app.people.model import (
    AddressProtection,
    HouseholdKind,
    PersonDraft,
    Presence,
    Role,
)


class TargetGroup(StrEnum):
    """The group for lists and statistics (SD-06): a situation, never a diagnosis."""

    HOMELESS = "homeless"
    FAMILY_WITH_CHILDREN = "family_with_children"
    SINGLE_LOW_MEANS = "single_low_means"
    YOUNG = "young"
    REFUGEE = "refugee"
    PHYSICAL_DISABILITY = "physical_disability"
    LEARNING_DISABILITY = "learning_disability"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE_USE = "substance_use"
    MENTAL_HEALTH_AND_SUBSTANCE_USE = "mental_health_and_substance_use"
    DISADVANTAGED_OTHER = "disadvantaged_other"
    OLDER = "older"
    OTHER = "other"


class ApplicationKind(StrEnum):
    """What is asked for; fixed at registration (REP-11)."""

    NEW = "new"
    SWAP = "swap"
    RENEWAL = "renewal"


class ApplicationState(StrEnum):
    """Where it stands. A half-typed form is no application yet; an offer has states of its own."""

    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    IN_ASSESSMENT = "in_assessment"
    GRANTED_WAITING = "granted_waiting"
    ALLOCATED = "allocated"
    GRANTED = "granted"  # help, or a stay: there is no dwelling to wait for
    REFUSED = "refused"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"

    @property
    def undecided(self) -> bool:
        """Whether the person still waits for an answer (FV-02)."""
        return self in _UNDECIDED

    @property
    def open(self) -> bool:
        """Whether the household still waits for a dwelling or for an answer."""
        return self.undecided or self is ApplicationState.GRANTED_WAITING


_UNDECIDED = frozenset(
    {ApplicationState.RECEIVED, ApplicationState.INCOMPLETE, ApplicationState.IN_ASSESSMENT}
)


class Channel(StrEnum):
    """How it came in."""

    PAPER_FORM = "paper_form"
    WEB_FORM = "web_form"
    LETTER = "letter"
    EMAIL = "email"
    DIGITAL_MAILBOX = "digital_mailbox"
    PHONE = "phone"
    IN_PERSON = "in_person"
    HOME_VISIT = "home_visit"


class ReferredBy(StrEnum):
    """Who brought the person to us."""

    SELF = "self"
    RELATIVE = "relative"
    NAV = "nav"
    ALLOCATION_TEAM = "allocation_team"
    HOME_SERVICES = "home_services"
    MENTAL_HEALTH_SERVICE = "mental_health_service"
    CHILD_WELFARE = "child_welfare"
    REFUGEE_SERVICE = "refugee_service"
    GP = "gp"
    HOSPITAL = "hospital"
    SPECIALIST_TREATMENT = "specialist_treatment"
    CORRECTIONAL_SERVICE = "correctional_service"
    RECEPTION_CENTRE = "reception_centre"
    IMDI = "imdi"
    BUFETAT = "bufetat"
    CRISIS_CENTRE = "crisis_centre"
    POLICE = "police"
    NAMSFOGD = "namsfogd"
    HOUSING_FOUNDATION = "housing_foundation"
    HOUSING_COOPERATIVE = "housing_cooperative"
    PRIVATE_LANDLORD = "private_landlord"
    VOLUNTARY_ORGANISATION = "voluntary_organisation"
    OTHER_MUNICIPALITY = "other_municipality"
    OTHER = "other"


class MainNeed(StrEnum):
    """The ministry's three main categories, the most pressing first."""

    WITHOUT_OWN_HOME = "without_own_home"
    AT_RISK_OF_LOSING_HOME = "at_risk_of_losing_home"
    UNSUITABLE_DWELLING = "unsuitable_dwelling"


class NeedCategory(StrEnum):
    """The ministry's list: A1 to A6, B1 to B3, C1 to C5, in its order; several may apply."""

    NO_ROOF_NEXT_NIGHT = "no_roof_next_night"
    EMERGENCY_OR_TEMPORARY = "emergency_or_temporary"
    RELEASE_NO_HOME = "release_no_home"
    DISCHARGE_NO_HOME = "discharge_no_home"
    WITH_FRIENDS_OR_FAMILY = "with_friends_or_family"
    RECEPTION_BEYOND_TARGET = "reception_beyond_target"
    EVICTION_OR_FORCED_SALE = "eviction_or_forced_sale"
    NO_VALID_LEASE = "no_valid_lease"
    HOUSING_COST_TOO_HIGH = "housing_cost_too_high"
    POOR_STANDARD = "poor_standard"
    NOT_ADAPTED = "not_adapted"
    TOO_SMALL = "too_small"
    UNWANTED_WITH_PARENTS = "unwanted_with_parents"
    STRAINED_ENVIRONMENT = "strained_environment"

    @property
    def main(self) -> MainNeed:
        """The main category it belongs to."""
        return _MAIN[self]

    @property
    def code(self) -> str:
        """«A1» to «C5»."""
        return _CODES[self]


_IN_MAIN = {
    MainNeed.WITHOUT_OWN_HOME: tuple(NeedCategory)[:6],
    MainNeed.AT_RISK_OF_LOSING_HOME: tuple(NeedCategory)[6:9],
    MainNeed.UNSUITABLE_DWELLING: tuple(NeedCategory)[9:],
}
_MAIN = {category: main for main, inside in _IN_MAIN.items() for category in inside}
_CODES = {
    category: f"{letter}{number}"
    for letter, inside in zip("ABC", _IN_MAIN.values(), strict=True)
    for number, category in enumerate(inside, start=1)
}


@dataclass(frozen=True, slots=True)
class OtherMember:
    """One more in the household of a new application: known already, or new."""

    person: PersonId | PersonDraft
    role: Role
    presence: Presence = Presence.LIVES_HERE


@dataclass(frozen=True, slots=True, repr=False)
class ApplicationDraft:
    """What a form or a list can fill.

    `household` None: one is formed of the applicant and `others`. `children_told` is what a list
    says where the children themselves are not registered. `state` is other than received only
    when a list is taken over. Applicant, household, case and kind are fixed at registration.
    `opened_with` is the case whose form also opened this one (BS-08). `group` alone is counted
    (E5); `other_groups` stand beside it.
    """

    applicant: PersonId | PersonDraft | None = None
    case: CaseKind = CaseKind.ALLOCATION
    opened_with: ApplicationId | None = None
    kind: ApplicationKind = ApplicationKind.NEW
    received_on: date | None = None
    channel: Channel = Channel.PAPER_FORM
    referred_by: ReferredBy = ReferredBy.SELF
    household: HouseholdId | None = None
    others: tuple[OtherMember, ...] = ()
    children_told: int | None = None
    group: TargetGroup | None = None
    other_groups: frozenset[TargetGroup] = frozenset()
    needs: frozenset[NeedCategory] = frozenset()
    allocator: AllocatorId | None = None
    present_housing: str = ""
    reason: str = ""
    wishes: str = ""
    bedrooms: int | None = None
    accessible: bool = False
    note: str = ""
    to_check: str = ""
    state: ApplicationState = ApplicationState.RECEIVED
    state_since: date | None = None


@dataclass(frozen=True, slots=True)
class StateSince:
    """A state, the day it became true, and why."""

    state: ApplicationState
    since: date
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Forwarding:
    """The request was sent on to another unit that day; it closes nothing here."""

    unit: str
    since: date
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Application:
    """One application as it is on a day. Its repr shows the id alone."""

    id: ApplicationId
    number: str
    applicant: PersonId
    name: str
    household: HouseholdId
    received_on: date
    draft: ApplicationDraft
    state: ApplicationState
    state_since: date
    state_reason: str

    def __repr__(self) -> str:
        return f"Application({self.id})"


@dataclass(frozen=True, slots=True, repr=False)
class ApplicationRow:
    """An application in a list. `days_waiting` stops the day it is no longer open.

    `protection` is the applicant's, or the strictest where someone in the household is so.
    """

    id: ApplicationId
    number: str
    case: CaseKind
    kind: ApplicationKind
    applicant: PersonId
    name: str
    protection: AddressProtection
    household_kind: HouseholdKind
    adults: int
    children: int
    group: TargetGroup | None
    needs: frozenset[NeedCategory]
    allocator: AllocatorId | None
    bedrooms: int | None
    accessible: bool
    received_on: date
    state: ApplicationState
    state_since: date
    days_waiting: int
    to_check: str


@dataclass(frozen=True, slots=True, repr=False)
class OpenRow:
    """An application that is open, as its clocks ask: of people, nothing is read."""

    id: ApplicationId
    number: str
    case: CaseKind
    received_on: date
    state: ApplicationState
    days_waiting: int


Clocked = ApplicationRow | OpenRow
"""What an application's clocks are read from."""


@dataclass(frozen=True, slots=True)
class AnswerClock:
    """The duty to answer or to say when an answer comes (FV-02).

    `deadline` is the law's; `local_day` is the day to act on, by the municipality's own shorter
    period and never later than the law's last safe day.
    """

    deadline: Deadline
    local_day: date
    answered_on: date | None
    days_waiting: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Someone who has neither a preliminary answer nor a decision."""

    row: Clocked
    clock: AnswerClock


class Delay(StrEnum):
    """Why the answer does not come yet."""

    QUEUE = "queue"
    PAPERS = "papers"
    OTHERS = "others"
    TALK = "talk"


@dataclass(frozen=True, slots=True, repr=False)
class ReplyDraft:
    """What the officer decides about a preliminary reply."""

    answer_by: date
    delay: Delay | None = None
    reason: str = ""
    missing: tuple[str, ...] = ()


class Lapses(Protocol):
    """A slice that knows whether a person was warned in time before the application lapses."""

    def lapse_problems(self, application: ApplicationId, since: date) -> tuple[Problem, ...]:
        """What stands against it from that day."""
        ...


class Answers(Protocol):
    """A slice that knows when a person was answered: by a letter sent or a vedtak issued."""

    def answered(self, applications: Iterable[ApplicationId]) -> dict[ApplicationId, date]:
        """The first day each of them was; those who were not are not in it."""
        ...
