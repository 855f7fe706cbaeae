"""Sections that fold: by key, told how much they hold, never hiding what is wrong."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.errors import Problem
from ui.kit.fields import TextField
from ui.kit.fold import FoldingForm
from ui.kit.page import ScrollBody


@pytest.fixture
def form(dressed: QApplication, qtbot: QtBot) -> Iterator[FoldingForm]:
    """Three parts of three fields, the last opened, in a window too low for them."""
    made = FoldingForm("Skjema")
    made.section("Alltid")
    made.line(TextField("name", "Navn"))
    for place in range(3):
        made.fold(f"Del {place}", opened=place == 2)
        for name in "abc":
            made.line(TextField(f"{name}{place}", f"{name} {place}", optional=True))
    body = ScrollBody()
    body.add(made)
    qtbot.addWidget(body)
    body.resize(600, 160)
    body.show()
    body.activateWindow()
    dressed.processEvents()
    yield made
    body.close()


def test_a_title_opens_and_goes_to_its_first_field(form: FoldingForm, qtbot: QtBot) -> None:
    fold = form.folds[0]
    assert not fold.opened
    fold.toggle.setFocus()
    QTest.keyClick(fold.toggle, Qt.Key.Key_Space)
    first = form.field("a0").control
    qtbot.waitUntil(lambda: form.window().focusWidget() is first)
    assert fold.opened
    fold.toggle.click()
    assert not fold.opened


def test_it_tells_how_much_it_holds(form: FoldingForm) -> None:
    form.set_values({"a0": "x", "b0": "y"})
    form.open_filled(others=False)
    told = [fold.toggle.accessibleDescription() for fold in form.folds]
    assert told == ["åpen, 2\u00a0svar", "lukket, ikke fylt ut", "lukket, ikke fylt ut"]


def test_what_is_wrong_is_never_hidden(form: FoldingForm) -> None:
    form.show_problems([Problem("b1", "day_unreadable")])
    assert form.folds[1].opened
    form.jump_to_first()
    assert form.window().focusWidget() is form.field("b1").control


def test_the_keys_go_from_part_to_part_and_bring_it_into_sight(
    form: FoldingForm, qtbot: QtBot
) -> None:
    form.field("name").control.setFocus()
    for _ in range(4):
        form.go_on(1)
    last = form.folds[2].toggle
    assert form.window().focusWidget() is last
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    form.field("c2").control.setFocus()
    form.go_on(-1)
    assert form.window().focusWidget() is last
    form.go_on(-1)
    assert form.window().focusWidget() is form.folds[1].toggle
