"""What must stand in a plan before it is printed, and which way it may go. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.core.records import dataclass
from app.followup.levels.model import HelpLevel
from app.followup.model import Measure, MeasureState
from app.followup.owners.model import OwnerDraft
from app.followup.plans.model import (
    EvaluationDraft,
    Goal,
    GoalDraft,
    GoalState,
    NeedDraft,
    Plan,
    PlanDraft,
    PlanKind,
    PlanState,
)

EVALUATION_DAYS = "local.plan_evaluation_days"

_CLOCK = re.compile(r"([01]?\d|2[0-3])\.[0-5]\d")
_STATE = PlanState
_MOVES = {
    _STATE.DRAFT: (_STATE.OFFERED, _STATE.ENDED),
    _STATE.OFFERED: (_STATE.ACTIVE, _STATE.DECLINED, _STATE.ENDED),
    _STATE.DECLINED: (_STATE.DRAFT, _STATE.ENDED),
    _STATE.ACTIVE: (_STATE.COMPLETED, _STATE.ENDED),
    _STATE.COMPLETED: (_STATE.DRAFT,),
    _STATE.ENDED: (_STATE.DRAFT,),
}
_GOAL_WITH_REASON = {GoalState.NOT_REACHED, GoalState.SET_ASIDE}


@dataclass(frozen=True, slots=True, repr=False)
class PlanFacts:
    """All that stands around a plan on a day.

    `consented` is to an individual plan; `granted` by a vedtak, whatever the measures say (D6).
    """

    plan: Plan
    goals: tuple[Goal, ...]
    measures: tuple[Measure, ...]
    owner: OwnerDraft | None
    level: HelpLevel | None
    consented: bool
    granted: bool
    today: date


def may(before: PlanState, after: PlanState) -> bool:
    """Whether a plan may go from one state to another."""
    return after in _MOVES[before]


def goal_may(before: GoalState, after: GoalState) -> bool:
    """Whether a goal may: what was closed is opened again, what was partly reached is reached."""
    if before is GoalState.IN_PROGRESS:
        return after is not before
    partly = before is GoalState.PARTLY_REACHED and after is GoalState.REACHED
    return after is GoalState.IN_PROGRESS or partly


def goal_needs_reason(state: GoalState) -> bool:
    """Whether it must be said why."""
    return state in _GOAL_WITH_REASON


def check_need(draft: NeedDraft) -> tuple[Problem, ...]:
    """What is wrong with a need."""
    return () if draft.words.strip() else (Problem("words", "need_words_missing"),)


def check_goal(
    draft: GoalDraft, need: str, *, own_need: bool, today: date | None
) -> tuple[Problem, ...]:
    """What is wrong with a goal: no words, no need (D18), another's need, a day that has passed."""
    problems = []
    if not draft.words.strip():
        problems.append(Problem("words", "goal_words_missing", "DOC-09"))
    if draft.need is None and not need.strip():
        problems.append(Problem("need", "goal_without_need", "D18"))
    elif draft.need is not None and not own_need:
        problems.append(Problem("need", "need_of_another", "D18"))
    if today is not None and draft.target_on is not None and draft.target_on < today:
        problems.append(Problem("target_on", "day_passed", remedy=today))
    return tuple(problems)


def check(draft: PlanDraft, started_on: date, *, strict: bool = False) -> tuple[Problem, ...]:
    """What cannot be saved in a plan, even unfinished; `strict` is a strengt fortrolig address."""
    problems = []
    if strict and draft.next_talk_where.strip():
        problems.append(Problem("next_talk_where", "talk_place_not_kept", "ADR-02"))
    if draft.target_level is not None and not 0 <= draft.target_level <= 4:
        problems.append(Problem("target_level", "plan_level_unknown", "SD-01"))
    for name in ("target_on", "next_step_on", "next_talk_on"):
        day: date | None = getattr(draft, name)
        if day is not None and day < started_on:
            facts: dict[str, object] = {"start": started_on}
            problems.append(Problem(name, "plan_day_before_start", facts=facts))
    if draft.evaluation_on is not None and draft.evaluation_on < started_on:
        problems.append(Problem("evaluation_on", "evaluation_before_start", "D4"))
    if draft.next_talk_time and not _CLOCK.fullmatch(draft.next_talk_time):
        problems.append(Problem("next_talk_time", "talk_time_unreadable"))
    return tuple(problems)


def contact(draft: PlanDraft, owner: OwnerDraft | None) -> tuple[str, str]:
    """Name and phone of the one person to turn to: as written, else the coordinator (C16)."""
    name, phone = draft.contact_name.strip(), draft.contact_phone.strip()
    if owner is None or (name and name != owner.coordinator):
        return name, phone
    return owner.coordinator, phone or owner.phone


def problems(facts: PlanFacts) -> tuple[Problem, ...]:
    """What stands in the way of printing a plan, and what is only told. Each says where."""
    return (
        *check(facts.plan.draft, facts.plan.started_on),
        *_who(facts),
        *_goals(facts),
        *_measures(facts),
        *_days(facts),
        *_legal(facts),
    )


