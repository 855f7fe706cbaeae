"""What is wrong in follow-up is told where it stands, and nothing of it is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.ids import PersonId
from app.followup.assessments.model import AssessmentDraft
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    ParticipantDraft,
)
from app.followup.levels.model import HelpLevel
from app.followup.model import LifeArea, MeasureDraft, MeasureResult
from app.followup.owners.model import OwnerDraft
from app.followup.plans.model import GoalDraft, PlanKind
from app.office import Office
from tests.app.followup.plans.desk import PlanDesk

NOBODY = PersonId(999)


def two_owners(desk: PlanDesk) -> None:
    unit = desk.office.service_units.ours().id
    both = OwnerDraft(unit, "Siri Testmo og Mona Lie", "55 55 33 33")
    desk.office.owners.hand_over(desk.person, both, desk.today, "Begge har ansvaret")


def nobody_owns(desk: PlanDesk) -> None:
    unit = desk.office.service_units.ours().id
    desk.office.owners.hand_over(desk.person, OwnerDraft(unit, " "), desk.today, "Grunn")


def two_coordinators(desk: PlanDesk) -> None:
    appointed = CoordinatorAnswer.APPOINTED
    offer = CoordinatorOffer(CoordinatorPost.COORDINATOR, appointed, desk.today, "Siri og Mona")
    desk.office.individual_plans.answer_coordinator(desk.person, offer)


def two_coordinators_in_the_plan(desk: PlanDesk) -> None:
    desk.office.individual_plans.want(desk.person, desk.today, desk.today + timedelta(days=365))
    desk.office.individual_plans.add_participant(
        desk.person, ParticipantDraft("Mona Lie", "koordinator")
    )


def a_goal_without_a_need(desk: PlanDesk) -> None:
    desk.plans.add_goal(desk.person, GoalDraft(LifeArea.HOME, "Jeg vil bli boende"))


def a_measure_without_an_owner(desk: PlanDesk) -> None:
    desk.office.followup.plan_measure(desk.person, MeasureDraft("Besøk", " ", goal=desk.goal()))


def a_measure_looked_at_before_it_began(desk: PlanDesk) -> None:
    measure = desk.measure(desk.goal(), starts_on=desk.today)
    day = desk.today - timedelta(days=1)
    desk.office.followup.evaluate(measure, MeasureResult.HELPED, "Bra", day)


def an_evaluation_before_the_start(desk: PlanDesk) -> None:
    early = desk.evaluation(evaluated_on=desk.today - timedelta(days=1))
    desk.plans.evaluate(desk.plan, early)


def a_day_of_evaluation_before_the_start(desk: PlanDesk) -> None:
    draft = desk.known.draft
    desk.plans.change(desk.plan, replace(draft, evaluation_on=desk.today - timedelta(days=1)))


def an_individual_plan_without_consent(desk: PlanDesk) -> None:
    desk.plans.end(desk.plan, "Ny plan")
    desk.plans.begin(desk.person, PlanKind.INDIVIDUAL_PLAN)


@pytest.mark.parametrize(
    ("act", "field", "code"),
    [
        (two_owners, "coordinator", "owner_one_coordinator"),
        (nobody_owns, "coordinator", "owner_coordinator_missing"),
        (two_coordinators, "name", "coordinator_only_one"),
        (two_coordinators_in_the_plan, "capacity", "ip_two_coordinators"),
        (a_goal_without_a_need, "need", "goal_without_need"),
        (a_measure_without_an_owner, "responsible", "measure_responsible_missing"),
        (a_measure_looked_at_before_it_began, "evaluated_on", "evaluation_before_start"),
        (an_evaluation_before_the_start, "evaluated_on", "evaluation_before_start"),
        (a_day_of_evaluation_before_the_start, "evaluation_on", "evaluation_before_start"),
        (an_individual_plan_without_consent, "consent", "individual_plan_without_consent"),
    ],
)
def test_it_is_told_beside_the_field(
    office: Office, act: Callable[[PlanDesk], None], field: str, code: str
) -> None:
    desk = PlanDesk(office)
    with pytest.raises(Invalid) as caught:
        act(desk)
    assert [(each.field, each.code) for each in caught.value.problems] == [(field, code)]


def _note(office: Office) -> None:
    day = office.clock.today()
    note = ContactNoteDraft(day, ContactChannel.PHONE, ContactOutcome.REACHED, "Hei")
    office.contact_notes.add(NOBODY, note)


@pytest.mark.parametrize(
    "act",
    [
        lambda office: office.levels.set(NOBODY, HelpLevel.SUPPORT, "Trenger hjelp"),
        lambda office: office.plans.begin(NOBODY),
        lambda office: office.plans.add_goal(NOBODY, GoalDraft(LifeArea.HOME, "Bo"), "Uro"),
        lambda office: office.followup.plan_measure(NOBODY, MeasureDraft("Besøk", "Mona Lie")),
        lambda office: office.template_use.begin(NOBODY, office.plan_templates.all()[0].id),
        lambda office: office.individual_plans.offer(NOBODY),
        lambda office: office.agreements.write(NOBODY, office.agreements.proposed(NOBODY)),
        lambda office: office.assessments.keep(NOBODY, AssessmentDraft()),
        _note,
    ],
)
def test_one_who_is_not_in_the_register_gets_nothing(
    office: Office, act: Callable[[Office], object]
) -> None:
    before = office.history.head()
    with pytest.raises(NotFound, match="person_not_found"):
        act(office)
    assert office.history.head() == before
