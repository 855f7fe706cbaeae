"""What comes next on a real register, who stands first, and what is logged."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.arrears.model import Tenancy
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.steps.model import (
    AgreementStanding,
    ArrearsStepKind,
    ContactDraft,
    ProposedKind,
    ProposedReason,
    RankReason,
)
from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, Role
from tests.app.arrears.steps.desk import TODAY, RentDesk
from tests.factories import registered_person

CALL = ContactDraft(ArrearsStepKind.CALL, TODAY, spoke=True, words="Betaler fredag.")


@pytest.fixture
def desk(office: Office) -> RentDesk:
    """A tenancy that runs."""
    return RentDesk(office)


def test_al_09_the_first_missed_rent_is_proposed_the_day_after_it_was_due(desk: RentDesk) -> None:
    desk.claim(TODAY - timedelta(days=3))  # friday 20 November
    (row,) = desk.office.arrears_steps.proposals()
    assert row.next.kind is ProposedKind.FRIENDLY_CONTACT
    assert row.next.reason is ProposedReason.FIRST_MISSED
    assert (row.next.from_day, row.owed.days) == (date(2026, 11, 21), 3)
    assert row.rank is RankReason.YOUNG


def test_a_tenancy_that_owes_nothing_or_is_closed_is_not_in_the_list(desk: RentDesk) -> None:
    desk.claim(TODAY - timedelta(days=3))
    desk.pay(TODAY, 8450)
    assert desk.office.arrears_steps.proposals() == ()
    assert desk.office.arrears_steps.next(desk.lease).reason is ProposedReason.NOTHING_LATE


def test_children_are_counted_with_their_ages_and_stand_first(desk: RentDesk) -> None:
    office = desk.office
    child = registered_person(
        office, given_name="Lill", national_id="", birth_date=date(2019, 12, 1)
    )
    grown = registered_person(
        office, given_name="Per", national_id="", birth_date=date(2008, 11, 23)
    )
    tenant = office.arrears.tenancy(desk.lease).tenant
    members = (
        MemberDraft(tenant, Role.APPLICANT),
        MemberDraft(child, Role.CHILD),
        MemberDraft(grown, Role.CHILD),
    )
    office.people.found_household(HouseholdKind.SINGLE_PARENT, members)
    desk.claim(date(2026, 11, 2))
    (row,) = office.arrears_steps.proposals()
    assert row.children.ages == (6,)
    assert row.rank is RankReason.CHILDREN_YOUNG


def test_a_call_is_one_step_and_can_be_undone(desk: RentDesk) -> None:
    desk.claim(date(2026, 11, 2))
    steps = desk.office.arrears_steps
    steps.log_contact(desk.lease, CALL)
    (step,) = steps.of(desk.lease)
    assert (step.kind, step.spoke, step.day) == (ArrearsStepKind.CALL, True, TODAY)
    assert steps.next(desk.lease).kind is ProposedKind.REMINDER
    assert steps.next(desk.lease).from_day == date(2026, 11, 30)
    desk.office.history.undo()
    assert steps.of(desk.lease) == ()
    assert steps.next(desk.lease).kind is ProposedKind.FRIENDLY_CONTACT


def test_a_contact_needs_a_day_that_has_been_and_a_word(desk: RentDesk) -> None:
    draft = ContactDraft(ArrearsStepKind.REMINDER, TODAY + timedelta(days=1))
    with pytest.raises(Invalid) as caught:
        desk.office.arrears_steps.log_contact(desk.lease, draft)
    assert [each.field for each in caught.value.problems] == ["kind", "day", "words"]


class Told:
    """How an agreement stands, for tests."""

    def __init__(
        self, lease: LeaseId, agreed: AgreementStanding, broken: date | None = None
    ) -> None:
        self._told = {lease: (agreed, broken)}

    def standings(self, day: date) -> Mapping[LeaseId, tuple[AgreementStanding, date | None]]:
        return self._told


def test_nothing_comes_while_a_pause_or_an_agreement_holds(desk: RentDesk) -> None:
    desk.claim(date(2026, 11, 2))
    steps, until = desk.office.arrears_steps, TODAY + timedelta(days=10)
    pause = desk.office.pauses.begin(desk.lease, PauseDraft(PauseReason.ILL, "Innlagt", until))
    found = steps.next(desk.lease)
    assert (found.kind, found.from_day) == (ProposedKind.NONE, until + timedelta(days=1))
    desk.office.pauses.end(pause, "Er hjemme")
    steps.know_agreed(Told(desk.lease, AgreementStanding.KEPT))
    assert steps.next(desk.lease).reason is ProposedReason.AGREED
    steps.know_agreed(Told(desk.lease, AgreementStanding.BROKEN, TODAY))
    assert steps.next(desk.lease).reason is ProposedReason.AGREEMENT_BROKEN


class Wrong:
    """Facts that disagree."""

    def __init__(self, *leases: LeaseId) -> None:
        self._leases = frozenset(leases)

    def disagreeing(self, among: Iterable[Tenancy]) -> frozenset[LeaseId]:
        return self._leases & {each.lease for each in among}


def test_facts_that_disagree_are_put_right_first(desk: RentDesk) -> None:
    desk.claim(date(2026, 11, 2))
    desk.office.arrears_steps.know_check(Wrong(desk.lease))
    assert desk.office.arrears_steps.next(desk.lease).kind is ProposedKind.CHECK_DATA


def test_nothing_is_sent_on_before_a_demand_was_missed(desk: RentDesk) -> None:
    desk.claim(date(2026, 11, 2))
    with pytest.raises(OfficeError) as caught:
        desk.office.arrears_steps.send_on(desk.lease)
    assert caught.value.code == "arrears_not_to_be_sent_on"


def test_nothing_is_proposed_or_done_about_one_strengt_fortrolig(desk: RentDesk) -> None:
    desk.claim(date(2026, 11, 2))
    steps = desk.office.arrears_steps
    tenancy = desk.office.arrears.tenancy(desk.lease)
    desk.office.people.shield(tenancy.tenant, "Politiet", "P-1")
    assert steps.proposals() == ()
    assert replace(tenancy).lease not in {row.tenancy.lease for row in steps.proposals()}


def test_a_call_stands_in_the_one_log_of_contact_too(desk: RentDesk) -> None:
    desk.claim(date(2026, 11, 2))
    desk.office.arrears_steps.log_contact(desk.lease, CALL)
    tenant = desk.office.arrears.tenancy(desk.lease).tenant
    (note,) = desk.office.contact_notes.of(tenant)
    assert (note.now.words, note.now.happened_on) == ("Betaler fredag.", TODAY)
    assert note.now.outcome.met
