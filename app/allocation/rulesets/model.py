"""A municipality's rule set: what it asks, how it orders, and what it promises."""

from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.applications.intake.model import LegalStay
from app.applications.model import NeedCategory, TargetGroup
from app.core.errors import Problem
from app.core.money import Ore
from app.core.records import dataclass


class ResidenceException(StrEnum):
    """Who need not have lived here so long."""

    REFUGEE_BY_AGREEMENT = "refugee_by_agreement"
    FAMILY_REUNION = "family_reunion"
    SPECIAL_REASON = "special_reason"
    CLOSE_TIE = "close_tie"


class AgeOn(StrEnum):
    """The day the age is counted on."""

    APPLICATION = "application"
    DECISION = "decision"


class AgeException(StrEnum):
    """Who may be younger."""

    CARE_OF_CHILD = "care_of_child"
    GUARDIAN_CONSENT = "guardian_consent"


class IncomeMode(StrEnum):
    """How income and wealth are weighed."""

    NONE = "none"
    DISCRETIONARY = "discretionary"
    CAP_IN_G = "cap_in_g"
    CAP_IN_KRONER = "cap_in_kroner"


class DebtStage(StrEnum):
    """When old debt to the municipality must be settled or planned."""

    NONE = "none"
    BEFORE_PROCESSING = "before_processing"
    BEFORE_LEASE = "before_lease"


class RankingMode(StrEnum):
    """What the list is ordered by."""

    DISCRETIONARY = "discretionary"
    ORDERED_GROUPS = "ordered_groups"
    NEED_LEVEL = "need_level"
    POINTS = "points"


class TieBreak(StrEnum):
    """What parts two who are equal; waiting time only where the municipality says so."""

    NONE = "none"
    APPLICATION_DATE = "application_date"
    LOT = "lot"


class RefusalEffect(StrEnum):
    """What follows from too many declined offers without a valid reason."""

    NOTHING = "nothing"
    LAST_IN_GROUP = "last_in_group"
    LAPSES = "lapses"


class SwapGround(StrEnum):
    """Why a tenant may get another municipal dwelling."""

    HEALTH = "health"
    HOUSEHOLD_SIZE = "household_size"
    SOCIAL = "social"


class DepositRule(StrEnum):
    """What security is asked for."""

    NONE = "none"
    DEPOSIT = "deposit"
    GUARANTEE = "guarantee"


class RentAdjust(StrEnum):
    """When the rent follows the index."""

    LEASE_ANNIVERSARY = "lease_anniversary"
    FIXED_DAY = "fixed_day"


class PlanRequired(StrEnum):
    """When a plan for follow-up must be there."""

    NONE = "none"
    FROM_LEVEL_TWO = "from_level_two"
    BEFORE_VEDTAK = "before_vedtak"


@dataclass(frozen=True, slots=True)
class LeaseTerm:
    """The length of a lease for a group, first and renewed, in months; None: for all others."""

    group: TargetGroup | None
    first_months: int
    renewal_months: int


@dataclass(frozen=True, slots=True)
class IncomeCap:
    """The most a household of so many persons may have a year; the last one holds for more."""

    persons: int
    in_g: Decimal | None = None
    kroner: Ore | None = None


@dataclass(frozen=True, slots=True)
class RoomNorm:
    """Bedrooms for a household of so many persons; the last one holds for more."""

    persons: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class NeedPoints:
    """Points of a need category, where points are used as an aid."""

    need: NeedCategory
    points: int


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Every key of a municipality's allocation rules; lengths in the unit of their name.

    The defaults are the proposal for a small municipality; nothing of it is law.
    """

    # who can be given a dwelling
    residence_months: int = 24
    residence_exceptions: frozenset[ResidenceException] = frozenset(
        {ResidenceException.REFUGEE_BY_AGREEMENT, ResidenceException.SPECIAL_REASON}
    )
    residence_institution_counts: bool = False
    age_least: int = 18
    age_on: AgeOn = AgeOn.APPLICATION
    age_exceptions: frozenset[AgeException] = frozenset(AgeException)
    stay_required: bool = True
    stay_kinds: frozenset[LegalStay] = frozenset(LegalStay) - {
        LegalStay.ASYLUM_SEEKER,
        LegalStay.NONE,
    }
    income_mode: IncomeMode = IncomeMode.DISCRETIONARY
    income_caps: tuple[IncomeCap, ...] = ()
    income_without_members_under: int = 0
    low_income_is_enough: bool = False
    lease_ends_within_months: int = 6
    debt_stage: DebtStage = DebtStage.BEFORE_LEASE
    debt_plan_is_enough: bool = True
    quarantine_months: int = 0
    # how the list is ordered
    ranking: RankingMode = RankingMode.ORDERED_GROUPS
    groups: tuple[TargetGroup, ...] = ()
    tie_break: TieBreak = TieBreak.NONE
    points: tuple[NeedPoints, ...] = ()
    claims_next: str = ""
    # offers
    offer_refusals: int = 1
    offer_refusal_effect: RefusalEffect = RefusalEffect.LAPSES
    offer_answer_days: int = 7
    size_norm: tuple[RoomNorm, ...] = (
        RoomNorm(1, 0, 1),
        RoomNorm(2, 1, 2),
        RoomNorm(3, 1, 2),
        RoomNorm(4, 2, 3),
        RoomNorm(5, 3, 4),
        RoomNorm(6, 3, 5),
    )
    # what an applicant can count on
    preliminary_days: int = 14
    valid_months: int = 12
    vedtak_lapses_on_change: bool = True
    # the lease
    lease_terms: tuple[LeaseTerm, ...] = (LeaseTerm(None, 36, 36),)
    tenant_notice_months: int = 1
    deposit: DepositRule = DepositRule.NONE
    deposit_months: int = 0
    rent_adjust: RentAdjust = RentAdjust.LEASE_ANNIVERSARY
    rent_adjust_day: str = ""
    renewal_remind_months: int = 6
    renewal_apply_months: int = 3
    renewal_needs_criteria: bool = True
    swap_grounds: frozenset[SwapGround] = frozenset(SwapGround)
    plan_required: PlanRequired = PlanRequired.FROM_LEVEL_TWO
    dispensation_by: str = "leder"


@dataclass(frozen=True, slots=True)
class AdoptedRuleSet:
    """A rule set in force from a day: the number of its version, who adopted it and where.

    `id` 0 is the program's proposal, which nobody has adopted.
    """

    id: int
    rules: RuleSet
    valid_from: date
    name: str = ""
    case_number: str = ""
    adopted_by: str = ""
    source: str = field(default="", compare=False)

    @property
    def adopted(self) -> bool:
        """Whether the municipality has decided it."""
        return self.id != 0


@dataclass(frozen=True, slots=True)
class RuleSetDraft:
    """A set to be adopted: from which day, by whom, and in which case."""

    rules: RuleSet
    valid_from: date
    name: str = ""
    case_number: str = ""
    adopted_by: str = ""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One key of a set that became another, in words."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReadySet:
    """A set to start from, shipped with the program; `name` is its file's."""

    name: str
    title: str
    description: str
    rules: RuleSet


@dataclass(frozen=True, slots=True)
class RuleSetPreview:
    """What adopting a draft would mean: the set as it would be, what is new, and what is wrong."""

    adopted: AdoptedRuleSet
    changes: tuple[RuleChange, ...]
    problems: tuple[Problem, ...]
