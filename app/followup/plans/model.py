"""A plan for one person: målplan (DOC-09), or individual plan (DOC-08)."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.core.ids import DocumentId, GoalId, NeedId, PersonId, PlanId
from app.core.records import dataclass
from app.followup.levels.model import Held
from app.followup.model import LifeArea, MeasureKind, MeasureResult, MeasureState
from app.followup.owners.model import OwnerDraft


class PlanKind(StrEnum):
    """The municipality's own plan, or the statutory one it can grow into (E4, SOT-07, HOL-02)."""

    MALPLAN = "malplan"
    INDIVIDUAL_PLAN = "individual_plan"


class PlanState(StrEnum):
    """Where a plan stands. An edition that a newer one follows is replaced."""

    DRAFT = "draft"
    OFFERED = "offered"
    DECLINED = "declined"
    ACTIVE = "active"
    COMPLETED = "completed"
    ENDED = "ended"

    @property
    def over(self) -> bool:
        """Whether nobody works by it any more."""
        return self in {PlanState.COMPLETED, PlanState.ENDED}


class GoalState(StrEnum):
    """How it goes with a goal."""

    IN_PROGRESS = "in_progress"
    REACHED = "reached"
    PARTLY_REACHED = "partly_reached"
    NOT_REACHED = "not_reached"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True, repr=False)
class NeedDraft:
    """What the person lacks, in one part of life."""

    area: LifeArea
    words: str


@dataclass(frozen=True, slots=True, repr=False)
class Need:
    """One that was found on a day; goals hang on it (D18)."""

    id: NeedId
    person: PersonId
    draft: NeedDraft
    since: date


@dataclass(frozen=True, slots=True, repr=False)
class GoalDraft:
    """What the person wants to reach, in own words; always because of a need."""

    area: LifeArea
    words: str
    need: NeedId | None = None
    target_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Goal:
    """One goal as it stands on a day."""

    id: GoalId
    person: PersonId
    draft: GoalDraft
    state: GoalState
    since: date
    reason: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class PlanDraft:
    """What stands in a plan beside goals and measures. `next_talk_time` is as «10.30».

    The contact is the one person to turn to early (C16); empty is the coordinator.
    `warning_…` is the agreement on what to do when it begins to go wrong; `next_step` is where the
    person aims to live next (E8).
    """

    target_level: int | None = None
    target_on: date | None = None
    contact_name: str = ""
    contact_phone: str = ""
    backup_name: str = ""
    backup_phone: str = ""
    warning_signs: str = ""
    warning_people: str = ""
    warning_first: str = ""
    next_step: str = ""
    next_step_on: date | None = None
    next_talk_on: date | None = None
    next_talk_time: str = ""
    next_talk_where: str = ""
    evaluation_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Plan:
    """One plan as it stands on a day; `edition` is the number last printed, 0 before the first."""

    id: PlanId
    person: PersonId
    kind: PlanKind
    state: PlanState
    since: date
    started_on: date
    draft: PlanDraft
    edition: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class MeasureLine:
    """A measure as an edition says it: all in words, so that it can be read for ever."""

    measure: int
    words: str
    who: str
    when: str
    kind: MeasureKind = MeasureKind.OTHER
    state: MeasureState = MeasureState.PLANNED
    own_task: bool = False
    vedtak: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class GoalLine:
    """A goal as an edition says it, with what is done for it."""

    goal: int
    area: LifeArea
    words: str
    need: str
    state: GoalState
    target_on: date | None = None
    measures: tuple[MeasureLine, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class ContentPart:
    """What else an individual plan says, part by part (DOC-08)."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, repr=False)
class PlanContent:
    """All that an edition says, gathered when it is made and never changed after (D7).

    `draft` has the contact filled in. `loose` are measures that hang on no goal yet: only
    conditions may. `level` is None when none is set. `parts` are those of an individual plan.
    """

    kind: PlanKind
    name: str
    level: int | None
    unit: str
    coordinator: str
    draft: PlanDraft
    goals: tuple[GoalLine, ...] = ()
    loose: tuple[MeasureLine, ...] = ()
    consents: tuple[str, ...] = ()
    parts: tuple[ContentPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One that was printed; without a document it was printed on paper alone (ADR-02)."""

    number: int
    made_on: date
    content: PlanContent = field(repr=False)
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True, repr=False)
class GoalOutcome:
    """How it goes with a goal, as found when the plan was gone through."""

    goal: GoalId
    state: GoalState
    reason: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class MeasureOutcome:
    """Whether a measure helped, as found when the plan was gone through."""

    measure: int
    result: MeasureResult
    words: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class HandOn:
    """Another unit and coordinator from the day of the evaluation (D7)."""

    owner: OwnerDraft
    reason: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class EvaluationDraft:
    """What was found together: `own_words` are the person's; `next_on` the next time (D4)."""

    evaluated_on: date
    words: str = ""
    own_words: str = ""
    goals: tuple[GoalOutcome, ...] = ()
    measures: tuple[MeasureOutcome, ...] = ()
    next_on: date | None = None
    hand_on: HandOn | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Evaluation:
    """The plan was gone through together; `own_words` are the person's."""

    evaluated_on: date
    words: str = ""
    own_words: str = ""
    next_on: date | None = None
    goals: tuple[GoalOutcome, ...] = ()
    measures: tuple[MeasureOutcome, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class PlanRow:
    """The running plan of a person as lists, alerts and counts need it on a day."""

    plan: PlanId
    person: PersonId
    name: str
    kind: PlanKind
    state: PlanState
    edition: int
    started_on: date
    evaluation_on: date | None
    next_talk_on: date | None


class PlanDays(NamedTuple):
    """The days of the running plan of a person: for one who asks about everyone."""

    started_on: date
    evaluation_on: date | None = None


class CaseDays(NamedTuple):
    """Plan, help and owner of a person on a day: for one who asks about everyone."""

    person: PersonId
    plan: PlanDays | None
    held: Held | None
    given: bool


class PlanChangeKind(StrEnum):
    """What is other in a newer edition («nytt siden sist»)."""

    KIND = "kind"
    LEVEL = "level"
    OWNER = "owner"
    CONTACT = "contact"
    BACKUP = "backup"
    GOAL_NEW = "goal_new"
    GOAL_GONE = "goal_gone"
    GOAL_STATE = "goal_state"
    GOAL_WORDS = "goal_words"
    MEASURE_NEW = "measure_new"
    MEASURE_GONE = "measure_gone"
    MEASURE_STATE = "measure_state"
    MEASURE_WORDS = "measure_words"
    MEASURE_TIME = "measure_time"
    MEASURE_WHO = "measure_who"
    WARNING = "warning"
    NEXT_STEP = "next_step"
    TALK = "talk"
    EVALUATION = "evaluation"
    CONSENTS = "consents"


PlanFact = str | int | date | None


@dataclass(frozen=True, slots=True, repr=False)
class PlanChange:
    """One thing that is other; `words` names the goal or measure, before and after say how.

    A level is its number, a state its enum, a day a day; who and when are words.
    """

    kind: PlanChangeKind
    words: str = ""
    before: PlanFact = None
    after: PlanFact = None


class PlanCopy(StrEnum):
    """Who gets a copy beside the person's own."""

    NOBODY = "nobody"
    HEALTH = "health"


@dataclass(frozen=True, slots=True, repr=False)
class PlanPrint:
    """What is chosen: large print, agreed on the day or only offered, own words on what is new."""

    large: bool = False
    agreed: bool = False
    news: str = ""
    copy: PlanCopy = PlanCopy.NOBODY
