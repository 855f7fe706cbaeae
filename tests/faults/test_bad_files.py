"""Each way a register can be wrong has its own message, and none of them makes it worse."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core import words
from app.core.clock import FixedClock
from app.core.errors import FileProblem, OfficeError, WrongKey
from app.office import Folders
from app.register import Register
from app.storage import schema
from app.storage.driver import connect
from app.storage.files import PAGE_SIZE
from tests.app.storage.records import names, saved
from tests.factories import PASSPHRASE

KEPT_SAFE = re.compile(
    r"ikke (rørt|endret|skadet|åpnet|tatt i bruk)|Ingenting er|trygg?t?\b|som (den var|før)"
)
Spoil = Callable[[Path, bytes], None]


def _emptied(path: Path, key: bytes) -> None:
    path.write_bytes(b"")


def _plain(path: Path, key: bytes) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE person (name TEXT)")
    connection.commit()
    connection.close()


def _cut(rest: int) -> Spoil:
    def spoil(path: Path, key: bytes) -> None:
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2 // PAGE_SIZE * PAGE_SIZE + rest])

    return spoil


def _flipped(at: int) -> Spoil:
    def spoil(path: Path, key: bytes) -> None:
        whole = bytearray(path.read_bytes())
        whole[at] ^= 0x40
        path.write_bytes(whole)

    return spoil


def _newer(path: Path, key: bytes) -> None:
    raw = connect(f"{path.as_uri()}?mode=rw", key)
    raw.execute(f"PRAGMA user_version={schema.newest() + 1}")
    raw.close()


def _foreign(path: Path, key: bytes) -> None:
    raw = connect(f"{path.as_uri()}?mode=rw", key)
    raw.execute("PRAGMA application_id=7")
    raw.close()


def _gone(path: Path, key: bytes) -> None:
    path.unlink()


def _without_keys(path: Path, key: bytes) -> None:
    path.with_name(path.name + ".keys").unlink()


def _spoiled_keys(path: Path, key: bytes) -> None:
    path.with_name(path.name + ".keys").write_bytes(b"{")


def _noise(path: Path, key: bytes) -> None:
    path.write_bytes(b"\x89PNG" + bytes(3 * PAGE_SIZE - 4))


FAULTS: list[tuple[str, str, Spoil]] = [
    ("missing", "register_missing", _gone),
    ("empty", "register_empty", _emptied),
    ("plain SQLite", "register_plain", _plain),
    ("a picture", "register_damaged", _noise),
    ("cut inside a page", "register_damaged", _cut(100)),
    ("cut between pages", "register_damaged", _cut(0)),
    ("first byte flipped", "register_damaged", _flipped(0)),
    ("a byte of page one flipped", "register_damaged", _flipped(2000)),
    ("newer", "register_newer", _newer),
    ("of another program", "register_foreign", _foreign),
    ("keys gone", "envelope_missing", _without_keys),
    ("keys spoiled", "envelope_damaged", _spoiled_keys),
]


@pytest.fixture
def register(register_path: Path, clock: FixedClock, folders: Folders) -> Register:
    return Register(register_path, clock, folders)


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


@pytest.mark.parametrize(("name", "code", "spoil"), FAULTS, ids=[name for name, *_ in FAULTS])
def test_a_spoiled_register_is_told_and_left_as_it_is(
    register: Register, template: tuple[Path, bytes], name: str, code: str, spoil: Spoil
) -> None:
    spoil(register.files.register, template[1])
    before = _content(register.files.register.parent)
    for _ in range(2):
        with pytest.raises(FileProblem) as caught:
            register.open_with_passphrase(PASSPHRASE)
        assert caught.value.code == code
    assert _content(register.files.register.parent) == before


def test_every_fault_of_the_disk_or_the_file_has_words_of_its_own() -> None:
    codes = {code for _, code, _ in FAULTS} | {
        "wrong_passphrase",
        "wrong_recovery",
        "recovery_mistyped",
        "recovery_length",
        "register_in_use",
        "register_busy",
        "register_exists",
        "register_unreadable",
        "disk_full",
        "disk_refused",
        "envelope_newer",
        "backup_missing",
        "backup_damaged",
        "backup_foreign",
        "backup_newer",
        "outside_missing",
        "keyring_refused",
        "officer_not_now",
        "outside_not_found",
    }
    texts = {code: words.message(OfficeError(code)) for code in codes}
    assert len(set(texts.values())) == len(texts)
    for code, text in texts.items():
        assert code in words.codes(), code
        assert KEPT_SAFE.search(text), f"{code} does not say what is safe: {text}"
        sentences = [part for part in re.split(r"(?<=[.;])\s", text) if part]
        assert len(sentences) >= 3, f"{code} does not say what, what is safe and what to do"


def test_a_flipped_byte_anywhere_is_told_by_opening_or_by_the_check(
    register: Register, template: tuple[Path, bytes]
) -> None:
    whole = register.files.register.read_bytes()
    at_opening = by_check = 0
    for at in range(50, len(whole), len(whole) // 25):
        register.files.register.write_bytes(whole)
        _flipped(at)(register.files.register, template[1])
        try:
            unlocked = register._unlock_vouched(lambda found: (template[1], found.slots[0].id))
            office = unlocked.open()
        except FileProblem as problem:
            assert problem.code == "register_damaged"  # noqa: PT017  the check may tell it instead
            at_opening += 1
            continue
        assert not office.check().readable
        by_check += 1
        office.close()
        register.let_go()
    assert at_opening
    assert by_check


def test_a_wrong_passphrase_is_told_as_often_as_it_is_tried(register: Register) -> None:
    before = _content(register.files.register.parent)
    for wrong in ("feil", PASSPHRASE + " ", PASSPHRASE.upper()):
        with pytest.raises(WrongKey) as caught:
            register.open_with_passphrase(wrong)
        assert caught.value.code == "wrong_passphrase"
    assert _content(register.files.register.parent) == before


def test_a_stale_log_beside_a_restored_register_is_not_replayed(
    register: Register, tmp_path: Path
) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    saved(office._db, "in the copy")
    copy = office.back_up()
    saved(office._db, "after the copy")
    home = register.files.register.parent
    left = tmp_path / "left by a power cut"
    shutil.copytree(home, left, ignore=shutil.ignore_patterns("*.lock"))
    office.close()
    register.let_go()
    for path in left.iterdir():
        shutil.copy(path, home / path.name)
    register.restore(copy, lambda envelope: envelope.open_with_passphrase(PASSPHRASE)[0])
    office = register.open_with_passphrase(PASSPHRASE)
    assert names(office._db) == ["in the copy"]
    assert office.check().whole
    office.close()
    register.let_go()


def test_a_log_put_beside_an_older_file_by_hand_is_told(register: Register, tmp_path: Path) -> None:
    """Whoever copies files about under the program is at least told so."""
    older = tmp_path / "older"
    shutil.copy(register.files.register, older)
    office = register.open_with_passphrase(PASSPHRASE)
    for number in range(40):
        saved(office._db, str(number), "x" * 3000)
    office._db.checkpoint()
    saved(office._db, "last", "y" * 3000)
    wal, *_ = register.files.journals
    stale = wal.read_bytes()
    office.close()
    register.let_go()
    shutil.copy(older, register.files.register)
    wal.write_bytes(stale)
    try:
        office = register.open_with_passphrase(PASSPHRASE)
    except FileProblem as problem:
        assert problem.code == "register_damaged"  # noqa: PT017  told at once, or by the check
        return
    assert not office.opening.clean_end
    assert not office.check().whole
    office.close()
    register.let_go()
