"""A case of someone who may lose their home: what is told, where it stands, how it ended."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import EvictionCaseId, LeaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.people.model import AddressProtection

NOTHING = Ore(0)


class LossKind(StrEnum):
    """How a home may be lost: put out of a rented one, or an own one sold by the authorities."""

    EVICTION = "eviction"
    FORCED_SALE = "forced_sale"


class EvictionStage(StrEnum):
    """Where a case stands (glossary 5.8), in the order they come."""

    AT_RISK = "at_risk"
    NOTICE_SENT = "notice_sent"
    PETITION_FILED = "petition_filed"
    COMMENT_PERIOD = "comment_period"
    DATE_SET = "date_set"
    CARRIED_OUT = "carried_out"
    AFTERCARE = "aftercare"
    CLOSED = "closed"

    @property
    def before_petition(self) -> bool:
        """Whether nothing has come to the namsfogd or the court."""
        return self in {EvictionStage.AT_RISK, EvictionStage.NOTICE_SENT}


class ForcedSaleStage(StrEnum):
    """Where the forced sale of an owned home stands; its days are as given, never counted."""

    AT_RISK = "at_risk"
    PETITION_FILED = "petition_filed"
    COMMENT_PERIOD = "comment_period"
    SALE_DECIDED = "sale_decided"
    FOR_SALE = "for_sale"
    SOLD = "sold"
    CARRIED_OUT = "carried_out"
    AFTERCARE = "aftercare"
    CLOSED = "closed"

    @property
    def like(self) -> EvictionStage:
        """The stage of an eviction it is counted with."""
        return _LIKE.get(self) or EvictionStage(self.value)


_LIKE = {
    ForcedSaleStage.SALE_DECIDED: EvictionStage.COMMENT_PERIOD,
    ForcedSaleStage.FOR_SALE: EvictionStage.COMMENT_PERIOD,
    ForcedSaleStage.SOLD: EvictionStage.DATE_SET,
}


CaseStep = EvictionStage | ForcedSaleStage
"""Where a case stands, as it is called in its own kind."""


class DayChange(StrEnum):
    """What happened to the day it is to be carried out (TV-12)."""

    SET = "set"
    POSTPONED = "postponed"
    CALLED_OFF = "called_off"


class EnforcementGround(StrEnum):
    """Why the namsfogd or the court may put somebody out (TV-01, § 13-2 third paragraph)."""

    UNPAID_RENT = "unpaid_rent"
    TERM_EXPIRED = "term_expired"
    NOTICE_NOT_PROTESTED = "notice_not_protested"
    BREACH_EVIDENT = "breach_evident"
    NO_RIGHT_EVIDENT = "no_right_evident"
    JUDGMENT = "judgment"

    @property
    def by_court(self) -> bool:
        """Whether the petition goes to tingretten (TV-07)."""
        return self in {EnforcementGround.BREACH_EVIDENT, EnforcementGround.NO_RIGHT_EVIDENT}


class MessageSender(StrEnum):
    """Who told of it (C12)."""

    NAMSFOGD = "namsfogd"
    LANDLORD = "landlord"
    NAV = "nav"
    PERSON = "person"
    OTHER = "other"


class EvictionOutcome(StrEnum):
    """How it ended (glossary 6.7)."""

    PAID = "paid"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"
    NOT_UPHELD = "not_upheld"
    MOVED_TO_OTHER_HOME = "moved_to_other_home"
    MOVED_OUT = "moved_out"
    CARRIED_OUT = "carried_out"

    @property
    def home_kept(self) -> bool:
        """Whether the loss of the home was averted."""
        return self in {
            EvictionOutcome.PAID,
            EvictionOutcome.AGREED,
            EvictionOutcome.WITHDRAWN,
            EvictionOutcome.NOT_UPHELD,
        }


@dataclass(frozen=True, slots=True)
class EvictionSums:
    """What is claimed, whole øre, as the message says it."""

    rent: Ore = NOTHING
    costs: Ore = NOTHING
    interest: Ore = NOTHING

    @property
    def total(self) -> Ore:
        """What stops the case on ground a, if nothing more has come due (TV-03)."""
        return Ore(self.rent + self.costs + self.interest)


NO_SUMS = EvictionSums()


@dataclass(frozen=True, slots=True)
class EvictionCase:
    """One household's case as it stands today.

    `lease` is None for a home let by others or owned; then `landlord` and `home` say it in words.
    `home` is empty where it may not be told (ADR-02, ADR-03). `comment_until` is the last day of
    the two weeks of § 13-6 (TV-10), `comment_nominal` the day the law counts to, both as given
    or counted. `eviction_on` is the day that holds now (TV-12). `taken_back_on` is the day our
    petition was, while no later message tells of another.
    """

    id: EvictionCaseId
    number: str
    kind: LossKind
    person: PersonId
    name: str = field(repr=False)
    protection: AddressProtection
    lease: LeaseId | None
    landlord: str = field(repr=False)
    home: str = field(repr=False)
    opened_on: date
    stage: EvictionStage
    stage_since: date
    ground: EnforcementGround | None = None
    sender: MessageSender | None = None
    received_on: date | None = None
    reference: str = ""
    sums: EvictionSums = NO_SUMS
    comment_until: date | None = None
    comment_nominal: date | None = None
    eviction_on: date | None = None
    eviction_at: str = ""
    outcome: EvictionOutcome | None = None
    closed_on: date | None = None
    sale_stage: ForcedSaleStage | None = None
    paper_reference: str = ""
    taken_back_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still works with it."""
        return self.stage is not EvictionStage.CLOSED

    @property
    def threatened(self) -> bool:
        """Whether the home may still be lost: not carried out, and not ended otherwise."""
        return self.stage not in _OVER

    @property
    def step(self) -> CaseStep:
        """Where it stands, as it is called in its own kind of case."""
        return self.sale_stage or self.stage


_OVER = frozenset({EvictionStage.CARRIED_OUT, EvictionStage.AFTERCARE, EvictionStage.CLOSED})


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage from its day."""

    since: date
    stage: EvictionStage
    sale_stage: ForcedSaleStage | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DayRow:
    """What was told of the day it is to be carried out; `since` is the day we were told."""

    since: date
    change: DayChange
    eviction_on: date | None
    eviction_at: str = ""
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """How it ended, from a day; None opened it again."""

    since: date
    outcome: EvictionOutcome | None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Countdown:
    """Days left to a day; `step` is the rung of the ladder that is reached (14, 7, 3, 1)."""

    day: date
    left: int
    step: int | None = None

    @property
    def over(self) -> bool:
        """Whether the day has passed."""
        return self.left < 0
