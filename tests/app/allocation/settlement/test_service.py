"""The year's number, who comes on it, and what it lets them skip."""

from dataclasses import replace
from datetime import date

import pytest

from app.allocation.model import ReasonCode
from app.allocation.offers.model import ReservationDraft
from app.allocation.settlement.model import QuotaState, SettlementDraft, SettlementState
from app.applications.model import ApplicationState
from app.core.cases import CaseKind
from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound
from app.core.ids import ApplicationId
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person, registered_dwelling

TODAY = date(2026, 11, 23)


def a_refugee(office: Office, serial: int = 0, **changes: object) -> ApplicationId:
    """One who asks for a dwelling."""
    person = a_person(national_id=a_number(date(1990, 1, 2), serial))
    return office.applications.register(a_new_application(applicant=person, **changes))


def coming(application: ApplicationId, persons: int = 4) -> SettlementDraft:
    """Agreed this month, expected in January."""
    return SettlementDraft(application, 2026, persons, date(2026, 11, 2), date(2027, 1, 15))


def counts(state: QuotaState) -> tuple[int, int, int, int | None]:
    """Agreed, settled, dwellings held, room left."""
    return state.agreed, state.settled, state.reserved, state.left


def told(caught: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    """What was told, and beside which field."""
    return [(problem.field, problem.code) for problem in caught.value.problems]


def test_the_year_counts_persons_agreed_and_settled(office: Office) -> None:
    settlements = office.settlements
    assert counts(settlements.year(2026)) == (0, 0, 0, None)
    settlements.set_quota(2026, 20, "kommunestyret, sak 41/26")
    first = settlements.agree(coming(a_refugee(office)))
    second = settlements.agree(coming(a_refugee(office, 1), 3))
    third = settlements.agree(coming(a_refugee(office, 2), 2))
    settlements.settled(second, date(2026, 11, 20))
    settlements.cancel(third, TODAY)
    dwelling = registered_dwelling(office)
    office.reservations.reserve(
        ReservationDraft(dwelling, TODAY, date(2027, 1, 31), "bosetting", settlement_year=2026)
    )
    assert counts(settlements.year(2026)) == (4, 3, 1, 13)
    assert counts(settlements.year(2026, date(2026, 11, 19))) == (9, 0, 0, None)
    assert counts(settlements.year(2027)) == (0, 0, 0, None)
    assert settlements.get(first).state is SettlementState.AGREED


def test_a_year_can_be_decided_anew_and_the_old_number_stands_for_its_days(
    office: Office, clock: FixedClock
) -> None:
    office.settlements.set_quota(2027, 20, "sak 41/26")
    clock.at = clock.at.replace(day=25)
    office.settlements.set_quota(2027, 25, "sak 50/26")
    quotas = [office.settlements.year(2027, day).quota for day in (TODAY, date(2026, 11, 25))]
    assert [quota.persons for quota in quotas if quota] == [20, 25]


def test_a_settlement_sets_the_form_of_the_request_and_nothing_else(office: Office) -> None:
    application = a_refugee(office)
    help_case = office.applications.open_case(application, CaseKind.HOUSING_HELP)
    before = office.intake.of(application)
    assert before.by_agreement is None
    settlement = office.settlements.agree(coming(application))
    assert office.intake.of(application).by_agreement is True
    assert office.intake.of(help_case).by_agreement is True
    assert [each.id for each in office.settlements.of(application)] == [settlement]
    office.history.undo()
    assert office.intake.of(application) == before
    assert office.settlements.rows() == ()


def test_a_form_that_is_there_already_keeps_what_it_told(office: Office) -> None:
    application = a_refugee(office)
    office.intake.save(application, replace(office.intake.of(application), area_wanted="sentrum"))
    office.settlements.agree(coming(application))
    known = office.intake.of(application)
    assert (known.by_agreement, known.area_wanted) == (True, "sentrum")


def test_another_day_is_kept(office: Office) -> None:
    settlement = office.settlements.agree(coming(a_refugee(office)))
    office.settlements.expect(settlement, date(2027, 2, 1))
    (row,) = office.settlements.rows()
    assert row.settlement.draft.expected_on == date(2027, 2, 1)
    assert row.name not in repr(row)
    office.settlements.expect(settlement, None)
    assert office.settlements.get(settlement).draft.expected_on is None
    with pytest.raises(Invalid) as caught:
        office.settlements.expect(settlement, date(2026, 1, 1))
    assert told(caught) == [("day", "settlement_expected_early")]


def test_what_is_wrong_is_told_beside_its_field(office: Office) -> None:
    settlements, application = office.settlements, a_refugee(office)
    with pytest.raises(Invalid) as caught:
        settlements.set_quota(26, -1, " ")
    assert told(caught) == [
        ("year", "quota_year_wrong"),
        ("persons", "persons_missing"),
        ("source", "quota_source_missing"),
    ]
    wrong = SettlementDraft(application, 1026, 0, date(2026, 12, 1), date(2026, 11, 30))
    with pytest.raises(Invalid) as caught:
        settlements.agree(wrong)
    assert told(caught) == [
        ("year", "quota_year_wrong"),
        ("persons", "persons_missing"),
        ("agreed_on", "day_in_future"),
        ("expected_on", "settlement_expected_early"),
    ]
    stay = office.applications.open_case(application, CaseKind.TEMPORARY_STAY)
    with pytest.raises(Invalid) as caught:
        settlements.agree(coming(stay))
    assert told(caught) == [("application", "settlement_not_allocation")]


def test_one_settlement_for_each_application_and_one_end(office: Office) -> None:
    settlements, application = office.settlements, a_refugee(office)
    first = settlements.agree(coming(application))
    with pytest.raises(Invalid) as caught:
        settlements.agree(coming(application))
    assert told(caught) == [("application", "settlement_known")]
    with pytest.raises(Invalid) as caught:
        settlements.settled(first, date(2026, 11, 1))
    assert told(caught) == [("day", "day_before_last")]
    settlements.cancel(first, TODAY)
    with pytest.raises(Invalid) as caught:
        settlements.settled(first, TODAY)
    assert told(caught) == [("state", "settlement_closed")]
    assert settlements.agree(coming(application)) == 2
    with pytest.raises(NotFound):
        settlements.get(9)


def test_a_dwelling_held_for_the_year_is_for_those_who_come_on_it_alone(office: Office) -> None:
    waiting = ApplicationState.GRANTED_WAITING
    refugee, other = a_refugee(office, state=waiting), a_refugee(office, 1, state=waiting)
    office.settlements.agree(coming(refugee))
    dwelling = registered_dwelling(office)
    office.reservations.reserve(
        ReservationDraft(dwelling, TODAY, TODAY, "bosetting", settlement_year=2026)
    )
    found = {each.place.row.id: each for each in office.allocation.candidates(dwelling)}
    assert ReasonCode.RESERVED in [reason.code for reason in found[other].why_not]
    assert ReasonCode.RESERVED_FOR_THIS in [reason.code for reason in found[refugee].why]
