"""The start package comes from the vedtak, and none needs a reason (D19)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.decisions.content.model import StartPart
from app.leases.handover.start.model import StartOwner
from app.leases.handover.start.rules import bostotte_due
from app.leases.handover.start.service import StartPackages
from app.letters.model import DocumentKind
from tests.app.leases.desk import LeaseDesk

BOSTOTTE = StartPart.BOSTOTTE


@pytest.fixture
def starts(desk: LeaseDesk) -> StartPackages:
    return desk.office.start_packages


@pytest.fixture
def bare(desk: LeaseDesk) -> LeaseId:
    """A lease without vedtak, signed: nobody has set a start package."""
    other = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    desk.leases.issue(other)
    desk.leases.signed(other, desk.office.clock.today())
    return other


def test_doc_04_what_the_vedtak_set_arrives_by_the_same_codes(
    starts: StartPackages, lease: LeaseId
) -> None:
    package = starts.of(lease)
    assert tuple(task.part for task in package.tasks) == tuple(StartPart)
    assert all(task.decided for task in package.tasks)
    assert package.left == len(StartPart)
    assert starts.missing() == ()


@given(st.dates(date(2020, 1, 1), date(2040, 12, 1)))
def test_bostotte_is_applied_for_by_the_25th_and_never_before_moving_in(start: date) -> None:
    due = bostotte_due(start, 25)
    assert due.day == 25
    assert timedelta() <= due - start <= timedelta(days=30)


def test_owner_and_day_are_changed_and_done_is_ticked(
    desk: LeaseDesk, starts: StartPackages, lease: LeaseId
) -> None:
    by = date(2026, 12, 20)
    starts.set(lease, BOSTOTTE, StartOwner.NAV, by)
    starts.done(lease, BOSTOTTE)
    task = next(task for task in starts.of(lease).tasks if task.part is BOSTOTTE)
    assert (task.owner, task.due_on, task.done_on, task.decided) == (
        StartOwner.NAV,
        by,
        desk.office.clock.today(),
        True,
    )
    with pytest.raises(OfficeError):
        starts.done(lease, BOSTOTTE)
    starts.undone(lease, BOSTOTTE)
    assert starts.of(lease).left == len(StartPart)


def test_a_tick_is_undone(desk: LeaseDesk, starts: StartPackages, lease: LeaseId) -> None:
    starts.done(lease, BOSTOTTE)
    desk.office.history.undo()
    assert starts.of(lease).left == len(StartPart)


def test_d19_none_needs_a_reason(starts: StartPackages, bare: LeaseId, desk: LeaseDesk) -> None:
    assert starts.of(bare).missing
    assert [(each.lease, each.dwelling) for each in starts.missing()] == [(bare, desk.dwelling)]
    with pytest.raises(Invalid) as caught:
        starts.waive(bare, "  ")
    assert [problem.code for problem in caught.value.problems] == ["start_reason_missing"]
    starts.waive(bare, "Har bodd i slik bolig før.")
    assert starts.of(bare).no_reason
    assert starts.missing() == ()


def test_parts_can_be_added_where_no_vedtak_set_any(starts: StartPackages, bare: LeaseId) -> None:
    proposal = starts.proposed(bare, BOSTOTTE)
    starts.set(bare, proposal.part, proposal.owner, proposal.due_on)
    assert [task.part for task in starts.of(bare).tasks] == [BOSTOTTE]
    assert starts.missing() == ()
    with pytest.raises(OfficeError) as caught:
        starts.waive(bare, "trengs ikke")
    assert caught.value.code == "start_package_there"


def test_the_checklist_is_kept_and_an_empty_one_is_not_made(
    desk: LeaseDesk, starts: StartPackages, lease: LeaseId
) -> None:
    made = starts.issue(lease)
    assert desk.letters.get(made).kind is DocumentKind.START_PACKAGE


def test_an_empty_checklist_is_not_made(starts: StartPackages, bare: LeaseId) -> None:
    with pytest.raises(OfficeError) as caught:
        starts.issue(bare)
    assert caught.value.code == "start_package_empty"
