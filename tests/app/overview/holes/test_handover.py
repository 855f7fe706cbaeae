"""Keys that did not come back, and homes nobody has made a start package for."""

from datetime import date, timedelta

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.dwellings.keys.model import DoorKeyKind
from app.leases.endings.model import EndCause
from app.office import Office
from app.overview.holes.model import HoleKind
from tests.app.leases.conftest import desk, lease
from tests.app.leases.desk import LeaseDesk

__all__ = ["desk", "lease"]
LAST = date(2027, 3, 31)


def test_hl_73_keys_that_are_out_after_the_lease_stand_until_they_are_back(
    office: Office, desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    keys = office.door_keys.register(desk.dwelling, DoorKeyKind.DOOR, "A1–A3")
    office.door_keys.hand_out(keys[:2], lease)
    with office.unit("lease.ended", Ref("lease", lease)) as unit:
        office.endings.end(unit, lease, LAST, EndCause.AGREED)

    def out() -> list[tuple[date | None, int]]:
        found = office.holes.found()
        return [(hole.since, hole.count) for hole in found if hole.kind is HoleKind.KEYS_OUT]

    clock.at += LAST - clock.today()
    assert out() == []
    clock.at += timedelta(days=1)
    assert out() == [(LAST + timedelta(days=1), 2)]
    office.door_keys.take_back(keys[:1], clock.today(), lease)
    assert out() == [(LAST + timedelta(days=1), 1)]
    office.door_keys.lost(keys[1:2], clock.today(), lease=lease)
    assert out() == []


def test_d19_a_lease_without_start_package_stands_until_there_is_one_or_a_reason(
    office: Office, desk: LeaseDesk, clock: FixedClock
) -> None:
    bare = desk.leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    desk.leases.issue(bare)
    desk.leases.signed(bare, clock.today())

    def without() -> list[Ref]:
        found = office.holes.found()
        return [hole.ref for hole in found if hole.kind is HoleKind.NO_START_PACKAGE]

    assert without() == [Ref("lease", bare)]
    office.start_packages.waive(bare, "Leieren har bodd i huset før.")
    assert without() == []
