"""The history of a record in words: newest first, short on the line, whole on Enter."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from tests.ui.walker import spoken_tree
from ui.kit.dialogs import Dialog
from ui.kit.timeline import FIRST, Timeline

PERSON = Ref("person", 1)
MOMENT = datetime.fromisoformat("2026-11-23T10:42:00+01:00")


@dataclass(frozen=True)
class Event:
    """A line of an invented history."""

    id: int
    verb: str = "person.corrected"
    at: datetime = MOMENT
    by: int = 1
    reversed_by: int | None = None


@dataclass(frozen=True)
class Change:
    """A value that changed."""

    table: str
    column: str
    before: object
    after: object
    redacted: bool = False


class Past:
    """Answers with what the test has written."""

    def __init__(self, *events: tuple[Event, list[Change]]) -> None:
        self._events = events

    def of(self, subject: Ref, limit: int = 200) -> list[Event]:
        return [event for event, _ in self._events]

    def changes(self, event_id: int) -> list[Change]:
        return next(changes for event, changes in self._events if event.id == event_id)


def shown(qtbot: QtBot, past: Past, hidden: frozenset[str] = frozenset()) -> Timeline:
    made = Timeline(past, lambda _: "Siri Testmo", {"person.language": lambda v: f"på {v}"})
    qtbot.addWidget(made)
    made.resize(280, 600)
    made.show()
    made.set_refs([PERSON], hidden)
    return made


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change("person", "phone", "1", "2"), "23.11.2026 · Telefon: 2"),
        (Change("person", "phone", "1", ""), "23.11.2026 · Telefon: –"),
        (Change("person", "language", "nb", "nn"), "23.11.2026 · Språk: på nn"),
        (
            Change("person", "birth_date", "1990-01-01", "1990-02-01"),
            "23.11.2026 · Fødselsdato: 01.02.1990",
        ),
        (Change("person", "sort_key", "a", "b"), "23.11.2026 · Siri Testmo"),
        (Change("person", "phone", None, "2"), "23.11.2026 · Siri Testmo"),
        (
            Change("person", "", None, None, redacted=True),
            "23.11.2026 · Verdi: fjernet etter loven",
        ),
    ],
)
def test_a_line_says_the_day_and_what_is_new(qtbot: QtBot, change: Change, why: str) -> None:
    timeline = shown(qtbot, Past((Event(1), [change])))

    assert [(row.title, row.why) for row in timeline.list.rows] == [("Person rettet", why)]


def test_the_newest_stands_first_and_what_was_undone_says_so(qtbot: QtBot) -> None:
    past = Past((Event(1, reversed_by=2), []), (Event(2, "unit.undone"), []))

    titles = [row.title for row in shown(qtbot, past).list.rows]
    assert titles == ["Angret", "Person rettet (angret)"]


def test_a_hidden_table_is_never_told_not_even_in_full(qtbot: QtBot) -> None:
    past = Past((Event(1), [Change("person_address", "line", "Testbakken 12", "Prøvegata 7")]))
    timeline = shown(qtbot, past, frozenset({"person_address"}))
    timeline.list.select(1)
    QTest.keyClick(timeline.list, Qt.Key.Key_Return)
    told = spoken_tree(timeline) + spoken_tree(timeline.window().findChildren(Dialog)[-1])

    assert timeline.list.rows[0].why == "23.11.2026 · Siri Testmo"
    assert "Prøvegata" not in told
    assert "Testbakken" not in told


def test_enter_tells_one_in_full(qtbot: QtBot) -> None:
    timeline = shown(qtbot, Past((Event(1), [Change("person", "phone", "1", "2")])))
    timeline.list.select(1)
    timeline.list.activate()
    dialog = timeline.window().findChildren(Dialog)[-1]

    assert "Telefon: 1 → 2" in spoken_tree(dialog)
    assert "23. november 2026 kl.\xa010.42 · Siri Testmo" in spoken_tree(dialog)


def test_the_oldest_wait_behind_a_button(qtbot: QtBot) -> None:
    timeline = shown(qtbot, Past(*((Event(n), []) for n in range(1, FIRST + 4))))
    assert len(timeline.list.rows) == FIRST
    assert timeline.older.text() == "Vis 3 eldre"
    timeline.older.click()

    assert len(timeline.list.rows) == FIRST + 3
    assert timeline.older.isHidden()
