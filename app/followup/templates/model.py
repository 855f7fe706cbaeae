"""A template of a plan: goals, the needs behind them, and what is usually done."""

from datetime import date

from app.core.ids import ServiceUnitId
from app.core.records import dataclass
from app.followup.model import LifeArea, MeasureKind


@dataclass(frozen=True, slots=True)
class TemplateMeasureDraft:
    """One that is proposed; `due_after` is in days from the day the template is used."""

    words: str
    kind: MeasureKind = MeasureKind.OTHER
    unit: ServiceUnitId | None = None
    own_task: bool = False
    due_after: int | None = None


@dataclass(frozen=True, slots=True)
class TemplateMeasure:
    """One of a goal."""

    id: int
    draft: TemplateMeasureDraft


@dataclass(frozen=True, slots=True)
class TemplateGoalDraft:
    """A goal as a person may say it, and the need that is usually behind it (D18)."""

    area: LifeArea
    words: str
    need: str


@dataclass(frozen=True, slots=True)
class TemplateGoal:
    """One of a template, with its measures."""

    id: int
    draft: TemplateGoalDraft
    measures: tuple[TemplateMeasure, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """One template; one that is put away is no longer offered."""

    id: int
    name: str
    put_away_on: date | None = None
    goals: tuple[TemplateGoal, ...] = ()
