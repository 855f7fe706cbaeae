"""The key table: no double, no bare letter, each with Norwegian words."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.keys import Key, bind, shown_key


def test_no_key_does_two_things() -> None:
    used = Counter(key.qt().toString(QKeySequence.SequenceFormat.PortableText) for key in Key)
    assert [sequence for sequence, times in used.items() if times > 1] == []


def test_no_two_keys_say_the_same() -> None:
    assert len({key.words for key in Key}) == len(list(Key))


@pytest.mark.parametrize("key", list(Key))
def test_every_key_is_a_key_and_no_bare_letter(key: Key) -> None:
    sequence = key.qt()
    assert sequence.count() == 1
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key.sequence
    assert len(key.sequence) > 1
    assert key.words[0].isupper()
    assert "Shift" not in key.shown


def test_keys_are_written_in_norwegian() -> None:
    assert shown_key("Ctrl+Shift+N") == "Ctrl Skift N"
    assert shown_key("Ctrl++") == "Ctrl +"
    assert Key.BACK.shown == "Alt ←"


def test_a_bound_key_acts(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    done: list[int] = []
    bind(Key.SAVED, window, lambda: done.append(1))
    window.show()
    window.activateWindow()
    dressed.processEvents()
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]
