"""The program as a whole: from nothing to a register, locked and opened again."""

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.errors import FileProblem
from app.office import Folders
from app.register import Register
from tests.factories import CANARY_NAME, PASSPHRASE, a_profile, registered_person
from ui.application import Program
from ui.kit import machine
from ui.kit.messages import Message, inform
from ui.main_window import OfficeView
from ui.navigation import Page, PageId, Place
from ui.settings.about_part import AboutPart
from ui.settings.page import SettingsPage
from ui.today.page import TodayPage
from ui.unlock.first_run import FirstRunWizard
from ui.unlock.older import OlderCopy
from ui.unlock.page import UnlockPage
from ui.unlock.restore import RestorePage


def close_what_was_left() -> None:
    """A dialog that an earlier test left open would put off the locking."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog | QMenu) and one.isVisible():
            one.close()


@pytest.fixture
def program(
    qtbot: QtBot, register_path: Path, folders: Folders, clock: FixedClock
) -> Iterator[Program]:
    """The program on a register that is there, waiting to be unlocked."""
    close_what_was_left()
    left: list[int] = []
    made = Program(Register(register_path, clock, folders), leave_process=left.append)
    qtbot.addWidget(made.window)
    made.begin()
    yield made
    made.close()
    assert left == []


def unlock(program: Program, passphrase: str = PASSPHRASE) -> OfficeView:
    """Type the passphrase and press Enter."""
    page = program.inside
    assert isinstance(page, UnlockPage)
    page.field.set_value(passphrase)
    page.unlock()
    assert isinstance(program.view, OfficeView)
    return program.view


def lock(qtbot: QtBot, program: Program) -> None:
    """Lock, and wait until nothing is left."""
    with qtbot.waitSignal(program.locked, timeout=20_000):
        program.lock()


def spoken() -> str:
    """Everything a screen reader could find in the whole program."""
    application = QApplication.instance()
    assert application is not None
    waiting: list[QAccessibleInterface] = []
    root = QAccessible.queryAccessibleInterface(application)
    waiting.append(root)
    said: list[str] = []
    while waiting:
        one = waiting.pop()
        if not one.isValid():
            continue
        for kind in (
            QAccessible.Text.Name,
            QAccessible.Text.Value,
            QAccessible.Text.Description,
            QAccessible.Text.Help,
        ):
            said.append(one.text(kind))
        waiting += [one.child(place) for place in range(one.childCount()) if one.child(place)]
    return "\n".join(said)


def everything_in(view: OfficeView) -> list[weakref.ref[QObject]]:
    """The view with all its pages, lists, tables and models; held by nobody here."""
    views = view.findChildren(QAbstractItemView)
    models = (one.model() for one in views)
    return [weakref.ref(one) for one in (view, *view.findChildren(Page), *views, *models)]


def alive(part: weakref.ref[QObject]) -> QObject | None:
    """What is left of it."""
    there = part()
    return there if there is not None and shiboken6.isValid(there) else None


def test_locking_leaves_nothing_of_the_register(qtbot: QtBot, program: Program) -> None:
    view = unlock(program)
    assert program.office is not None
    person = registered_person(program.office)
    del person
    view.navigator.open(PageId.DWELLINGS)
    view.box.open()
    typed = view.box.findChild(QLineEdit)
    assert typed is not None
    typed.setText(CANARY_NAME)
    del typed
    assert CANARY_NAME in spoken()
    parts = everything_in(view)
    database = program.office._db
    assert len(parts) > 2
    del view

    lock(qtbot, program)
    gc.collect()

    assert [type(part).__name__ for part in map(alive, parts) if part is not None] == []
    assert database.key == b""
    assert CANARY_NAME not in spoken()
    assert program.window.windowTitle() == "Husrom"
    assert isinstance(program.inside, UnlockPage)


def test_the_walker_finds_what_is_on_the_screen(program: Program) -> None:
    unlock(program)
    assert a_profile().municipality in spoken()


def test_after_a_lock_the_passphrase_opens_it_again(qtbot: QtBot, program: Program) -> None:
    unlock(program)
    lock(qtbot, program)
    assert isinstance(unlock(program), OfficeView)


def test_after_a_lock_the_keyring_is_not_offered(
    qtbot: QtBot, program: Program, register_path: Path, clock: FixedClock
) -> None:
    machine.remember_keyring(register_path, clock.today())
    unlock(program)
    lock(qtbot, program)
    assert "nøkkelringen" not in spoken()


def test_a_change_is_in_a_backup_when_it_is_locked(qtbot: QtBot, program: Program) -> None:
    unlock(program)
    assert program.office is not None
    registered_person(program.office)
    lock(qtbot, program)
    assert program.register.newest_backup() is not None


def test_a_dialog_is_left_before_locking(qtbot: QtBot, program: Program) -> None:
    view = unlock(program)
    said: list[str] = []

    def ask() -> None:
        inform(view, Message("Noe skjedde.", "Alt er trygt.", "Gå videre."))
        said.append("left")

    QTimer.singleShot(0, ask)
    QTimer.singleShot(100, program.lock)
    with qtbot.waitSignal(program.locked, timeout=20_000):
        pass
    assert said == ["left"]


def test_the_check_of_an_update_is_left_and_stopped_before_locking(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, began = unlock(program), list[bool]()

    def endless(_chosen: Path, told: Callable[[int, int], object]) -> None:
        while True:
            told(0, 1)
            began.append(True)

    monkeypatch.setattr(view.office.settings.updates, "check", endless)
    view.go(Place(PageId.SETTINGS, task="about"))
    page = view.shell.page(PageId.SETTINGS.value)
    assert isinstance(page, SettingsPage)
    assert isinstance(page.part, AboutPart)
    dialog = page.part.check_update()
    dialog.check(tmp_path)
    qtbot.waitUntil(lambda: bool(began))
    lock(qtbot, program)
    assert not shiboken6.isValid(dialog)
    assert not program.jobs.busy


class OurClipboard:
    """A clipboard that says who filled it; the offscreen one never does."""

    def __init__(self, *, ours: bool) -> None:
        self.ours, self.words = ours, CANARY_NAME

    def ownsClipboard(self) -> bool:  # noqa: N802  Qt's name
        """Whether we put there what is there."""
        return self.ours

    def clear(self) -> None:
        """Empty it."""
        self.words = ""


@pytest.mark.parametrize(("ours", "left"), [(True, ""), (False, CANARY_NAME)])
def test_only_our_own_clipboard_is_emptied(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch, ours: bool, left: str
) -> None:
    clipboard = OurClipboard(ours=ours)
    unlock(program)
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    lock(qtbot, program)
    assert clipboard.words == left


def test_closing_lets_the_register_go(
    qtbot: QtBot, program: Program, register_path: Path, folders: Folders, clock: FixedClock
) -> None:
    unlock(program)
    program.close()
    other = Register(register_path, clock, folders)
    other.open_with_passphrase(PASSPHRASE).close()
    other.let_go()


def test_closing_makes_the_backup_that_waits(qtbot: QtBot, program: Program) -> None:
    unlock(program)
    assert program.office is not None
    registered_person(program.office)
    program.close()
    assert program.register.newest_backup() is not None


def test_with_no_register_the_first_run_begins(
    qtbot: QtBot, tmp_path: Path, folders: Folders, clock: FixedClock
) -> None:
    program = Program(Register(tmp_path / "ny.husrom", clock, folders))
    qtbot.addWidget(program.window)
    program.begin()
    assert isinstance(program.inside, FirstRunWizard)
    program.close()


def test_an_older_copy_is_told_and_gone_on_with_by_choice(
    qtbot: QtBot, register_path: Path, folders: Folders, clock: FixedClock
) -> None:
    kept = register_path.read_bytes()
    register = Register(register_path, clock, folders)
    office = register.open_with_passphrase(PASSPHRASE)
    registered_person(office)
    office.close()
    register.let_go()
    register_path.write_bytes(kept)
    program = Program(Register(register_path, clock, folders))
    qtbot.addWidget(program.window)
    program.begin()
    page = program.inside
    assert isinstance(page, UnlockPage)
    page.field.set_value(PASSPHRASE)
    page.unlock()
    older = program.inside
    assert isinstance(older, OlderCopy)
    older.button.click()
    assert program.view is not None
    assert program.office is not None
    assert program.office.history.latest(1)[0].verb == "register.older_accepted"
    program.close()


def test_restoring_from_the_settings_locks_first(qtbot: QtBot, program: Program) -> None:
    view = unlock(program)
    assert program.office is not None
    registered_person(program.office)
    view.navigator.open(PageId.SETTINGS, task="restore")
    del view
    qtbot.waitUntil(lambda: isinstance(program.inside, RestorePage), timeout=20_000)
    assert program.office is None


def test_a_restoring_waits_until_the_last_copy_is_made(qtbot: QtBot, program: Program) -> None:
    unlock(program)
    assert program.office is not None
    registered_person(program.office)
    with qtbot.waitSignal(program.locked, timeout=20_000):
        program.lock()
        page = program.inside
        assert isinstance(page, UnlockPage)
        assert page.waited_for.text() == "Tar sikkerhetskopi …"
        page.show_recovery()
        assert page.waited_for.text() == "Tar sikkerhetskopi …"
        page.restore_wanted.emit()
        assert program.inside is page
    assert isinstance(program.inside, RestorePage)
    assert program.register.newest_backup() is not None


def test_a_draft_that_cannot_be_kept_does_not_keep_the_register_open(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_view: OfficeView) -> None:
        raise FileProblem("disk_full")

    unlock(program)
    monkeypatch.setattr(OfficeView, "leave", full)
    lock(qtbot, program)
    assert program.office is None


def test_idleness_locks(qtbot: QtBot, program: Program) -> None:
    unlock(program)
    assert program.watch.watching
    with qtbot.waitSignal(program.locked, timeout=20_000):
        program.watch.wanted.emit()
    assert not program.watch.watching


def test_a_key_nobody_has_confirmed_is_told(
    qtbot: QtBot, program: Program, register_path: Path
) -> None:
    machine.remember_unconfirmed(register_path, unconfirmed=True)
    assert "ikke bekreftet" in unlock(program).toast.words


def test_only_what_does_not_stop_when_told_to_ends_the_process(
    qtbot: QtBot,
    register_path: Path,
    folders: Folders,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left: list[int] = []
    program = Program(Register(register_path, clock, folders), leave_process=left.append)
    qtbot.addWidget(program.window)
    program.begin()
    unlock(program)
    assert program.office is not None
    registered_person(program.office)
    monkeypatch.setattr(program.jobs, "stop_all", lambda _wait=0: False)
    program.close()
    assert left == [0]


def test_after_unlocking_the_keyboard_stands_on_the_first_row_of_i_dag(program: Program) -> None:
    today = unlock(program).shell.pages.currentWidget()
    assert isinstance(today, TodayPage)
    first = today.groups.groups[0].list
    assert program.window.focusWidget() is first
    assert first.currentIndex().row() == 0
