"""The money track: steps taken about unpaid rent, and the one that comes next. Whole øre."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.arrears.model import NOTHING, Owed, Tenancy
from app.arrears.pauses.model import Pause
from app.core.ids import DocumentId, LeaseId, RentChargeId
from app.core.money import Ore
from app.core.records import dataclass


class ArrearsStepKind(StrEnum):
    """What was done."""

    FRIENDLY_REMINDER = "friendly_reminder"
    CALL = "call"
    VISIT = "visit"
    MEETING = "meeting"
    REMINDER = "reminder"
    COLLECTION_NOTICE = "collection_notice"
    PAYMENT_DEMAND = "payment_demand"
    COLLECTION = "collection"

    @property
    def letter(self) -> bool:
        """Whether it is a letter, which counts from the day it is sent."""
        return self in _LETTERS

    @property
    def formal(self) -> bool:
        """Whether the letter gives a deadline, and may cost a fee."""
        return self.letter and self is not ArrearsStepKind.FRIENDLY_REMINDER

    @property
    def talk(self) -> bool:
        """Whether the office tries to speak with the tenant."""
        return self in _TALKS


_TALKS = frozenset({ArrearsStepKind.CALL, ArrearsStepKind.VISIT, ArrearsStepKind.MEETING})
_LETTERS = frozenset(
    {
        ArrearsStepKind.FRIENDLY_REMINDER,
        ArrearsStepKind.REMINDER,
        ArrearsStepKind.COLLECTION_NOTICE,
        ArrearsStepKind.PAYMENT_DEMAND,
    }
)


class NoFee(StrEnum):
    """Why a letter costs nothing."""

    NEVER = "never"  # a friendly reminder
    TOO_EARLY = "too_early"  # INK-07
    OBJECTION = "objection"  # INK-05
    DEADLINE_NOT_MISSED = "deadline_not_missed"  # INK-08, INK-09
    ENOUGH = "enough"  # INK-09
    RATE_MISSING = "rate_missing"  # INK-06


class ProposedKind(StrEnum):
    """What comes next on a tenancy that owes; `none` where nothing may or need be done."""

    FRIENDLY_CONTACT = "friendly_contact"
    REMINDER = "reminder"
    COLLECTION_NOTICE = "collection_notice"
    MEETING_FIRST = "meeting_first"
    PAYMENT_DEMAND = "payment_demand"
    COLLECTION = "collection"
    HOME_NOTICE = "home_notice"
    SEND_LETTER = "send_letter"
    CHECK_DATA = "check_data"
    AS_DECIDED = "as_decided"
    NONE = "none"


class ProposedReason(StrEnum):
    """Why it comes next; worded with the facts that are told beside it."""

    NOTHING_LATE = "nothing_late"
    SHIELDED = "shielded"
    FACTS_DISAGREE = "facts_disagree"
    PAUSED = "paused"
    AGREED = "agreed"
    AGREEMENT_BROKEN = "agreement_broken"
    DISPUTED = "disputed"
    ONLY_EXTRAS = "only_extras"
    LETTER_WAITS = "letter_waits"
    MEETING_DECIDED = "meeting_decided"
    FIRST_MISSED = "first_missed"
    NOBODY_SPOKE = "nobody_spoke"
    SMALL_SUM = "small_sum"
    NOT_PAID_AFTER_CONTACT = "not_paid_after_contact"
    REMINDER_MISSED = "reminder_missed"
    NOTICE_MISSED = "notice_missed"
    NOBODY_SPOKE_SINCE = "nobody_spoke_since"
    CHILDREN_FIRST = "children_first"
    DEMAND_MISSED = "demand_missed"
    DEMAND_OLD = "demand_old"
    SENT_ON = "sent_on"
    RENT_OUTSTANDING = "rent_outstanding"


class RankReason(StrEnum):
    """Why a tenancy stands where it stands in the list, the first first."""

    CHILDREN_YOUNG = "children_young"
    YOUNG = "young"
    CHILDREN = "children"
    OLDER = "older"
    WAITS = "waits"


class AgreementStanding(StrEnum):
    """Whether there is an instalment agreement, and if it is kept."""

    NONE = "none"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class ArrearsStep:
    """One step. A letter counts from `sent_on`; None while it waits under «Skal sendes».

    `nominal` is the day the law counts to, `pay_by` the same moved off a closed day, or the day
    the letter names when that is later. `principal` is the rent it is about, `fee` and `interest`
    what the letter claims on top; both become claims the day it is sent. `spoke`: whether a call,
    visit or meeting reached the tenant. `claims` are the rent claims the letter is about.
    """

    id: int
    lease: LeaseId
    kind: ArrearsStepKind
    taken_on: date
    document: DocumentId | None = None
    number: str = ""
    sent_on: date | None = None
    nominal: date | None = None
    pay_by: date | None = None
    principal: Ore = NOTHING
    fee: Ore = NOTHING
    interest: Ore = NOTHING
    no_fee: NoFee | None = None
    round: str = ""
    spoke: bool = False
    claims: frozenset[RentChargeId] = frozenset()

    @property
    def waits(self) -> bool:
        """Whether it is a letter nobody has sent."""
        return self.kind.letter and self.sent_on is None

    @property
    def day(self) -> date:
        """The day it counts from: sent, or done."""
        return self.sent_on or self.taken_on

    def runs(self, day: date) -> bool:
        """Whether its deadline is not out that day."""
        return self.sent_on is not None and self.pay_by is not None and day <= self.pay_by

    def missed(self, day: date) -> bool:
        """Whether its deadline was out before that day."""
        return self.sent_on is not None and self.pay_by is not None and self.pay_by < day


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What was done and when; `words` go to the contact log alone."""

    kind: ArrearsStepKind | None = None
    day: date | None = None
    spoke: bool = False
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Fee:
    """What a letter costs; `why` when it costs nothing, `from_day` the first day it may, if known.

    `missing_on` is the day no base rate is known for, `rate_from` the first day of the rate where
    one newer should have come since (INK-06: set anew each January).
    """

    amount: Ore = NOTHING
    why: NoFee | None = None
    from_day: date | None = None
    missing_on: date | None = None
    rate_from: date | None = None


