"""SQL of templates, their goals and measures."""

from collections import defaultdict
from datetime import date

from app.core.ids import ServiceUnitId
from app.followup.model import LifeArea, MeasureKind
from app.followup.templates.model import (
    PlanTemplate,
    TemplateGoal,
    TemplateGoalDraft,
    TemplateMeasure,
    TemplateMeasureDraft,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def everyone(db: Database) -> tuple[PlanTemplate, ...]:
    """All of them with all that is in them, in the order they were made."""
    goals = _goals(db)
    return db.select(
        lambda row, name, away: PlanTemplate(
            row, name, day_or_none(away), tuple(goals.get(row, ()))
        ),
        "SELECT id, name, put_away_on FROM plan_template ORDER BY id",
    )


def _goals(db: Database) -> dict[int, list[TemplateGoal]]:
    measures: dict[int, list[TemplateMeasure]] = defaultdict(list)
    for goal, measure in db.select(
        _measure,
        "SELECT goal, id, words, kind, unit, own_task, due_after FROM template_measure ORDER BY id",
    ):
        measures[goal].append(measure)
    goals: dict[int, list[TemplateGoal]] = defaultdict(list)
    for template, row, area, words, need in db.select(
        lambda *row: row, "SELECT template, id, area, words, need FROM template_goal ORDER BY id"
    ):
        draft = TemplateGoalDraft(LifeArea(area), words, need)
        goals[template].append(TemplateGoal(row, draft, tuple(measures.get(row, ()))))
    return goals


def _measure(
    goal: int, row: int, words: str, kind: str, unit: int | None, own_task: int, due: int | None
) -> tuple[int, TemplateMeasure]:
    by = None if unit is None else ServiceUnitId(unit)
    draft = TemplateMeasureDraft(words, MeasureKind(kind), by, bool(own_task), due)
    return goal, TemplateMeasure(row, draft)


def insert(unit: Unit, name: str) -> int:
    """A new one with nothing in it."""
    return unit.insert("plan_template", name=name)


def rename(unit: Unit, template: int, name: str) -> None:
    """Another name."""
    unit.update("plan_template", template, name=name)


def put_away(unit: Unit, template: int, on: date | None) -> None:
    """Not offered from a day; None takes it out again."""
    unit.update("plan_template", template, put_away_on=on)


def insert_goal(unit: Unit, template: int, draft: TemplateGoalDraft) -> int:
    """One more goal."""
    return unit.insert(
        "template_goal", template=template, area=draft.area, words=draft.words, need=draft.need
    )


def update_goal(unit: Unit, goal: int, draft: TemplateGoalDraft) -> None:
    """Other words."""
    unit.update("template_goal", goal, area=draft.area, words=draft.words, need=draft.need)


def delete_goal(unit: Unit, goal: TemplateGoal) -> None:
    """It and what was done for it, out of the template."""
    for measure in goal.measures:
        unit.delete("template_measure", measure.id)
    unit.delete("template_goal", goal.id)


def insert_measure(unit: Unit, goal: int, draft: TemplateMeasureDraft) -> int:
    """One more measure of a goal."""
    return unit.insert("template_measure", goal=goal, **_columns(draft))


def update_measure(unit: Unit, measure: int, draft: TemplateMeasureDraft) -> None:
    """Another one in its place."""
    unit.update("template_measure", measure, **_columns(draft))


def delete_measure(unit: Unit, measure: int) -> None:
    """Out of the template."""
    unit.delete("template_measure", measure)


def _columns(draft: TemplateMeasureDraft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "words": draft.words,
        "unit": draft.unit,
        "own_task": draft.own_task,
        "due_after": draft.due_after,
    }
