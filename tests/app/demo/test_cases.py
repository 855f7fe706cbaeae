"""From application to decision, Lia has something of everything, on whatever day it is made."""

from collections import Counter
from datetime import date

import pytest

from app.allocation.eligibility.model import Met
from app.allocation.offers.model import OfferState
from app.allocation.settlement.model import SettlementState
from app.applications.model import ApplicationKind, ApplicationState, TargetGroup
from app.core.cases import CaseKind
from app.core.ids import Ref
from app.decisions.appeals.model import AppealState
from app.decisions.model import VedtakKind, VedtakState
from app.demo.advice import WORKING
from app.demo.municipality import GROUP_ORDER
from app.letters.model import DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from tests.app.demo.conftest import Lia

DAYS = (date(2026, 11, 23), date(2028, 2, 29), date(2027, 3, 29))


@pytest.fixture(params=DAYS, ids=str)
def office(request: pytest.FixtureRequest, lia: Lia) -> Office:
    """Lia on a Monday, on a leap day, and on Easter Monday."""
    day = request.param
    assert isinstance(day, date)
    return lia(day, "")


def test_the_list_is_ordered_by_an_adopted_rule_set(office: Office) -> None:
    in_force = office.rule_sets.in_force()
    assert in_force.adopted
    assert in_force.case_number
    assert in_force.rules.groups == GROUP_ORDER
    assert office.allocation.group_order().listed == GROUP_ORDER


def test_most_criteria_are_known_and_some_are_not_met_or_set_aside(office: Office) -> None:
    # a tenant who wants to stay is not asked again for what the case before knew
    # and of those housed in the year before, all but the day lies in the old folder
    here = {row.application for row in office.decisions.rows()}
    new = [
        row
        for row in office.applications.rows()
        if row.kind is not ApplicationKind.RENEWAL and (row.state.open or row.id in here)
    ]
    judged = [office.eligibility.judge(row.id) for row in new]
    met = Counter(each.met for one in judged for each in one.criteria)
    assert 1 <= met[Met.NOT_MET] <= 2
    assert met[Met.DISPENSED] == 1
    assert 2 <= met[Met.NOT_KNOWN] <= 6
    assert met[Met.MET] > 300


def test_two_ask_for_help_and_one_for_a_roof_at_once(office: Office) -> None:
    cases = Counter(row.case for row in office.applications.rows())
    assert cases[CaseKind.HOUSING_HELP] == 2
    assert cases[CaseKind.TEMPORARY_STAY] == 1
    decided = Counter(row.kind for row in office.decisions.rows())
    assert decided[VedtakKind.HOUSING_HELP] == decided[VedtakKind.TEMPORARY_STAY] == 1


def test_neither_case_of_a_request_has_closed_the_other(office: Office) -> None:
    states = {row.id: row.state for row in office.applications.rows()}
    for row in office.applications.rows():
        for other in office.applications.opened_with(row.id):
            assert states[row.id].open or states[other].open


def test_offers_have_been_taken_declined_and_are_waited_for(office: Office) -> None:
    states = Counter(row.offer.state for row in office.offers.rows())
    assert states == {OfferState.ACCEPTED: 2, OfferState.DECLINED: 1, OfferState.SENT: 1}
    (declined,) = [r.offer for r in office.offers.rows() if r.offer.state is OfferState.DECLINED]
    assert declined.valid_reason


def test_an_accepted_offer_is_the_dwelling_of_the_lease(office: Office) -> None:
    taken = [r.offer for r in office.offers.rows() if r.offer.state is OfferState.ACCEPTED]
    signed = []
    for offer in taken:
        allocated = office.allocation.dwelling_for(offer.vedtak)
        assert allocated is not None
        assert allocated.dwelling == offer.dwelling
        leases = [office.leases.get(row.id) for row in office.leases.of_dwelling(offer.dwelling)]
        (lease,) = [each for each in leases if each.draft.vedtak == offer.vedtak]
        signed.append(lease.signed_on is not None)
    assert sorted(signed) == [False, True]  # one waits for the owner who writes it


def test_dwellings_are_held_back_and_one_is_for_emergencies(office: Office) -> None:
    held = [row.reservation.draft for row in office.reservations.rows()]
    assert {draft.settlement_year is None for draft in held} == {True, False}
    told = [office.suitability.of(row.id) for row in office.dwellings.rows()]
    (emergency,) = [each for each in told if each.emergency]
    assert not emergency.for_children


def test_two_households_are_settled_by_agreement(office: Office) -> None:
    known = office.settlements.rows()
    rows = [row for row in known if row.settlement.state is SettlementState.AGREED]
    assert len(rows) == 2
    assert len(known) > len(rows)  # and some were settled in the years before
    year = office.settlements.year(office.clock.today().year)
    assert year.quota is not None
    assert year.left is not None
    assert 0 < year.left < year.quota.persons
    for row in rows:
        judged = office.eligibility.judge(row.settlement.draft.application)
        assert judged.eligible


def test_one_appeal_is_assessed_and_one_is_sent_on(office: Office) -> None:
    states = Counter(row.state for row in office.appeals.rows())
    assert states == {AppealState.IN_ASSESSMENT: 1, AppealState.FORWARDED: 1}
    assert not any(office.appeals.timeliness(row.id).late for row in office.appeals.rows())


def test_a_prior_notice_is_out_and_answered(office: Office) -> None:
    issued = [row for row in office.decisions.rows() if row.state is not VedtakState.DRAFT]
    notices = [each for row in issued for each in office.advance_notices.of(row.id)]
    assert [each.weighed_on for each in notices] == [None]
    assert notices[0].answered_on is not None


def test_one_meeting_has_minutes_and_the_next_is_called(office: Office) -> None:
    coming, held = office.meetings.rows()
    today = office.clock.today()
    assert held.closed_on is not None
    assert held.held_on < today < coming.held_on
    assert held.items > len(GROUP_ORDER)
    assert office.letters.of(Ref("meeting", held.id))


def test_papers_are_missing_and_asked_for(office: Office) -> None:
    waits = [r for r in office.applications.rows() if r.state is ApplicationState.INCOMPLETE]
    assert [len(office.intake.missing_papers(row.id)) > 1 for row in waits] == [True]


def test_someone_speaks_for_one_and_gets_a_copy(office: Office) -> None:
    spoken = [row for row in office.people.rows() if office.intake.representatives(row.id)]
    assert len(spoken) == 1
    (case,) = [r for r in office.applications.rows() if r.applicant == spoken[0].id]
    (vedtak,) = office.decisions.rows(case.id)
    kinds = [row.kind for row in office.letters.of(Ref("vedtak", vedtak.id))]
    assert sorted(kinds) == [DocumentKind.VEDTAK, DocumentKind.VEDTAK_COPY]


def test_consents_hold(office: Office) -> None:
    today = office.clock.today()
    consents = [each for row in office.people.rows() for each in office.consents.of(row.id)]
    # two for the family whose home is at stake, and one for each who is helped with creditors
    assert len(consents) == 24 + len(WORKING)
    assert all(each.holds(today) and each.until is not None for each in consents)


def test_nothing_ties_the_strictly_protected_to_a_place(office: Office) -> None:
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    (row,) = [each for each in office.applications.rows() if each.protection is strict]
    assert row.group is TargetGroup.MENTAL_HEALTH
    told = office.intake.of(row.id)
    assert (told.landlord, told.rented_where) == ("", "")
    assert office.offers.of(row.id) == ()
    assert all(held.reservation.draft.application != row.id for held in office.reservations.rows())