def _who(facts: PlanFacts) -> Iterator[Problem]:
    draft = facts.plan.draft
    if facts.owner is None or not facts.owner.coordinator.strip():
        yield Problem("coordinator", "plan_without_coordinator", "SD-02")
    name, phone = contact(draft, facts.owner)
    if not name:
        yield Problem("contact_name", "plan_contact_missing", "DOC-09")
    if not phone:
        yield Problem("contact_phone", "plan_contact_phone_missing", "DOC-09")
    if not draft.backup_name.strip():
        yield Problem("backup_name", "plan_backup_missing", "DOC-09")


def _goals(facts: PlanFacts) -> Iterator[Problem]:
    working = [each for each in facts.goals if each.state is GoalState.IN_PROGRESS]
    if not working:
        yield Problem("goals", "plan_without_goal", "DOC-09")
    hung = {each.draft.goal for each in facts.measures}
    for number, goal in enumerate(facts.goals, start=1):
        if goal.state is not GoalState.IN_PROGRESS:
            continue
        where: dict[str, object] = {"number": number, "goal": goal.id}
        if goal.draft.need is None:
            yield Problem("goals", "plan_goal_without_need", "D18", facts=where)
        if goal.id not in hung:
            yield Problem("goals", "plan_goal_without_measure", "D18", facts=where)


def _measures(facts: PlanFacts) -> Iterator[Problem]:
    for number, measure in enumerate(facts.measures, start=1):
        if measure.state.ended:
            continue
        draft = measure.draft
        where: dict[str, object] = {"number": number, "measure": measure.id}
        if draft.goal is None and measure.condition is None:
            yield Problem("measures", "plan_measure_without_goal", "D18", facts=where)
        elif draft.goal is None:
            code = "plan_condition_without_goal"
            yield Problem("measures", code, "D18", blocks=False, facts=where)
        if not draft.has_owner:
            yield Problem("measures", "plan_measure_without_owner", "DOC-09", facts=where)
        same = facts.owner is not None and draft.unit == facts.owner.unit
        if same and draft.vedtak.strip():
            yield Problem("measures", "plan_unit_orders_of_itself", "D3", blocks=False, facts=where)


def _days(facts: PlanFacts) -> Iterator[Problem]:
    day = facts.plan.draft.evaluation_on
    if day is None:
        yield Problem("evaluation_on", "plan_evaluation_missing", "D4")
    elif facts.plan.started_on <= day < facts.today:
        yield Problem("evaluation_on", "plan_evaluation_passed", "D4", remedy=facts.today)


def _legal(facts: PlanFacts) -> Iterator[Problem]:
    kept = [each for each in facts.measures if each.state is not MeasureState.NOT_DONE]
    vedtak = facts.granted or any(each.draft.vedtak.strip() for each in kept)
    from_here = HelpLevel.SUPPORT_AND_SERVICES
    if facts.level is not None and facts.level >= from_here and not vedtak:
        where: dict[str, object] = {"level": int(facts.level)}
        yield Problem("measures", "plan_level_needs_vedtak", "SD-01", facts=where)
    if facts.plan.kind is PlanKind.INDIVIDUAL_PLAN and not facts.consented:
        yield Problem("consent", "individual_plan_without_consent", "DOC-08")


def check_evaluation(
    plan: Plan,
    draft: EvaluationDraft,
    goals: tuple[Goal, ...],
    measures: tuple[Measure, ...],
    today: date,
) -> tuple[Problem, ...]:
    """What is wrong with an evaluation, beside its fields (D4)."""
    return (
        *_evaluated_on(plan, draft, today),
        *_outcomes(draft, goals, measures),
    )


def _evaluated_on(plan: Plan, draft: EvaluationDraft, today: date) -> Iterator[Problem]:
    if draft.evaluated_on > today:
        yield Problem("evaluated_on", "day_in_future", remedy=today)
    elif draft.evaluated_on < plan.started_on:
        yield Problem("evaluated_on", "evaluation_before_start", "D4", remedy=plan.started_on)
    if not draft.words.strip():
        yield Problem("words", "evaluation_words_missing", "D4")
    if draft.next_on is None:
        yield Problem("next_on", "plan_evaluation_missing", "D4")
    elif draft.next_on <= max(draft.evaluated_on, today):
        yield Problem("next_on", "next_evaluation_not_later", "D4")


def _outcomes(
    draft: EvaluationDraft, goals: tuple[Goal, ...], measures: tuple[Measure, ...]
) -> Iterator[Problem]:
    known = {each.id: each for each in goals}
    for number, outcome in enumerate(draft.goals, start=1):
        where: dict[str, object] = {"number": number, "goal": outcome.goal}
        goal = known.get(outcome.goal)
        if goal is None:
            yield Problem("goals", "goal_of_another", "D18", facts=where)
        elif outcome.state is not goal.state and not goal_may(goal.state, outcome.state):
            yield Problem("goals", "evaluated_goal_cannot_move", facts=where)
        elif goal_needs_reason(outcome.state) and not outcome.reason.strip():
            yield Problem("goals", "evaluated_goal_without_reason", facts=where)
    own = {each.id for each in measures}
    for outcome_of in draft.measures:
        if outcome_of.measure not in own:
            yield Problem("measures", "measure_of_another", facts={"measure": outcome_of.measure})
