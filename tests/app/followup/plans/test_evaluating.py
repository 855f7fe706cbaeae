"""Going through the plan together (D4, AL-15)."""

from datetime import timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid
from app.core.ids import GoalId
from app.followup.model import LifeArea, MeasureResult
from app.followup.owners.model import OwnerDraft
from app.followup.plans.model import (
    EvaluationDraft,
    GoalDraft,
    GoalOutcome,
    GoalState,
    HandOn,
    MeasureOutcome,
)
from app.office import Office
from tests.app.followup.plans.desk import PlanDesk
from tests.factories import registered_person


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    """Kari at level 2, her plan just begun."""
    return PlanDesk(office)


def _refused(desk: PlanDesk, draft: EvaluationDraft) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        desk.plans.evaluate(desk.plan, draft)
    return [(each.field, each.code) for each in caught.value.problems]


def test_d4_one_act_says_how_all_of_it_goes(desk: PlanDesk) -> None:
    goal, measure = desk.agreed()
    events = len(desk.office.history.latest())
    outcome = GoalOutcome(goal, GoalState.PARTLY_REACHED, "Mangler strømmen")
    found = MeasureOutcome(measure, MeasureResult.HELPED_PARTLY, "Trekket kom sent")
    draft = desk.evaluation(own_words="Bedre nå", goals=(outcome,), measures=(found,))
    desk.plans.evaluate(desk.plan, draft)
    assert len(desk.office.history.latest()) == events + 1
    (known,) = desk.plans.evaluations(desk.plan)
    assert (known.words, known.own_words, known.next_on) == (
        "Det går bedre",
        "Bedre nå",
        draft.next_on,
    )
    assert [(each.goal, each.state, each.reason) for each in known.goals] == [
        (goal, GoalState.PARTLY_REACHED, "Mangler strømmen")
    ]
    assert [(each.measure, each.result) for each in known.measures] == [
        (measure, MeasureResult.HELPED_PARTLY)
    ]
    assert desk.known.draft.evaluation_on == draft.next_on
    assert desk.plans.goal(goal).state is GoalState.PARTLY_REACHED
    desk.office.history.undo()
    assert desk.plans.evaluations(desk.plan) == ()
    assert desk.plans.goal(goal).state is GoalState.IN_PROGRESS


def test_d4_what_was_seen_and_when_next_are_asked_for(desk: PlanDesk) -> None:
    desk.agreed()
    nothing = EvaluationDraft(desk.today)
    assert _refused(desk, nothing) == [
        ("words", "evaluation_words_missing"),
        ("next_on", "plan_evaluation_missing"),
    ]
    same_day = desk.evaluation(next_on=desk.today)
    assert _refused(desk, same_day) == [("next_on", "next_evaluation_not_later")]


def test_d4_neither_before_the_plan_nor_in_the_future(desk: PlanDesk) -> None:
    desk.agreed()
    before = desk.evaluation(evaluated_on=desk.today - timedelta(days=1))
    assert _refused(desk, before) == [("evaluated_on", "evaluation_before_start")]
    after = desk.evaluation(evaluated_on=desk.today + timedelta(days=1))
    assert _refused(desk, after) == [("evaluated_on", "day_in_future")]


def test_outcomes_are_of_the_persons_own_goals_and_measures(desk: PlanDesk) -> None:
    desk.agreed()
    other = registered_person(desk.office, given_name="Ola", national_id="")
    theirs = desk.plans.add_goal(other, GoalDraft(LifeArea.HOME, "Varmt"), "Kaldt")
    wrong = desk.evaluation(
        goals=(GoalOutcome(theirs, GoalState.REACHED), GoalOutcome(GoalId(999), GoalState.REACHED)),
        measures=(MeasureOutcome(999, MeasureResult.HELPED),),
    )
    assert _refused(desk, wrong) == [
        ("goals", "goal_of_another"),
        ("goals", "goal_of_another"),
        ("measures", "measure_of_another"),
    ]


def test_why_a_goal_was_not_reached(desk: PlanDesk) -> None:
    goal, _measure = desk.agreed()
    wrong = desk.evaluation(goals=(GoalOutcome(goal, GoalState.NOT_REACHED),))
    assert _refused(desk, wrong) == [("goals", "evaluated_goal_without_reason")]


def test_a_goal_as_it_was_needs_no_reason_and_is_told_again(desk: PlanDesk) -> None:
    goal, _measure = desk.agreed()
    desk.plans.evaluate(
        desk.plan, desk.evaluation(goals=(GoalOutcome(goal, GoalState.IN_PROGRESS),))
    )
    assert desk.plans.goal(goal).state is GoalState.IN_PROGRESS
    (known,) = desk.plans.evaluations(desk.plan)
    assert known.goals[0].state is GoalState.IN_PROGRESS


def test_what_was_found_yesterday_of_a_goal_from_today(desk: PlanDesk, clock: FixedClock) -> None:
    clock.at += timedelta(days=10)
    goal, _measure = desk.agreed()
    today = desk.office.clock.today()
    draft = desk.evaluation(
        evaluated_on=today - timedelta(days=1),
        next_on=today + timedelta(days=1),
        goals=(GoalOutcome(goal, GoalState.REACHED),),
    )
    desk.plans.evaluate(desk.plan, draft)
    assert desk.plans.goal(goal).state is GoalState.REACHED
    assert desk.plans.goals(desk.person, today - timedelta(days=1)) == ()


def test_d7_the_case_is_handed_on_in_the_same_act(desk: PlanDesk) -> None:
    desk.agreed()
    nav = next(unit for unit in desk.office.service_units.open() if unit.code == "nav")
    given = HandOn(OwnerDraft(nav.id, "Mona Lie", "62 00 00 00"))
    assert _refused(desk, desk.evaluation(hand_on=given)), "why is asked for"
    given = HandOn(given.owner, "Det er penger det gjelder")
    events = len(desk.office.history.latest())
    desk.plans.evaluate(desk.plan, desk.evaluation(hand_on=given))
    assert len(desk.office.history.latest()) == events + 1
    owner = desk.office.owners.of(desk.person)
    assert owner is not None
    assert owner.coordinator == "Mona Lie"
    assert desk.plans.editions(desk.plan)[0].content.coordinator == "Siri Testmo"


def test_a_plan_that_is_over_is_not_evaluated(desk: PlanDesk) -> None:
    desk.agreed()
    desk.plans.end(desk.plan, "Flyttet")
    with pytest.raises(Conflict):
        desk.plans.evaluate(desk.plan, desk.evaluation())
