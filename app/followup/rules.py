"""Which way a measure may go, and what must stand in one. Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.core.ids import ServiceUnitId
from app.core.records import dataclass
from app.followup.model import Measure, MeasureDraft, MeasureEvaluation, MeasureState

_STATE = MeasureState

# What runs already, and what the office gives itself, was never ordered (D4).
_MOVES = {
    _STATE.PLANNED: (_STATE.ORDERED, _STATE.IN_PROGRESS, _STATE.DONE, _STATE.NOT_DONE),
    _STATE.ORDERED: (
        _STATE.CONFIRMED,
        _STATE.TURNED_DOWN,
        _STATE.IN_PROGRESS,
        _STATE.PLANNED,
        _STATE.NOT_DONE,
    ),
    _STATE.CONFIRMED: (
        _STATE.IN_PROGRESS,
        _STATE.ON_HOLD,
        _STATE.TURNED_DOWN,
        _STATE.DONE,
        _STATE.NOT_DONE,
    ),
    _STATE.TURNED_DOWN: (_STATE.ORDERED, _STATE.PLANNED, _STATE.NOT_DONE),
    _STATE.IN_PROGRESS: (_STATE.ON_HOLD, _STATE.DONE, _STATE.NOT_DONE),
    _STATE.ON_HOLD: (_STATE.IN_PROGRESS, _STATE.DONE, _STATE.NOT_DONE),
    _STATE.DONE: (_STATE.PLANNED,),
    _STATE.NOT_DONE: (_STATE.PLANNED,),
}
_OF_AN_ORDER = {_STATE.ORDERED, _STATE.CONFIRMED, _STATE.TURNED_DOWN}
_WITH_REASON = {_STATE.TURNED_DOWN, _STATE.ON_HOLD, _STATE.NOT_DONE}


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What a draft is held against: units that are closed, and whether the goal is theirs."""

    closed: frozenset[ServiceUnitId] = frozenset()
    own_goal: bool = True


def moves(state: MeasureState, *, own_task: bool = False) -> tuple[MeasureState, ...]:
    """Where a measure may go from a state; nobody orders what a person does alone (D4)."""
    return tuple(to for to in _MOVES[state] if not (own_task and to in _OF_AN_ORDER))


def needs_reason(state: MeasureState) -> bool:
    """Whether it must be said why."""
    return state in _WITH_REASON


def check(draft: MeasureDraft, facts: MeasureFacts) -> tuple[Problem, ...]:
    """What is wrong with a measure, beside its fields."""
    return tuple(_problems(draft, facts))


def _problems(draft: MeasureDraft, facts: MeasureFacts) -> Iterator[Problem]:
    if not draft.words.strip():
        yield Problem("words", "measure_words_missing")
    if not draft.has_owner:
        yield Problem("responsible", "measure_responsible_missing", "DOC-09")
    if draft.unit is not None and draft.unit in facts.closed:
        yield Problem("unit", "service_unit_closed")
    if draft.goal is not None and not facts.own_goal:
        yield Problem("goal", "goal_of_another", "D18")
    start = draft.starts_on
    if start is None:
        return
    if draft.due_on is not None and draft.due_on < start:
        yield Problem("due_on", "measure_due_before_start", remedy=start)
    if draft.evaluate_on is not None and draft.evaluate_on < start:
        yield Problem("evaluate_on", "evaluation_before_start", "D4", remedy=start)


def check_evaluation(
    measure: Measure, evaluation: MeasureEvaluation, today: date
) -> tuple[Problem, ...]:
    """What is wrong with the day it was looked at (D4)."""
    start, day = measure.draft.starts_on, evaluation.evaluated_on
    if day > today:
        return (Problem("evaluated_on", "day_in_future", remedy=today),)
    if start is not None and day < start:
        return (Problem("evaluated_on", "evaluation_before_start", "D4", remedy=start),)
    return ()
