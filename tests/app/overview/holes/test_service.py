"""The list of holes on the real register."""

from datetime import date, timedelta

from app.core.clock import FixedClock
from app.core.ids import Ref
from app.dwellings.model import DwellingStatus
from app.leases.model import ImportedLease
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.holes.model import HoleKind
from tests.app.leases.desk import LeaseDesk
from tests.app.letters.documents import PDF
from tests.factories import a_number, registered_dwelling, registered_person

TODAY = date(2026, 11, 23)


def kinds(office: Office) -> list[tuple[HoleKind, Ref]]:
    return [(hole.kind, hole.ref) for hole in office.holes.found()]


def test_hl_03_a_lease_lacks_its_signed_copy_until_it_is_scanned(
    office: Office, clock: FixedClock
) -> None:
    """Eviction clauses and § 11-1 hold in writing alone, so the paper must be there."""
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, TODAY)
    assert kinds(office) == []
    clock.at += timedelta(days=10)
    assert kinds(office) == [(HoleKind.NO_SIGNED_COPY, Ref("lease", lease))]
    case, kind = Ref("lease", lease), DocumentKind.SIGNED_LEASE
    office.letters.receive(case, desk.person, PDF, "application/pdf", "Avtale", kind)
    assert kinds(office) == []


def test_an_imported_lease_has_neither_vedtak_nor_copy_and_a_second_one_is_told(
    office: Office,
) -> None:
    home = registered_dwelling(office)
    first = registered_person(office)
    second = registered_person(office, national_id=a_number(date(1970, 1, 2), 0))
    with office.unit("sheet.taken_in") as unit:
        one = office.leases.take_in(unit, ImportedLease(first, home, date(2025, 1, 1)))
        two = office.leases.take_in(unit, ImportedLease(second, home, date(2026, 1, 1)))
    found = kinds(office)
    assert (HoleKind.TWO_LEASES, Ref("lease", one)) in found
    assert (HoleKind.NO_VEDTAK, Ref("lease", two)) in found
    assert (HoleKind.NO_SIGNED_COPY, Ref("lease", two)) in found


def test_a_let_dwelling_without_a_lease_is_told(office: Office) -> None:
    home = registered_dwelling(office)
    office.dwellings.change_status(home, DwellingStatus.LET, TODAY)
    assert kinds(office) == [(HoleKind.LET_WITHOUT_LEASE, Ref("dwelling", home))]
    other = registered_dwelling(office, street="Elvegata")
    office.leases.let_on_paper(other, TODAY, "Mappe 12 i skapet")
    assert (HoleKind.LET_WITHOUT_LEASE, Ref("dwelling", other)) not in kinds(office)
