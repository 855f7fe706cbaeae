"""The history of a record in words: newest first, short on the line, whole on Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.walker import spoken_tree
from ui.kit.dialogs import Dialog
from ui.kit.timeline import FIRST, Timeline

MOMENT = datetime.fromisoformat("2026-11-23T10:42:00+01:00")


@dataclass(frozen=True)
class Change:
    """A value that changed."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """A line of an invented history."""

    id: int
    what: str = "Person rettet"
    undone: bool = False
    changes: tuple[Change, ...] = ()
    verb: str = "person.corrected"
    at: datetime = MOMENT
    who: str = "Siri Testmo"
    ref: object | None = "person 1"


def shown(qtbot: QtBot, lines: Sequence[Line]) -> Timeline[Line]:
    """The timeline, in sight."""
    made: Timeline[Line] = Timeline("Tidslinje", lambda line: line.changes)
    qtbot.addWidget(made)
    made.resize(280, 600)
    made.show()
    made.set_lines(lines)
    return made


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ((Change("Telefon", "1", "2"),), "23.11.2026 · Telefon: 2"),
        ((Change("Telefon", "1", "–"),), "23.11.2026 · Telefon: –"),
        ((Change("Telefon", "–", "2"),), "23.11.2026 · Siri Testmo"),
        ((), "23.11.2026 · Siri Testmo"),
    ],
)
def test_a_line_says_the_day_and_what_is_new(
    qtbot: QtBot, changes: tuple[Change, ...], why: str
) -> None:
    timeline = shown(qtbot, [Line(1, changes=changes)])

    assert [(row.title, row.why) for row in timeline.list.rows] == [("Person rettet", why)]


def test_the_newest_stands_first_each_once_and_what_was_undone_says_so(qtbot: QtBot) -> None:
    lines = [Line(1, undone=True), Line(2, "Angret"), Line(1, undone=True)]

    titles = [row.title for row in shown(qtbot, lines).list.rows]
    assert titles == ["Angret", "Person rettet (angret)"]


def test_enter_tells_one_in_full(qtbot: QtBot) -> None:
    changes = (Change("Telefon", "1", "2"), Change("Navn", "–", "Kari"))
    timeline = shown(qtbot, [Line(1, changes=changes)])
    timeline.list.select(1)
    QTest.keyClick(timeline.list, Qt.Key.Key_Return)
    told = spoken_tree(timeline.window().findChildren(Dialog)[-1])

    assert "Telefon: 1 → 2" in told
    assert "Navn: Kari" in told
    assert "23. november 2026 kl.\xa010.42 · Siri Testmo" in told


def test_a_line_without_values_says_so(qtbot: QtBot) -> None:
    timeline = shown(qtbot, [Line(1)])
    timeline.list.select(1)
    timeline.list.activate()

    assert "vises ikke her" in spoken_tree(timeline.window().findChildren(Dialog)[-1])


def test_the_oldest_wait_behind_a_button(qtbot: QtBot) -> None:
    timeline = shown(qtbot, [Line(n) for n in range(1, FIRST + 4)])
    assert len(timeline.list.rows) == FIRST
    assert timeline.older.text() == "Vis 3 eldre"
    timeline.older.click()

    assert len(timeline.list.rows) == FIRST + 3
    assert timeline.older.isHidden()


def test_what_was_done_to_many_tells_nobody_elses_values(qtbot: QtBot) -> None:
    asked: list[Line] = []

    def changes(line: Line) -> Sequence[Change]:
        asked.append(line)
        return (Change("Navn", "Kari", "Aud"),)

    made: Timeline[Line] = Timeline("Tidslinje", changes)
    qtbot.addWidget(made)
    made.set_lines([Line(1, "Regneark tatt inn", ref=None)])
    made.list.select(1)
    made.list.activate()

    assert asked == []
    assert made.list.rows[0].why == "23.11.2026 · Siri Testmo"
