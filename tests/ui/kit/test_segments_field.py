"""One of a few answers side by side, chosen by arrow, click or digit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.walker import unnamed_focusables
from ui.kit.segments_field import SegmentsField

OPTIONS = [("none", "Ikke snakket om"), ("works", "Fungerer"), ("help", "Trenger hjelp")]


def field(qtbot: QtBot) -> SegmentsField:
    made = SegmentsField("answer", "Hvordan går det?", OPTIONS, hint="Naboene.")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_is_chosen_until_another_is(qtbot: QtBot) -> None:
    made = field(qtbot)
    assert made.value() == "none"
    made.set_value("help")
    assert made.value() == "help"
    assert unnamed_focusables(made) == []


def test_a_digit_chooses_and_tells_once(qtbot: QtBot) -> None:
    made = field(qtbot)
    told: list[str] = []
    made.left.connect(told.append)
    made.setFocus()
    QTest.keyClick(made.segments.focusWidget(), Qt.Key.Key_2)
    assert (made.value(), told) == ("works", ["answer"])
    QTest.keyClick(made.segments.focusWidget(), Qt.Key.Key_9)
    assert (made.value(), told) == ("works", ["answer"])


def test_what_is_set_from_outside_is_not_told(qtbot: QtBot) -> None:
    made = field(qtbot)
    told: list[str] = []
    made.left.connect(told.append)
    made.set_value("works")
    made.leave()
    assert told == []
