"""A request from the day somebody asks to how the work ended."""

from datetime import timedelta

import pytest

from app.applications.intake.model import Representative, RepresentativeKind
from app.core.errors import Invalid
from app.debt.model import AdviceStage, DebtOutcome, RequestState
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.debt.desk import a_request, asked, begun, calm
from tests.factories import registered_person


def test_the_clock_starts_the_day_somebody_asks_also_aloud(office: Office) -> None:
    """GJ-01."""
    case = office.debt_cases.get(asked(office, days=9))
    assert case.state is RequestState.RECEIVED
    assert case.waited(office.clock.today()) == 9
    assert case.without_vedtak


def test_a_second_open_request_is_asked_about(office: Office) -> None:
    person = registered_person(office)
    asked(office, person)
    with pytest.raises(Invalid) as stopped:
        office.debt_cases.register(a_request(person))
    assert [each.code for each in stopped.value.problems] == ["debt_case_open"]
    office.debt_cases.register(a_request(person, again=True))
    assert len(office.debt_cases.open_of_person(person)) == 2


def test_the_acute_screen_moves_a_request_when_every_question_is_asked(office: Office) -> None:
    """GJ-02."""
    case = asked(office)
    office.debt_cases.screen(case, calm(office.clock.today()))
    assert office.debt_cases.get(case).state is RequestState.SCREENED


def test_work_begins_is_closed_with_an_outcome_and_taken_up_again(office: Office) -> None:
    """GJ-10."""
    case = begun(office, days=3)
    assert office.debt_cases.get(case).stage is AdviceStage.OVERVIEW
    office.debt_cases.reach(case, AdviceStage.BUDGETING)
    with pytest.raises(Invalid):
        office.debt_cases.close(case, None)
    office.debt_cases.close(case, DebtOutcome.OVERVIEW_ENOUGH)
    closed = office.debt_cases.get(case)
    assert (closed.open, closed.outcome) == (False, DebtOutcome.OVERVIEW_ENOUGH)
    office.debt_cases.reopen(case)
    again = office.debt_cases.get(case)
    assert (again.open, again.stage, again.outcome) == (True, AdviceStage.BUDGETING, None)


def test_a_request_is_as_it_was_on_a_past_day(office: Office) -> None:
    case = begun(office, days=5)
    before = office.clock.today() - timedelta(days=6)
    assert all(each.id != case for each in office.debt_cases.rows(before))


def test_an_undone_start_waits_again(office: Office) -> None:
    case = asked(office)
    office.debt_cases.start(case)
    office.history.undo()
    assert office.debt_cases.get(case).waits


def test_consents_and_power_of_attorney_come_with_the_request_and_go_with_it(
    office: Office,
) -> None:
    """GJ-01: one unit, so one «Angre»."""
    person = registered_person(office)
    today = office.clock.today()
    consent = Consent(person, ConsentScope.SHARE_CREDITORS, today, today + timedelta(days=365))
    speaker = Representative(person, RepresentativeKind.AGENT, "Eli Hjelpersen", today)
    office.debt_cases.register(a_request(person, consents=(consent,), speaker=speaker))
    assert office.consents.holding(person, ConsentScope.SHARE_CREDITORS) is not None
    assert office.intake.representatives(person)[0].name == "Eli Hjelpersen"
    office.history.undo()
    assert office.debt_cases.of_person(person) == ()
    assert office.consents.of(person) == ()
    assert office.intake.representatives(person) == ()


def test_a_consent_that_ends_before_it_begins_is_told_beside_its_day(office: Office) -> None:
    person, today = registered_person(office), office.clock.today()
    wrong = Consent(person, ConsentScope.SHARE_CREDITORS, today, today - timedelta(days=1))
    draft = a_request(person, consents=(wrong,))
    assert [each.field for each in office.debt_cases.check(draft)] == ["consent_until"]
    nobody = Representative(person, RepresentativeKind.AGENT, " ", today, phone="99999999")
    draft = a_request(person, speaker=nobody)
    assert [each.field for each in office.debt_cases.check(draft)] == ["speaker_name"]
