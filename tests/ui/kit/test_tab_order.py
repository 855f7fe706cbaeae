"""Tab goes through rows that were put in later, and then on to all the rest."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.fields import TextField
from ui.kit.rows_field import RowsField
from ui.kit.tab_order import same_in


def _names_by_tab(window: QWidget, count: int) -> list[str]:
    found = []
    for _ in range(count):
        here = window.focusWidget()
        assert here is not None
        found.append(here.accessibleName().removesuffix(", valgfritt"))
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return found


def test_a_row_added_later_is_passed_once_in_each_round(
    dressed: QApplication, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    before.setAccessibleName("Før")
    after.setAccessibleName("Etter")
    rows = RowsField("rows", "rad", lambda: [[TextField("name", "Navn")]], ("name",))
    for part in (before, rows, after):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    rows.add()
    dressed.processEvents()
    before.setFocus()
    round_once = ["Før", "Navn", "Ta bort rad 1", "Legg til rad", "Etter"]
    assert _names_by_tab(window, 10) == round_once * 2


def test_fields_below_each_other_have_each_their_label(dressed: QApplication, qtbot: QtBot) -> None:
    rows = RowsField(
        "rows", "rad", lambda: [[TextField("a", "Navn"), TextField("b", "Sum")]], ("a",)
    )
    qtbot.addWidget(rows)
    rows.resize(1100, 300)
    rows.show()
    rows.add()
    second = rows.add()
    for width, labelled in ((1100, False), (300, True)):
        rows.resize(width, 300)
        dressed.processEvents()
        assert [field.label.isVisible() for field in second.fields] == [labelled] * 2


def test_the_cross_stands_by_the_last_field(dressed: QApplication, qtbot: QtBot) -> None:
    lines = [TextField("a", "Navn", width=120), TextField("b", "Sum", width=80)]
    rows = RowsField("rows", "rad", lambda: [lines], ("a",))
    qtbot.addWidget(rows)
    rows.resize(1100, 300)
    rows.show()
    row = rows.add()
    dressed.processEvents()
    assert row.remove.mapTo(rows, row.remove.rect().center()).x() < 320


def test_what_is_called_the_same_is_found_on_a_page_made_anew(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    hidden, first, second = (QPushButton("Endre") for _ in range(3))
    hidden.hide()
    second.setAccessibleDescription("mål 2")
    for part in (hidden, first, second):
        column.addWidget(part)
    pressed = QPushButton("Endre")
    assert same_in(page, pressed) is first
    pressed.setAccessibleDescription("mål 2")
    assert same_in(page, pressed) is second
    pressed.setText("Begynn")
    assert same_in(page, pressed) is None
    assert same_in(page, QLineEdit()) is None
