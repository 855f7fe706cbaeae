"""An end is a record of its own: it can be taken back, and the past stays as it was."""

from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId, Ref
from app.leases.endings.model import EndCause
from app.leases.model import LeaseState
from tests.app.leases.desk import LeaseDesk

LAST = date(2027, 3, 31)


def end(desk: LeaseDesk, lease: LeaseId, last_day: date = LAST) -> None:
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        desk.office.endings.end(unit, lease, last_day, EndCause.TENANT_NOTICE)


def test_it_ends_the_day_after_the_last_one(desk: LeaseDesk, lease: LeaseId) -> None:
    end(desk, lease)
    assert desk.leases.get(lease, LAST).state is LeaseState.UNDER_NOTICE
    # over only when the dwelling is back too (HL-73)
    assert desk.leases.get(lease, LAST + timedelta(days=1)).state is LeaseState.OVERSTAY
    assert desk.leases.get(lease).last_day == LAST
    assert desk.leases.get(lease).draft.end == date(2029, 11, 30)
    assert not [
        each for each in desk.leases.ending(LAST + timedelta(days=1)) if each.lease == lease
    ]


def test_what_is_taken_back_runs_on_and_both_are_remembered(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    end(desk, lease)
    first = desk.office.clock.today()
    clock.at += timedelta(days=10)
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        desk.office.endings.take_back(unit, lease, "Trakk oppsigelsen")
    after = LAST + timedelta(days=1)
    assert desk.leases.get(lease, after).state is LeaseState.RUNNING
    assert desk.office.endings.of(lease) is None
    assert [each.last_day for each in desk.office.endings.said(lease)] == [LAST, None]
    held = desk.office.endings.of(lease, first)
    assert held is not None
    assert held.last_day == LAST


def test_a_lease_cannot_end_before_it_begins_nor_before_it_is_signed(
    desk: LeaseDesk, lease: LeaseId
) -> None:
    with pytest.raises(Invalid) as refused:
        end(desk, lease, date(2026, 1, 1))
    assert refused.value.problems[0].code == "end_before_start"
    unsigned = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    with pytest.raises(OfficeError) as never:
        end(desk, unsigned)
    assert never.value.code == "lease_not_running"


def test_an_end_of_another_cause_holds_again_when_the_last_one_is_taken_back(
    desk: LeaseDesk, lease: LeaseId
) -> None:
    endings = desk.office.endings
    end(desk, lease)
    sooner = LAST - timedelta(days=31)
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        endings.end(unit, lease, sooner, EndCause.AGREED, "Avtalt på kontoret")
    beneath = endings.beneath(lease)
    assert beneath is not None
    assert beneath.cause is EndCause.TENANT_NOTICE
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        endings.take_back(unit, lease, "Rakk det ikke")
    held = endings.of(lease)
    assert held is not None
    assert (held.cause, held.last_day) == (EndCause.TENANT_NOTICE, LAST)
    assert endings.beneath(lease) is None


def test_what_is_taken_back_beneath_does_not_come_again(desk: LeaseDesk, lease: LeaseId) -> None:
    endings = desk.office.endings
    end(desk, lease)
    sooner = LAST - timedelta(days=31)
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        endings.end(unit, lease, sooner, EndCause.AGREED, "Avtalt på kontoret")
        endings.take_back(unit, lease, "Trakk oppsigelsen", cause=EndCause.TENANT_NOTICE)
    held = endings.of(lease)
    assert held is not None
    assert (held.cause, held.last_day) == (EndCause.AGREED, sooner)
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        endings.take_back(unit, lease, "Rakk det ikke")
    assert endings.of(lease) is None
