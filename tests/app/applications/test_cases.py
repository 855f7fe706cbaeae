"""One request may open two cases, and neither ever decides the other (BS-08, F1)."""

from datetime import date

import pytest

from app.applications.model import ApplicationDraft, ApplicationState
from app.core.cases import CaseKind
from app.core.errors import Conflict, Invalid
from app.core.ids import ApplicationId
from app.office import Office
from tests.factories import registered_person


@pytest.fixture
def asked(office: Office) -> ApplicationId:
    draft = ApplicationDraft(
        applicant=registered_person(office), received_on=office.clock.today(), reason="Må flytte."
    )
    return office.applications.register(draft)


def test_the_other_case_has_a_number_and_a_clock_of_its_own(
    office: Office, asked: ApplicationId
) -> None:
    helped = office.applications.open_case(asked, CaseKind.HOUSING_HELP)
    first, second = office.applications.get(asked), office.applications.get(helped)
    assert first.number != second.number
    assert second.draft.case is CaseKind.HOUSING_HELP
    assert second.draft.opened_with == asked
    assert (second.household, second.received_on) == (first.household, first.received_on)
    assert office.applications.opened_with(asked) == (helped,)
    assert office.applications.opened_with(helped) == (asked,)
    assert {each.row.id for each in office.applications.unanswered()} == {asked, helped}


def test_ending_one_leaves_the_other_open(office: Office, asked: ApplicationId) -> None:
    helped = office.applications.open_case(asked, CaseKind.HOUSING_HELP)
    office.applications.take(
        asked, ApplicationState.WITHDRAWN, office.clock.today(), "Fant egen bolig."
    )
    assert office.applications.get(helped).state is ApplicationState.RECEIVED


def test_a_request_has_each_case_once(office: Office, asked: ApplicationId) -> None:
    office.applications.open_case(asked, CaseKind.HOUSING_HELP)
    with pytest.raises(Conflict) as told:
        office.applications.open_case(asked, CaseKind.HOUSING_HELP)
    assert told.value.code == "case_open_already"
    with pytest.raises(Conflict):
        office.applications.open_case(asked, CaseKind.ALLOCATION)


def test_help_can_be_asked_for_alone_and_stands_on_no_waiting_list(office: Office) -> None:
    helped = office.applications.register(
        ApplicationDraft(
            applicant=registered_person(office),
            received_on=office.clock.today(),
            case=CaseKind.HOUSING_HELP,
        )
    )
    assert office.applications.rows_of(frozenset({helped}))[0].case is CaseKind.HOUSING_HELP
    assert office.allocation.expected_list() == ()


def test_what_a_case_is_about_is_fixed(office: Office, asked: ApplicationId) -> None:
    known = office.applications.get(asked).draft
    changed = ApplicationDraft(
        applicant=known.applicant,
        household=known.household,
        received_on=date(2026, 1, 5),
        case=CaseKind.TEMPORARY_STAY,
    )
    with pytest.raises(Invalid) as told:
        office.applications.correct(asked, changed)
    assert "case_fixed" in {problem.code for problem in told.value.problems}
