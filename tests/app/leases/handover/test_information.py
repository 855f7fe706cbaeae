"""§ 11-1 holds only for one who was told in writing in time (HL-50, HL-51)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.leases.handover.information.model import InformationState, InformationWay
from app.leases.handover.information.service import TenancyInformation
from app.leases.model import ImportedLease
from app.letters.model import DocumentKind
from tests.app.leases.desk import LeaseDesk
from tests.app.letters.documents import PDF

HAND = InformationWay.BY_HAND


@pytest.fixture
def told(desk: LeaseDesk) -> TenancyInformation:
    return desk.office.tenancy_information


@pytest.fixture
def taken_in(desk: LeaseDesk) -> LeaseId:
    """A lease from a sheet: nobody knows what was said before it was signed."""
    imported = ImportedLease(desk.person, desk.dwelling, desk.office.clock.today())
    with desk.office.unit("import.taken_in") as unit:
        return desk.leases.take_in(unit, imported)


def test_hl_51_the_lease_itself_can_be_the_writing(
    told: TenancyInformation, lease: LeaseId
) -> None:
    state = told.of(lease).state
    assert state is InformationState.IN_LEASE
    assert state.holds


def test_hl_51_given_before_signing_it_holds(
    desk: LeaseDesk, told: TenancyInformation, lease: LeaseId
) -> None:
    told.give(lease, desk.office.clock.today() - timedelta(days=3), HAND)
    known = told.of(lease)
    assert known.state is InformationState.IN_TIME
    assert known.given is not None
    assert known.given.way is HAND


def test_hl_51_given_after_signing_the_exceptions_do_not_hold(
    told: TenancyInformation, taken_in: LeaseId, clock: FixedClock
) -> None:
    assert told.of(taken_in).state is InformationState.MISSING
    clock.at += timedelta(days=2)
    told.give(taken_in, clock.today(), HAND)
    known = told.of(taken_in).state
    assert known is InformationState.TOO_LATE
    assert not known.holds


def test_a_day_in_the_future_is_refused(
    desk: LeaseDesk, told: TenancyInformation, lease: LeaseId
) -> None:
    with pytest.raises(Invalid):
        told.give(lease, desk.office.clock.today() + timedelta(days=1), HAND)


def test_the_sheet_is_kept_on_the_lease(
    desk: LeaseDesk, told: TenancyInformation, lease: LeaseId
) -> None:
    made = told.issue(lease, to_send=True)
    issued = desk.letters.get(made)
    assert issued.kind is DocumentKind.TENANCY_INFORMATION
    assert issued.to_send


def test_hl_50_a_dwelling_for_anyone_needs_none(desk: LeaseDesk, told: TenancyInformation) -> None:
    lease = desk.prepared()
    draft = desk.leases.get(lease).draft
    desk.leases.save_draft(lease, replace(draft, for_disadvantaged=False, exceptions=()))
    assert told.of(lease).state is InformationState.NOT_NEEDED
    with pytest.raises(OfficeError):
        told.issue(lease)


def test_a_signed_copy_comes_in_after_the_signing(desk: LeaseDesk, lease: LeaseId) -> None:
    copies = desk.office.signed_copies
    assert copies.missing() == (lease,)
    made = copies.add(lease, PDF, "application/pdf")
    assert copies.of(lease) == (made,)
    assert copies.missing() == ()


def test_a_copy_needs_a_file_and_a_signature(desk: LeaseDesk) -> None:
    lease = desk.prepared()
    desk.leases.issue(lease)
    copies = desk.office.signed_copies
    with pytest.raises(OfficeError) as caught:
        copies.add(lease, PDF, "application/pdf")
    assert caught.value.code == "lease_not_signed"
    desk.leases.signed(lease, desk.office.clock.today())
    with pytest.raises(Invalid):
        copies.add(lease, None, "")
    with pytest.raises(Invalid):
        copies.add(lease, b"PK", "application/pdf")
