"""The Ctrl+K box: types, moves and opens without leaving the input; forgets when shut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import walker
from tests.ui.kit import gallery
from ui.kit.palette_box import Group, PaletteBox
from ui.kit.rows import Row


@pytest.fixture
def box(dressed: QApplication, qtbot: QtBot) -> Iterator[PaletteBox]:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Bak", window)
    QVBoxLayout(window).addWidget(button)
    window.resize(1000, 700)
    window.show()
    button.setFocus()
    made = PaletteBox(window, gallery.found)
    made.open()
    yield made
    window.close()


def test_it_finds_moves_and_opens(box: PaletteBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box.query, "ødeg")
    QTest.keyClick(box.query, Qt.Key.Key_Down)
    assert "Ødegnes, Turid" in box.query.accessibleDescription()
    with qtbot.waitSignal(box.chosen) as told:
        QTest.keyClick(box.query, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args[1] is True
    assert box.isHidden()


def test_enter_before_the_pause_searches_first(box: PaletteBox) -> None:
    QTest.keyClicks(box.query, "ingen")
    QTest.keyClick(box.query, Qt.Key.Key_Return)
    assert box.isVisible()
    assert box.nothing.text() == "Ingen treff på «ingen»."


def test_an_arrow_before_the_pause_moves_in_what_is_found_by_these_words(box: PaletteBox) -> None:
    QTest.keyClicks(box.query, "ødeg")
    QTest.keyClick(box.query, Qt.Key.Key_Down)
    assert "Ødegnes, Turid" in box.query.accessibleDescription()
    assert not box._pause.isActive()  # no search is left that would go back to the first row


def test_while_one_types_no_row_is_told_as_found(box: PaletteBox) -> None:
    assert box.query.accessibleDescription()
    QTest.keyClicks(box.query, "ø")
    assert box.query.accessibleDescription() == ""


def test_esc_gives_the_keyboard_back_and_forgets(box: PaletteBox) -> None:
    QTest.keyClicks(box.query, "ødeg")
    QTest.keyClick(box.query, Qt.Key.Key_Escape)
    assert box.isHidden()
    assert box.results.rows == ()
    focus = box.window().focusWidget()
    assert isinstance(focus, QPushButton)
    assert "Ødeg" not in walker.spoken_tree(box)


def test_it_never_grows_out_of_its_window(dressed: QApplication, box: PaletteBox) -> None:
    box.window().resize(500, 300)
    dressed.processEvents()
    assert box.rect().contains(box._frame.geometry())


def test_a_click_beside_it_shuts(box: PaletteBox) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight())
    assert box.isHidden()


def test_everything_in_it_is_named(box: PaletteBox) -> None:
    assert walker.unnamed_focusables(box) == []


def test_tab_shows_what_can_be_done_and_esc_goes_back(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    acted: list[object] = []

    def acts(key: object) -> tuple[Group, ...]:
        acted.append(key)
        return (Group("Gjør", (Row("note", "Nytt notat"),)),)

    box = PaletteBox(window, gallery.found, acts)
    box.open("ødeg")
    found = box.results.rows
    QTest.keyClick(box.query, Qt.Key.Key_Down)
    QTest.keyClick(box.query, Qt.Key.Key_Tab)
    assert [row.title for row in box.results.rows] == ["Nytt notat"]
    QTest.keyClick(box.query, Qt.Key.Key_Tab)
    assert acted == [found[1].key]
    QTest.keyClick(box.query, Qt.Key.Key_Escape)
    assert box.results.rows == found
    assert box.results.current == found[1]
    assert box.isVisible()
    window.close()
