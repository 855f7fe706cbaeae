"""The list of leases: who, where, until when, and what comes next."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.leases.columns import COLUMNS
from ui.leases.page import LeasesPage
from ui.navigation import SHOW_ALL, Navigator, PageId, Place

TODAY = date(2026, 11, 23)


@pytest.fixture
def went() -> list[Place]:
    """Where the page asked to go."""
    return []


@pytest.fixture
def leases(qtbot: QtBot, office: Office, went: list[Place]) -> LeasesPage:
    """The list in a wide window."""
    navigator = Navigator(Jobs())
    navigator.wanted.connect(went.append)
    made = LeasesPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def cells(page: LeasesPage) -> list[list[str]]:
    """What every row shows."""
    return [list(row) for row in page.table.seen().texts]


def signed(desk: LeaseDesk) -> LeaseId:
    """A lease that both have signed."""
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, TODAY)
    return lease


def test_a_lease_is_followed_from_draft_to_its_end(
    leases: LeasesPage, desk: LeaseDesk, clock: FixedClock
) -> None:
    lease = desk.prepared()
    assert cells(leases)[0][-3:-1] == ["Lag avtalen", "Utkast"]
    desk.leases.issue(lease)
    assert cells(leases)[0][-3:-1] == ["Registrer underskrift", "Til underskrift"]
    desk.leases.signed(lease, TODAY)
    assert cells(leases)[0][-3:-1] == ["Begynner om 8\u00a0dager", "Underskrevet"]
    clock.at += timedelta(days=30)
    leases.reload()
    (row,) = cells(leases)
    assert row[:4] == ["Kari Kanarifugl", "Ødegårdsvegen 4", "01.12.2026", "30.11.2029"]
    assert row[4:] == ["Går ut om 3\u00a0år", "Gjelder", "8\u00a0200"]
    clock.at += timedelta(days=3 * 365)
    leases.reload()
    assert cells(leases)[0][4:6] == ["Trygg til 28.02.2030", "Leietiden er ute"]


def test_the_filters_show_what_they_say(
    leases: LeasesPage, desk: LeaseDesk, clock: FixedClock
) -> None:
    signed(desk)
    clock.at += timedelta(days=30)
    leases.reload()
    leases.show_place(Place(PageId.LEASES, task="ending"))
    assert cells(leases) == []
    clock.at += timedelta(days=2 * 365 + 200)
    leases.reload()
    assert len(cells(leases)) == 1
    leases.which.set_value("to_sign")
    assert cells(leases) == []


def test_two_flats_of_one_house_do_not_look_alike(leases: LeasesPage, desk: LeaseDesk) -> None:
    desk.prepared()
    listed = leases.table.model.record(0)
    column = next(each for each in COLUMNS if each.key == "dwelling")
    cell = column.cell(listed)
    assert (cell.text, cell.second) == ("Ødegårdsvegen 4", "H0201")
    assert column.exported(listed) == "Ødegårdsvegen 4, H0201"
    leases.table.search("ødegårdsvegen h0201")
    assert len(cells(leases)) == 1


def test_what_the_header_counts_is_what_the_list_shows(leases: LeasesPage, desk: LeaseDesk) -> None:
    lease = desk.prepared()
    desk.leases.issue(lease)
    assert leases.header.subtitle == "1\u00a0leieforhold · 1 skal underskrives"
    assert len(cells(leases)) == 1
    desk.leases.cancel(lease, "trakk seg")
    assert leases.header.subtitle == "0\u00a0leieforhold"
    assert cells(leases) == []


def test_the_sidebar_has_the_filters_with_their_counts(leases: LeasesPage, desk: LeaseDesk) -> None:
    desk.leases.issue(desk.prepared())
    held = {one.key: one.count for one in leases.saved_filters()}
    assert held == {"ending": 0, "to_sign": 1, "to_check": 0}
    assert leases.filter_in_force() == ""
    leases.show_place(Place(PageId.LEASES, task="to_sign"))
    assert leases.filter_in_force() == "to_sign"
    leases.show_place(Place(PageId.LEASES, task=SHOW_ALL))
    assert leases.filter_in_force() == ""


def test_a_protected_tenant_has_no_address_in_the_list(
    leases: LeasesPage, desk: LeaseDesk, office: Office
) -> None:
    signed(desk)
    office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert cells(leases)[0][1] == "Skjermet adresse"


def test_enter_opens_the_lease_and_the_button_begins_one(
    leases: LeasesPage, desk: LeaseDesk, went: list[Place]
) -> None:
    lease = desk.prepared()
    leases.table.opened.emit(leases.table.model.record(0))
    assert went == [Place(PageId.LEASE, Ref("lease", lease))]


def test_everything_has_a_name_and_fits_a_small_window(leases: LeasesPage, desk: LeaseDesk) -> None:
    desk.prepared()
    assert unnamed_focusables(leases) == []
    assert leases.minimumSizeHint().width() <= 900
    assert leases.minimumSizeHint().height() <= 540
