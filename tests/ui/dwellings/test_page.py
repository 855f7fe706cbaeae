"""The list of dwellings and the house beside it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.core.text import HARD_BLANK
from app.dwellings.model import DwellingStatus
from app.office import Office
from tests.factories import a_dwelling
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.dwellings.page import DwellingsPage
from ui.kit.cells import EDGE_PAD, PAD, cell_width
from ui.kit.filters import Choice
from ui.kit.jobs import Jobs
from ui.navigation import SHOW_ALL, Navigator, PageId, Place

HOUSE = a_dwelling(street="Eksempelvegen", house_number="43")


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> DwellingsPage:
    """Four flats in one house, one of them under repair, and one dwelling elsewhere."""
    for unit in ("H0101", "H0102", "H0201"):
        office.dwellings.register(replace(HOUSE, unit_number=unit))
    office.dwellings.register(
        replace(HOUSE, unit_number="H0202", status=DwellingStatus.MAINTENANCE)
    )
    office.dwellings.register(a_dwelling())
    made = DwellingsPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1260, 760)
    made.show()
    made.refresh()
    return made


def addresses(page: DwellingsPage) -> list[str]:
    return [row.address for row in page._shown]


def test_the_list_is_sized_sorted_and_searched_without_marks(page: DwellingsPage) -> None:
    subtitle = page._header.subtitle.replace(HARD_BLANK, " ")
    assert subtitle == "5 boliger · 4 ledige"
    assert addresses(page)[0] == "Eksempelvegen 43, H0101"
    assert page._filters.search is not None
    QTest.keyClicks(page._filters.search, "odegard")
    page._show()
    assert addresses(page) == ["Ødegårdsvegen 4, H0201"]


def test_a_status_filter_and_its_empty_words(page: DwellingsPage) -> None:
    page.show_place(Place(PageId.DWELLINGS, task="maintenance"))
    assert addresses(page) == ["Eksempelvegen 43, H0202"]

    page.show_place(Place(PageId.DWELLINGS, task="retired"))
    assert addresses(page) == []
    assert "Status Utgått" in spoken_tree(page)


def test_the_house_of_a_flat_has_a_named_square_for_each(page: DwellingsPage) -> None:
    flat = page._shown[0]
    page._table.select(flat.id)

    assert page._house.isVisible()
    names = [square.accessibleName() for square in page._house.squares]
    assert names == [
        "H0101, Klar for innflytting",
        "H0102, Klar for innflytting",
        "H0201, Klar for innflytting",
        "H0202, Vedlikehold",
    ]
    assert [square.isChecked() for square in page._house.squares] == [True, False, False, False]


def test_a_square_stands_on_its_row_and_opens_it(page: DwellingsPage) -> None:
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    page._table.select(page._shown[0].id)
    square = page._house.squares[3]
    square.click()

    assert page._table.current == square.row
    page._house.opened.emit(square.row.id)
    assert wanted == [Place(PageId.DWELLING, Ref("dwelling", square.row.id))]


def test_a_filter_that_leaves_one_house_shows_it(page: DwellingsPage) -> None:
    assert page._filters.search is not None
    page._filters.search.setText("Eksempelvegen")
    page._show()

    assert page._house.isVisible()
    assert page._house.title.text() == "Eksempelvegen 43"


def test_a_dwelling_alone_in_its_house_has_no_panel(page: DwellingsPage) -> None:
    page._table.select(page._shown[-1].id)

    assert not page._house.isVisible()


def test_a_keyboard_and_a_screen_reader_find_everything(page: DwellingsPage) -> None:
    page._table.select(page._shown[0].id)

    assert [w for w in focusables(page) if w.isVisible() and not spoken_name(w)] == []
    assert rich_labels(page) == []
    assert page.minimumSizeHint().width() <= 960 - 61


def test_saved_filters_count_and_say_which_is_in_force(page: DwellingsPage) -> None:
    assert [(one.key, one.words, one.count) for one in page.saved_filters()] == [
        ("ready", "Ledige nå", 4),
        ("maintenance", "Vedlikehold", 1),
        ("to_check", "Må ses over", 0),
    ]
    page.show_place(Place(PageId.DWELLINGS, task="to_check"))
    assert (addresses(page), page.filter_in_force()) == ([], "to_check")
    page.show_place(Place(PageId.DWELLINGS, task="maintenance"))
    assert addresses(page) == ["Eksempelvegen 43, H0202"]
    assert page.filter_in_force() == "maintenance"
    page._owner.set_choices([Choice("Lia", "Lia")])
    page._owner.set_value("Lia")
    assert page.filter_in_force() == ""
    page.show_place(Place(PageId.DWELLINGS, task=SHOW_ALL))
    assert (len(addresses(page)), page.filter_in_force()) == (5, "")


@pytest.mark.parametrize("width", [580, 843, 990])
def test_nothing_in_the_list_is_cut(page: DwellingsPage, width: int) -> None:
    page.resize(width, 700)
    view, model = page._table.view, page._table.model
    shown = [c for c in range(len(model.columns)) if not view.header.isSectionHidden(c)]
    for column in shown:
        for row in range(model.rowCount()):
            wide = cell_width(model.cell(row, column)) - 2 * EDGE_PAD + 2 * PAD
            assert wide <= view.columnWidth(column)


def test_a_narrow_window_opens_the_house_by_a_button(page: DwellingsPage) -> None:
    page.resize(1040, 700)
    page._table.select(page._shown[0].id)
    assert not page._house.isVisible()
    assert page._see_house.isVisible()
    page._see_house.click()
    assert page._house.isVisible()
    page._house.choose(page._house.squares[2].row.id)
    assert page._house.isVisible()
    assert page._see_house.text() == "Skjul huset"
    QTest.keyClick(page._house, Qt.Key.Key_Escape)
    assert page._see_house.text() == "Vis huset"
    assert not page._house.isVisible()
