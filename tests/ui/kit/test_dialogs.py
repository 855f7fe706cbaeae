"""Dialogs, messages, toast and the crash window: verbs, one default, Esc, and no personal data."""

import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import NotFound
from tests.ui import walker
from tests.ui.kit.test_pdfview import document
from ui.kit.beside import FinalDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.crash import CrashNet, CrashWindow, report
from ui.kit.dialogs import Dialog
from ui.kit.header import PageHeader
from ui.kit.messages import Message, MessageBox, Way, choose, inform
from ui.kit.page import Page
from ui.kit.toast import Toast

MESSAGE = Message("Kopien ble ikke tatt", "Registeret er lagret.", "Sett inn minnepinnen.")
SECRET = "Leyla Demirova 018160 00064"


def test_only_the_primary_is_default(qtbot: QtBot) -> None:
    dialog = Dialog("Ny bolig")
    qtbot.addWidget(dialog)
    dialog.add_button("Legg bort")
    primary = dialog.add_button("Lagre boligen", kind=ButtonKind.PRIMARY)
    dialog.show()
    assert primary.isDefault()
    others = [button for button in dialog.findChildren(Button) if button is not primary]
    assert not any(button.autoDefault() or button.isDefault() for button in others)
    assert [button.text() for button in dialog.buttons] == ["Avbryt", "Legg bort", "Lagre boligen"]
    assert walker.unnamed_focusables(dialog) == []


def test_esc_leaves_and_an_act_may_stay(qtbot: QtBot) -> None:
    dialog = Dialog("Ny bolig")
    qtbot.addWidget(dialog)
    stay = dialog.add_button("Sjekk adressen", lambda: False)
    dialog.show()
    stay.click()
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert dialog.result() == Dialog.DialogCode.Rejected


def test_what_is_off_says_why(qtbot: QtBot) -> None:
    dialog = Dialog("Ny bolig")
    qtbot.addWidget(dialog)
    primary = dialog.add_button("Lagre boligen", kind=ButtonKind.PRIMARY)
    dialog.set_off("Adressen mangler.")
    assert not primary.isEnabled()
    assert primary.accessibleDescription() == "Adressen mangler."
    dialog.set_off("")
    assert primary.isEnabled()


def test_a_message_is_three_sentences_and_no_ok(qtbot: QtBot) -> None:
    box = MessageBox(MESSAGE, (), "Lukk beskjeden")
    qtbot.addWidget(box)
    assert box.accessibleDescription() == "Registeret er lagret. Sett inn minnepinnen."
    assert box.windowTitle() == "Husrom"
    assert [button.text() for button in box.buttons] == ["Lukk beskjeden"]


def _press(words: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, MessageBox)
    next(button for button in box.buttons if button.text() == words).click()


def test_choosing_gives_the_answer_and_leaving_none(qtbot: QtBot) -> None:
    ways = [Way("Slett utkastet", "slett", ButtonKind.DANGER)]
    QTimer.singleShot(0, lambda: _press("Slett utkastet"))
    assert choose(None, MESSAGE, ways) == "slett"
    QTimer.singleShot(0, lambda: _press("Avbryt"))
    assert choose(None, MESSAGE, ways) is None
    QTimer.singleShot(0, lambda: _press("Lukk beskjeden"))
    inform(None, MESSAGE)


def test_a_toast_offers_undo_and_keeps_to_its_corner(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 600)
    window.show()
    undone: list[int] = []
    toast = Toast(window)
    toast.say("Telefon endret", lambda: undone.append(1))
    assert toast.isVisible()
    assert toast.accessibleName() == "Telefon endret. Angre med Ctrl Z"
    window.resize(700, 400)
    dressed.processEvents()
    assert window.rect().contains(toast.geometry())
    assert toast.geometry().right() > 600
    toast.undo_button.click()
    assert undone == [1]
    assert toast.isHidden()
    toast.say("Kortet er lukket")
    assert toast.undo_button.isHidden()
    toast._time_is_up()
    assert toast.isHidden()


def test_a_toast_stands_above_the_buttons_at_the_foot(qtbot: QtBot) -> None:
    window = Page(PageHeader("Hent inn boliger"))
    qtbot.addWidget(window)
    window.body()
    button = Button("Ta inn 55 boliger", kind=ButtonKind.PRIMARY)
    window.add(button)
    window.resize(640, 360)
    window.show()
    toast = Toast(window)
    toast.say("Adressen er rettet", lambda: None)
    assert not toast.geometry().intersects(button.geometry())
    assert window.rect().contains(toast.geometry())


def test_a_final_dialog_says_its_title_once(qtbot: QtBot) -> None:
    title = "Skal vedtaket fattes slik?"
    dialog = FinalDialog(title, "Det er endelig.", document(1), "Fatt vedtak")
    qtbot.addWidget(dialog)
    shown = [one.text() for one in dialog.findChildren(QLabel)]
    assert shown.count(title) == 1
    dialog.reject()


def test_a_toast_stays_while_it_holds_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    toast.say("Telefon endret", lambda: None)
    toast.undo_button.setFocus()
    toast._time_is_up()
    assert toast.isVisible()


def _raise_with_secrets() -> None:
    person = SECRET
    try:
        raise NotFound("not_found", name=person)
    except NotFound as inner:
        raise KeyError(person) from inner


def test_the_crash_report_has_places_but_no_person() -> None:
    with pytest.raises(KeyError) as caught:
        _raise_with_secrets()
    words = report(caught.value, "0.1")
    assert "builtins.KeyError" in words
    assert "app.core.errors.NotFound (not_found)" in words
    assert "tests/ui/kit/test_dialogs.py" in words
    assert "_raise_with_secrets" in words
    for part in ("Leyla", "018160", "person =", "/root", "/home"):
        assert part not in words


def test_the_crash_window_copies_its_report(qtbot: QtBot) -> None:
    window = CrashWindow("rapport")
    qtbot.addWidget(window)
    window.show()
    window.copy_button.click()
    assert window.isVisible()
    assert QGuiApplication.clipboard().text() == "rapport"
    assert walker.unnamed_focusables(window) == []


def test_the_net_closes_first_shows_once_and_quits(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def close() -> None:
        steps.append("closed")
        raise OSError(SECRET)

    net = CrashNet(close, "0.1")
    monkeypatch.setattr(net, "show", lambda words: steps.append(words))
    monkeypatch.setattr(net, "_quit", lambda: steps.append("quit"))
    before = sys.excepthook
    net.install()
    assert sys.excepthook == net.caught
    error = ValueError(SECRET)
    net.caught(ValueError, error, None)
    net.caught(ValueError, error, None)
    net.remove()
    assert sys.excepthook is before
    assert steps[0] == "closed"
    assert "builtins.ValueError" in steps[1]
    assert "builtins.OSError" in steps[1]
    assert "Leyla" not in steps[1]
    assert steps[2:] == ["quit"]
