"""The check finds damage wherever it lies, and says what kind."""

import os
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import FileProblem, WrongKey
from app.storage.chain import head
from app.storage.check import check, quick_check
from app.storage.database import Database
from app.storage.files import PAGE_SIZE, RegisterFiles
from tests.app.storage.records import rewritten, saved


def test_a_sound_register_is_whole(db: Database) -> None:
    saved(db, "a")
    found = check(db, head(db))
    assert found.whole
    assert found.readable
    assert (found.compared, found.events) == ("same", 2)
    assert quick_check(db)


def test_a_broken_chain_is_told_apart_from_damage(db: Database) -> None:
    saved(db, "a")
    rewritten(db, "UPDATE event SET verb = 'x' WHERE id = 2")
    found = check(db, None)
    assert (found.readable, found.whole, found.chain) == (True, False, 2)


def test_a_row_that_points_nowhere_is_found(db: Database) -> None:
    rewritten(db, "INSERT INTO person_address (person, since, line) VALUES (99, '2026', 'x')")
    assert check(db, None).damaged_tables == 1


def test_what_the_log_still_holds_is_no_damage(db: Database) -> None:
    for number in range(20):
        saved(db, str(number), "x" * 5000)
    assert check(db, None).damaged_pages == 0


@pytest.fixture
def big(db: Database) -> RegisterFiles:
    """A register of some size, closed."""
    for number in range(10):
        saved(db, str(number), "innhold " * 2000)
    db.close()
    return db.files


def _told(files: RegisterFiles, key: bytes, clock: FixedClock) -> bool:
    """Whether opening or checking tells that the file is damaged."""
    try:
        files.check_shape()
        db = Database(files, key, clock)
    except (FileProblem, WrongKey):
        return True
    try:
        return not check(db, None).readable
    except FileProblem as problem:
        assert problem.code == "register_damaged"  # noqa: PT017  either way it is told
        return True
    finally:
        db.close()


def test_every_flipped_byte_is_told(
    big: RegisterFiles, template: tuple[Path, bytes], clock: FixedClock
) -> None:
    whole = big.register.read_bytes()
    step = len(whole) // 120
    for at in [*range(0, 120, 7), *range(4096, len(whole), step), len(whole) - 1]:
        big.register.write_bytes(whole[:at] + bytes([whole[at] ^ 0x01]) + whole[at + 1 :])
        assert _told(big, template[1], clock), at


def test_every_cut_is_told(
    big: RegisterFiles, template: tuple[Path, bytes], clock: FixedClock
) -> None:
    whole = big.register.read_bytes()
    pages = len(whole) // PAGE_SIZE
    for page in range(1, pages, max(1, pages // 12)):
        for rest in (0, 1, PAGE_SIZE // 2):
            big.register.write_bytes(whole[: page * PAGE_SIZE + rest])
            assert _told(big, template[1], clock), (page, rest)


def test_a_page_of_noise_is_told(
    big: RegisterFiles, template: tuple[Path, bytes], clock: FixedClock
) -> None:
    whole = big.register.read_bytes()
    for page in (0, 1, 7, len(whole) // PAGE_SIZE - 1):
        at = page * PAGE_SIZE
        big.register.write_bytes(whole[:at] + os.urandom(PAGE_SIZE) + whole[at + PAGE_SIZE :])
        assert _told(big, template[1], clock), page
