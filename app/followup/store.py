"""SQL of measures, their states and evaluations."""

from datetime import date

from app.core.ids import GoalId, PersonId, ServiceUnitId
from app.followup.model import (
    Measure,
    MeasureDraft,
    MeasureEvaluation,
    MeasureKind,
    MeasureResult,
    MeasureState,
    MeasureStep,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_ROWS = (
    "SELECT m.id, m.person, m.condition, s.state, s.since, s.reason,"
    " m.words, m.responsible, m.due_on, m.kind, m.unit, m.own_task, m.goal, m.vedtak,"
    " m.starts_on, m.evaluate_on, v.evaluated_on, v.result, v.words FROM measure m"
    " JOIN measure_state s ON s.id = (SELECT n.id FROM measure_state n"
    " WHERE n.measure = m.id AND n.since <= ?1 ORDER BY n.id DESC LIMIT 1)"
    " LEFT JOIN measure_evaluation v ON v.id = (SELECT w.id FROM measure_evaluation w"
    " WHERE w.measure = m.id AND w.evaluated_on <= ?1 ORDER BY w.evaluated_on DESC, w.id DESC"
    " LIMIT 1)"
)
_IN_ORDER = "s.state IN ('done', 'not_done'), m.due_on IS NULL, m.due_on, m.id"


def insert(unit: Unit, person: PersonId, draft: MeasureDraft, condition: int | None) -> int:
    """A new one, planned from today."""
    measure = unit.insert("measure", person=person, condition=condition, **_columns(draft))
    add_state(unit, measure, MeasureState.PLANNED, unit.today)
    return measure


def update(unit: Unit, measure: int, draft: MeasureDraft) -> None:
    """What was typed, put right."""
    unit.update("measure", measure, **_columns(draft))


def _columns(draft: MeasureDraft) -> dict[str, object]:
    return {
        "words": draft.words,
        "responsible": draft.responsible,
        "due_on": draft.due_on,
        "kind": draft.kind,
        "unit": draft.unit,
        "own_task": draft.own_task,
        "goal": draft.goal,
        "vedtak": draft.vedtak,
        "starts_on": draft.starts_on,
        "evaluate_on": draft.evaluate_on,
    }


def add_state(
    unit: Unit,
    measure: int,
    state: MeasureState,
    since: date,
    reason: str = "",
    ordered_to: str = "",
) -> None:
    """Where it stands from a day."""
    unit.insert(
        "measure_state",
        measure=measure,
        since=since,
        state=state,
        reason=reason,
        ordered_to=ordered_to,
    )


def add_evaluation(
    unit: Unit, measure: int, found: MeasureEvaluation, evaluation: int | None = None
) -> None:
    """What it was found to have done; `evaluation` is that of the whole plan, if it was one."""
    unit.insert(
        "measure_evaluation",
        measure=measure,
        evaluated_on=found.evaluated_on,
        result=found.result,
        words=found.words,
        evaluation=evaluation,
    )


def of(db: Database, person: PersonId, day: date) -> tuple[Measure, ...]:
    """Those of a person on a day, what is not over first."""
    sql = f"{_ROWS} WHERE m.person = ?2 ORDER BY {_IN_ORDER}"
    return db.select(_measure, sql, (day.isoformat(), person))


def get(db: Database, measure: int, day: date) -> Measure | None:
    """One measure on a day."""
    return db.first(_measure, f"{_ROWS} WHERE m.id = ?2", (day.isoformat(), measure))


def by_condition(db: Database, person: PersonId, condition: int) -> int | None:
    """The measure a person has for a condition."""
    return db.first(
        int, "SELECT id FROM measure WHERE person = ? AND condition = ?", (person, condition)
    )


def owner_of_goal(db: Database, goal: GoalId) -> PersonId | None:
    """Whose goal it is."""
    return db.first(PersonId, "SELECT person FROM goal WHERE id = ?", (goal,))


def steps(db: Database, measure: int) -> tuple[MeasureStep, ...]:
    """Every state it came to, with the name of the officer who wrote it."""
    return db.select(
        _step,
        "SELECT s.state, s.since, s.reason, coalesce(o.name, ''), s.ordered_to FROM measure_state s"
        " LEFT JOIN change c ON c.table_name = 'measure_state' AND c.row_id = s.id"
        " AND c.kind = 'insert' LEFT JOIN event e ON e.id = c.event"
        " LEFT JOIN officer o ON o.id = e.by WHERE s.measure = ? GROUP BY s.id ORDER BY s.id",
        (measure,),
    )


def evaluations(db: Database, measure: int) -> tuple[MeasureEvaluation, ...]:
    """Every time it was looked at, oldest first."""
    return db.select(
        _evaluation,
        "SELECT evaluated_on, result, words FROM measure_evaluation WHERE measure = ?"
        " ORDER BY evaluated_on, id",
        (measure,),
    )


def _evaluation(day: str, result: str, words: str) -> MeasureEvaluation:
    return MeasureEvaluation(date.fromisoformat(day), MeasureResult(result), words)


def _step(state: str, since: str, reason: str, by: str, ordered_to: str) -> MeasureStep:
    return MeasureStep(MeasureState(state), date.fromisoformat(since), reason, by, ordered_to)


def _measure(*row: object) -> Measure:
    texts = [str(column) for column in row]
    evaluated = None if row[16] is None else _evaluation(*texts[16:19])
    return Measure(
        id=int(texts[0]),
        person=PersonId(int(texts[1])),
        condition=None if row[2] is None else int(texts[2]),
        state=MeasureState(texts[3]),
        since=date.fromisoformat(texts[4]),
        reason=texts[5],
        draft=_draft(row[6:16]),
        evaluation=evaluated,
    )


def _draft(row: tuple[object, ...]) -> MeasureDraft:
    words, responsible, due, kind, unit, own, goal, vedtak, starts, evaluate = row
    return MeasureDraft(
        str(words),
        str(responsible),
        day_or_none(due),
        MeasureKind(str(kind)),
        None if unit is None else ServiceUnitId(int(str(unit))),
        bool(own),
        None if goal is None else GoalId(int(str(goal))),
        str(vedtak),
        day_or_none(starts),
        day_or_none(evaluate),
    )
