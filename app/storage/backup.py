"""A backup is one file: the register under its own key, the key envelope and a manifest.

Made by `VACUUM INTO` and checked before it gets its name. Restoring moves the whole old set
aside and never writes onto it; a write-ahead log left beside it can not be replayed.
"""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.clock import Clock
from app.core.errors import FileProblem, WrongKey
from app.storage import archive, schema
from app.storage import envelope as envelopes
from app.storage.check import CheckResult, check
from app.storage.copies import name_of
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.files import RegisterFiles, disk_problem, scratch, sync_file, sync_folder

FORMAT = 1
REGISTER, KEYS, MANIFEST = "register.husrom", "register.husrom.keys", "manifest.json"
DISK = {"disk_full", "disk_refused"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself without a key. `head` is the digest of the last event."""

    register_id: str
    made_at: datetime
    schema: int
    events: int
    head: str
    digest: str


def make(db: Database, folder: Path, envelope: Envelope) -> tuple[Path, Manifest]:
    """Make and check one backup in `folder`; `db` is a connection of the caller's own thread.

    FileProblem disk_full, disk_refused, or register_damaged when the copy did not hold. A history
    that does not hold is for the check to tell: it is no reason to be without a backup.
    """
    moment = db.clock.now()
    name = name_of(envelope.register_id, moment)
    try:
        with scratch(folder, envelope.register_id) as place:
            copy = RegisterFiles(place / REGISTER)
            db.copy_into(str(copy.register))
            found = _check_copy(copy, db.key, db.clock, "register_damaged")
            manifest = Manifest(
                envelope.register_id,
                moment,
                db.version,
                found.head.events,
                found.head.digest,
                _digest(copy.register),
            )
            packed = place / name
            _pack(packed, copy.register, envelope, manifest)
            finished = packed.replace(folder / name)
        sync_folder(folder)
    except OSError as error:
        raise disk_problem(error) from error
    return finished, manifest


def copy_outside(backup: Path, folder: Path) -> Path:
    """Put a finished backup in a second place and read it back.

    FileProblem outside_missing when the place is not there, disk_full or disk_refused.
    """
    if not folder.is_dir():
        raise FileProblem("outside_missing")
    target = folder / backup.name
    fresh = folder / (backup.name + ".new")
    try:
        shutil.copyfile(backup, fresh)
        sync_file(fresh)
        if _digest(fresh) != _digest(backup):
            raise FileProblem("disk_refused")
        fresh.replace(target)
        sync_folder(folder)
    except OSError as error:
        raise disk_problem(error) from error
    finally:
        fresh.unlink(missing_ok=True)
    return target


def read_manifest(backup: Path) -> tuple[Manifest, Envelope]:
    """What a backup says of itself.

    FileProblem backup_missing, backup_foreign, backup_damaged or backup_newer.
    """
    with archive.reading(backup, REGISTER) as zipped:
        said = json.loads(archive.small(zipped, MANIFEST))
        if said["format"] > FORMAT or said["schema"] > schema.newest():
            raise FileProblem("backup_newer")
        manifest = Manifest(
            str(said["register"]),
            datetime.fromisoformat(said["made_at"]),
            int(said["schema"]),
            int(said["events"]),
            str(said["head"]),
            str(said["digest"]),
        )
        try:
            envelope = envelopes.from_bytes(archive.small(zipped, KEYS))
        except FileProblem as problem:
            newer = problem.code == "envelope_newer"
            raise FileProblem("backup_newer" if newer else "backup_damaged") from problem
    return manifest, envelope


def restore(
    backup: Path, files: RegisterFiles, open_key: Callable[[Envelope], bytes], clock: Clock
) -> Path | None:
    """Put a backup in the register's place; gives the folder the old set was moved to, if any.

    `open_key` turns the backup's envelope into the key (WrongKey when it can not). The caller
    holds the register's lock and no connection. Everything is checked before anything is moved.
    """
    manifest, envelope = read_manifest(backup)
    key = open_key(envelope)
    target = files.register.parent
    try:
        with scratch(target, files.register.name) as place:
            fresh = RegisterFiles(place / REGISTER)
            archive.unpack(backup, REGISTER, place)
            if _digest(fresh.register) != manifest.digest:
                raise FileProblem("backup_damaged")
            _check_copy(fresh, key, clock, "backup_damaged")
            envelopes.save(fresh, envelope)
            aside = set_aside(files, clock.now())
            put_in_place(fresh, files)
    except OSError as error:
        raise disk_problem(error) from error
    return aside


def put_in_place(fresh: RegisterFiles, files: RegisterFiles) -> None:
    """Give a finished, closed register and its envelope their names."""
    sync_file(fresh.register)
    fresh.register.chmod(0o600)
    fresh.envelope.replace(files.envelope)
    fresh.register.replace(files.register)
    sync_folder(files.register.parent)


def set_aside(files: RegisterFiles, moment: datetime) -> Path | None:
    """Move whatever stands under the register's names into a folder beside; None if nothing."""
    there = [path for path in (files.register, files.envelope, *files.journals) if path.exists()]
    if not there:
        return None
    name = f"{files.register.stem} satt til side {moment:%Y-%m-%d %H%M%S}"
    aside, again = files.register.with_name(name), 1
    while aside.exists():
        again += 1
        aside = files.register.with_name(f"{name} ({again})")
    aside.mkdir(mode=0o700)
    for path in there:
        path.replace(aside / path.name)
    return aside


def _check_copy(copy: RegisterFiles, key: bytes, clock: Clock, otherwise: str) -> CheckResult:
    try:
        copy.check_shape()
        db = Database(copy, key, clock)
        try:
            if db.version > schema.newest():
                raise FileProblem("backup_newer")
            result = check(db, None)
        finally:
            db.close()
    except (FileProblem, WrongKey) as problem:
        if problem.code in DISK or problem.code == "backup_newer":
            raise
        raise FileProblem(otherwise) from problem
    if not result.readable:
        raise FileProblem(otherwise)
    return result


def _pack(packed: Path, register: Path, envelope: Envelope, manifest: Manifest) -> None:
    said = {
        "format": FORMAT,
        "register": manifest.register_id,
        "made_at": manifest.made_at.isoformat(),
        "schema": manifest.schema,
        "events": manifest.events,
        "head": manifest.head,
        "digest": manifest.digest,
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as zipped:
        zipped.write(register, REGISTER)
        zipped.writestr(KEYS, envelope.to_bytes())
        zipped.writestr(MANIFEST, json.dumps(said, indent=1))
    packed.chmod(0o600)
    sync_file(packed)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
