"""Measures: planned, done or not, each with someone who answers for it."""

from datetime import date

import pytest

from app.core.errors import Invalid
from app.followup.model import MeasureDraft, MeasureState
from app.office import Office
from tests.factories import registered_person

CALL = MeasureDraft("Ring om strømavtale", "Siri Testmo", date(2026, 11, 20))


def test_one_that_no_condition_asks_for(office: Office) -> None:
    person = registered_person(office)
    measure = office.followup.plan_measure(person, CALL)
    (known,) = office.followup.measures(person)
    assert (known.id, known.condition, known.draft) == (measure, None, CALL)
    assert known.late(date(2026, 11, 21))
    assert not known.late(date(2026, 11, 20))


def test_it_is_done_taken_back_and_not_done_with_a_reason(office: Office) -> None:
    measure = office.followup.plan_measure(registered_person(office), CALL)
    office.followup.done(measure)
    assert office.followup.get(measure).state is MeasureState.DONE
    office.history.undo()
    assert office.followup.get(measure).state is MeasureState.PLANNED
    with pytest.raises(Invalid):
        office.followup.not_done(measure, " ")
    office.followup.not_done(measure, "Har ordnet det selv")
    assert office.followup.get(measure).reason == "Har ordnet det selv"
    office.followup.plan_again(measure)
    assert office.followup.get(measure).state is MeasureState.PLANNED


def test_it_says_what_and_who(office: Office) -> None:
    with pytest.raises(Invalid) as caught:
        office.followup.plan_measure(registered_person(office), MeasureDraft(" "))
    assert {problem.field for problem in caught.value.problems} == {"words", "responsible"}


def test_another_may_answer_for_it(office: Office) -> None:
    measure = office.followup.plan_measure(registered_person(office), CALL)
    office.followup.change(measure, MeasureDraft("Ring om strømavtale", "Booppfølging"))
    assert office.followup.get(measure).draft.responsible == "Booppfølging"
