"""The quick note (Ctrl+J) in the real window, by keyboard alone."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.followup.contact_notes.model import ContactChannel, ContactOutcome
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.factories import registered_person
from tests.ui.walker import unnamed_focusables
from ui.followup.contact.quick import QuickNote, person_at
from ui.household.who import Verb
from ui.kit.jobs import Jobs
from ui.kit.keys import Key
from ui.main_window import MainWindow, OfficeView
from ui.navigation import QUICK_NOTE, PageId, Place
from ui.pages import COMMANDS


class Typist:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self) -> None:
        self.presses = 0

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """One key, with or without another held down."""
        self.presses += 1
        QTest.keyClick(self._here, key, modifier)

    def words(self, text: str) -> None:
        """What is told of the contact; not counted."""
        QTest.keyClicks(self._here, text)

    @property
    def _here(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


@pytest.fixture
def window(qtbot: QtBot, office: Office, kari: PersonId) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    view = OfficeView(office, Jobs())
    made.show_inside(view)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    if shiboken6.isValid(view):
        view.leave()


@pytest.fixture
def view(window: MainWindow) -> OfficeView:
    inside = window.centralWidget()
    assert isinstance(inside, OfficeView)
    return inside


@pytest.fixture
def typist() -> Typist:
    return Typist()


def dialog(qtbot: QtBot) -> QuickNote:
    """The one that is open, with the keyboard."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QuickNote)
    qtbot.waitUntil(lambda: found.isAncestorOf(QApplication.focusWidget() or QWidget()))
    return found


def ctrl_j(qtbot: QtBot, typist: Typist, view: OfficeView) -> QuickNote:
    """Press it where one stands."""
    typist.presses += 1
    view.window().activateWindow()  # offscreen nothing gives it back after a dialog
    qtbot.waitUntil(view.window().isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    return dialog(qtbot)


def test_a_call_is_noted_from_the_card_in_two_keys(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office, kari: PersonId
) -> None:
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    ctrl_j(qtbot, typist, view)
    typist.words("Ringte om strømmen.")
    typist.press(Qt.Key.Key_Return)
    (note,) = office.contact_notes.of(kari)
    assert (note.now.channel, note.now.outcome) == (ContactChannel.PHONE, ContactOutcome.REACHED)
    assert note.now.words == "Ringte om strømmen."
    assert typist.presses == 2
    assert not view.toast.isHidden()
    view.undo()
    assert office.contact_notes.of(kari) == ()


def test_from_today_the_person_is_found_by_name_in_ten_keys_at_most(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office, kari: PersonId
) -> None:
    back = Qt.KeyboardModifier.ShiftModifier
    ctrl_j(qtbot, typist, view)
    typist.words("Kanari")
    typist.press(Qt.Key.Key_Return)  # the first that fits
    typist.press(Qt.Key.Key_Tab, back)
    typist.press(Qt.Key.Key_I)  # ikke nådd
    typist.press(Qt.Key.Key_Tab, back)
    typist.press(Qt.Key.Key_H)  # hjemmebesøk
    typist.press(Qt.Key.Key_Return)
    (note,) = office.contact_notes.of(kari)
    assert note.now.outcome is ContactOutcome.NOT_REACHED
    assert note.now.channel is ContactChannel.HOME_VISIT
    assert typist.presses <= 10


def test_enter_saves_no_note_about_nobody(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office
) -> None:
    shown = ctrl_j(qtbot, typist, view)
    typist.words("Finnes Ikke")
    typist.press(Qt.Key.Key_Return)
    assert shown.isVisible()
    assert not shown.verb_button.isEnabled()
    assert office.contact_notes.latest_of_all() == {}


def test_what_is_half_typed_is_there_next_time(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office, kari: PersonId
) -> None:
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    ctrl_j(qtbot, typist, view)
    typist.words("Halvskrevet")
    typist.press(Qt.Key.Key_Escape)
    assert office.contact_notes.of(kari) == ()
    again = ctrl_j(qtbot, typist, view)
    assert again.words.value() == "Halvskrevet"
    typist.press(Qt.Key.Key_Return)
    assert ctrl_j(qtbot, typist, view).words.value() is None


def test_a3_the_note_can_be_for_nav_alone(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office, kari: PersonId
) -> None:
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    shown = ctrl_j(qtbot, typist, view)
    shown.other_button.click()
    assert shown.isVisible()  # the words are missing
    typist.words("Om stønad.")
    shown.other_button.click()
    (note,) = office.contact_notes.of(kari)
    assert note.now.nav_only


def test_a_refused_note_for_nav_does_not_become_navs_by_enter(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office, kari: PersonId
) -> None:
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    shown = ctrl_j(qtbot, typist, view)
    shown.other_button.click()
    typist.words("For alle.")
    typist.press(Qt.Key.Key_Return)
    (note,) = office.contact_notes.of(kari)
    assert not note.now.nav_only


def test_no_title_names_the_person_and_all_can_be_reached(
    qtbot: QtBot, view: OfficeView, typist: Typist, kari: PersonId
) -> None:
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    shown = ctrl_j(qtbot, typist, view)
    assert shown.windowTitle() == "Nytt notat"
    assert unnamed_focusables(shown) == []
    assert len(shown.form.names) == 5
    shown.reject()


def test_the_box_and_the_card_begin_it_too(qtbot: QtBot, view: OfficeView, kari: PersonId) -> None:
    (command,) = [each for each in COMMANDS if each.place.task == QUICK_NOTE]
    view.box.open()
    view.go(command.place)
    assert view.box.isHidden()
    assert dialog(qtbot).who.person is None
    dialog(qtbot).reject()
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    view.shell.pages.currentWidget().do(Verb.NOTE)  # type: ignore[union-attr]  # the household page
    assert dialog(qtbot).who.person == kari
    dialog(qtbot).reject()


def test_whom_a_place_is_about(office: Office) -> None:
    desk = LeaseDesk(office)
    lease = desk.prepared()
    tenant = office.leases.get(lease).draft.tenant
    application = Ref("application", office.applications.rows()[0].id)
    assert person_at(office, Ref("lease", lease)) == tenant
    assert person_at(office, application) == tenant
    assert person_at(office, Ref("person", 4711)) is None
    assert person_at(office, Ref("dwelling", 1)) is None
    assert person_at(office, None) is None


def test_nothing_answers_when_it_is_locked(
    qtbot: QtBot, window: MainWindow, view: OfficeView
) -> None:
    view.leave()
    locked = QWidget()
    window.show_inside(locked)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.keyClick(locked, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeModalWidget() is None
    assert Key.QUICK_NOTE.sequence == "Ctrl+J"


def test_a_lock_keeps_what_is_half_typed(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office, kari: PersonId
) -> None:
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    ctrl_j(qtbot, typist, view)
    typist.words("Halvskrevet")
    view.leave()
    assert QApplication.activeModalWidget() is None
    assert office.drafts.of(f"contact_note:{kari}")["words"] == "Halvskrevet"


def test_adr_02_the_form_says_never_to_write_where_they_live(
    qtbot: QtBot, view: OfficeView, typist: Typist, office: Office, kari: PersonId
) -> None:
    office.people.shield(kari, "folkeregisteret", "mappe 7")
    view.go(Place(PageId.HOUSEHOLD, Ref("person", kari)))
    shown = ctrl_j(qtbot, typist, view)
    assert "skriv aldri hvor personen bor" in shown.words.control.accessibleDescription()
    shown.reject()
