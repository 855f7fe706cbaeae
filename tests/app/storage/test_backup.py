"""A backup is one file that holds, and brings the register back anywhere."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import IO

import pytest

from app.core.clock import FixedClock
from app.core.errors import FileProblem, WrongKey
from app.storage import backup, recovery, restoring, schema
from app.storage import envelope as envelopes
from app.storage.chain import head, verify
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.files import RegisterFiles
from tests.app.storage.records import names, rewritten, saved
from tests.factories import PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


@pytest.fixture
def made(db: Database, folder: Path) -> Path:
    """A backup with two rows in it."""
    saved(db, "a")
    saved(db, "b")
    path, _ = backup.make(db, folder, envelopes.load(db.files))
    return path


def by_passphrase(envelope: Envelope) -> bytes:
    key, _ = envelope.open_with_passphrase(PASSPHRASE)
    return key


def _restored(files: RegisterFiles, clock: FixedClock) -> Database:
    return Database(files, by_passphrase(envelopes.load(files)), clock)


def test_a_backup_is_one_file_that_says_what_it_is(db: Database, made: Path) -> None:
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    assert (
        made.name == f"husrom-{envelopes.load(db.files).register_id[:8]}-20261123-100000.husromkopi"
    )
    assert made.stat().st_mode & 0o777 == 0o600
    manifest, envelope = backup.read_manifest(made)
    assert envelope == envelopes.load(db.files)
    assert manifest.register_id == envelope.register_id
    assert manifest.made_at == db.clock.now()
    assert (manifest.schema, manifest.events, manifest.head) == (
        schema.newest(),
        head(db).events,
        head(db).digest,
    )


def test_the_register_goes_on_as_it_was(db: Database, made: Path) -> None:
    saved(db, "c")
    assert names(db) == ["a", "b", "c"]
    assert verify(db) is None
    assert made.exists()


def test_a_new_machine_needs_the_file_and_the_paper_alone(
    db: Database, folder: Path, tmp_path: Path, clock: FixedClock
) -> None:
    secret = recovery.new_secret()
    envelope, _ = envelopes.load(db.files).with_recovery(db.key, secret)
    saved(db, "a")
    path, _ = backup.make(db, folder, envelope)
    stick = shutil.copy(path, tmp_path / "kopi.husromkopi")
    files = RegisterFiles(tmp_path / "other machine" / "lia.husrom")
    typed = "-".join(recovery.write(secret)).lower()
    aside = restoring.restore(
        Path(stick), files, lambda found: found.open_with_recovery(typed)[0], clock
    )
    assert aside is None
    restored = _restored(files, clock)
    assert names(restored) == ["a"]
    assert head(restored) == head(db)
    assert verify(restored) is None
    restored.close()
    assert sorted(path.name for path in files.register.parent.iterdir()) == [
        "lia.husrom",
        "lia.husrom.keys",
    ]


def test_the_whole_old_set_is_moved_aside_and_its_log_never_replayed(
    db: Database, made: Path, clock: FixedClock
) -> None:
    saved(db, "after the backup")
    files = db.files
    left = {path.name: path.read_bytes() for path in (files.register, files.envelope)}
    wal, *_ = files.journals
    stale = wal.read_bytes()
    assert stale, "the log holds what came after the backup"
    db.close()
    wal.write_bytes(stale)
    files.register.write_bytes(left[files.register.name])
    aside = restoring.restore(made, files, by_passphrase, clock)
    assert aside is not None
    assert aside.name == "lia satt til side 2026-11-23 100000"
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == {
        **left,
        wal.name: stale,
    }
    restored = _restored(files, clock)
    assert names(restored) == ["a", "b"]
    restored.close()
    old = _restored(RegisterFiles(aside / files.register.name), clock)
    assert names(old) == ["a", "b", "after the backup"]
    old.close()


def test_restoring_twice_in_a_second_keeps_both_old_sets(
    db: Database, made: Path, clock: FixedClock
) -> None:
    files = db.files
    db.close()
    first = restoring.restore(made, files, by_passphrase, clock)
    second = restoring.restore(made, files, by_passphrase, clock)
    assert first is not None
    assert second is not None
    assert first != second
    assert len(list(first.iterdir())) == len(list(second.iterdir())) == 2


def _untouched(files: RegisterFiles, act: Callable[[], object]) -> FileProblem:
    folder = files.register.parent
    before = {path: path.read_bytes() for path in sorted(folder.iterdir())}
    with pytest.raises(FileProblem) as caught:
        act()
    assert {path: path.read_bytes() for path in sorted(folder.iterdir())} == before
    return caught.value


def _repacked(made: Path, **changed: bytes | None) -> Path:
    """The same backup with some entries changed or left out."""
    target = made.with_name("repacked.husromkopi")
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(target, "w") as new:
        for name in (backup.REGISTER, backup.KEYS, backup.MANIFEST):
            key = name.rsplit(".", 1)[-1]
            content = changed.get(key, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def _said(made: Path, **changes: object) -> bytes:
    with zipfile.ZipFile(made) as zipped:
        return json.dumps({**json.loads(zipped.read(backup.MANIFEST)), **changes}).encode()


Spoil = Callable[[Path], Path]


def _cut(path: Path, at: int) -> Path:
    path.write_bytes(path.read_bytes()[:at])
    return path


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


SPOILED: list[tuple[str, Spoil]] = [
    ("backup_missing", lambda made: made.with_name("gone.husromkopi")),
    ("backup_foreign", lambda made: _written(made, b"")),
    ("backup_foreign", lambda made: _written(made, b"%PDF-1.7 " + bytes(5000))),
    ("backup_foreign", lambda made: _written(made, b"PK\x03\x04" + bytes(5000))),
    ("backup_damaged", lambda made: _cut(made, 4096)),
    ("backup_damaged", lambda made: _cut(made, made.stat().st_size - 1)),
    ("backup_damaged", lambda made: _repacked(made, json=None)),
    ("backup_damaged", lambda made: _repacked(made, keys=None)),
    ("backup_damaged", lambda made: _repacked(made, json=b"{")),
    ("backup_damaged", lambda made: _repacked(made, json=b"[" * 50_000)),
    ("backup_damaged", lambda made: _repacked(made, json=b" " * (2**20 + 1))),
    ("backup_damaged", lambda made: _repacked(made, keys=b"{}")),
    ("backup_damaged", lambda made: _repacked(made, husrom=bytes(8192))),
    ("backup_newer", lambda made: _repacked(made, json=_said(made, format=2))),
    ("backup_newer", lambda made: _repacked(made, json=_said(made, schema=schema.newest() + 1))),
    ("backup_newer", lambda made: _repacked(made, keys=b'{"format": 2}')),
]


@pytest.mark.parametrize(("code", "spoil"), SPOILED)
def test_what_is_no_sound_backup_is_told_and_touches_nothing(
    db: Database, made: Path, clock: FixedClock, code: str, spoil: Spoil
) -> None:
    files = db.files
    db.close()
    spoiled = spoil(made)
    problem = _untouched(files, lambda: restoring.restore(spoiled, files, by_passphrase, clock))
    assert problem.code == code


def test_a_packed_entry_is_refused_before_it_can_grow(
    db: Database, made: Path, clock: FixedClock
) -> None:
    bomb = made.with_name("bomb.husromkopi")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(backup.REGISTER, bytes(10_000_000))
        zipped.writestr(backup.KEYS, envelopes.load(db.files).to_bytes(), zipfile.ZIP_STORED)
        zipped.writestr(backup.MANIFEST, _said(made), zipfile.ZIP_STORED)
    problem = _untouched(db.files, lambda: restoring.restore(bomb, db.files, by_passphrase, clock))
    assert problem.code == "backup_damaged"


def test_any_flipped_byte_is_told_or_does_no_harm(
    db: Database, made: Path, tmp_path: Path, clock: FixedClock
) -> None:
    key = db.key
    whole = made.read_bytes()
    ends = [*range(0, 60, 2), *range(len(whole) - 2200, len(whole), 53)]
    inside = [len(whole) * part // 40 for part in range(1, 40)]
    for number, at in enumerate([*ends, *inside]):
        made.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        files = RegisterFiles(tmp_path / str(number) / "lia.husrom")
        try:
            restoring.restore(made, files, lambda _: key, clock)
        except FileProblem as told:
            assert told.code.startswith("backup_")  # noqa: PT017  either end is right
            assert not files.register.exists()
            continue
        restored = Database(files, key, clock)
        assert names(restored) == ["a", "b"]
        restored.close()


def test_a_wrong_passphrase_touches_nothing(db: Database, made: Path, clock: FixedClock) -> None:
    files = db.files
    db.close()
    before = files.register.read_bytes()
    with pytest.raises(WrongKey) as caught:
        restoring.restore(made, files, lambda found: found.open_with_passphrase("feil")[0], clock)
    assert caught.value.code == "wrong_passphrase"
    assert files.register.read_bytes() == before


def test_a_register_that_answers_to_another_key_is_a_damaged_backup(
    db: Database, made: Path, clock: FixedClock
) -> None:
    files = db.files
    db.close()
    problem = _untouched(files, lambda: restoring.restore(made, files, lambda _: bytes(32), clock))
    assert problem.code == "backup_damaged"


def test_a_damaged_register_is_not_made_a_backup_of(
    db: Database, folder: Path, template: tuple[Path, bytes], clock: FixedClock
) -> None:
    saved(db, "a", "x" * 400_000)
    files = db.files
    db.close()
    with files.register.open("r+b") as file:
        file.seek(-200_000, os.SEEK_END)  # inside the row: the schema before it is read on opening
        file.write(os.urandom(4096))
    damaged = Database(files, template[1], clock)
    with pytest.raises(FileProblem) as caught:
        backup.make(damaged, folder, envelopes.load(files))
    damaged.close()
    assert caught.value.code == "register_damaged"
    assert list(folder.iterdir()) == []


def test_a_broken_chain_is_no_reason_to_be_without_a_backup(db: Database, folder: Path) -> None:
    saved(db, "a")
    rewritten(db, "UPDATE event SET verb = 'x' WHERE id = 2")
    path, _ = backup.make(db, folder, envelopes.load(db.files))
    assert path.exists()


def test_a_folder_that_takes_nothing_is_told(db: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileProblem) as caught:
        backup.make(db, tmp_path / "file" / "copies", envelopes.load(db.files))
    assert caught.value.code == "disk_refused"


def test_a_copy_outside_is_the_same_file(made: Path, tmp_path: Path) -> None:
    outside = tmp_path / "stick"
    outside.mkdir()
    copied = backup.copy_outside(made, outside)
    assert copied.read_bytes() == made.read_bytes()
    assert list(outside.iterdir()) == [copied]
    with pytest.raises(FileProblem) as caught:
        backup.copy_outside(made, tmp_path / "gone")
    assert caught.value.code == "outside_missing"


def test_a_copy_that_came_out_differently_is_not_kept(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "stick"
    outside.mkdir()

    def half(source: Path, target: IO[bytes], _disk: IO[bytes], _stopped: object) -> None:
        target.write(source.read_bytes()[:100])

    monkeypatch.setattr(backup, "pour", half)
    with pytest.raises(FileProblem) as caught:
        backup.copy_outside(made, outside)
    assert caught.value.code == "disk_refused"
    assert list(outside.iterdir()) == []


def test_a_manifest_is_what_was_packed(db: Database, folder: Path) -> None:
    path, manifest = backup.make(db, folder, envelopes.load(db.files))
    assert backup.read_manifest(path)[0] == manifest
    assert replace(manifest, made_at=manifest.made_at + timedelta(1)) != manifest
