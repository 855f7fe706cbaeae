"""The leases that run out, as the alerts ask for them."""

from datetime import date, timedelta

from app.alerts.running_out import LeasesRunningOut
from app.core.clock import FixedClock
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk

TODAY = date(2026, 11, 23)


def test_a_term_is_found_by_its_last_day_with_its_address(
    office: Office, clock: FixedClock
) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, TODAY)
    clock.at += timedelta(days=30)
    ending = LeasesRunningOut(desk.leases, office.renewals)
    end = desk.leases.get(lease).draft.end
    assert end is not None
    (found,) = ending.ending(end)
    assert (found.lease, found.end_on) == (lease, end)
    assert ending.places([lease])[lease].address == "Ødegårdsvegen 4, H0201"
    assert not found.renewal_decided
    assert found.move_out_request_sent is None
    assert ending.ending(end - timedelta(days=1)) == ()


def test_a_protected_tenant_has_no_address(office: Office, clock: FixedClock) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, TODAY)
    clock.at += timedelta(days=30)
    office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    place = LeasesRunningOut(desk.leases, office.renewals).places([lease])[lease]
    assert (place.name, place.address) == (office.people.get(desk.person).name, "")
