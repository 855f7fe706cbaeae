"""The window that checks an update: what it says, that it backs up, and that it starts nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import FileProblem
from app.office import Office
from app.settings.updates.model import MachineSystem
from app.settings.updates.service import Updates
from tests.app.settings.updates.conftest import public as public
from tests.app.settings.updates.conftest import publisher as publisher
from tests.app.settings.updates.conftest import stick as stick
from tests.app.settings.updates.conftest import updates as updates
from tests.app.settings.updates.publisher import NEWER, SUMS, names_of, sums_of
from tests.ui import walker
from ui.kit.buttons import Button
from ui.kit.cards import Callout, Facts
from ui.kit.jobs import Jobs
from ui.kit.list import RowList
from ui.navigation import Navigator
from ui.settings.about_part import AboutPart
from ui.settings.page import Part, SettingsPage
from ui.settings.update_dialog import UpdateDialog

SETUP, _, _ = names_of(NEWER)


@pytest.fixture(autouse=True)
def known(office: Office, updates: Updates) -> None:
    """A program that knows its publisher."""
    office.settings.updates = updates


@pytest.fixture
def dialog(qtbot: QtBot, office: Office) -> UpdateDialog:
    """As it is opened from «Om Husrom»."""
    page = SettingsPage(office, Navigator(Jobs()))
    qtbot.addWidget(page)
    page.resize(1000, 720)
    page.refresh()
    page.show()
    page.show_part(Part.ABOUT)
    assert isinstance(page.part, AboutPart)
    made = page.part.check_update()
    QApplication.processEvents()
    return made


def checked(qtbot: QtBot, dialog: UpdateDialog, chosen: Path) -> str:
    dialog.check(chosen)
    qtbot.waitUntil(lambda: bool(dialog.told))
    return dialog.told


def facts(dialog: UpdateDialog) -> str:
    (shown,) = (each for each in dialog.findChildren(Facts) if each.isVisible())
    return walker.spoken_tree(shown)


def steps(dialog: UpdateDialog) -> list[str]:
    return [row.title for each in dialog.findChildren(RowList) for row in each.rows]


def test_a_newer_one_is_told_backed_up_and_explained(
    qtbot: QtBot, office: Office, dialog: UpdateDialog, stick: Path
) -> None:
    assert "ekte, hel og nyere" in checked(qtbot, dialog, stick)
    copy = office.safekeeping.newest()
    assert copy is not None
    told = facts(dialog)
    for word in (NEWER, "24.11.2026", SETUP, "Installasjonsfil for Windows", str(copy)):
        assert word in told
    assert len(steps(dialog)) == 4
    assert SETUP in steps(dialog)[1]
    assert dialog.leave_button.hasFocus()


def test_what_is_wrong_is_told_and_nothing_is_backed_up(
    qtbot: QtBot, office: Office, dialog: UpdateDialog, stick: Path
) -> None:
    (stick / SETUP).write_bytes(b"noe annet")
    told = checked(qtbot, dialog, stick / SETUP)
    assert "skadet eller byttet" in told
    assert "Ikke installer den" in told
    assert (office.safekeeping.newest(), steps(dialog)) == (None, [])
    assert dialog.file_button.isEnabled()


def test_another_try_takes_the_place_of_the_first(
    qtbot: QtBot, dialog: UpdateDialog, stick: Path
) -> None:
    whole = (stick / SUMS).read_bytes()
    (stick / SUMS).write_bytes(b"")
    checked(qtbot, dialog, stick)
    (stick / SUMS).write_bytes(whole)
    assert "ekte" in checked(qtbot, dialog, stick)
    QApplication.sendPostedEvents(None, 0)
    assert len([each for each in dialog.findChildren(Callout) if each.isVisible()]) == 1


def test_a_program_without_a_key_shows_the_digest_to_compare(
    qtbot: QtBot, office: Office, dialog: UpdateDialog, stick: Path, tmp_path: Path
) -> None:
    office.settings.updates = Updates(tmp_path / "ingen.pub", MachineSystem.WINDOWS)
    digest = sums_of(stick, SETUP).decode().split()[0]
    assert digest in checked(qtbot, dialog, stick).replace(" ", "")
    (button,) = (each for each in dialog.findChildren(Button) if "SHA-256" in each.text())
    button.click()
    assert QGuiApplication.clipboard().text() == digest


def test_without_room_for_a_backup_nothing_is_explained_until_there_is(
    qtbot: QtBot,
    office: Office,
    dialog: UpdateDialog,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_stopped: object) -> Path:
        raise FileProblem("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(office, "back_up", full)
        told = checked(qtbot, dialog, stick)
    assert "Disken er full" in told
    assert "Ikke installer oppdateringen før kopien er tatt" in told
    assert (steps(dialog), "Ikke tatt ennå" in facts(dialog)) == ([], True)
    (again,) = (each for each in dialog.findChildren(Button) if "på nytt" in each.text())
    again.click()
    qtbot.waitUntil(lambda: len(steps(dialog)) == 4)
    assert str(office.safekeeping.newest()) in facts(dialog)


def test_a_copy_outside_that_could_not_be_made_does_not_stop_anybody(
    qtbot: QtBot, office: Office, dialog: UpdateDialog, stick: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "utenfor"
    outside.mkdir()
    office.safekeeping.set_outside(str(outside))
    outside.rmdir()
    assert "utenfor maskinen er ikke tilgjengelig" in checked(qtbot, dialog, stick)
    assert str(office.safekeeping.newest()) in facts(dialog)
    assert len(steps(dialog)) == 4


Spy = Callable[..., object]


def _held(qtbot: QtBot, dialog: UpdateDialog, monkeypatch: pytest.MonkeyPatch, stick: Path) -> None:
    """The check has begun, and goes on until it is told to stop."""
    began: list[bool] = []

    def endless(_chosen: Path, told: Callable[[int, int], object]) -> object:
        while True:
            told(0, 1)
            began.append(True)

    monkeypatch.setattr(dialog._office.settings.updates, "check", endless)
    dialog.check(stick)
    qtbot.waitUntil(lambda: bool(began))


def test_the_check_can_be_stopped(
    qtbot: QtBot,
    office: Office,
    dialog: UpdateDialog,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _held(qtbot, dialog, monkeypatch, stick)
    assert not dialog.file_button.isEnabled()
    dialog.progress.cancel_button.click()
    qtbot.waitUntil(lambda: "avbrutt" in dialog.told)
    assert dialog.file_button.isEnabled()
    assert office.safekeeping.newest() is None


def test_leaving_stops_the_check(
    qtbot: QtBot, dialog: UpdateDialog, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = dialog._navigator.jobs
    _held(qtbot, dialog, monkeypatch, stick)
    dialog.reject()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_while_something_else_works_it_says_so(
    qtbot: QtBot, dialog: UpdateDialog, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = dialog._navigator.jobs
    monkeypatch.setattr(type(jobs), "busy", property(lambda _: True))
    dialog.check(stick)
    assert dialog.told
    assert dialog.file_button.isEnabled()


@pytest.mark.parametrize("which", ["file_button", "folder_button"])
def test_what_is_chosen_is_checked_and_leaving_the_choice_is_free(
    qtbot: QtBot,
    dialog: UpdateDialog,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    which: str,
) -> None:
    button: Button = getattr(dialog, which)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 0)
    button.click()
    assert (dialog.told, dialog.isVisible()) == ("", True)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    chosen = stick if which == "folder_button" else stick / SETUP
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(chosen)])
    button.click()
    qtbot.waitUntil(lambda: bool(dialog.told))
    assert (dialog.isVisible(), len(steps(dialog))) == (True, 4)


def test_everything_is_reached_by_keyboard_and_read_aloud(
    qtbot: QtBot, dialog: UpdateDialog, stick: Path
) -> None:
    assert dialog.file_button.hasFocus()
    checked(qtbot, dialog, stick)
    reached: list[QWidget] = []
    for _ in range(6):
        here = QApplication.focusWidget()
        if here is not None:
            reached.append(here)
        QTest.keyClick(here or dialog, Qt.Key.Key_Tab)
    assert {type(each) for each in reached} >= {RowList, Button}
    for find in (
        walker.unnamed_focusables,
        walker.roleless_focusables,
        walker.rich_labels,
        walker.silent_icon_buttons,
    ):
        assert find(dialog) == []
    assert "ekte, hel og nyere" in dialog.accessibleDescription()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_in_a_low_window_all_of_it_is_reached_by_keyboard(
    qtbot: QtBot, dialog: UpdateDialog, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.kit.ask.highest", lambda _dialog: 330)
    checked(qtbot, dialog, stick)
    bar = dialog._result.verticalScrollBar()
    qtbot.waitUntil(lambda: dialog.height() <= 330 and bar.maximum() > 0)
    QTest.keyClick(dialog.leave_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(dialog.leave_button, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    (rows,) = dialog.findChildren(RowList)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    rows.select_end(last=True)
    assert bar.value() == bar.maximum()
