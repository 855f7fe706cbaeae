"""A plan from begun to over: one at a time, every edition readable for ever."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, NotFound, OfficeError
from app.core.ids import PersonId, PlanId, Ref
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureResult
from app.followup.owners.model import OwnerDraft
from app.followup.plans.model import (
    GoalDraft,
    GoalOutcome,
    GoalState,
    MeasureOutcome,
    NeedDraft,
    PlanDraft,
    PlanKind,
    PlanState,
)
from app.office import Office
from tests.app.followup.plans.desk import PlanDesk
from tests.app.leases.desk import LeaseDesk
from tests.factories import a_profile, registered_person


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    """Kari at level 2, her plan just begun."""
    return PlanDesk(office)


def test_c16_a_new_plan_knows_whom_to_ring_and_when_to_look_again(desk: PlanDesk) -> None:
    """One name, one phone, a backup: filled in before anything is typed (P9)."""
    draft = desk.known.draft
    profile = a_profile()
    assert (draft.contact_name, draft.contact_phone) == ("Siri Testmo", profile.phone)
    assert (draft.backup_name, draft.backup_phone) == (profile.name, profile.phone)
    assert draft.evaluation_on == desk.today + timedelta(days=90)
    assert (desk.known.state, desk.known.kind) == (PlanState.DRAFT, PlanKind.MALPLAN)


def test_a_plan_for_one_who_is_not_in_the_register(office: Office) -> None:
    nobody = PersonId(999)
    for act in (
        lambda: office.plans.begin(nobody),
        lambda: office.plans.add_need(nobody, NeedDraft(LifeArea.HOME, "Kaldt")),
        lambda: office.plans.add_goal(nobody, GoalDraft(LifeArea.HOME, "Varmt"), "Kaldt"),
    ):
        with pytest.raises(NotFound) as caught:
            act()
        assert caught.value.code == "person_not_found"
    with pytest.raises(NotFound):
        office.plans.get(PlanId(999))


def test_only_one_runs_at_a_time(desk: PlanDesk) -> None:
    with pytest.raises(Conflict) as caught:
        desk.plans.begin(desk.person)
    assert caught.value.code == "plan_runs"
    desk.plans.end(desk.plan, "Flytter til en annen kommune")
    second = desk.plans.begin(desk.person)
    assert [each.id for each in desk.plans.all(desk.person)] == [second, desk.plan]
    with pytest.raises(Conflict):
        desk.plans.begin_again(desk.plan)


def test_it_is_offered_agreed_and_completed(desk: PlanDesk) -> None:
    desk.ready()
    with pytest.raises(OfficeError):
        desk.plans.agree(desk.plan)
    assert desk.plans.offer(desk.plan) == 1
    assert desk.state() is PlanState.OFFERED
    desk.plans.agree(desk.plan)
    desk.plans.end(desk.plan, "", completed=True)
    assert desk.state() is PlanState.COMPLETED
    assert desk.plans.of(desk.person) is None
    with pytest.raises(Conflict) as caught:
        desk.plans.change(desk.plan, PlanDraft())
    assert caught.value.code == "plan_is_over"


def test_one_who_does_not_want_it_may_want_it_later(desk: PlanDesk) -> None:
    desk.ready()
    desk.plans.offer(desk.plan)
    desk.plans.decline(desk.plan)
    assert desk.state() is PlanState.DECLINED
    desk.plans.begin_again(desk.plan)
    assert desk.state() is PlanState.DRAFT
    assert desk.plans.offer(desk.plan) == 2


def test_why_it_ended_is_said(desk: PlanDesk) -> None:
    with pytest.raises(Invalid):
        desk.plans.end(desk.plan, " ")
    desk.plans.end(desk.plan, "Vil ikke ha plan nå")
    assert (desk.known.state, desk.known.reason) == (PlanState.ENDED, "Vil ikke ha plan nå")
    desk.office.history.undo()
    assert desk.state() is PlanState.DRAFT


def test_undo_takes_back_the_last_act(desk: PlanDesk) -> None:
    changed = replace(desk.known.draft, next_step="Egen leid leilighet")
    desk.plans.change(desk.plan, changed)
    desk.office.history.undo()
    assert desk.known.draft.next_step == ""
    desk.office.history.undo()
    assert desk.plans.of(desk.person) is None


def test_d7_an_old_edition_reads_as_it_was_printed(desk: PlanDesk) -> None:
    goal, measure = desk.ready()
    desk.plans.offer(desk.plan)
    first = desk.plans.editions(desk.plan)[0]
    desk.plans.change_goal(goal, replace(desk.plans.goal(goal).draft, words="Jeg vil spare"))
    desk.office.followup.not_done(measure, "Trenger det ikke")
    desk.measure(goal, words="Budsjett hver måned")
    desk.plans.offer(desk.plan)
    kept = desk.plans.editions(desk.plan)
    assert kept[0] == first
    assert [each.number for each in kept] == [1, 2]
    assert kept[1].content.goals[0].words == "Jeg vil spare"
    assert desk.known.edition == 2


def test_d7_handing_the_case_over_keeps_the_old_plan_readable(desk: PlanDesk) -> None:
    desk.agreed()
    before = desk.plans.editions(desk.plan)
    nav = next(unit for unit in desk.office.service_units.open() if unit.code == "nav")
    desk.office.owners.hand_over(
        desk.person, OwnerDraft(nav.id, "Mona Lie", "62 00 00 00"), desk.today, "Naturlig enhet"
    )
    assert desk.plans.editions(desk.plan) == before
    assert before[0].content.coordinator == "Siri Testmo"
    now = desk.plans.content(desk.plan)
    assert (now.unit, now.coordinator) == ("Nav", "Mona Lie")


def test_an_agreed_plan_stays_agreed_when_it_is_printed_anew(desk: PlanDesk) -> None:
    desk.agreed()
    content = desk.plans.content(desk.plan)
    with desk.office.unit("plan.offered", Ref("person", desk.person)) as unit:
        assert desk.plans.keep_edition(unit, desk.plan, content, None) == 2
    assert desk.state() is PlanState.ACTIVE


def test_it_may_be_agreed_as_it_is_printed(desk: PlanDesk) -> None:
    desk.ready()
    content = desk.plans.content(desk.plan)
    with desk.office.unit("plan.agreed", Ref("person", desk.person)) as unit:
        desk.plans.keep_edition(unit, desk.plan, content, None, agreed=True)
    assert desk.state() is PlanState.ACTIVE


def test_nothing_is_printed_while_something_is_missing(desk: PlanDesk) -> None:
    with pytest.raises(Invalid) as caught:
        desk.plans.offer(desk.plan)
    assert [each.code for each in caught.value.problems] == ["plan_without_goal"]
    assert desk.plans.editions(desk.plan) == ()
    assert desk.state() is PlanState.DRAFT


def test_e4_an_individual_plan_needs_consent_and_keeps_what_was(desk: PlanDesk) -> None:
    """DOC-08: never without consent; the målplan and its editions stay (E4)."""
    desk.agreed()
    with pytest.raises(Invalid) as caught, desk.office.unit("plan.grown") as unit:
        desk.plans.grow(unit, desk.plan)
    assert caught.value.problems[0].code == "individual_plan_without_consent"
    yesterday = desk.known
    desk.consent()
    with desk.office.unit("plan.grown", Ref("person", desk.person)) as unit:
        desk.plans.grow(unit, desk.plan)
    assert desk.kind() is PlanKind.INDIVIDUAL_PLAN
    assert desk.known == replace(yesterday, kind=PlanKind.INDIVIDUAL_PLAN)
    assert desk.plans.editions(desk.plan)[0].content.kind is PlanKind.MALPLAN
    with pytest.raises(Conflict), desk.office.unit("plan.grown") as unit:
        desk.plans.grow(unit, desk.plan)
    desk.office.history.undo()
    assert desk.kind() is PlanKind.MALPLAN


def test_e4_one_can_not_begin_an_individual_plan_without_consent(office: Office) -> None:
    person = registered_person(office)
    with pytest.raises(Invalid):
        office.plans.begin(person, PlanKind.INDIVIDUAL_PLAN)
    assert office.plans.of(person) is None


def test_a_consent_that_is_over_stops_the_next_edition(desk: PlanDesk, clock: FixedClock) -> None:
    desk.ready()
    desk.consent()
    with desk.office.unit("plan.grown", Ref("person", desk.person)) as unit:
        desk.plans.grow(unit, desk.plan)
    clock.at = datetime.fromisoformat("2028-01-03T10:00:00+01:00")
    assert "individual_plan_without_consent" in desk.codes()


def test_conditions_of_the_vedtak_stand_in_the_plan_already(office: Office) -> None:
    """FV-18, D2: what was promised in the lease needs no typing (P8)."""
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, office.clock.today())
    plan = office.plans.begin(desk.person)
    content = office.plans.content(plan)
    assert [each.words for each in content.loose] == [
        "Bare du og barna kan bo fast i boligen",
        "Vi møtes etter 18 måneder",
    ]
    assert {each.when for each in content.loose} == {"så lenge du leier"}
    told = [each for each in office.plans.problems(plan) if each.field == "measures"]
    assert {each.code for each in told} == {"plan_condition_without_goal"}
    assert not any(each.blocks for each in told)


def test_two_records_of_one_person(office: Office) -> None:
    """The newest plan goes on; the other can be read and ended."""
    one = PlanDesk(office)
    other = registered_person(office, given_name="Kari M.", national_id="")
    office.levels.set(other, HelpLevel.ADVICE, "Kom på nytt")
    second = office.plans.begin(other)
    office.plans.add_goal(other, GoalDraft(LifeArea.HOME, "Jeg vil bo tryggere"), "Uro i huset")
    office.people.join(one.person, other)
    running = office.plans.of(one.person)
    assert running is not None
    assert running.id == second
    assert {each.id for each in office.plans.all(one.person)} == {one.plan, second}
    assert len(office.plans.goals(one.person)) == 1
    assert [row.plan for row in office.plans.rows()] == [second]
    assert [each.code for each in office.plans.problems(one.plan)][-1] == "plan_newer_runs"
    office.plans.end(one.plan, "Samme person")
    assert office.plans.get(one.plan).state is PlanState.ENDED


def test_from_begun_to_completed(desk: PlanDesk, clock: FixedClock) -> None:
    """D4: planned, done, looked at together, and over when the goal is reached."""
    goal, measure = desk.agreed()
    clock.at = datetime.fromisoformat("2027-02-21T10:00:00+01:00")
    later = desk.office.clock.today()
    desk.office.followup.done(measure)
    desk.plans.evaluate(
        desk.plan,
        desk.evaluation(
            evaluated_on=later,
            next_on=date(2027, 5, 20),
            own_words="Jeg sover om natta",
            goals=(GoalOutcome(goal, GoalState.REACHED),),
            measures=(MeasureOutcome(measure, MeasureResult.HELPED, "Ingen purringer"),),
        ),
    )
    reached = [each for each in desk.plans.goals(desk.person) if each.state is GoalState.REACHED]
    assert [(each.id, each.since) for each in reached] == [(goal, later)]
    content = desk.plans.content(desk.plan)
    assert content.goals[0].state is GoalState.REACHED
    assert content.goals[0].measures[0].result == "hjalp: Ingen purringer"
    desk.plans.end(desk.plan, "Klarer seg selv", completed=True)
    assert desk.plans.rows() == ()
    assert [row.plan for row in desk.plans.rows(desk.today)] == [desk.plan]
