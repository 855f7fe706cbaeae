"""The home track as the office knows it: what was sent, what it waits for, what holds it back."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.deadlines import Deadline
from app.core.errors import Problem
from app.core.ids import DocumentId, LeaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.evictions.corrections.model import PetitionCorrection
from app.evictions.model import EnforcementGround

NOTHING = Ore(0)

GROUNDS = tuple(each for each in EnforcementGround if each is not EnforcementGround.JUDGMENT)
"""Those that need a notice under § 4-18; a judgment has a day of its own to meet it by."""


class HomeStepKind(StrEnum):
    """The steps of the home track, in the order they come (2.3)."""

    RENT_OVERDUE = "rent_overdue"
    EVICTION_NOTICE = "eviction_notice"
    SOCIAL_SERVICE_NOTICE = "social_service_notice"
    EARLIEST_PETITION = "earliest_petition"
    PETITION = "petition"


class HomeStepMark(StrEnum):
    """How a step stands: taken, the one that is next, still to come, or left out."""

    DONE = "done"
    NEXT = "next"
    LATER = "later"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class HomeStep:
    """One step with its day; None while nothing says when."""

    kind: HomeStepKind
    mark: HomeStepMark
    day: date | None = None
    sum: Ore | None = None


@dataclass(frozen=True, slots=True)
class EvictionNotice:
    """A notice under § 4-18 that holds. `sent_on` None while nobody has sent it (TV-02).

    `unsafe` that it went by plain e-mail alone (TV-05), `returned` that every sending came back.
    `excepted_from` is the due day, where TV-04 lets it be left out.
    """

    id: int
    lease: LeaseId
    ground: EnforcementGround
    issued_on: date
    claimed: Ore = NOTHING
    document: DocumentId | None = None
    sent_on: date | None = None
    excepted_from: date | None = None
    words: str = field(default="", repr=False)
    unsafe: bool = False
    returned: bool = False

    @property
    def counts_from(self) -> date | None:
        """The day the two weeks are counted from."""
        return self.excepted_from or self.sent_on

    @property
    def delay(self) -> int:
        """Days from the letter's own day to the day it went out."""
        return 0 if self.sent_on is None else max(0, (self.sent_on - self.issued_on).days)


@dataclass(frozen=True, slots=True)
class SocialNotice:
    """A notice under § 9-11 that holds, and the tenant's copy of it (HL-71)."""

    id: int
    lease: LeaseId
    issued_on: date
    receiver: str
    document: DocumentId
    copy: DocumentId
    claimed: Ore
    notice_sent: date | None = None
    copy_sent: date | None = None

    @property
    def counts_from(self) -> date | None:
        """When both have gone: the two weeks never begin before the tenant has been told."""
        if self.notice_sent is None or self.copy_sent is None:
            return None
        return max(self.notice_sent, self.copy_sent)


@dataclass(frozen=True, slots=True)
class OptOut:
    """The tenant's written no to the notice under § 9-11, until it is taken back."""

    id: int
    person: PersonId
    since: date
    words: str = field(default="", repr=False)
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is to be followed that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Petition:
    """What was asked of the namsfogd or the court, on which notice."""

    id: int
    lease: LeaseId
    notice: int
    filed_on: date
    reference: str = ""


@dataclass(frozen=True, slots=True)
class NoMeeting:
    """Why nobody met before the petition (AL-10)."""

    id: int
    lease: LeaseId
    since: date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EnforcementCosts:
    """What it costs on a day, whole øre (TV-16 to TV-18); None where no rate is known that day.

    `rate_from` is the first day of the court fee, where a newer should have come since (TV-16).

    `filing` when the petition is filed, `carried_out` when it comes to that. Moving and storage
    come on top.
    """

    day: date
    by_court: bool = False
    filing: Ore | None = None
    carried_out: Ore | None = None
    rate_from: date | None = None

    @property
    def known(self) -> bool:
        """Whether there is a rate for the day."""
        return self.filing is not None and self.carried_out is not None

    @property
    def total(self) -> Ore | None:
        """Both together."""
        if self.filing is None or self.carried_out is None:
            return None
        return Ore(self.filing + self.carried_out)


@dataclass(frozen=True, slots=True)
class Waits:
    """The two weeks of § 4-18 and those of § 9-11; None for what has not begun or is not needed."""

    notice: Deadline | None = None
    social: Deadline | None = None

    @property
    def earliest(self) -> date | None:
        """The first day of a petition: the later of both, None before the notice was sent."""
        return self._latest(tuple(each.earliest_action for each in self._both))

    @property
    def nominal(self) -> date | None:
        """The day the law counts to, before it is moved off a closed day."""
        return self._latest(tuple(each.nominal for each in self._both))

    @property
    def _both(self) -> tuple[Deadline, ...]:
        return tuple(each for each in (self.notice, self.social) if each is not None)

    def _latest(self, days: tuple[date, ...]) -> date | None:
        return None if self.notice is None else max(days)


@dataclass(frozen=True, slots=True)
class HomeTrack:
    """The home track of a tenancy as it stands on a day.

    `ground` is the notice's, else the one there is a case for. `owed` is what is due now, and
    `paid_since` what has come in since the notice, whole øre. `locks` say in words what a
    petition waits for; empty when it may be filed that day.
    """

    lease: LeaseId
    on: date
    ground: EnforcementGround | None = None
    notice: EvictionNotice | None = None
    social: SocialNotice | None = None
    opt_out: OptOut | None = None
    petition: Petition | None = None
    correction: PetitionCorrection | None = None
    waits: Waits = Waits()
    expires: Deadline | None = None
    met_on: date | None = None
    owed: Ore = NOTHING
    paid_since: Ore = NOTHING
    locks: tuple[Problem, ...] = ()
    steps: tuple[HomeStep, ...] = ()
    costs: EnforcementCosts | None = None

    @property
    def earliest_petition(self) -> date | None:
        """The first day the law lets a petition be filed; None while nothing has been sent."""
        return self.waits.earliest

    @property
    def open(self) -> bool:
        """Whether a petition may be filed that day."""
        return not self.locks and self.petition is None

    @property
    def ran_out(self) -> bool:
        """Whether a year has gone since a petition became possible (TV-06)."""
        return self.expires is not None and self.petition is None and self.on > self.expires.nominal


@dataclass(frozen=True, slots=True)
class HomeTrackDue:
    """A notice whose petition may be filed (AL-10), or that has run out (AL-11).

    `address` is empty for a tenant whose address is protected.
    """

    track: HomeTrack
    number: str
    tenant: PersonId
    tenant_name: str = field(repr=False)
    address: str = field(repr=False)

    @property
    def meet_first(self) -> bool:
        """Whether nobody has met, or said why not, though the wait is over (AL-10)."""
        return any(each.code == "petition_meeting_first" for each in self.track.locks)


@dataclass(frozen=True, slots=True)
class EvictionNoticeDraft:
    """What the form of the notice fills."""

    ground: EnforcementGround | None = None


@dataclass(frozen=True, slots=True)
class SentBefore:
    """A notice that had been sent when it was noted. `due_on` is the due day it was about."""

    ground: EnforcementGround | None = None
    sent_on: date | None = None
    due_on: date | None = None
    claimed: Ore = NOTHING
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ExceptionDraft:
    """TV-04: neither address, agent nor e-contact is known. `words` say what was tried."""

    ground: EnforcementGround | None = None
    no_address: bool = False
    no_agent: bool = False
    no_contact: bool = False
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SocialNoticeDraft:
    """Who gets the notice under § 9-11, and words of ours to them, if any."""

    receiver: str = ""
    address: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
