"""P9: a plan is written without the mouse, in few keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.followup.model import MeasureKind
from tests.ui.followup.plan.conftest import PlanDesk
from ui.followup.plan.ask import PlanDialog
from ui.kit.buttons import Button

GOALS = (
    ("Orden på husleia", "øk", "Regninger blir liggende", "øk"),
    ("Fint her når Lea kommer", "b", "Blir rotete", "fas"),
    ("Noe å gå til", "a", "Dagene er tomme", "akt"),
)
MORE = ("friv", "bos")


class Keys:
    """Presses them one by one where the keyboard stands, and counts; words are counted apart."""

    def __init__(self) -> None:
        self.pressed = 0
        self.typed = 0

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        self.pressed += 1
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._here(), key, held)
        QApplication.processEvents()

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)

    def write(self, text: str) -> None:
        self.typed += len(text)
        QTest.keyClicks(self._here(), text)

    def choose(self, letters: str) -> None:
        """A list goes to what begins with the letters, however slow this machine is."""
        self.pressed += len(letters)
        usual = QApplication.keyboardInputInterval()
        for place, letter in enumerate(letters):
            QApplication.setKeyboardInputInterval(60_000 if place else 0)
            QTest.keyClicks(self._here(), letter)
        QApplication.setKeyboardInputInterval(usual)

    @staticmethod
    def _here() -> QWidget:
        window = QApplication.activeModalWidget() or QApplication.activeWindow()
        assert window is not None
        return window.focusWidget() or window


def dialog() -> PlanDialog:
    """The one that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, PlanDialog)
    return found


@pytest.fixture
def keys(desk: PlanDesk, qtbot: QtBot) -> Keys:
    """The keyboard stands where the part begins."""
    with qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    desk.part.begin()
    return Keys()


def test_p9_three_goals_and_five_measures_in_few_keys(
    desk: PlanDesk, keys: Keys, qtbot: QtBot
) -> None:
    keys.press(Qt.Key.Key_Space)  # «Begynn på målplan»
    assert desk.office.plans.of(desk.person) is not None
    desk.part.begin()
    keys.press(Qt.Key.Key_Space)  # «Nytt mål …»
    for place, (goal, area, need, kind) in enumerate(GOALS):
        keys.write(goal)
        keys.tab()
        keys.choose(area)
        keys.tab(2 if place == 0 else 3)  # the list of known needs comes with the second
        keys.write(need)
        keys.tab()
        keys.choose(kind)
        if place < len(GOALS) - 1:
            keys.press(Qt.Key.Key_N, ctrl=True)  # «Lagre og ny»
        else:
            keys.press(Qt.Key.Key_Return)
    assert len(desk.office.plans.goals(desk.person)) == len(GOALS)
    with qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    desk.part.goal_cards[0].new_button.setFocus()
    keys.press(Qt.Key.Key_Space)  # «Nytt tiltak …»
    for place, kind in enumerate(MORE):
        keys.choose(kind)
        if place < len(MORE) - 1:
            keys.press(Qt.Key.Key_N, ctrl=True)
        else:
            keys.press(Qt.Key.Key_Return)
    kinds = {each.draft.kind for each in desk.office.followup.measures(desk.person)}
    assert kinds == {
        MeasureKind.DEBT_ADVICE,
        MeasureKind.HOME_VISIT,
        MeasureKind.ACTIVITY,
        MeasureKind.VOLUNTARY_DEDUCTION,
        MeasureKind.BOSTOTTE,
    }
    assert keys.pressed <= 50


def test_escape_leaves_a_dialog_and_nothing_is_written(desk: PlanDesk, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Space)
    desk.part.begin()
    keys.press(Qt.Key.Key_Space)
    keys.write("Noe")
    assert dialog().accessibleName() == "Nytt mål"
    keys.press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert desk.office.plans.goals(desk.person) == ()


def test_ctrl_n_is_a_new_goal_from_anywhere_in_the_part(desk: PlanDesk, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_N, ctrl=True)
    assert dialog().accessibleName() == "Nytt mål"


def test_the_keyboard_stays_where_it_was_when_a_card_is_saved(
    desk: PlanDesk, keys: Keys, qtbot: QtBot
) -> None:
    keys.press(Qt.Key.Key_Space)
    with qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    link = next(
        each
        for each in desk.part.findChildren(Button)
        if each.accessibleName() == "Endre: Hvis det begynner å gå galt"
    )
    link.setFocus()
    keys.press(Qt.Key.Key_Space)
    keys.write("Jeg åpner ikke posten.")
    keys.press(Qt.Key.Key_Return, ctrl=True)
    assert QApplication.activeModalWidget() is None
    here = desk.page.window().focusWidget()
    assert here is not None
    assert here is not link
    assert here.accessibleName() == "Endre: Hvis det begynner å gå galt"
