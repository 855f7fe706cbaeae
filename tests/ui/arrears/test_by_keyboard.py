"""The job without the mouse: the call, the letter, the agreement; the keyboard is never lost."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId, Ref
from app.office import Office
from tests.app.arrears.desk import owing
from ui.arrears.account.part import AccountPart
from ui.arrears.agreement.letters import InstalmentDesk
from ui.arrears.agreement.part import AgreementPart
from ui.arrears.tasks import ACCOUNT, AGREEMENT
from ui.arrears.tenancy import TenancyArrearsPage
from ui.arrears.tracks.letters import ReminderDesk
from ui.arrears.tracks.part import TRACKS, TracksPart
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button
from ui.navigation import PageId, Place
from ui.parted_page import PartedView


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """One month owed."""
    return owing(office, date(2026, 11, 2))


@pytest.fixture
def shown(page: TenancyArrearsPage, lease: LeaseId, qtbot: QtBot) -> TenancyArrearsPage:
    """The page of who owes, with the keyboard in it."""
    with qtbot.waitActive(page):
        page.activateWindow()
    go(page, lease)
    return page


def go(page: TenancyArrearsPage, lease: LeaseId, task: str = TRACKS) -> None:
    page.show_place(Place(PageId.TENANCY_ARREARS, Ref("lease", lease), task))
    QApplication.processEvents()


def part(page: TenancyArrearsPage) -> QWidget:
    assert isinstance(page.view, PartedView)
    return page.view.part


class Keys:
    """Presses them where the keyboard stands: in the dialog that is open, else on the page."""

    def __init__(self, page: TenancyArrearsPage) -> None:
        self._page = page

    @property
    def here(self) -> QWidget:
        """What a key goes to."""
        window = QApplication.activeModalWidget() or self._page
        return window.focusWidget() or window

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.here, key, held)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.here, text)

    def stands_on(self, words: str) -> None:
        """The keyboard is on this button, and nowhere else."""
        assert isinstance(self.here, Button)
        assert self.here.text() == words


@pytest.fixture
def keys(shown: TenancyArrearsPage) -> Keys:
    """The keyboard, on the page."""
    return Keys(shown)


def dialog() -> AskDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, AskDialog)
    return found


def test_a_call_is_logged_and_the_keyboard_stands_on_what_is_next(
    shown: TenancyArrearsPage, keys: Keys, office: Office, lease: LeaseId
) -> None:
    keys.stands_on("Logg samtale …")
    keys.press(Qt.Key.Key_Space)
    dialog().form.field("words").control.setFocus()
    keys.write("Venter på lønn fredag.")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    assert QApplication.activeModalWidget() is None
    assert len(office.arrears_steps.of(lease)) == 1
    assert part(shown).isAncestorOf(keys.here)
    assert isinstance(keys.here, Button)


def test_esc_takes_back_a_dialog_and_leaves_the_keyboard_where_it_was(
    shown: TenancyArrearsPage, keys: Keys, office: Office, lease: LeaseId
) -> None:
    keys.press(Qt.Key.Key_Space)
    dialog()
    keys.press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert office.arrears_steps.of(lease) == ()
    keys.stands_on("Logg samtale …")


def test_a_letter_is_begun_and_put_away(
    shown: TenancyArrearsPage, keys: Keys, lease: LeaseId
) -> None:
    assert isinstance(part(shown), TracksPart)
    for _ in range(2):
        keys.press(Qt.Key.Key_Tab)
    keys.stands_on("Purring")
    keys.press(Qt.Key.Key_Space)
    desk = shown.view
    assert isinstance(desk, ReminderDesk)
    assert desk.form.isAncestorOf(keys.here)
    next(each for each in desk.findChildren(Button) if each.text() == "Legg bort").setFocus()
    keys.press(Qt.Key.Key_Space)
    assert isinstance(part(shown), TracksPart)
    assert part(shown).isAncestorOf(keys.here)


def test_an_agreement_is_written_from_the_part(
    shown: TenancyArrearsPage, keys: Keys, lease: LeaseId
) -> None:
    go(shown, lease, AGREEMENT)
    assert isinstance(part(shown), AgreementPart)
    keys.stands_on("Skriv nedbetalingsavtale")
    keys.press(Qt.Key.Key_Space)
    desk = shown.view
    assert isinstance(desk, InstalmentDesk)
    assert desk.form.isAncestorOf(keys.here)


def test_a_pause_is_set_and_the_keyboard_goes_on_in_the_part(
    shown: TenancyArrearsPage, keys: Keys, office: Office, lease: LeaseId
) -> None:
    go(shown, lease, AGREEMENT)
    keys.press(Qt.Key.Key_Tab)
    keys.stands_on("Sett på pause …")
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return, ctrl=True)
    assert QApplication.activeModalWidget() is None
    assert office.pauses.holding(lease) is not None
    assert part(shown).isAncestorOf(keys.here)


def test_a_payment_is_entered_with_ctrl_enter(
    shown: TenancyArrearsPage, keys: Keys, office: Office, lease: LeaseId
) -> None:
    go(shown, lease, ACCOUNT)
    assert isinstance(part(shown), AccountPart)
    keys.stands_on("Før inn innbetaling …")
    before = office.arrears.balance(lease)
    keys.press(Qt.Key.Key_Space)
    keys.write("1000")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    assert QApplication.activeModalWidget() is None
    assert office.arrears.balance(lease) == before - 1000_00
    keys.stands_on("Før inn innbetaling …")


@pytest.mark.parametrize("task", [TRACKS, ACCOUNT, AGREEMENT, "signals"])
def test_tab_goes_from_above_and_down(
    shown: TenancyArrearsPage, keys: Keys, lease: LeaseId, task: str
) -> None:
    """Each stop is beside or below the one before it."""
    go(shown, lease, task)
    assert isinstance(shown.view, PartedView)
    inside = part(shown)
    shown.view.part.begin()
    tops = []
    for _ in range(40):
        if not inside.isAncestorOf(keys.here):
            break
        tops.append(keys.here.mapTo(inside, QPoint()).y())
        keys.press(Qt.Key.Key_Tab)
    assert tops == sorted(tops)
