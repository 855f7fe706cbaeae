"""The list of what does not hang together leads to where it is put right."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.leases.model import ImportedLease
from app.office import Office
from app.overview.holes.model import HoleKind
from app.settings.saved_lists.model import Chosen
from tests.factories import a_number, registered_dwelling, registered_person
from tests.ui import walker
from ui.kit.jobs import Jobs
from ui.navigation import SHOW_ALL, Navigator, PageId, Place
from ui.overview.holes_page import HolesPage


@pytest.fixture
def went() -> list[Place]:
    """Where the page asked to go."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place]) -> HolesPage:
    """The page over an empty register."""
    navigator = Navigator(Jobs())
    navigator.wanted.connect(went.append)
    page = HolesPage(office, navigator)
    qtbot.addWidget(page)
    page.reload()
    return page


def two_in_one_flat(office: Office) -> None:
    """What an old sheet may say."""
    home = registered_dwelling(office)
    first = registered_person(office)
    second = registered_person(office, national_id=a_number(date(1970, 1, 2), 0))
    with office.unit("sheet.taken_in") as unit:
        office.leases.take_in(unit, ImportedLease(first, home, date(2025, 1, 1)))
        office.leases.take_in(unit, ImportedLease(second, home, date(2026, 1, 1)))


def test_an_empty_list_says_that_all_is_well(page: HolesPage) -> None:
    assert "Alt henger sammen" in walker.spoken_tree(page)
    assert walker.unnamed_focusables(page) == []


def test_it_tells_what_is_wrong_against_what_and_leads_there(
    page: HolesPage, office: Office, went: list[Place]
) -> None:
    two_in_one_flat(office)
    page.reload()
    page.show_place(Place(PageId.HOLES, task=HoleKind.TWO_LEASES))
    seen = page.table.seen().texts
    assert len(seen) == 1
    assert "To avtaler på én bolig" in seen[0]
    row = next(hole for hole in office.holes.found() if hole.kind is HoleKind.TWO_LEASES)
    page.table.opened.emit(row)
    assert went == [Place(PageId.LEASE, row.ref)]


def test_one_that_lacks_a_signed_copy_is_opened_where_it_is_put_in(
    page: HolesPage, office: Office, went: list[Place]
) -> None:
    two_in_one_flat(office)
    page.reload()
    hole = next(hole for hole in office.holes.found() if hole.kind is HoleKind.NO_SIGNED_COPY)
    page.table.opened.emit(hole)
    assert went == [Place(PageId.LEASE, hole.ref, "handover")]


def test_what_many_old_leases_lack_is_one_line_with_a_way_to_them(
    page: HolesPage, office: Office
) -> None:
    for place in range(6):
        home = registered_dwelling(office, street=f"Gate {place}")
        tenant = registered_person(office, national_id=a_number(date(1970, 1, 2 + place), 0))
        with office.unit("sheet.taken_in") as unit:
            office.leases.take_in(unit, ImportedLease(tenant, home, date(2025, 1, 1)))
    page.reload()
    assert page.table.seen().texts == ()
    assert "leid ut uten vedtak" in walker.spoken_tree(page)
    page.which.set_value(HoleKind.NO_VEDTAK)
    assert len(page.table.seen().texts) == 6


def test_a_list_of_what_must_be_mended_is_kept_and_counted(page: HolesPage, office: Office) -> None:
    two_in_one_flat(office)
    page.reload()
    kept = office.saved_lists.save("holes", "To avtaler", Chosen({"Vis": "two_leases"}))
    office.listen(page.learn)
    office.saved_lists.save("holes", "Nøkler ute", Chosen({"Vis": "keys_out"}))
    assert [(own.words, own.count) for own in page.sidebar_filters()] == [
        ("To avtaler", 1),
        ("Nøkler ute", 0),
    ]
    page.arrive(Place(PageId.HOLES, task=f"own:{kept}"))
    assert page.sidebar_filter() == f"own:{kept}"
    assert len(page.table.seen().texts) == 1
    page.arrive(Place(PageId.HOLES, task=SHOW_ALL))
    assert page.sidebar_filter() == ""
