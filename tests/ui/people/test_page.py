"""The list of persons, as the officer meets it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from app.core.ids import Ref
from app.core.text import HARD_BLANK
from app.office import Office
from app.people.model import AddressProtection, PersonDraft
from tests.factories import a_person
from tests.ui.walker import focusables, rich_labels, spoken_name, spoken_tree
from ui.kit.buttons import Button
from ui.kit.jobs import Jobs
from ui.navigation import SHOW_ALL, Navigator, PageId, Place
from ui.people.page import PeoplePage


def load_workbook(path: Path) -> list[list[object]]:
    """Every row of the first sheet."""
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()  # type: ignore[return-value]  # its own cell type


def shown(page: PeoplePage) -> list[str]:
    """The names in the list."""
    model = page._table.model
    return [model.record(row).name for row in range(model.rowCount())]


def opened(office: Office, qtbot: QtBot) -> PeoplePage:
    """The page, in sight."""
    page = PeoplePage(office, Navigator(Jobs()))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.refresh()
    return page


@pytest.fixture
def crowd(office: Office) -> Office:
    """Four persons: one protected, one to be looked over."""
    secret = replace(a_person(), protection=AddressProtection.CONFIDENTIAL)
    office.people.register(secret)
    office.people.register(PersonDraft("Aud", "Ødegård", to_check="Sjekk fødselsdatoen"))
    office.people.register(PersonDraft("Máhtte", "Čearru"))
    office.people.register(PersonDraft("Berit", "Aas"))
    return office


def test_everyone_stands_in_norwegian_order_with_the_facts_that_size_the_page(
    crowd: Office, qtbot: QtBot
) -> None:
    page = opened(crowd, qtbot)

    assert shown(page) == ["Čearru, Máhtte", "Kanarifugl, Kari", "Ødegård, Aud", "Aas, Berit"]
    assert (
        page._header.subtitle.replace(HARD_BLANK, " ")
        == "4 personer · 1 med adressesperre · 1 må ses over"
    )


def test_number_is_masked_and_protection_tells_no_address(crowd: Office, qtbot: QtBot) -> None:
    page = opened(crowd, qtbot)
    row = next(r for r in page._rows if r.protection is AddressProtection.CONFIDENTIAL)
    texts = [cell for column in page._table.seen().texts for cell in column]

    assert row.masked_id == "158885 •••••"
    assert "158885 •••••" in texts
    assert "Testbakken" not in " ".join(texts) + spoken_tree(page)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("odegard", ["Ødegård, Aud"]), ("cearru", ["Čearru, Máhtte"]), ("finnes ikke", [])],
)
def test_search_ignores_marks(crowd: Office, qtbot: QtBot, typed: str, found: list[str]) -> None:
    page = opened(crowd, qtbot)
    assert page._filters.search is not None
    QTest.keyClicks(page._filters.search, typed)
    QTest.keyClick(page._filters.search, Qt.Key.Key_Return)

    assert shown(page) == found


def test_a_filter_that_hides_all_says_which_and_can_be_cleared(crowd: Office, qtbot: QtBot) -> None:
    page = opened(crowd, qtbot)
    page._role.set_value("tenant")

    assert shown(page) == []
    assert "Rolle Leietaker" in spoken_tree(page)
    page._table.clear_filters.emit()
    assert len(shown(page)) == 4


def test_a_new_person_shows_at_once(crowd: Office, qtbot: QtBot) -> None:
    page = opened(crowd, qtbot)
    crowd.listen(page.learn)
    crowd.people.register(PersonDraft("Jonas", "Eksempeldal"))

    assert "Eksempeldal, Jonas" in shown(page)
    assert page._header.subtitle.startswith(f"5{HARD_BLANK}personer")


def test_enter_opens_the_household_card_and_ctrl_n_a_new_person(
    crowd: Office, qtbot: QtBot
) -> None:
    page = opened(crowd, qtbot)
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    person = page._rows[0].id
    page.show_place(Place(PageId.PEOPLE, Ref("person", person)))
    page._table.view.setFocus()
    QTest.keyClick(page._table.view, Qt.Key.Key_Return)
    new = next(b for b in page.findChildren(Button) if b.text() == "Ny person")
    assert new.shortcut() == QKeySequence("Ctrl+N")
    new.click()

    assert wanted == [
        Place(PageId.HOUSEHOLD, Ref("person", person)),
        Place(PageId.HOUSEHOLD, task="new"),
    ]


def test_the_empty_page_says_the_next_step(office: Office, qtbot: QtBot) -> None:
    page = opened(office, qtbot)
    words = spoken_tree(page)

    assert "Ingen personer ennå" in words
    assert "Registrer person" in words


def test_a_long_register_is_read_a_page_at_a_time(
    crowd: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PeoplePage, "long", 3)
    page = opened(crowd, qtbot)
    assert shown(page)[0] == "Čearru, Máhtte"
    page._table.sort("name")
    page._table.sort("name")
    assert shown(page)[0] == "Aas, Berit"

    assert page._filters.search is not None
    QTest.keyClicks(page._filters.search, "odegard")
    QTest.keyClick(page._filters.search, Qt.Key.Key_Return)
    assert shown(page) == ["Ødegård, Aud"]
    assert "av 4" in page._table.counts


def test_a_keyboard_and_a_screen_reader_find_everything(crowd: Office, qtbot: QtBot) -> None:
    page = opened(crowd, qtbot)

    assert [w for w in focusables(page) if w.isVisible() and not spoken_name(w)] == []
    assert rich_labels(page) == []
    assert page.minimumSizeHint().width() <= 960 - 61


def test_what_is_seen_is_saved_as_a_workbook_where_the_officer_says(
    crowd: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "liste")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    page = opened(crowd, qtbot)
    told: list[str] = []
    page.navigator.told.connect(lambda words, _: told.append(words))
    page._protection.set_value(AddressProtection.CONFIDENTIAL)
    page._export()
    rows = load_workbook(tmp_path / "liste.xlsx")

    assert told == ["Listen er lagret"]
    assert [row[0] for row in rows] == ["Navn", "Kanarifugl, Kari"]
    assert "Testbakken" not in str(rows)


def test_a_place_that_cannot_be_written_is_told(
    crowd: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "finnes ikke" / "liste.xlsx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    page = opened(crowd, qtbot)
    with qtbot.waitSignal(page.navigator.failed) as failed:
        page._export()

    assert failed.args is not None
    assert failed.args[0].code == "disk_refused"


def test_the_saved_filter_counts_those_to_look_over(crowd: Office, qtbot: QtBot) -> None:
    page = opened(crowd, qtbot)
    to_check = sum(bool(row.to_check) for row in crowd.people.rows())
    assert [one.count for one in page.saved_filters()] == [to_check]
    page.show_place(Place(PageId.PEOPLE, task="to_check"))
    assert page.filter_in_force() == "to_check"
    page._role.set_value("tenant")
    assert page.filter_in_force() == ""
    page.show_place(Place(PageId.PEOPLE, task=SHOW_ALL))
    assert page._filters.words == ""
