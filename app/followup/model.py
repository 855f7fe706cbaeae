"""A measure: something someone does by a day."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import GoalId, PersonId, ServiceUnitId
from app.core.records import dataclass


class LifeArea(StrEnum):
    """The part of life that a need, a goal or a finding is about (DOC-09)."""

    HOME = "home"
    MONEY = "money"
    HEALTH = "health"
    ACTIVITY = "activity"
    NETWORK = "network"
    CHILDREN = "children"


class MeasureKind(StrEnum):
    """What is known from before and has help of its own (C2, D13, E9, P13); the rest is other."""

    START_PACKAGE = "start_package"
    TENANCY_SUPPORT = "tenancy_support"
    HOME_VISIT = "home_visit"
    PRACTICAL_HELP = "practical_help"
    HOME_NURSING = "home_nursing"
    MENTAL_HEALTH_SUPPORT = "mental_health_support"
    SUBSTANCE_USE_SUPPORT = "substance_use_support"
    OCCUPATIONAL_THERAPY = "occupational_therapy"
    SUPPORT_CONTACT = "support_contact"
    ACTIVITY = "activity"
    WORK_OR_TRAINING = "work_or_training"
    DEBT_ADVICE = "debt_advice"
    VOLUNTARY_DEDUCTION = "voluntary_deduction"
    MONEY_MANAGEMENT = "money_management"
    INSTALMENT_AGREEMENT = "instalment_agreement"
    SOCIAL_ASSISTANCE = "social_assistance"
    HOUSING_GUARANTEE = "housing_guarantee"
    BOSTOTTE = "bostotte"
    STARTLAN = "startlan"
    ESTABLISHMENT_GRANT = "establishment_grant"
    ADAPTATION_GRANT = "adaptation_grant"
    RENT_TO_OWN = "rent_to_own"
    SWAP = "swap"
    PRIVATE_RENTAL_HELP = "private_rental_help"
    POWER_AND_INSURANCE = "power_and_insurance"
    NEIGHBOUR_DIALOGUE = "neighbour_dialogue"
    CHILD_FOLLOWUP = "child_followup"
    CRISIS_PLAN = "crisis_plan"
    OTHER = "other"


class MeasureState(StrEnum):
    """Where a measure stands between order and end (D4); what came of it is an evaluation."""

    PLANNED = "planned"
    ORDERED = "ordered"
    CONFIRMED = "confirmed"
    TURNED_DOWN = "turned_down"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    DONE = "done"
    NOT_DONE = "not_done"

    @property
    def ended(self) -> bool:
        """Whether nobody is to do anything more."""
        return self in {MeasureState.DONE, MeasureState.NOT_DONE}


class MeasureResult(StrEnum):
    """Whether it helped, as found at an evaluation."""

    HELPED = "helped"
    HELPED_PARTLY = "helped_partly"
    NO_EFFECT = "no_effect"
    TOO_EARLY = "too_early"


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """What is to be done, by whom and until when; without a day it runs with the lease.

    `responsible` is a named person, `unit` the service they work in; the person helped does an
    own task. `vedtak` is the number of the decision it rests on; empty is without (D6).
    """

    words: str = field(repr=False)
    responsible: str = field(default="", repr=False)
    due_on: date | None = None
    kind: MeasureKind = MeasureKind.OTHER
    unit: ServiceUnitId | None = None
    own_task: bool = False
    goal: GoalId | None = None
    vedtak: str = ""
    starts_on: date | None = None
    evaluate_on: date | None = None

    @property
    def has_owner(self) -> bool:
        """Whether somebody does it: a unit, a named person, or the person helped."""
        return self.own_task or self.unit is not None or bool(self.responsible.strip())


@dataclass(frozen=True, slots=True)
class MeasureEvaluation:
    """What a measure was found to have done on a day."""

    evaluated_on: date
    result: MeasureResult
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as it stands on a day; `condition` is the vedtak's condition that asks for it."""

    id: int
    person: PersonId
    condition: int | None
    draft: MeasureDraft
    state: MeasureState
    since: date
    reason: str = field(default="", repr=False)
    evaluation: MeasureEvaluation | None = None

    def late(self, today: date) -> bool:
        """Whether its day has passed while someone is still to do it."""
        due = self.draft.due_on
        return not self.state.ended and due is not None and due < today

    def to_evaluate(self, today: date) -> bool:
        """Whether the day to see if it helped is here, and nobody has looked since (D4)."""
        day = self.draft.evaluate_on
        if day is None or day > today or self.state is MeasureState.NOT_DONE:
            return False
        return self.evaluation is None or self.evaluation.evaluated_on < day


@dataclass(frozen=True, slots=True)
class MeasureStep:
    """One state it came to: when, why, who wrote it, and whom it was ordered from."""

    state: MeasureState
    since: date
    reason: str = field(default="", repr=False)
    by: str = field(default="", repr=False)
    ordered_to: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MeasureChain:
    """From order through follow-up to evaluation, oldest first (D4)."""

    steps: tuple[MeasureStep, ...]
    evaluations: tuple[MeasureEvaluation, ...] = ()

    @property
    def ordered(self) -> MeasureStep | None:
        """The order that counts: the last."""
        orders = [step for step in self.steps if step.state is MeasureState.ORDERED]
        return orders[-1] if orders else None


@dataclass(frozen=True, slots=True)
class MeasuresDue:
    """How many measures of a person wait, and the first day of each kind: late, to be evaluated."""

    person: PersonId
    late: int
    late_since: date | None
    to_evaluate: int
    evaluate_since: date | None
