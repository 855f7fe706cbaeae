"""A person in danger of losing their home, as the list shows it. Sums in whole øre."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import PersonId, Ref
from app.core.records import dataclass
from app.people.model import AddressProtection


class RiskReason(StrEnum):
    """Why a home may be lost, the most pressing first."""

    DATE_SET = "date_set"
    COMMENT_PERIOD = "comment_period"
    PETITION_FILED = "petition_filed"
    FORCED_SALE = "forced_sale"
    EVICTION_NOTICE = "eviction_notice"
    CASE_OPEN = "case_open"
    TERM_OVER = "term_over"
    LANDLORD_NOTICE = "landlord_notice"
    SIGNALS_RED = "signals_red"
    AGREEMENT_BROKEN = "agreement_broken"
    LONG_ARREARS = "long_arrears"
    SIGNALS_YELLOW = "signals_yellow"


class RiskStep(StrEnum):
    """What comes next."""

    OPEN_CASE = "open_case"
    HOLD_MEETING = "hold_meeting"
    CALL = "call"
    DECIDE_RENEWAL = "decide_renewal"
    FIND_HOME = "find_home"
    RENEW_AGREEMENT = "renew_agreement"
    LOOK_AT_SIGNALS = "look_at_signals"


class RiskSet(StrEnum):
    """A part of the list that is asked for by itself."""

    DATED = "dated"
    WITH_CHILDREN = "with_children"
    WITHOUT_CASE = "without_case"
    WITHOUT_PLAN = "without_plan"


@dataclass(frozen=True, slots=True)
class Risk:
    """One reason, from the day it began; `day` is the day it may be lost or must be answered."""

    why: RiskReason
    since: date
    about: Ref
    day: date | None = None
    amount: int = 0


@dataclass(frozen=True, slots=True)
class AtRiskRow:
    """One person. `risks` are in order, the most pressing first, never none.

    `home` is empty where it may not be told (ADR-03). `ages` are those of the children there.
    """

    person: PersonId
    name: str = field(repr=False)
    protection: AddressProtection
    home: str = field(repr=False)
    risks: tuple[Risk, ...]
    step: RiskStep
    ages: tuple[int, ...] = ()
    planned: bool = False
    coordinator: str = field(default="", repr=False)

    @property
    def first(self) -> Risk:
        """The most pressing reason."""
        return self.risks[0]

    @property
    def day(self) -> date | None:
        """The earliest day that is set for any of them."""
        return min((each.day for each in self.risks if each.day is not None), default=None)
