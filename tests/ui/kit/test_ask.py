"""The dialog of a few fields and one verb: refused beside the field, done once, then gone."""

from collections.abc import Mapping
from enum import Enum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Invalid, OfficeError, Problem
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.ask import AskDialog
from ui.kit.buttons import ButtonKind
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.ticks_field import TicksField


class Kind(Enum):
    """Six of something."""

    ONE, TWO, THREE, FOUR, FIVE, SIX = range(6)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog stands over; it deletes itself, so the test keeps this."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def a_dialog(window: QWidget, act: object) -> AskDialog:
    """One text field and a day."""

    def do(values: Mapping[str, object]) -> None:
        assert callable(act)
        act(values)

    dialog = AskDialog(
        "Ny nøkkel",
        "Skriv hva som står på den.",
        "Lagre nøkkelen",
        do,
        words=lambda problem: f"Rett dette: {problem.code}.",
        message=lambda error: f"Gikk ikke: {error.code}.",
        parent=window,
    )
    dialog.form.line(TextField("mark", "Merke"), DateField("since", "Fra"))
    dialog.open()
    return dialog


def test_the_act_gets_the_values_and_the_dialog_goes(window: QWidget, qtbot: QtBot) -> None:
    done: list[object] = []
    dialog = a_dialog(window, done.append)
    dialog.form.set_values({"mark": "12"})
    with qtbot.waitSignal(dialog.accepted):
        dialog.verb_button.click()

    assert done == [{"mark": "12", "since": None}]


def test_a_field_that_cannot_be_read_keeps_the_act_from_being_tried(
    window: QWidget, qtbot: QtBot
) -> None:
    done: list[object] = []
    dialog = a_dialog(window, done.append)
    dialog.form.set_values({"since": None})
    field = dialog.form.field("since")
    assert isinstance(field, DateField)
    field.line.setText("31.02.2026")
    dialog.verb_button.click()

    assert done == []
    assert "finnes ikke" in field.verdict_words
    assert dialog.isVisible()


def test_what_is_refused_stands_beside_its_field_and_may_be_tried_again(
    window: QWidget, qtbot: QtBot
) -> None:
    answers = iter([Invalid([Problem("mark", "mark_missing")]), None])

    def act(values: Mapping[str, object]) -> None:
        answer = next(answers)
        if answer is not None:
            raise answer

    dialog = a_dialog(window, act)
    dialog.verb_button.click()
    assert dialog.form.field("mark").verdict_words == "Rett dette: mark_missing."

    with qtbot.waitSignal(dialog.accepted):
        dialog.verb_button.click()


def test_what_belongs_to_no_field_stands_in_the_dialog(window: QWidget, qtbot: QtBot) -> None:
    def act(values: Mapping[str, object]) -> None:
        raise OfficeError("disk_full")

    dialog = a_dialog(window, act)
    dialog.verb_button.click()

    assert "Gikk ikke: disk_full." in spoken_tree(dialog)
    assert dialog.isVisible()


@pytest.mark.parametrize("words", ["Kort.", "En lang forklaring som må brytes. " * 12])
def test_it_is_high_enough_for_its_words(window: QWidget, words: str) -> None:
    dialog = AskDialog("Spørsmål", words, "Gjør det", lambda values: None, parent=window)
    dialog.form.line(TextField("mark", "Merke"))
    dialog.open()
    layout = dialog.layout()

    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
    assert unnamed_focusables(dialog) == []


def test_it_begins_in_its_first_field_and_ends_in_its_verb(window: QWidget, qtbot: QtBot) -> None:
    dialog = a_dialog(window, lambda _values: None)
    qtbot.waitExposed(dialog)
    assert dialog.focusWidget() is dialog.form.field("mark").control
    other = dialog.add_button("Ta bort nøkkelen")
    assert list(dialog.buttons) == [dialog.leave_button, other, dialog.verb_button]


def test_ticks_are_as_high_as_their_columns(window: QWidget) -> None:
    kinds = [(each, f"Et ganske langt valg {each.name}") for each in Kind]
    dialog = a_dialog(window, lambda _values: None)
    ticks = TicksField("kinds", "Hva slags", kinds, column=140)
    dialog.form.line(ticks)
    one, two = ticks.heightForWidth(150), ticks.heightForWidth(480)
    assert two < one
    assert ticks.heightForWidth(2000) <= two


def with_lines(window: QWidget, done: list[object], kind: ButtonKind) -> AskDialog:
    """A field of several lines has the keyboard."""
    dialog = AskDialog("Notat", "", "Gjør det", done.append, kind=kind, parent=window)
    dialog.form.line(MultilineField("words", "Hva som ble sagt"))
    dialog.form.set_values({"words": "Ring igjen."})
    dialog.open()
    return dialog


def test_ctrl_enter_does_the_verb_where_enter_is_a_new_line(window: QWidget, qtbot: QtBot) -> None:
    done: list[object] = []
    dialog = with_lines(window, done, ButtonKind.PRIMARY)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.form.field("words").control, Qt.Key.Key_Return, control)

    assert done == [{"words": "Ring igjen."}]


def test_what_takes_something_away_has_no_key(window: QWidget, qtbot: QtBot) -> None:
    done: list[object] = []
    dialog = with_lines(window, done, ButtonKind.DANGER)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(dialog.form.field("words").control, Qt.Key.Key_Return, control)

    assert done == []
    assert dialog.isVisible()
