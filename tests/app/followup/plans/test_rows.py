"""The running plans of all, as lists, alerts and counts need them: one statement, any day."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.ids import PersonId
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft, MeasureState
from app.followup.plans.model import GoalDraft, PlanDays, PlanState
from app.office import Office
from tests.app.followup.plans.desk import PlanDesk
from tests.factories import registered_person


def test_what_stands_in_a_row(office: Office) -> None:
    desk = PlanDesk(office)
    desk.ready()
    (row,) = office.plans.rows()
    assert (row.plan, row.person, row.state) == (desk.plan, desk.person, PlanState.DRAFT)
    assert row.evaluation_on == desk.known.draft.evaluation_on
    assert row.edition == 0
    assert office.plans.rows(desk.today - timedelta(days=1)) == ()


def test_what_waits_is_counted_as_the_measures_themselves_say(office: Office) -> None:
    """The list and the person's own page never differ."""
    desk = PlanDesk(office)
    yesterday = desk.today - timedelta(days=1)
    goal, first = desk.ready(due_on=yesterday, evaluate_on=desk.today)
    desk.measure(goal, words="Budsjett", due_on=desk.today)
    done = desk.measure(goal, words="Strøm", due_on=yesterday)
    office.followup.done(done)
    given_up = desk.measure(goal, words="Kurs", evaluate_on=desk.today)
    office.followup.not_done(given_up, "Fylt opp")
    measures = office.followup.measures(desk.person)
    (waits,) = office.followup.due()
    assert [each.id for each in measures if each.late(desk.today)] == [first]
    assert [each.id for each in measures if each.to_evaluate(desk.today)] == [first]
    assert (waits.person, waits.late, waits.to_evaluate) == (desk.person, 1, 1)
    assert (waits.late_since, waits.evaluate_since) == (yesterday, desk.today)


_STEPS = st.lists(
    st.sampled_from(["begin", "offer", "agree", "decline", "end", "complete", "again", "wait"]),
    max_size=14,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(_STEPS)
def test_over_random_histories_one_plan_runs_and_none_is_lost(
    office: Office, clock: FixedClock, steps: list[str]
) -> None:
    """D7: whatever is done, every plan and edition can be read, as it stood on its day."""
    person = registered_person(office, national_id="")
    office.levels.set(person, HelpLevel.SUPPORT, "Vil ha hjelp")
    goal = office.plans.add_goal(person, GoalDraft(LifeArea.HOME, "Ro"), "Uro")
    office.followup.plan_measure(person, MeasureDraft("Besøk", "Ane", goal=goal))
    seen: dict[date, tuple[object, ...]] = {}
    editions = 0
    for step in steps:
        editions += _take(office, clock, person, step)
        seen[office.clock.today()] = _state(office, person, office.clock.today())
        plans = office.plans.all(person)
        running = [each for each in plans if not each.state.over]
        assert len(running) <= 1
        assert office.plans.of(person) == (running[0] if running else None)
        assert sum(each.edition for each in plans) == editions
        for plan in plans:
            numbers = [each.number for each in office.plans.editions(plan.id)]
            assert numbers == list(range(1, plan.edition + 1))
    for day, before in seen.items():
        assert _state(office, person, day) == before


def _state(office: Office, person: PersonId, day: date) -> tuple[object, ...]:
    rows = tuple(row for row in office.plans.rows(day) if row.person == person)
    known = {row.person: PlanDays(row.started_on, row.evaluation_on) for row in rows}
    assert _watched(office, person, day).items() <= known.items()
    far = day + timedelta(days=400)  # the day to go through each of them is past
    ahead = (row for row in office.plans.rows(far) if row.person == person)
    late = {row.person: PlanDays(row.started_on, row.evaluation_on) for row in ahead}
    assert _watched(office, person, far) == late
    return *rows, *office.plans.goals(person, day)


def _watched(office: Office, person: PersonId, day: date) -> dict[PersonId, PlanDays]:
    known = office.plans.watched(day)
    return {row.person: row.plan for row in known if row.plan and row.person == person}


def _take(office: Office, clock: FixedClock, person: int, step: str) -> int:
    """Do it where it may be done; gives how many editions that made."""
    plans = office.plans
    known = plans.all(person)  # type: ignore[arg-type]  # a person of the test
    now = known[0] if known else None
    state = now.state if now else None
    if step == "wait":
        clock.at += timedelta(days=1)
    elif step == "begin" and (now is None or now.state.over):
        plans.begin(person)  # type: ignore[arg-type]  # a person of the test
    elif now is None:
        return 0
    elif step == "offer" and state is PlanState.DRAFT:
        plans.offer(now.id)
        return 1
    elif step == "agree" and state is PlanState.OFFERED:
        plans.agree(now.id)
    elif step == "decline" and state is PlanState.OFFERED:
        plans.decline(now.id)
    elif step == "end" and not now.state.over:
        plans.end(now.id, "Flyttet")
    elif step == "complete" and state is PlanState.ACTIVE:
        plans.end(now.id, "", completed=True)
    elif step == "again" and (now.state.over or state is PlanState.DECLINED):
        plans.begin_again(now.id)
    return 0


def test_the_state_of_a_measure_on_a_day(office: Office, clock: FixedClock) -> None:
    desk = PlanDesk(office)
    _goal, measure = desk.ready(due_on=desk.today)
    clock.at += timedelta(days=2)
    office.followup.set_state(measure, MeasureState.DONE)
    then = office.clock.today() - timedelta(days=1)
    assert [each.late for each in office.followup.due(then)] == [1]
    assert office.followup.due() == ()
