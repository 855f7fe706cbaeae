"""Measures: ordered, followed up, evaluated, each with someone who answers for it (D4)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import PersonId
from app.followup.model import MeasureDraft, MeasureKind, MeasureResult, MeasureState
from app.office import Office
from tests.factories import registered_person

CALL = MeasureDraft("Ring om strømavtale", "Siri Testmo", date(2026, 11, 20))
TODAY = date(2026, 11, 23)


@pytest.fixture
def person(office: Office) -> PersonId:
    """Kari."""
    return registered_person(office)


@pytest.fixture
def measure(office: Office, person: PersonId) -> int:
    """A call, planned."""
    return office.followup.plan_measure(person, CALL)


def test_one_that_no_condition_asks_for(office: Office, person: PersonId) -> None:
    measure = office.followup.plan_measure(person, CALL)
    (known,) = office.followup.measures(person)
    assert (known.id, known.condition, known.draft) == (measure, None, CALL)
    assert known.late(date(2026, 11, 21))
    assert not known.late(date(2026, 11, 20))


def test_all_that_is_written_of_it_is_kept(office: Office, person: PersonId) -> None:
    nav = office.service_units.open()[1]
    draft = MeasureDraft(
        "Rådgivning",
        "Mona Lie",
        date(2027, 5, 31),
        MeasureKind.DEBT_ADVICE,
        nav.id,
        vedtak="2026/1033",
        starts_on=date(2026, 12, 7),
        evaluate_on=date(2027, 3, 1),
    )
    measure = office.followup.plan_measure(person, draft)
    assert office.followup.get(measure).draft == draft
    own = replace(draft, responsible="", unit=None, own_task=True, vedtak="")
    office.followup.change(measure, own)
    assert office.followup.get(measure).draft == own


def test_nobody_is_promised_anything_who_is_not_in_the_register(office: Office) -> None:
    with pytest.raises(NotFound) as caught:
        office.followup.plan_measure(PersonId(999), CALL)
    assert caught.value.code == "person_not_found"
    with pytest.raises(NotFound):
        office.followup.set_state(999, MeasureState.DONE)


def test_it_is_done_taken_back_and_not_done_with_a_reason(office: Office, measure: int) -> None:
    office.followup.done(measure)
    assert office.followup.get(measure).state is MeasureState.DONE
    office.history.undo()
    assert office.followup.get(measure).state is MeasureState.PLANNED
    with pytest.raises(Invalid):
        office.followup.not_done(measure, " ")
    office.followup.not_done(measure, "Har ordnet det selv")
    assert office.followup.get(measure).reason == "Har ordnet det selv"
    office.followup.set_state(measure, MeasureState.PLANNED)
    assert office.followup.get(measure).state is MeasureState.PLANNED


def test_it_says_what_and_who(office: Office, person: PersonId) -> None:
    with pytest.raises(Invalid) as caught:
        office.followup.plan_measure(person, MeasureDraft(" "))
    assert {problem.field for problem in caught.value.problems} == {"words", "responsible"}


def test_another_may_answer_for_it(office: Office, measure: int) -> None:
    office.followup.change(measure, MeasureDraft("Ring om strømavtale", "Booppfølging"))
    assert office.followup.get(measure).draft.responsible == "Booppfølging"


def test_a_closed_unit_does_nothing_new(office: Office, person: PersonId, measure: int) -> None:
    nav = office.service_units.open()[1]
    theirs = office.followup.plan_measure(person, replace(CALL, unit=nav.id))
    office.service_units.close(nav.id, TODAY)
    with pytest.raises(Invalid) as caught:
        office.followup.change(measure, replace(CALL, unit=nav.id))
    assert [(each.field, each.code) for each in caught.value.problems] == [
        ("unit", "service_unit_closed")
    ]
    office.followup.change(theirs, replace(CALL, unit=nav.id, words="Ring igjen"))
    assert office.followup.get(theirs).draft.words == "Ring igjen"


def test_d4_from_order_to_evaluation_can_be_read(
    office: Office, measure: int, clock: FixedClock
) -> None:
    """Peers' idea: who ordered it when, of whom, how it went, and what it did."""
    followup, nav = office.followup, office.service_units.open()[1]
    followup.set_state(measure, MeasureState.ORDERED)
    with pytest.raises(Invalid):
        followup.set_state(measure, MeasureState.TURNED_DOWN)
    followup.set_state(measure, MeasureState.TURNED_DOWN, "Ingen ledige")
    clock.at += timedelta(days=3)
    other = replace(CALL, responsible="Mona Lie", unit=nav.id)
    followup.follow(measure, other, MeasureState.ORDERED)
    followup.set_state(measure, MeasureState.CONFIRMED)
    followup.set_state(measure, MeasureState.IN_PROGRESS)
    followup.set_state(measure, MeasureState.ON_HOLD, "Syk")
    followup.set_state(measure, MeasureState.IN_PROGRESS)
    followup.set_state(measure, MeasureState.DONE)
    followup.evaluate(measure, MeasureResult.HELPED, "Strømmen er på")
    chain = followup.chain(measure)
    assert [step.state.value for step in chain.steps] == [
        "planned",
        "ordered",
        "turned_down",
        "ordered",
        "confirmed",
        "in_progress",
        "on_hold",
        "in_progress",
        "done",
    ]
    assert {step.by for step in chain.steps} == {"Siri Testmo"}
    assert chain.steps[1].ordered_to == "Siri Testmo"
    order = chain.ordered
    assert order is not None
    assert (order.since, order.ordered_to) == (TODAY + timedelta(days=3), "Mona Lie, Nav")
    assert [each.result for each in chain.evaluations] == [MeasureResult.HELPED]
    assert followup.get(measure).evaluation == chain.evaluations[0]


