"""The whole job in the real window by keys alone: message, talk, units, day, put off, closed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import EvictionCaseId
from app.evictions.model import EvictionOutcome
from app.office import Office
from tests.factories import a_person, a_profile, an_officer
from ui.evictions.intake.dialog import MessageDialog
from ui.followup.contact.quick import QuickNote
from ui.kit.ask import AskDialog
from ui.kit.jobs import Jobs
from ui.main_window import MainWindow, OfficeView
from ui.navigation import PageId, Place

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window, and the keys pressed in it."""

    def __init__(self, window: MainWindow, view: OfficeView, bot: QtBot) -> None:
        self.window, self.view, self._bot = window, view, bot

    def call(self, key: Qt.Key) -> None:
        """A key with Ctrl that opens a dialog from where one stands."""
        QTest.keyClick(self.window, key, CTRL)
        self._bot.waitUntil(lambda: self.dialog is not None, timeout=3000)
        self.settle()

    def settle(self) -> None:
        if self.dialog is None:  # a screen does it by itself when a dialog has closed
            self.window.activateWindow()
        for _ in range(6):
            QApplication.processEvents()

    @property
    def dialog(self) -> AskDialog | None:
        found = [each for each in self.window.findChildren(AskDialog) if each.isVisible()]
        return found[-1] if found else None

    @property
    def focus(self) -> QWidget:
        """Where the keyboard is; it must be somewhere in the dialog, or on the page."""
        top = self.dialog or self.window
        found = top.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        if self.dialog is None:
            page = self.view.shell.pages.currentWidget()
            assert page is not None
            assert page.isAncestorOf(found), f"left the page for {found.accessibleName()}"
        return found

    def press(
        self, key: Qt.Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus, key, more)
        self.settle()

    def write(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)
        self.settle()

    def tab_to(self, name: str) -> None:
        """Tab until one stands there."""
        for _ in range(60):
            here = (self.dialog or self.window).focusWidget()
            if name in _named(here):
                here.setFocus()
                return
            QTest.keyClick(here, Qt.Key.Key_Tab)
            self.settle()
        raise AssertionError(f"Tab never comes to {name}")


def _named(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return f"{widget.accessibleName()} {text() if callable(text) else ''}"


@pytest.fixture
def desk(qtbot: QtBot, office: Office) -> Iterator[Desk]:
    office.settings.change_profile(a_profile())
    office.settings.admit(an_officer())
    office.people.register(a_person(family_name="Prøvestad"))
    window = MainWindow()
    qtbot.addWidget(window)
    view = OfficeView(office, Jobs())
    window.show_inside(view)
    window.resize(1280, 800)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield Desk(window, view, qtbot)
    view.leave()


def taken_in(desk: Desk, office: Office) -> EvictionCaseId:
    """Ctrl N on the list, the name, the number of the paper, and done."""
    desk.view.go(Place(PageId.EVICTIONS))
    desk.settle()
    desk.call(Qt.Key.Key_N)
    assert isinstance(desk.dialog, MessageDialog)
    desk.write("Prøvestad")
    desk.press(Qt.Key.Key_Return)
    desk.tab_to("Saksnummer")
    desk.write("26-104882")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.dialog is None
    (case,) = office.eviction_cases.rows()
    return case.id


def test_the_whole_job_is_done_by_keys_alone(desk: Desk, office: Office) -> None:
    case = taken_in(desk, office)
    assert desk.view.place.page is PageId.EVICTION
    assert "Neste steg" in _named(desk.focus)

    desk.press(Qt.Key.Key_Return)
    desk.write("Ringte. Vil be Nav om hjelp.")
    desk.press(Qt.Key.Key_Return)
    person = office.eviction_cases.get(case).person
    assert office.contact_notes.of(person)[0].now.words == "Ringte. Vil be Nav om hjelp."
    assert "Hva som ble sagt" in _named(desk.focus)

    go_to(desk, case, "case")
    verb(desk, "Sett dato …", "10.12.2026")
    assert office.eviction_cases.get(case).eviction_on is not None

    verb(desk, "Utsett …", "17.12.2026", "Utleieren er enig")
    assert [each.change for each in office.eviction_cases.days(case)] == ["set", "postponed"]

    desk.tab_to("Avslutt saken …")
    desk.press(Qt.Key.Key_Space)
    assert desk.dialog is not None
    desk.dialog.form.set_values({"outcome": EvictionOutcome.AGREED})
    desk.press(Qt.Key.Key_Return, CTRL)
    assert not office.eviction_cases.get(case).open
    assert desk.focus.isVisible()


def go_to(desk: Desk, case: EvictionCaseId, part: str) -> None:
    place = desk.view.place
    assert place.ref is not None
    assert place.ref.id == case
    desk.view.go(Place(PageId.EVICTION, place.ref, part))
    desk.settle()


def verb(desk: Desk, words: str, day: str, reason: str = "") -> None:
    """Press a verb of the case, write the day it asks for, and finish."""
    desk.tab_to(words)
    desk.press(Qt.Key.Key_Space)
    desk.write(day)
    if reason:
        desk.tab_to("Begrunnelse")
        desk.write(reason)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.dialog is None, "it was refused"
    assert desk.focus.isVisible()


def test_escape_leaves_a_message_and_nothing_is_kept(desk: Desk, office: Office) -> None:
    desk.view.go(Place(PageId.TODAY))
    desk.view.go(Place(PageId.EVICTIONS))
    desk.settle()
    desk.call(Qt.Key.Key_N)
    desk.write("Prøve")
    desk.press(Qt.Key.Key_Escape)
    assert desk.dialog is None
    assert office.eviction_cases.rows() == ()
    assert desk.focus.isVisible()


def test_a_quick_note_on_a_case_is_about_its_person(desk: Desk, office: Office) -> None:
    case = taken_in(desk, office)
    desk.call(Qt.Key.Key_J)
    note = desk.dialog
    assert isinstance(note, QuickNote)
    assert note.who.person == office.eviction_cases.get(case).person
    desk.press(Qt.Key.Key_Escape)
    assert desk.dialog is None


def test_today_takes_in_a_message_too(desk: Desk) -> None:
    desk.view.go(Place(PageId.TODAY))
    desk.settle()
    desk.tab_to("Ny melding om utkastelse")
    desk.press(Qt.Key.Key_Space)
    assert isinstance(desk.dialog, MessageDialog)
    desk.press(Qt.Key.Key_Escape)
