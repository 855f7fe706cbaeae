"""What an individual plan must hold, and whom it may be copied to (DOC-08, PV-02)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import PersonId, ServiceUnitId
from app.followup.individual_plans import rules
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlan,
    IndividualPlanDraft,
    IndividualPlanPart,
    IndividualPlanState,
    ParticipantDraft,
    PlanWish,
    WishOn,
)
from app.followup.model import Measure, MeasureDraft, MeasureState
from tests.app.followup.individual_plans.papers import (
    DRAFT,
    LISE,
    MAKES,
    MONA,
    OFFERS,
    PER,
    SHARES,
    TODAY,
    WHOLE,
)

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def codes(known: IndividualPlan) -> list[str]:
    return [problem.code for problem in rules.problems(known)]


def a_measure(number: int, unit: int | None, **changes: object) -> Measure:
    draft = replace(
        MeasureDraft("Noe", "Mona Lie", unit=None if unit is None else ServiceUnitId(unit)),
        **changes,  # type: ignore[arg-type]  # the draft's own fields
    )
    return Measure(number, PersonId(1), None, draft, MeasureState.IN_PROGRESS, TODAY)


def test_doc_08_a_plan_with_all_ten_parts_lacks_nothing() -> None:
    assert codes(WHOLE) == []
    assert [check.part for check in rules.checklist(WHOLE)] == list(IndividualPlanPart)
    without = rules.checklist(replace(WHOLE, children=False))
    assert len(without) == 10


@pytest.mark.parametrize(
    ("changes", "part", "code"),
    [
        ({"content": None, "extents": {}}, "goals", "ip_goals_missing"),
        ({"draft": replace(DRAFT, resources=" ")}, "goals", "ip_resources_missing"),
        ({"participants": ()}, "participants", "ip_participants_missing"),
        ({"draft": replace(DRAFT, prepared_by="")}, "responsible", "ip_prepared_by_missing"),
        ({"owner": "", "offers": {}}, "responsible", "ip_coordinator_missing"),
        ({"draft": replace(DRAFT, own_contribution="")}, "contributions", "ip_own_missing"),
        (
            {"draft": replace(DRAFT, services_contribution="")},
            "contributions",
            "ip_services_missing",
        ),
        ({"content": None}, "measures", "ip_measures_missing"),
        ({"extents": {1: "hver uke", 2: " "}}, "measures", "ip_extent_missing"),
        ({"draft": replace(DRAFT, carried_out="")}, "carried_out", "ip_carried_out_missing"),
        ({"offers": {}}, "coordinators", "ip_coordinator_unanswered"),
        ({"draft": replace(DRAFT, ends_on=None)}, "period", "ip_period_missing"),
        ({"draft": replace(DRAFT, revise_on=())}, "period", "ip_revision_missing"),
        ({"consent": None}, "consent", "ip_without_consent"),
        ({"draft": replace(DRAFT, cooperation="")}, "cooperation", "ip_cooperation_missing"),
        ({"draft": replace(DRAFT, child_participation="")}, "child", "ip_child_missing"),
    ],
)
def test_doc_08_each_part_says_what_it_lacks(
    changes: dict[str, object], part: str, code: str
) -> None:
    known = replace(WHOLE, **changes)  # type: ignore[arg-type]  # the plan's own fields
    lacks = {check.part: check.lacks for check in rules.checklist(known)}
    assert code in [problem.code for problem in lacks[IndividualPlanPart(part)]]


def test_doc_08_relatives_may_be_without_a_task() -> None:
    assert codes(replace(WHOLE, draft=replace(DRAFT, relatives_contribution=""))) == []


# whether there is one


def test_pv_02_a_plan_is_worked_from_only_while_the_consent_holds() -> None:
    assert rules.state(WHOLE) is IndividualPlanState.RUNNING
    for consent in (
        None,
        replace(MAKES, withdrawn_on=TODAY),
        replace(MAKES, until=TODAY - timedelta(days=1)),
        replace(MAKES, since=TODAY + timedelta(days=1)),
    ):
        assert rules.state(replace(WHOLE, consent=consent)) is IndividualPlanState.CONSENT_OVER


@pytest.mark.parametrize("wish", PlanWish)
def test_sot_07_without_a_plan_the_answer_is_what_is_known(wish: PlanWish) -> None:
    known = IndividualPlan(PersonId(1), TODAY)
    assert rules.state(known) is IndividualPlanState.NOT_ASKED
    assert rules.state(replace(known, wish=WishOn(wish, TODAY))).value == wish.value


def test_sot_07_two_units_at_work_are_a_hint_of_the_right() -> None:
    assert not rules.may_have_right([a_measure(1, 1), a_measure(2, 1), a_measure(3, None)])
    assert rules.may_have_right([a_measure(1, 1), a_measure(2, 2)])
    ended = replace(a_measure(2, 2), state=MeasureState.DONE)
    assert not rules.may_have_right([a_measure(1, 1), ended])
    assert not rules.may_have_right([a_measure(1, 1), a_measure(2, 2, own_task=True)])


# what is typed


@given(start=DAYS, end=DAYS, day=DAYS)
def test_doc_08_a_revision_is_within_the_period(start: date, end: date, day: date) -> None:
    found = rules.check(IndividualPlanDraft(starts_on=start, ends_on=end, revise_on=(day,)))
    told = [problem.code for problem in found]
    if end < start:
        assert told == ["ip_end_before_start"]
    else:
        assert told == ([] if start <= day <= end else ["ip_revision_outside"])


def test_doc_08_an_end_or_a_revision_needs_a_start() -> None:
    for draft in (IndividualPlanDraft(ends_on=TODAY), IndividualPlanDraft(revise_on=(TODAY,))):
        assert [problem.code for problem in rules.check(draft)] == ["ip_start_missing"]
    assert rules.check(IndividualPlanDraft(starts_on=TODAY)) == ()


@given(st.text(max_size=20), st.sampled_from(["koordinator", "Koordinator for planen"]))
def test_doc_08_there_are_never_two_coordinators(name: str, capacity: str) -> None:
    found = rules.check_participant(ParticipantDraft(name, capacity), "Siri Testmo", TODAY)
    told = {problem.code for problem in found}
    same = name.strip().casefold() == "siri testmo"
    assert ("ip_two_coordinators" in told) is not same


def test_doc_08_one_who_takes_part_has_a_name_and_an_end_after_the_start() -> None:
    draft = ParticipantDraft(" ", "", since=TODAY, until=TODAY - timedelta(days=1))
    found = rules.check_participant(draft, "", TODAY)
    assert [each.code for each in found] == [
        "participant_name_missing",
        "participant_until_before_since",
    ]
    assert (
        rules.check_participant(ParticipantDraft("Mona", "barnekoordinator"), "Siri", TODAY) == ()
    )


@pytest.mark.parametrize(
    ("answer", "name", "code"),
    [
        (CoordinatorAnswer.APPOINTED, "", "coordinator_name_missing"),
        (CoordinatorAnswer.APPOINTED, "Siri Testmo og Mona Lie", "coordinator_only_one"),
        (CoordinatorAnswer.APPOINTED, "Siri, Mona", "coordinator_only_one"),
        (CoordinatorAnswer.APPOINTED, "Siri Testmo", ""),
        (CoordinatorAnswer.OFFERED, "", ""),
        (CoordinatorAnswer.DECLINED, "", ""),
    ],
)
def test_hol_02_one_is_appointed_by_name(answer: CoordinatorAnswer, name: str, code: str) -> None:
    offer = CoordinatorOffer(CoordinatorPost.COORDINATOR, answer, TODAY, name)
    assert [each.code for each in rules.check_offer(offer, TODAY)] == ([code] if code else [])


def test_hol_02_an_answer_is_not_of_a_day_to_come() -> None:
    post = CoordinatorPost.CONTACT_DOCTOR
    offer = CoordinatorOffer(post, CoordinatorAnswer.OFFERED, TODAY + timedelta(days=1))
    assert [each.code for each in rules.check_offer(offer, TODAY)] == ["day_in_future"]


def test_doc_08_the_one_appointed_coordinates_before_the_owner() -> None:
    appointed = replace(OFFERS[CoordinatorPost.COORDINATOR], name="Mona Lie")
    known = replace(WHOLE, offers={CoordinatorPost.COORDINATOR: appointed})
    assert known.coordinator == "Mona Lie"
    declined = replace(appointed, answer=CoordinatorAnswer.DECLINED)
    assert replace(WHOLE, offers={CoordinatorPost.COORDINATOR: declined}).coordinator == WHOLE.owner


# with whom it is shared


def test_p6_a_copy_goes_to_those_the_consent_names() -> None:
    assert rules.may_get(MONA, [SHARES])
    assert rules.may_get(PER, [SHARES])
    assert not rules.may_get(LISE, [SHARES])
    assert rules.may_get(LISE, [replace(SHARES, body="")])
    assert not rules.may_get(MONA, [])


def test_p6_a_consent_may_name_the_unit_but_not_half_a_name() -> None:
    assert rules.may_get(MONA, [replace(SHARES, body="alle i NAV som hjelper meg")])
    assert not rules.may_get(MONA, [replace(SHARES, body="navigatøren Mona Liesen")])


def test_a_participant_takes_part_from_the_first_to_the_last_day() -> None:
    stays = replace(MONA, draft=replace(MONA.draft, since=TODAY, until=TODAY))
    assert [stays.takes_part(TODAY + timedelta(days=by)) for by in (-1, 0, 1)] == [
        False,
        True,
        False,
    ]
