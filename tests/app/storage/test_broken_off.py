"""A copy or a check is broken off within a statement; nothing is left of it, and it waits."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import IO

import pytest

from app.core.clock import FixedClock
from app.core.opening import OpeningStage
from app.office import Folders, Office
from app.register import Register
from app.storage import backup, driver
from app.storage import envelope as envelopes
from app.storage.big_files import pour
from app.storage.database import Database
from app.storage.heads import Heads
from app.storage.safekeeping import Safekeeping
from tests.app.storage.records import names, saved
from tests.conftest import MOMENT
from tests.factories import PASSPHRASE

Act = Callable[[Database, Path], object]
BROKEN_OFF = (InterruptedError, sqlite3.OperationalError)
STAGES = (
    OpeningStage.COPIED,
    OpeningStage.PAGES_CHECKED,
    OpeningStage.TABLES_CHECKED,
    OpeningStage.HISTORY_CHECKED,
    OpeningStage.PACKED,
)


class Wish:
    """The officer's: to be done with it, from a certain moment on."""

    def __init__(self) -> None:
        self.made = False

    def __call__(self) -> bool:
        return self.made

    def make(self, *_given: object) -> None:
        """From now on."""
        self.made = True


@pytest.fixture
def wish() -> Wish:
    return Wish()


@pytest.fixture
def job(db: Database, wish: Wish) -> Iterator[Database]:
    """The connection of a job that listens."""
    other = db.another(wish)
    yield other
    other.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


@pytest.fixture
def on(db: Database, tmp_path: Path) -> Callable[[], Safekeeping]:
    """The copies of the register, as a program that begins knows them."""
    register_id = envelopes.load(db.files).register_id
    return lambda: Safekeeping(db, Heads(tmp_path / "heads"), tmp_path / "backups", register_id)


@pytest.mark.parametrize("at", STAGES)
def test_a_backup_broken_off_at_any_step_leaves_nothing(
    db: Database, job: Database, wish: Wish, folder: Path, at: OpeningStage
) -> None:
    saved(db, "a")

    def told(stage: OpeningStage) -> None:
        wish.made = stage is at

    with pytest.raises(BROKEN_OFF):
        backup.make(job, folder, envelopes.load(db.files), told)
    assert list(folder.iterdir()) == []
    saved(db, "b")
    assert names(db) == ["a", "b"]


def test_packing_is_broken_off_too(
    db: Database, job: Database, wish: Wish, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def last_before(_path: Path, _stopped: Wish) -> str:
        wish.make()
        return "0"

    monkeypatch.setattr(backup, "file_digest", last_before)
    with pytest.raises(InterruptedError):
        backup.make(job, folder, envelopes.load(db.files))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("after", [3, 30])
@pytest.mark.parametrize(
    "act",
    [
        lambda job, target: job.copy_into(str(target)),
        lambda job, _target: job.column("PRAGMA integrity_check"),
        lambda job, _target: job.column("PRAGMA foreign_key_check"),
    ],
)
def test_the_statements_of_a_backup_and_a_check_are_broken_off_within(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, act: Act
) -> None:
    monkeypatch.setattr(driver, "_STEPS_BETWEEN", 10)
    asked = iter(range(after))
    job = db.another(lambda: next(asked, None) is None)
    with pytest.raises(sqlite3.OperationalError):
        act(job, tmp_path / "copy")
    job.close()


def test_what_was_not_copied_after_all_waits_for_the_next_start(
    db: Database, job: Database, wish: Wish, on: Callable[[], Safekeeping], clock: FixedClock
) -> None:
    safekeeping = on()
    safekeeping.begin()
    saved(db, "a")
    wish.make()
    with pytest.raises(BROKEN_OFF):
        safekeeping.make(job)
    assert safekeeping.pending
    assert safekeeping.status().made_at is None
    safekeeping.end()
    clock.at = MOMENT + timedelta(hours=1)
    again = on()
    assert again.begin() == ("same", True)
    assert again.due()


def test_the_oldest_change_that_no_copy_holds_says_when_the_next_is_due(
    db: Database, job: Database, on: Callable[[], Safekeeping], clock: FixedClock
) -> None:
    safekeeping = on()
    safekeeping.begin()
    safekeeping.make(job)
    for minutes in (10, 20, 30):
        clock.at = MOMENT + timedelta(minutes=minutes)
        saved(db, str(minutes))
    safekeeping.end()
    again = on()
    again.begin()
    clock.at = MOMENT + timedelta(minutes=39)
    assert not again.due()
    clock.at = MOMENT + timedelta(minutes=40)
    assert again.due()


def test_a_copy_outside_that_was_broken_off_is_made_with_the_next(
    db: Database,
    job: Database,
    wish: Wish,
    on: Callable[[], Safekeeping],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outside = tmp_path / "stick"
    outside.mkdir()
    safekeeping = on()
    safekeeping.begin()
    safekeeping.set_outside(str(outside))
    saved(db, "a")
    real = backup.copy_outside

    def wished(made: Path, place: Path, stopped: Wish) -> Path:
        wish.make()
        return real(made, place, stopped)

    with monkeypatch.context() as patch:
        patch.setattr(backup, "copy_outside", wished)
        with pytest.raises(InterruptedError):
            safekeeping.make(job)
    assert list(outside.iterdir()) == []
    assert safekeeping.newest() is not None
    assert safekeeping.pending
    assert safekeeping.status().outside_at is None
    again = on()
    again.begin()
    assert again.pending
    wish.made = False
    made = again.make(job)
    assert [path.name for path in outside.iterdir()] == [made.name]


def test_reading_back_a_copy_outside_is_broken_off_too(
    db: Database, wish: Wish, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = backup.make(db, folder, envelopes.load(db.files))
    outside = tmp_path / "stick"
    outside.mkdir()

    def wished(source: Path, target: IO[bytes], disk: IO[bytes], stopped: Wish) -> None:
        pour(source, target, disk, stopped)
        wish.make()

    monkeypatch.setattr(backup, "pour", wished)
    with pytest.raises(InterruptedError):
        backup.copy_outside(made, outside, wish)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("act", [Office.back_up, Office.check])
def test_what_is_broken_off_lets_the_register_end_cleanly(
    register_path: Path,
    folders: Folders,
    clock: FixedClock,
    act: Callable[[Office, Callable[[], bool]], object],
) -> None:
    register = Register(register_path, clock, folders)
    office = register.open_with_passphrase(PASSPHRASE)
    office.saved_lists.exported("dwellings", "Boliger", "", 1, "csv")
    with pytest.raises(BROKEN_OFF):
        act(office, lambda: True)
    office.close()
    register.let_go()
    assert not any(path.exists() for path in register.files.journals)
    ajar = register.unlock_with_passphrase(PASSPHRASE)
    assert ajar.stages == ()
    office = ajar.open()
    assert office.safekeeping.pending
    assert office.safekeeping.check_due()
    office.close()
    register.let_go()