def test_an_order_to_another_is_one_act_and_taken_back_as_one(office: Office, measure: int) -> None:
    other = replace(CALL, responsible="Mona Lie")
    office.followup.follow(measure, other, MeasureState.ORDERED)
    office.history.undo()
    known = office.followup.get(measure)
    assert (known.draft, known.state) == (CALL, MeasureState.PLANNED)


def test_the_reason_of_before_does_not_follow_along(office: Office, measure: int) -> None:
    office.followup.set_state(measure, MeasureState.ORDERED)
    office.followup.set_state(measure, MeasureState.TURNED_DOWN, "Ingen ledige")
    known = office.followup.get(measure)
    office.followup.follow(measure, CALL, MeasureState.ORDERED, known.reason)
    assert office.followup.get(measure).reason == ""


def test_what_was_not_ordered_is_not_confirmed(office: Office, measure: int) -> None:
    with pytest.raises(OfficeError) as caught:
        office.followup.set_state(measure, MeasureState.CONFIRMED)
    assert caught.value.code == "measure_cannot_move"


def test_nobody_orders_what_the_person_does_alone(office: Office, person: PersonId) -> None:
    task = MeasureDraft("Vaske annenhver lørdag", own_task=True)
    measure = office.followup.plan_measure(person, task)
    known = office.followup.get(measure)
    assert MeasureState.ORDERED not in office.followup.moves(known)
    with pytest.raises(OfficeError):
        office.followup.set_state(measure, MeasureState.ORDERED)
    office.followup.set_state(measure, MeasureState.IN_PROGRESS)
    office.followup.done(measure)


def test_d4_it_is_evaluated_when_its_day_is_here(office: Office, person: PersonId) -> None:
    draft = replace(CALL, due_on=None, starts_on=TODAY - timedelta(days=9), evaluate_on=TODAY)
    measure = office.followup.plan_measure(person, draft)
    assert office.followup.get(measure).to_evaluate(TODAY)
    for day, code in (
        (TODAY - timedelta(days=10), "evaluation_before_start"),
        (TODAY + timedelta(days=1), "day_in_future"),
    ):
        with pytest.raises(Invalid) as caught:
            office.followup.evaluate(measure, MeasureResult.HELPED, on=day)
        assert [(each.field, each.code) for each in caught.value.problems] == [
            ("evaluated_on", code)
        ]
    office.followup.evaluate(measure, MeasureResult.TOO_EARLY)
    assert not office.followup.get(measure).to_evaluate(TODAY)
    office.history.undo()
    assert office.followup.get(measure).to_evaluate(TODAY)


def test_d4_everyones_that_wait_are_those_of_each(office: Office, person: PersonId) -> None:
    waits = replace(CALL, evaluate_on=TODAY)
    for _each in range(3):
        office.followup.plan_measure(person, waits)
    measures = office.followup.measures(person)
    office.followup.not_done(measures[0].id, "Flyttet")
    office.followup.done(measures[1].id)
    known = office.followup.measures(person)
    (due,) = office.followup.due()
    assert due.late == sum(each.late(TODAY) for each in known) == 1
    assert due.to_evaluate == sum(each.to_evaluate(TODAY) for each in known) == 2
