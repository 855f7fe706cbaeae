"""An individual plan from the offer to the consent that is taken back (DOC-08, HOL-02, E4)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import PersonId
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlanDraft,
    IndividualPlanPart,
    IndividualPlanPrint,
    IndividualPlanState,
    ParticipantDraft,
)
from app.followup.plans.model import PlanKind
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import HouseholdKind, MemberDraft, Role
from tests.app.followup.individual_plans.desk import TODAY, UNTIL, PlanDesk
from tests.app.followup.individual_plans.papers import DRAFT
from tests.factories import a_number, registered_person

COORDINATOR = CoordinatorPost.COORDINATOR


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    return PlanDesk(office)


def codes(error: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in error.value.problems]


# never without consent


def test_e4_an_individual_plan_requires_consent(desk: PlanDesk) -> None:
    with pytest.raises(Invalid) as refused:
        desk.own.begin(desk.person)
    assert codes(refused) == ["ip_without_consent"]
    with pytest.raises(Invalid):
        desk.office.plans.begin(desk.person, PlanKind.INDIVIDUAL_PLAN)
    assert desk.office.plans.of(desk.person) is None


def test_pv_02_the_consent_and_the_plan_begin_in_one_act(desk: PlanDesk) -> None:
    desk.begun()
    known = desk.own.of(desk.person)
    assert desk.own.state(desk.person) is IndividualPlanState.RUNNING
    assert known.consent is not None
    assert (known.consent.since, known.consent.until) == (TODAY, UNTIL)
    assert known.plan is not None
    assert known.plan.kind is PlanKind.INDIVIDUAL_PLAN
    assert desk.office.consents.holding(desk.person, ConsentScope.MAKE_INDIVIDUAL_PLAN)


def test_pv_02_undo_takes_back_both_the_plan_and_the_consent(desk: PlanDesk) -> None:
    desk.begun()
    desk.office.history.undo()
    assert desk.own.state(desk.person) is IndividualPlanState.NOT_ASKED
    assert desk.office.consents.of(desk.person) == ()


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        (TODAY, None, "ip_until_missing"),
        (TODAY + timedelta(days=1), UNTIL, "day_in_future"),
        (TODAY, TODAY - timedelta(days=1), "end_before_start"),
        (TODAY - timedelta(days=9), TODAY - timedelta(days=1), "ip_consent_ended"),
    ],
)
def test_pv_02_a_consent_is_of_a_day_and_has_an_end(
    desk: PlanDesk, since: date, until: date | None, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        desk.own.want(desk.person, since, until)
    assert code in codes(refused)
    assert desk.office.consents.of(desk.person) == ()


def test_pv_02_a_consent_that_is_known_already_is_enough(desk: PlanDesk) -> None:
    desk.office.consents.add(Consent(desk.person, ConsentScope.MAKE_INDIVIDUAL_PLAN, TODAY, UNTIL))
    desk.own.begin(desk.person)
    assert desk.own.state(desk.person) is IndividualPlanState.RUNNING
    assert len(desk.office.consents.of(desk.person)) == 1


def test_doc_08_there_is_one_for_each_person(desk: PlanDesk) -> None:
    desk.begun()
    acts: tuple[Callable[[], None], ...] = (
        lambda: desk.own.want(desk.person, TODAY, UNTIL),
        lambda: desk.own.begin(desk.person),
        lambda: desk.own.offer(desk.person),
        lambda: desk.own.decline(desk.person),
    )
    for again in acts:
        with pytest.raises(Conflict):
            again()
    assert len(desk.office.plans.all(desk.person)) == 1


def test_pv_02_a_plan_whose_consent_is_withdrawn_is_kept_and_not_worked_from(
    desk: PlanDesk,
) -> None:
    desk.whole()
    desk.withdraw()
    known = desk.own.of(desk.person)
    assert desk.own.state(desk.person) is IndividualPlanState.CONSENT_OVER
    assert known.draft == DRAFT
    assert len(known.participants) == 1
    for act in (
        lambda: desk.own.change(desk.person, replace(DRAFT, resources="Annet")),
        lambda: desk.own.add_participant(desk.person, ParticipantDraft("Per Vik")),
        lambda: desk.own.change_participant(known.participants[0].id, ParticipantDraft("Per")),
        lambda: desk.own.set_extents(desk.person, {desk.measures[0]: "aldri"}),
        lambda: desk.papers.issue(desk.person, IndividualPlanPrint()),
    ):
        with pytest.raises(Invalid) as refused:
            act()
        assert "ip_without_consent" in codes(refused)


def test_pv_02_a_new_consent_lets_the_same_plan_go_on(desk: PlanDesk) -> None:
    desk.whole()
    before = desk.own.of(desk.person).plan
    desk.withdraw()
    with pytest.raises(Conflict):
        desk.own.offer(desk.person)
    desk.own.want(desk.person, TODAY, UNTIL)
    known = desk.own.of(desk.person)
    assert desk.own.state(desk.person) is IndividualPlanState.RUNNING
    assert (known.plan and known.plan.id) == (before and before.id)
    assert known.draft == DRAFT


# the right and the offer


def test_sot_07_two_units_in_the_measures_are_a_hint_and_make_no_plan(desk: PlanDesk) -> None:
    assert desk.own.may_have_right(desk.person)
    assert desk.own.state(desk.person) is IndividualPlanState.NOT_ASKED
    desk.office.followup.done(desk.measures[0])
    assert not desk.own.may_have_right(desk.person)


def test_sot_07_that_it_was_offered_and_declined_has_a_day(desk: PlanDesk) -> None:
    desk.own.offer(desk.person, TODAY - timedelta(days=7))
    desk.own.decline(desk.person, TODAY)
    assert desk.own.state(desk.person) is IndividualPlanState.DECLINED
    earlier = TODAY - timedelta(days=1)
    assert desk.own.state(desk.person, earlier) is IndividualPlanState.OFFERED
    assert desk.own.state(desk.person, date(2026, 11, 1)) is IndividualPlanState.NOT_ASKED
    with pytest.raises(Invalid):
        desk.own.offer(desk.person, TODAY + timedelta(days=1))


def test_hol_02_a_coordinator_is_offered_even_if_no_plan_is_wanted(desk: PlanDesk) -> None:
    desk.own.decline(desk.person)
    day = TODAY - timedelta(days=3)
    offered = CoordinatorOffer(COORDINATOR, CoordinatorAnswer.OFFERED, day)
    appointed = CoordinatorOffer(COORDINATOR, CoordinatorAnswer.APPOINTED, TODAY, "Mona Lie")
    desk.own.answer_coordinator(desk.person, offered)
    desk.own.answer_coordinator(desk.person, appointed)
    desk.own.answer_coordinator(desk.person, appointed)
    told = [event.verb for event in desk.office.history.latest(20)]
    assert told.count("coordinator.answered") == 2, "the same said twice is one answer"
    assert desk.own.of(desk.person).coordinator == "Mona Lie"
    assert desk.own.of(desk.person, day).offers[COORDINATOR] == offered
    assert desk.own.of(desk.person, day).coordinator != "Mona Lie"


def test_hol_02_two_coordinators_are_impossible(desk: PlanDesk) -> None:
    both = CoordinatorOffer(COORDINATOR, CoordinatorAnswer.APPOINTED, TODAY, "Siri og Mona")
    with pytest.raises(Invalid) as refused:
        desk.own.answer_coordinator(desk.person, both)
    assert codes(refused) == ["coordinator_only_one"]
    desk.begun()
    with pytest.raises(Invalid) as refused:
        desk.own.add_participant(desk.person, ParticipantDraft("Per Vik", "koordinator"))
    assert codes(refused) == ["ip_two_coordinators"]
    assert refused.value.problems[0].facts == {"name": "Siri Testmo"}


# what stands in it


def test_doc_08_what_is_written_is_kept_up_to_date(desk: PlanDesk) -> None:
    with pytest.raises(OfficeError, match="ip_not_begun"):
        desk.own.change(desk.person, DRAFT)
    desk.begun()
    desk.own.change(desk.person, DRAFT)
    other = replace(DRAFT, revise_on=(date(2027, 9, 1), date(2027, 5, 1), date(2027, 5, 1)))
    desk.own.change(desk.person, other)
    assert desk.own.of(desk.person).draft.revise_on == (date(2027, 5, 1), date(2027, 9, 1))
    desk.own.change(desk.person, replace(other, revise_on=()))
    assert desk.own.of(desk.person).draft == replace(DRAFT, revise_on=())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ends_on": date(2026, 11, 30)}, "ip_end_before_start"),
        ({"revise_on": (date(2028, 1, 1),)}, "ip_revision_outside"),
        ({"starts_on": None}, "ip_start_missing"),
    ],
)
def test_doc_08_a_wrong_period_is_told_beside_its_field(
    desk: PlanDesk, changes: dict[str, object], code: str
) -> None:
    desk.begun()
    draft = replace(DRAFT, **changes)  # type: ignore[arg-type]  # the draft's own fields
    with pytest.raises(Invalid) as refused:
        desk.own.change(desk.person, draft)
    assert codes(refused)[0] == code
    assert desk.own.of(desk.person).draft == IndividualPlanDraft()


def test_doc_08_participants_come_and_go(desk: PlanDesk) -> None:
    desk.begun()
    row = desk.own.add_participant(desk.person, ParticipantDraft("Mona Lie", "", desk.nav))
    (known,) = desk.own.of(desk.person).participants
    assert known.unit_name == "Nav"
    assert known.draft.since == TODAY
    desk.own.change_participant(row, replace(known.draft, until=TODAY))
    assert desk.own.of(desk.person, TODAY + timedelta(days=1)).taking_part == ()
    desk.own.remove_participant(row)
    assert desk.own.of(desk.person).participants == ()
    with pytest.raises(OfficeError, match="participant_not_found"):
        desk.own.remove_participant(row)


def test_doc_08_a_child_in_the_household_makes_the_childs_part_one_to_fill(
    desk: PlanDesk,
) -> None:
    desk.begun()
    assert not desk.own.of(desk.person).children
    number = a_number(date(2017, 5, 4), 0)
    child = registered_person(desk.office, given_name="Ola", national_id=number)
    members = (MemberDraft(desk.person, Role.APPLICANT), MemberDraft(child, Role.CHILD))
    desk.office.people.found_household(HouseholdKind.SINGLE_PARENT, members)
    known = desk.own.of(desk.person)
    assert known.children
    assert desk.own.checklist(known)[-1].part is IndividualPlanPart.CHILD
    assert desk.own.of(child).children


# a målplan grows


def test_e4_a_malplan_grows_into_it_and_its_editions_stay_readable(desk: PlanDesk) -> None:
    plans = desk.office.plans
    plan = plans.begin(desk.person)
    plans.offer(plan)
    (before,) = plans.editions(plan)
    desk.whole()
    grown = plans.of(desk.person)
    assert grown is not None
    assert (grown.id, grown.kind) == (plan, PlanKind.INDIVIDUAL_PLAN)
    assert grown.edition == 1
    assert plans.editions(plan) == (before,)
    assert before.content.kind is PlanKind.MALPLAN
    assert [goal.words for goal in before.content.goals] == ["Jeg vil ha orden på husleia."]
    desk.papers.issue(desk.person, IndividualPlanPrint())
    first, second = plans.editions(plan)
    assert first == before
    assert second.number == 2
    assert second.content.kind is PlanKind.INDIVIDUAL_PLAN


# the print


def test_doc_08_the_print_is_kept_with_its_edition_and_waits_to_be_sent(desk: PlanDesk) -> None:
    desk.whole()
    made = desk.papers.issue(desk.person, IndividualPlanPrint(large=True))
    assert not isinstance(made, OnPaper)
    issued = desk.office.letters.get(made)
    assert (issued.kind, issued.to_send) == (DocumentKind.INDIVIDUAL_PLAN, True)
    plan = desk.office.plans.of(desk.person)
    assert plan is not None
    (edition,) = desk.office.plans.editions(plan.id)
    assert edition.document == made
    parts = {part.code: part.words for part in edition.content.parts}
    assert DRAFT.carried_out in parts["carried_out"]
    assert "Mona Lie" in parts["participants"]


def test_doc_08_what_lacks_is_named_and_nothing_is_made(desk: PlanDesk) -> None:
    with pytest.raises(OfficeError, match="ip_not_begun"):
        desk.papers.preview(desk.person)
    desk.begun()
    assert desk.papers.preview(desk.person).draft
    with pytest.raises(Invalid) as refused:
        desk.papers.issue(desk.person, IndividualPlanPrint())
    assert {"ip_resources_missing", "ip_participants_missing", "ip_extent_missing"} <= set(
        codes(refused)
    )
    assert desk.office.letters.to_send() == ()


def test_p6_copies_go_only_to_those_the_person_agrees_to(desk: PlanDesk) -> None:
    desk.whole()
    row = desk.own.of(desk.person).participants[0].id
    choice = IndividualPlanPrint(copies=(row,))
    with pytest.raises(Invalid) as refused:
        desk.papers.issue(desk.person, choice)
    assert codes(refused) == ["ip_copy_without_consent"]
    desk.shares("fastlegen")
    with pytest.raises(Invalid):
        desk.papers.issue(desk.person, choice)
    desk.shares("Mona Lie")
    desk.papers.issue(desk.person, choice)
    kinds = [waiting.kind for waiting in desk.office.letters.to_send()]
    assert sorted(kinds) == [DocumentKind.INDIVIDUAL_PLAN, DocumentKind.INDIVIDUAL_PLAN_COPY]


def test_adr_02_a_strictly_protected_persons_plan_is_on_paper_without_copies(
    desk: PlanDesk,
) -> None:
    desk.whole()
    desk.shares()
    desk.office.people.shield(desk.person, "Folkeregisteret", "Perm 3")
    row = desk.own.of(desk.person).participants[0].id
    made = desk.papers.issue(desk.person, IndividualPlanPrint(copies=(row,)))
    assert isinstance(made, OnPaper)
    assert b"Testbakken" not in made.content
    assert [waiting.kept for waiting in desk.office.letters.to_send()] == [False]


def test_a_plan_for_one_who_is_not_in_the_register_is_told(desk: PlanDesk) -> None:
    with pytest.raises(OfficeError, match="person_not_found"):
        desk.own.offer(PersonId(999))
