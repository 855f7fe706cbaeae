"""Lists of the officer's own: saved from a page, counted, shown, exported, taken back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.dwellings.model import DwellingStatus
from app.office import Office
from app.settings.saved_lists.model import Chosen
from tests.factories import a_dwelling, a_person
from ui.dwellings.page import DwellingsPage
from ui.kit.ask import AskDialog
from ui.kit.filters import Pill
from ui.kit.jobs import Jobs
from ui.kit.save import TABLE, ask_where
from ui.navigation import SHOW_ALL, Navigator, PageId, Place
from ui.own_lists import OwnLists
from ui.past_values import value_words

REPAIR = Chosen({"Status": "maintenance"})


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> DwellingsPage:
    """Two dwellings that are ready and one under repair."""
    office.dwellings.register(a_dwelling())
    office.dwellings.register(a_dwelling(unit_number="H0301"))
    broken = replace(a_dwelling(unit_number="H0302"), status=DwellingStatus.MAINTENANCE)
    office.dwellings.register(broken)
    made = DwellingsPage(office, Navigator(Jobs()))
    office.listen(made.learn)
    qtbot.addWidget(made)
    made.resize(1260, 760)
    made.show()
    made.refresh()
    return made


def test_a_list_is_counted_without_being_shown(page: DwellingsPage, office: Office) -> None:
    office.saved_lists.save("dwellings", "Hos vaktmesteren", REPAIR)
    own = page.sidebar_filters()[-1]
    assert (own.words, own.count) == ("Hos vaktmesteren", 1)
    assert len(page._shown) == 3
    assert not page._filters.active
    assert page.sidebar_filter() == ""


def test_it_is_shown_with_its_columns_and_left_again(page: DwellingsPage, office: Office) -> None:
    assert page.lists is not None
    chosen = Chosen({"Eier": "Kommunen som ikke finnes"}, columns=page._table.shown_columns[:2])
    made = office.saved_lists.save("dwellings", "Borte", chosen)
    page.arrive(Place(PageId.DWELLINGS, task=f"own:{made}"))
    assert page._shown == ()
    assert page._table._hiding == "Eier Kommunen som ikke finnes"
    assert page._table.shown_columns == chosen.columns
    assert page.sidebar_filter() == f"own:{made}"
    page.arrive(Place(PageId.DWELLINGS, task=SHOW_ALL))
    assert len(page._shown) == 3


def test_undo_takes_it_out_of_the_sidebar(page: DwellingsPage, office: Office) -> None:
    before = page.sidebar_filters()
    office.saved_lists.save("dwellings", "Hos vaktmesteren", REPAIR)
    assert len(page.sidebar_filters()) == len(before) + 1
    office.history.undo()
    assert page.sidebar_filters() == before


def test_both_kinds_of_file_are_noted_and_name_nobody(
    page: DwellingsPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._filters.show_kept({"Status": "maintenance"}, "")
    for ending in ("xlsx", "csv"):
        path = tmp_path / f"boliger.{ending}"
        monkeypatch.setattr("ui.navigation.ask_where", lambda *_, path=path: path)
        page._export()
        assert path.stat().st_size > 0
    assert (tmp_path / "boliger.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    noted = office._db.select(
        lambda *row: row,
        "SELECT page, filters, row_count, file_kind, sheet FROM list_export ORDER BY id",
    )
    assert value_words("list_export", "page", noted[0][0]) == "Boliger"
    words = "Status Vedlikehold"
    assert [(row[0], *row[2:]) for row in noted] == [
        ("dwellings", 1, "xlsx", "Boliger"),
        ("dwellings", 1, "csv", "Boliger"),
    ]
    assert all(row[1] == words for row in noted)


@pytest.mark.parametrize(
    ("typed", "kind", "made"),
    [
        ("liste", "Excel-ark (*.xlsx)", "liste.xlsx"),
        ("liste.xlsx", "CSV, åpnes i Excel (*.csv)", "liste.csv"),
        ("liste.csv", "Excel-ark (*.xlsx)", "liste.csv"),
        ("liste", "", "liste.xlsx"),
    ],
)
def test_the_file_is_of_the_kind_that_was_chosen(
    page: DwellingsPage, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, made: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, kind))
    assert ask_where(page, "Eksporter", "boliger.xlsx", TABLE) == Path(made)


def menu_words(page: DwellingsPage) -> list[str]:
    """What «Visning» begins with."""
    assert isinstance(page.lists, OwnLists)
    return [each.text() for each in page.lists.menu().actions()[:2]]


def test_saving_naming_and_removing_are_done_by_keyboard(
    page: DwellingsPage, office: Office
) -> None:
    lists = page.lists
    assert isinstance(lists, OwnLists)
    first = lists.menu().actions()[0]
    assert not first.isEnabled()
    assert "velg et filter først" in first.text()
    page._filters.show_kept({"Status": "maintenance"}, "")
    assert menu_words(page)[0] == "Lagre utvalget …"
    dialog = lists.ask_name()
    dialog.form.set_values({"name": "Hos vaktmesteren"})
    QTest.keyClick(dialog.verb_button, Qt.Key.Key_Space)
    assert [each.name for each in office.saved_lists.of("dwellings")] == ["Hos vaktmesteren"]
    assert menu_words(page) == [
        "Gi «Hos vaktmesteren» nytt navn …",
        "Fjern listen «Hos vaktmesteren»",
    ]
    again = lists.ask_new_name()
    assert again is not None
    again.form.set_values({"name": "Under arbeid"})
    QTest.keyClick(again.verb_button, Qt.Key.Key_Space)
    assert page.sidebar_filters()[-1].words == "Under arbeid"
    lists.menu().actions()[1].trigger()
    assert office.saved_lists.of("dwellings") == ()
    assert len(page._shown) == 1


def test_a_list_is_kept_from_the_filter_on_by_keys_alone(
    page: DwellingsPage, office: Office, qtbot: QtBot
) -> None:
    page._filters.pills[0].setFocus()
    while page.focusWidget() is not status_pill(page):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    choose("Vedlikehold")
    assert isinstance(page.lists, OwnLists)
    while page.focusWidget() is not page.lists.button:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    choose("Lagre utvalget …")
    (dialog,) = page.findChildren(AskDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    field = QApplication.focusWidget()
    assert field is not None
    assert dialog.isAncestorOf(field)
    QTest.keyClicks(field, "Hos vaktmesteren")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [(own.words, own.count) for own in page.sidebar_filters()][-1:] == [
        ("Hos vaktmesteren", 1)
    ]
    assert office.saved_lists.of("dwellings")[0].chosen.pills == REPAIR.pills


def status_pill(page: DwellingsPage) -> Pill:
    """The filter on how the dwelling stands."""
    return next(pill for pill in page._filters.pills if pill.what == "Status")


def press(key: Qt.Key) -> None:
    """One key, where the keyboard is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key)


def choose(words: str) -> None:
    """Go down the menu that is open, and press Enter on these words."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        at = menu.activeAction()
        if at is not None and at.text() == words:
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_one_is_told_when_the_search_is_not_kept(page: DwellingsPage, office: Office) -> None:
    office.people.register(a_person(given_name="Kari", family_name="Ødegård"))
    page._filters.show_kept({"Status": "maintenance"}, "ødeg")
    assert isinstance(page.lists, OwnLists)
    dialog = page.lists.ask_name()
    assert "Søket lagres ikke" in " ".join(each.text() for each in dialog.findChildren(QLabel))
