"""A request for economic advice: what is told, how it is met, how the work goes and ends."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.applications.intake.model import Representative
from app.applications.model import Channel, ReferredBy
from app.core.ids import DebtCaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.people.consents.model import Consent
from app.people.model import AddressProtection, PersonDraft


class DebtTopic(StrEnum):
    """What somebody asks for help with; the first four come before the others (GJ-05)."""

    RENT = "rent"
    HOME_LOAN = "home_loan"
    POWER = "power"
    CHILDREN = "children"
    CONSUMER_DEBT = "consumer_debt"
    PUBLIC_CLAIMS = "public_claims"
    COLLECTION = "collection"
    ATTACHMENT = "attachment"
    BUDGETING = "budgeting"
    SETTLEMENT = "settlement"
    OTHER = "other"


class RequestState(StrEnum):
    """How a request stands (glossary 5.10)."""

    RECEIVED = "received"
    SCREENED = "screened"
    GRANTED_QUEUED = "granted_queued"
    STARTED = "started"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def waits(self) -> bool:
        """Whether the person waits: for an answer, or for the day it begins."""
        return self in _WAITING


_WAITING = frozenset({RequestState.RECEIVED, RequestState.SCREENED, RequestState.GRANTED_QUEUED})


class AdviceStage(StrEnum):
    """How far the work has come once it has begun (glossary 5.10)."""

    OVERVIEW = "overview"
    BUDGETING = "budgeting"
    CONTACTING = "contacting"
    PROPOSED = "proposed"
    RUNNING = "running"
    SETTLEMENT_APPLIED = "settlement_applied"
    SETTLEMENT_RUNNING = "settlement_running"
    FOLLOWED = "followed"
    CLOSED = "closed"


class DebtOutcome(StrEnum):
    """How the work ended (glossary 6.7)."""

    OVERVIEW_ENOUGH = "overview_enough"
    PLAN_COMPLETED = "plan_completed"
    SETTLEMENT_COMPLETED = "settlement_completed"
    HOME_SAVED = "home_saved"
    STOPPED_CONTACT = "stopped_contact"
    MOVED = "moved"
    DIED = "died"


class Screened(StrEnum):
    """The answer to one question of the acute screen; what nobody asked is not a no."""

    NOT_ASKED = "not_asked"
    NO = "no"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class AcuteScreen:
    """The four questions (GJ-02), with the day the home or the power is lost where it is known.

    `since` is the day they were asked. Children are those under 18 whom it touches.
    """

    since: date
    home: Screened = Screened.NOT_ASKED
    home_on: date | None = None
    power: Screened = Screened.NOT_ASKED
    power_on: date | None = None
    children: Screened = Screened.NOT_ASKED
    food: Screened = Screened.NOT_ASKED
    words: str = field(default="", repr=False)

    @property
    def asked(self) -> bool:
        """Whether every question has an answer."""
        answers = (self.home, self.power, self.children, self.food)
        return Screened.NOT_ASKED not in answers

    @property
    def acute(self) -> bool:
        """Whether home, power or food is about to be lost: handled first (GJ-02)."""
        return Screened.YES in (self.home, self.power, self.food)


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """What the officer types while somebody asks, also aloud (GJ-01).

    `new_person` is registered with it when `person` is None. `again` answers that a second open
    request of the same person is meant. `consents` and `speaker`, who has power of attorney, are
    of the person of the request, whoever they name.
    """

    person: PersonId | None = None
    new_person: PersonDraft | None = None
    received_on: date | None = None
    channel: Channel | None = None
    referred_by: ReferredBy = ReferredBy.SELF
    topics: frozenset[DebtTopic] = frozenset()
    words: str = field(default="", repr=False)
    screen: AcuteScreen | None = None
    consents: tuple[Consent, ...] = field(default=(), repr=False)
    speaker: Representative | None = field(default=None, repr=False)
    again: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """An issued vedtak after § 17 (SOT-02): its day, the answer, and the start it sets."""

    issued_on: date
    granted: bool
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class StandingCase:
    """How a request and the work that follows stand on a day, without the name it goes by.

    `state` is of the request, `stage` of the work, None until it has begun. `decided` is the
    newest vedtak that holds; `starts_on` the start it sets, `started_on` the day it began.
    """

    id: DebtCaseId
    number: str
    person: PersonId
    received_on: date
    topics: frozenset[DebtTopic]
    state: RequestState
    state_since: date
    screen: AcuteScreen | None = None
    decided: Decided | None = None
    stage: AdviceStage | None = None
    stage_since: date | None = None
    started_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether somebody waits or is helped."""
        if self.state is RequestState.STARTED:
            return self.stage is not AdviceStage.CLOSED
        return self.state.waits

    @property
    def waits(self) -> bool:
        """Whether the person stands in the queue: asked, and not begun."""
        return self.state.waits

    @property
    def works(self) -> bool:
        """Whether the work goes on."""
        return self.open and not self.waits

    @property
    def without_vedtak(self) -> bool:
        """Whether nothing is decided though somebody waits or is helped: a fault (F12)."""
        return self.open and self.decided is None

    @property
    def starts_on(self) -> date | None:
        """The start that the vedtak sets."""
        return self.decided.starts_on if self.decided else None

    def waited(self, on: date) -> int:
        """Days from the request to the start, or to the day asked about while there is none."""
        end = on
        if self.started_on is not None:
            end = min(on, self.started_on)
        elif not self.waits:
            end = min(on, self.state_since)
        return max(0, (end - self.received_on).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtCase(StandingCase):
    """One household's request and the work that follows, as it stands on a day."""

    name: str = field(repr=False)
    protection: AddressProtection
    channel: Channel
    referred_by: ReferredBy
    words: str = field(repr=False)
    outcome: DebtOutcome | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state of the request from its day."""

    since: date
    state: RequestState
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StageStep:
    """A stage of the work from its day."""

    since: date
    stage: AdviceStage
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """How the work ended, from a day; None opened it again."""

    since: date
    outcome: DebtOutcome | None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HomeThreat:
    """What is known of a home that may be lost, from the slices above (GJ-02, idea 19).

    `eviction_on` is the day set by the namsfogd, `comment_until` the last day of § 13-6,
    `petition` whether a petition stands with the namsfogd, `notice` whether a notice is sent.
    """

    eviction_on: date | None = None
    comment_until: date | None = None
    petition: bool = False
    notice: bool = False


class HomeThreats(Protocol):
    """Told by those who follow homes that may be lost."""

    def threats(self, on: date) -> Mapping[PersonId, HomeThreat]:
        """What threatens the home of each person on a day; who is safe is not there."""
        ...


@dataclass(frozen=True, slots=True)
class RentOwed:
    """What a person owes in rent to the municipality, whole øre, and since which due day."""

    total: Ore
    since: date
    months: int
