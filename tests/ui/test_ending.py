"""Closing and locking while Husrom copies or checks a big register: it is broken off, cleanly."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.office import Folders
from app.register import Register
from app.storage import envelope, safekeeping
from app.storage.check import CheckResult
from app.storage.database import Database
from app.storage.heads import Head
from tests.factories import PASSPHRASE, registered_person
from ui import application
from ui.application import Program
from ui.main_window import OfficeView
from ui.unlock.page import UnlockPage

# as long as the copy of a big register, but not for ever when nobody breaks it off
LONG = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    " SELECT count(*) FROM (SELECT i FROM n LIMIT 60000000)"
)


class Big:
    """A register that takes long to copy and check."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.begins = 0
        self._patch = pytest.MonkeyPatch()
        self._patch.setattr(Database, "copy_into", lambda db, target: self._copy(db, target))
        self._patch.setattr(safekeeping, "check", self._check)

    def no_more(self) -> None:
        """From now on it takes a moment."""
        self._patch.undo()

    def _copy(self, db: Database, target: str) -> None:
        """In the place of `VACUUM INTO`."""
        Path(target).write_bytes(b"half made")
        self._take_long(db)

    def _check(self, db: Database, _known: Head | None) -> CheckResult:
        """In the place of the full check."""
        self._take_long(db)
        raise AssertionError("nobody broke it off")

    def _take_long(self, db: Database) -> None:
        self.begins += 1
        self.begun.set()
        db.value(int, LONG)


@pytest.fixture
def big() -> Iterator[Big]:
    """Every copy and check takes long."""
    made = Big()
    yield made
    made.no_more()


@pytest.fixture
def left() -> list[int]:
    """How the process was ended, when it was."""
    return []


@pytest.fixture
def program(
    qtbot: QtBot, register_path: Path, folders: Folders, clock: FixedClock, left: list[int]
) -> Iterator[Program]:
    """The program on an open register with something changed."""
    made = begun(qtbot, Register(register_path, clock, folders), left)
    assert made.office is not None
    registered_person(made.office)
    yield made
    made.close()
    assert left == []


def begun(qtbot: QtBot, register: Register, left: list[int]) -> Program:
    """Started and unlocked."""
    program = Program(register, leave_process=left.append)
    qtbot.addWidget(program.window)
    program.begin()
    unlock(program)
    return program


def unlock(program: Program) -> None:
    """Type the passphrase and press Enter."""
    page = program.inside
    assert isinstance(page, UnlockPage)
    page.field.set_value(PASSPHRASE)
    page.unlock()


def copy_now(program: Program) -> None:
    """The copy that Husrom makes half an hour after a change."""
    assert program.view is not None
    program.view.back_up()


def check_now(program: Program) -> None:
    """The check that Husrom makes each week."""
    assert program.view is not None
    program.view.each_minute()
    assert program.jobs.upkeep.busy


def lock_now(program: Program) -> None:
    """A copy is made when it is locked."""
    program.lock()


def nothing_yet(program: Program) -> None:
    """The copy is made when it is closed."""


def is_closed_cleanly(program: Program, folders: Folders, left: list[int]) -> bool:
    """Nothing beside the register, nothing half made, and nothing to look through next time."""
    register = program.register
    register_id = envelope.load(register.files).register_id
    copies = folders.backups / register_id
    assert left == []
    assert [path for path in register.files.journals if path.exists()] == []
    assert not copies.exists() or list(copies.iterdir()) == []
    ajar = register.unlock_with_passphrase(PASSPHRASE)
    stages = ajar.stages
    ajar.leave()
    return stages == ()


@pytest.mark.parametrize("before", [nothing_yet, copy_now, check_now, lock_now])
def test_closing_breaks_off_what_husrom_does_of_itself(
    program: Program,
    big: Big,
    folders: Folders,
    left: list[int],
    monkeypatch: pytest.MonkeyPatch,
    before: Callable[[Program], None],
) -> None:
    waited: list[int] = []

    def wait(wait_ms: int) -> bool:
        waited.append(wait_ms)
        assert big.begun.wait(5)
        return False

    monkeypatch.setattr(program.jobs, "wait", wait)
    before(program)
    if before is not nothing_yet:
        assert big.begun.wait(5)
    program.close()
    assert 0 < waited[0] <= application.CLOSING_WAITS_MS
    assert is_closed_cleanly(program, folders, left)


def test_what_was_broken_off_is_copied_soon_after_the_next_start(
    qtbot: QtBot,
    program: Program,
    big: Big,
    left: list[int],
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(program.jobs, "wait", lambda _wait_ms: big.begun.wait(5))
    program.close()
    assert program.register.newest_backup() is None
    big.no_more()
    clock.at = clock.now() + timedelta(hours=16)
    again = begun(qtbot, program.register, left)
    assert again.view is not None
    with qtbot.waitSignal(again.jobs.upkeep.ended, timeout=20_000):
        again.view.each_minute()
    assert again.register.newest_backup() is not None
    again.close()


@pytest.mark.parametrize("before", [copy_now, check_now])
def test_locking_breaks_it_off_and_makes_the_copy_then(
    qtbot: QtBot, program: Program, big: Big, before: Callable[[Program], None]
) -> None:
    before(program)
    assert big.begun.wait(5)
    big.no_more()
    with qtbot.waitSignal(program.locked, timeout=20_000):
        program.lock()
    assert big.begins == 1
    assert program.register.newest_backup() is not None


def test_one_who_wants_in_again_does_not_wait_for_the_copy_after_the_lock(
    qtbot: QtBot,
    program: Program,
    big: Big,
    clock: FixedClock,
) -> None:
    program.lock()
    page = program.inside
    assert isinstance(page, UnlockPage)
    assert page.waited_for.text() == "Tar sikkerhetskopi …"
    assert big.begun.wait(5)
    for _ in range(2):  # one who presses twice means it once
        unlock(program)
    assert page.button.text() == "Låser opp …"
    qtbot.waitUntil(lambda: isinstance(program.view, OfficeView), timeout=20_000)
    office, view = program.office, program.view
    assert office is not None
    assert view is not None
    assert program.register.newest_backup() is None
    assert office.safekeeping.pending
    assert office.opening.clean_end
    qtbot.waitUntil(lambda: not program._ending.isActive())
    assert program.view is view
    big.no_more()
    clock.at = clock.now() + timedelta(minutes=30)
    with qtbot.waitSignal(program.jobs.upkeep.ended, timeout=20_000):
        view.each_minute()
    assert program.register.newest_backup() is not None


def test_the_machine_that_goes_to_sleep_while_the_last_copy_is_made_does_not_begin_it_again(
    qtbot: QtBot, program: Program, big: Big
) -> None:
    program.lock()
    assert big.begun.wait(5)
    page = program.inside
    program.lock()
    assert program.inside is page
    assert program.jobs.busy
    assert big.begins == 1
