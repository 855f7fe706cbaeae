"""What is done between the key and the pages: looked through, copied, brought up to date."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import FileProblem
from app.core.opening import OpeningStage
from app.office import Folders
from app.register import Ajar, Register
from app.storage import backup, schema
from tests.factories import PASSPHRASE
from tests.files.make_register import REGISTERS

OLDEST = min(REGISTERS.glob("*.husrom")).stem
UPDATING = tuple(OpeningStage)[1:]


@pytest.fixture
def register(tmp_path: Path, clock: FixedClock, folders: Folders) -> Iterator[Register]:
    """One of an older schema, closed properly as far as this machine knows."""
    home = tmp_path / "home"
    home.mkdir()
    for path in REGISTERS.glob(f"{OLDEST}.husrom*"):
        shutil.copyfile(path, home / path.name)
    made = Register(home / f"{OLDEST}.husrom", clock, folders)
    yield made
    made.let_go()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders backups were made in."""
    found: list[Path] = []
    real = backup.make

    def make(*given: object, **named: object) -> object:
        found.append(Path(str(given[1])))
        return real(*given, **named)  # type: ignore[arg-type]  # handed on as given

    monkeypatch.setattr(backup, "make", make)
    return found


def unlocked(register: Register) -> Ajar:
    """The key is right."""
    return register.unlock_with_passphrase(PASSPHRASE)


def version(register: Register) -> int:
    """The schema of the file."""
    ajar = unlocked(register)
    try:
        return ajar._unlocked.db.version
    finally:
        ajar.leave()


def test_each_step_is_told_in_its_order(register: Register) -> None:
    ajar, told = unlocked(register), list[OpeningStage]()
    assert ajar.stages == UPDATING
    ajar.make_fit(told.append)
    assert tuple(dict.fromkeys(told)) == UPDATING
    assert ajar.stages == ()
    office = ajar.open()
    assert office.opening.clean_end
    office.close()


def test_a_register_of_today_that_was_closed_needs_nothing(
    register: Register, made: list[Path]
) -> None:
    register.open_with_passphrase(PASSPHRASE).close()
    register.let_go()
    made.clear()
    ajar = unlocked(register)
    assert ajar.stages == ()
    assert not ajar.takes_long
    ajar.open().close()
    assert made == []


def test_after_an_unclean_end_it_is_looked_through_before_anything_is_written(
    register: Register, made: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = version(register)
    monkeypatch.setattr("app.storage.unlocked.quick_check", lambda _db: False)
    ajar = unlocked(register)
    ajar._clean = False
    assert ajar.stages == tuple(OpeningStage)
    with pytest.raises(FileProblem) as caught:
        ajar.open()
    assert caught.value.code == "register_damaged"
    assert made == []
    assert version(register) == before


class Left(Exception):  # noqa: N818  it is no error: the officer asked for it
    """What a job raises when it is to stop."""


@pytest.mark.parametrize("at", UPDATING)
def test_leaving_at_any_step_leaves_it_as_it_was(register: Register, at: OpeningStage) -> None:
    before = version(register)

    def told(stage: OpeningStage) -> None:
        if stage is at:
            raise Left

    ajar = unlocked(register)
    with pytest.raises(Left):
        ajar.make_fit(told)
    ajar.leave()
    assert version(register) == before
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.check().whole
    office.close()


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_statement_that_is_broken_off_leaves_whole_migrations(
    register: Register, after: int
) -> None:
    asked = iter(range(after))
    ajar = unlocked(register)
    with pytest.raises((InterruptedError, sqlite3.OperationalError)):
        ajar.make_fit(stopped=lambda: next(asked, None) is None)
    ajar.leave()
    assert version(register) <= schema.newest()
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.check().whole
    office.close()


def closed(register: Register) -> None:
    """Opened in this program's schema, copied, and closed."""
    office = register.open_with_passphrase(PASSPHRASE)
    office.back_up()
    office.close()
    register.let_go()


def change(register: Register) -> None:
    """Something is done, and no copy is made of it."""
    office = register.open_with_passphrase(PASSPHRASE)
    office.saved_lists.exported("dwellings", "Boliger", "", 1, "csv")
    office.close()
    register.let_go()


def half_type(register: Register) -> None:
    """A form is left half typed."""
    office = register.open_with_passphrase(PASSPHRASE)
    office.drafts.keep("form", {"name": "half"})
    office.close()
    register.let_go()


def spoil(register: Register) -> None:
    """The newest copy has got another byte in the middle."""
    newest = register.newest_backup()
    assert newest is not None
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 1
    newest.write_bytes(content)


def nothing(_register: Register) -> None:
    """It is as it was copied."""


@pytest.mark.parametrize(
    ("since", "copies"), [(nothing, 0), (change, 1), (half_type, 1), (spoil, 1)]
)
def test_only_what_a_checked_copy_lacks_is_copied_before_an_update(
    register: Register,
    made: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    clock: FixedClock,
    since: Callable[[Register], None],
    copies: int,
) -> None:
    closed(register)
    since(register)
    made.clear()
    later = tmp_path / "9999_later.sql"
    later.write_text("CREATE TABLE fresh (id INTEGER PRIMARY KEY) STRICT;")
    every = schema.migration_files()
    monkeypatch.setattr(schema, "migration_files", lambda: (*every, later))
    clock.at = clock.now().replace(hour=23)
    office = register.open_with_passphrase(PASSPHRASE)
    assert len(made) == copies
    assert office._db.version == len(every) + 1
    office.close()
