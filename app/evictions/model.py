"""A case of someone who may lose their home: what is told, where it stands, how it ended."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import EvictionCaseId, LeaseId, PersonId
from app.core.money import Ore
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


@dataclass(frozen=True, slots=True)
class EvictionCase:
    """One household's case as it stands today.

    `lease` is None for a home let by others or owned; then `landlord` and `home` say it in words.
    `home` is empty where it may not be told (ADR-02, ADR-03). `comment_until` is the last day of
    the two weeks of § 13-6 (TV-10), `comment_nominal` the day the law counts to, both as given
    or counted. `eviction_on` is the day that holds now (TV-12).
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
    sums: EvictionSums = EvictionSums()
    comment_until: date | None = None
    comment_nominal: date | None = None
    eviction_on: date | None = None
    eviction_at: str = ""
    outcome: EvictionOutcome | None = None
    closed_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still works with it."""
        return self.stage is not EvictionStage.CLOSED
