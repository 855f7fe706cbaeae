"""What stands in the way of printing a plan, each told where it stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.applications.model import ApplicationDraft
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import GoalId
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft
from app.followup.owners.model import OwnerDraft
from app.followup.plans import rules
from app.followup.plans.model import GoalDraft, GoalState, NeedDraft, PlanDraft, PlanState
from app.office import Office
from tests.app.decisions.desk import a_grant
from tests.app.followup.plans.desk import PlanDesk
from tests.factories import registered_person


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    """Kari at level 2, her plan just begun."""
    return PlanDesk(office)


def _told(desk: PlanDesk, code: str) -> Problem:
    (found,) = [each for each in desk.plans.problems(desk.plan) if each.code == code]
    return found


def _change(desk: PlanDesk, **facts: object) -> None:
    draft = replace(desk.known.draft, **facts)  # type: ignore[arg-type]  # the draft's own fields
    desk.plans.change(desk.plan, draft)


def test_a_plan_that_lacks_nothing(desk: PlanDesk) -> None:
    desk.ready()
    assert desk.plans.problems(desk.plan) == ()


def test_c7_a_plan_has_exactly_one_coordinator(office: Office) -> None:
    person = registered_person(office)
    plan = office.plans.begin(person)
    assert "plan_without_coordinator" in {each.code for each in office.plans.problems(plan)}
    office.levels.set(person, HelpLevel.SUPPORT, "Vil ha hjelp")
    assert {each.code for each in office.plans.problems(plan)} == {"plan_without_goal"}
    assert office.plans.content(plan).coordinator == "Siri Testmo"


def test_c16_one_name_one_phone_and_a_backup(desk: PlanDesk) -> None:
    desk.ready()
    _change(desk, contact_name="Ane Sørlien", contact_phone="", backup_name="")
    assert desk.codes() == ["plan_contact_phone_missing", "plan_backup_missing"]
    assert _told(desk, "plan_backup_missing").field == "backup_name"
    _change(desk, contact_name="", contact_phone="", backup_name="Vakttelefonen")
    assert desk.codes() == [], "the coordinator is the contact where nobody else is"
    assert desk.plans.content(desk.plan).draft.contact_name == "Siri Testmo"


def test_c16_the_phone_of_a_coordinator_is_not_that_of_another(desk: PlanDesk) -> None:
    _change(desk, contact_name="Ane Sørlien", contact_phone="")
    assert desk.plans.content(desk.plan).draft.contact_phone == ""


def test_d3_the_unit_that_has_the_case_does_not_order_of_itself_unseen(desk: PlanDesk) -> None:
    ours = desk.office.service_units.ours().id
    _goal, measure = desk.ready(unit=ours, vedtak="2026/1033")
    found = _told(desk, "plan_unit_orders_of_itself")
    assert not found.blocks
    assert found.facts["measure"] == measure


@pytest.mark.parametrize(
    ("day", "code"),
    [(None, "plan_evaluation_missing"), (date(2026, 11, 23), "plan_evaluation_passed")],
)
def test_d4_a_plan_says_when_it_is_looked_at_again(
    desk: PlanDesk, day: date | None, code: str
) -> None:
    desk.ready()
    _change(desk, evaluation_on=day)
    plan = desk.known
    facts = rules.PlanFacts(
        plan,
        desk.plans.goals(desk.person),
        desk.office.followup.measures(desk.person),
        OwnerDraft(desk.office.service_units.ours().id, "Siri Testmo", "55 55 33 39"),
        HelpLevel.SUPPORT,
        consented=False,
        granted=False,
        today=desk.today + timedelta(days=1),
    )
    (found,) = rules.problems(facts)
    assert (found.field, found.code) == ("evaluation_on", code)


def test_d4_no_evaluation_before_the_start(desk: PlanDesk) -> None:
    with pytest.raises(Invalid) as caught:
        _change(desk, evaluation_on=desk.today - timedelta(days=1))
    assert [(each.field, each.code) for each in caught.value.problems] == [
        ("evaluation_on", "evaluation_before_start")
    ]


def test_d6_level_2_accepts_measures_with_and_without_vedtak(desk: PlanDesk) -> None:
    goal, _measure = desk.ready()
    desk.measure(goal, words="Rådgivning", vedtak="2026/1033")
    assert desk.codes() == []


@pytest.mark.parametrize("level", [HelpLevel.SUPPORT_AND_SERVICES, HelpLevel.LASTING_SERVICES])
def test_d6_levels_3_and_4_rest_on_a_vedtak(office: Office, level: HelpLevel) -> None:
    desk = PlanDesk(office, level)
    goal, _measure = desk.ready()
    assert desk.codes() == ["plan_level_needs_vedtak"]
    assert _told(desk, "plan_level_needs_vedtak").facts["level"] == int(level)
    service = desk.measure(goal, words="Hjemmesykepleie", vedtak="2026/1033")
    assert desk.codes() == []
    office.followup.not_done(service, "Klarer seg uten")
    assert desk.codes() == ["plan_level_needs_vedtak"], "what is given up carries nothing"


def test_d6_the_vedtak_that_granted_the_home_carries_level_3_too(desk: PlanDesk) -> None:
    office = desk.office
    desk.ready()
    application = office.applications.register(
        ApplicationDraft(applicant=desk.person, received_on=date(2026, 11, 2), bedrooms=2)
    )
    office.levels.set(desk.person, HelpLevel.SUPPORT_AND_SERVICES, "Trenger mer hjelp")
    assert desk.codes() == ["plan_level_needs_vedtak"]
    vedtak = office.decisions.draft(application)
    office.decisions.save_draft(vedtak, a_grant())
    assert desk.codes() == ["plan_level_needs_vedtak"], "a draft grants nothing"
    office.decisions.issue(vedtak)
    assert desk.codes() == []


def test_d18_each_goal_hangs_on_a_need(desk: PlanDesk) -> None:
    bare = GoalDraft(LifeArea.HOME, "Jeg vil bo alene")
    with pytest.raises(Invalid) as caught:
        desk.plans.add_goal(desk.person, bare)
    assert [(each.field, each.code) for each in caught.value.problems] == [
        ("need", "goal_without_need")
    ]
    goal = desk.plans.add_goal(desk.person, bare, "Deler rom med to andre")
    (need,) = desk.plans.needs(desk.person)
    assert desk.plans.goal(goal).draft.need == need.id
    assert (need.draft.area, need.draft.words) == (LifeArea.HOME, "Deler rom med to andre")


def test_d18_not_on_the_need_of_another(desk: PlanDesk) -> None:
    other = registered_person(desk.office, given_name="Ola", national_id="")
    need = desk.plans.add_need(other, NeedDraft(LifeArea.HOME, "Kaldt"))
    with pytest.raises(Invalid) as caught:
        desk.plans.add_goal(desk.person, GoalDraft(LifeArea.HOME, "Varmt", need))
    assert caught.value.problems[0].code == "need_of_another"


def test_d18_each_measure_hangs_on_a_goal(desk: PlanDesk) -> None:
    goal = desk.goal()
    loose = desk.measure(None)
    assert desk.codes() == ["plan_goal_without_measure", "plan_measure_without_goal"]
    assert _told(desk, "plan_goal_without_measure").facts == {"number": 1, "goal": goal}
    assert _told(desk, "plan_measure_without_goal").facts == {"number": 1, "measure": loose}
    known = desk.office.followup.get(loose)
    desk.office.followup.change(loose, replace(known.draft, goal=goal))
    assert desk.codes() == []


def test_d18_not_on_the_goal_of_another(desk: PlanDesk) -> None:
    other = registered_person(desk.office, given_name="Ola", national_id="")
    theirs = desk.plans.add_goal(other, GoalDraft(LifeArea.HOME, "Varmt"), "Kaldt")
    for goal in (theirs, GoalId(999)):
        with pytest.raises(Invalid) as caught:
            desk.measure(goal)
        assert [(each.field, each.code) for each in caught.value.problems] == [
            ("goal", "goal_of_another")
        ]


def test_a_measure_without_an_owner_is_told_where_it_stands(desk: PlanDesk) -> None:
    goal = desk.goal()
    with pytest.raises(Invalid) as caught:
        desk.office.followup.plan_measure(desk.person, MeasureDraft("Noe", goal=goal))
    assert [(each.field, each.code) for each in caught.value.problems] == [
        ("responsible", "measure_responsible_missing")
    ]


def test_what_cannot_be_saved_in_a_plan(desk: PlanDesk) -> None:
    before = desk.today - timedelta(days=1)
    draft = PlanDraft(
        target_level=5,
        target_on=before,
        next_step_on=before,
        next_talk_on=before,
        next_talk_time="halv ti",
    )
    with pytest.raises(Invalid) as caught:
        desk.plans.change(desk.plan, draft)
    assert [each.field for each in caught.value.problems] == [
        "target_level",
        "target_on",
        "next_step_on",
        "next_talk_on",
        "next_talk_time",
    ]


@pytest.mark.parametrize("time", ["9.00", "10.30", "23.59", "00.05"])
def test_a_time_of_a_talk(time: str) -> None:
    assert rules.check(PlanDraft(next_talk_time=time), date(2026, 11, 23)) == ()


def test_how_a_goal_goes(desk: PlanDesk) -> None:
    goal = desk.goal()
    with pytest.raises(Invalid):
        desk.plans.set_goal(goal, GoalState.SET_ASIDE)
    desk.plans.set_goal(goal, GoalState.SET_ASIDE, "Vil vente til våren")
    with pytest.raises(OfficeError) as caught:
        desk.plans.set_goal(goal, GoalState.REACHED)
    assert caught.value.code == "goal_cannot_move"
    desk.plans.set_goal(goal, GoalState.IN_PROGRESS)
    desk.plans.set_goal(goal, GoalState.PARTLY_REACHED)
    desk.plans.set_goal(goal, GoalState.REACHED)
    assert desk.plans.goal(goal).state is GoalState.REACHED
    desk.office.history.undo()
    assert desk.plans.goal(goal).state is GoalState.PARTLY_REACHED


def test_a_goal_to_be_reached_in_the_past(desk: PlanDesk) -> None:
    draft = GoalDraft(LifeArea.HOME, "Ro", target_on=desk.today - timedelta(days=1))
    with pytest.raises(Invalid) as caught:
        desk.plans.add_goal(desk.person, draft, "Uro")
    assert caught.value.problems[0].code == "day_passed"


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        (PlanState.DRAFT, PlanState.OFFERED, True),
        (PlanState.DRAFT, PlanState.ACTIVE, False),
        (PlanState.OFFERED, PlanState.DECLINED, True),
        (PlanState.DECLINED, PlanState.ACTIVE, False),
        (PlanState.DECLINED, PlanState.DRAFT, True),
        (PlanState.ACTIVE, PlanState.DECLINED, False),
        (PlanState.ACTIVE, PlanState.ENDED, True),
        (PlanState.ENDED, PlanState.COMPLETED, False),
    ],
)
def test_which_way_a_plan_may_go(before: PlanState, after: PlanState, may: bool) -> None:
    assert rules.may(before, after) is may