@dataclass(frozen=True, slots=True)
class InterestPart:
    """Interest of days in a row with one sum and one rate; `percent` None is not known."""

    first: date
    last: date
    principal: Ore
    percent: str | None


@dataclass(frozen=True, slots=True)
class LateInterest:
    """Interest to a day, whole øre, less what was claimed before (INK-11).

    `missing` are the days inside it no rate is known for: they are not counted.
    """

    amount: Ore = NOTHING
    claimed: Ore = NOTHING
    first: date | None = None
    last: date | None = None
    percent: str = ""
    parts: tuple[InterestPart, ...] = ()
    missing: tuple[tuple[date, date], ...] = ()

    @property
    def unclaimed(self) -> Ore:
        """What can be claimed on top now."""
        return Ore(max(0, self.amount - self.claimed))


@dataclass(frozen=True, slots=True)
class Proposed:
    """The step that comes next, why, and the first day it may be taken; None: no day is known."""

    kind: ProposedKind
    reason: ProposedReason
    from_day: date | None
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)

    def ready(self, day: date) -> bool:
        """Whether there is something to do that day."""
        known = self.from_day is not None and self.from_day <= day
        return known and self.kind is not ProposedKind.NONE


@dataclass(frozen=True, slots=True)
class Children:
    """Children under 18 who live with a tenant, the youngest first; whole years."""

    ages: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many."""
        return len(self.ages)


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """What a meeting left somebody to do about a tenancy, until it is done."""

    decision: str = field(repr=False)
    responsible: str
    held_on: date
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the next step follows from, on the day of `owed`. `steps` stand, oldest first."""

    owed: Owed
    steps: tuple[ArrearsStep, ...] = ()
    rent: Ore | None = None
    children: int = 0
    shielded: bool = False
    disagrees: bool = False
    paused_until: date | None = None
    agreement: AgreementStanding = AgreementStanding.NONE
    broken_on: date | None = None
    home_notice_on: date | None = None
    decided: MeetingStep | None = None


@dataclass(frozen=True, slots=True)
class ArrearsRow:
    """A tenancy that owes, as the list and the monthly round show it.

    `home` is the step on the home track that may be taken beside, if any (INK-12).
    """

    tenancy: Tenancy
    owed: Owed
    children: Children
    last: ArrearsStep | None
    next: Proposed
    home: Proposed | None
    rank: RankReason

    @property
    def ready(self) -> bool:
        """Whether there is something to do on the day the row is of."""
        return self.next.ready(self.owed.on)


class Agreed(Protocol):
    """How what is agreed on paying in parts stands; the money track is still while it is kept."""

    def standings(self, day: date) -> Mapping[LeaseId, tuple[AgreementStanding, date | None]]:
        """By the newest lease, where both are bound: how it stands, and since when it is broken.

        None while it is kept, or when the tenant has been told since.
        """
        ...


class Paused(Protocol):
    """What waits, why, and how long."""

    def held(self, day: date) -> Mapping[LeaseId, Pause]:
        """By the newest lease, the pause that steps wait for on a day."""
        ...


class HomeTracks(Protocol):
    """The slice that knows the track of the dwelling (TV-02)."""

    def begun(self, lease: LeaseId) -> bool:
        """Whether a § 4-18 notice that holds is made, or a petition filed."""
        ...


class Meetings(Protocol):
    """What meetings about unpaid rent have decided (peers idea 7)."""

    def decisions(self) -> Mapping[LeaseId, MeetingStep]:
        """By the newest lease, what the newest left somebody to do, while it is not done."""
        ...


class DataCheck(Protocol):
    """What knows where the facts of a tenancy do not agree («sjekk data»)."""

    def disagreeing(self, among: Iterable[Tenancy]) -> frozenset[LeaseId]:
        """Those of some tenancies, by their newest lease."""
        ...
