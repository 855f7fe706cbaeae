"""A backup is one file: the register under its own key, the key envelope and a manifest.

Made by `VACUUM INTO` and checked before it gets its name.
"""

import json
import zipfile
from datetime import datetime
from pathlib import Path

from app.core.clock import Clock
from app.core.errors import FileProblem, WrongKey
from app.core.opening import OpeningStage, Told, told_nobody
from app.core.records import dataclass
from app.storage import archive, chain, schema
from app.storage import envelope as envelopes
from app.storage.big_files import Stopped, file_digest, pour, sync
from app.storage.check import CheckResult, check
from app.storage.copies import name_of
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.files import RegisterFiles, disk_problem, scratch, sync_folder

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


def make(
    db: Database, folder: Path, envelope: Envelope, told: Told = told_nobody
) -> tuple[Path, Manifest]:
    """Make and check one backup in `folder`; `db` is a connection of the caller's own thread.

    Broken off when `db` is, and then nothing of it is left in the folder. FileProblem disk_full,
    disk_refused, or register_damaged when the copy did not hold. A history that does not hold is
    for the check to tell: it is no reason to be without a backup.
    """
    moment = db.clock.now()
    name = name_of(envelope.register_id, moment)
    try:
        with scratch(folder, envelope.register_id) as place:
            copy = RegisterFiles(place / REGISTER)
            told(OpeningStage.COPIED)
            db.copy_into(str(copy.register))
            found = check_copy(copy, db.key, db.clock, "register_damaged", told, db.stopped)
            told(OpeningStage.PACKED)
            manifest = Manifest(
                envelope.register_id,
                moment,
                db.version,
                found.head.events,
                found.head.digest,
                file_digest(copy.register, db.stopped),
            )
            packed = place / name
            _pack(packed, copy.register, envelope, manifest, db.stopped)
            finished = packed.replace(folder / name)
        sync_folder(folder)
    except InterruptedError:  # an OSError too, but the officer's own
        raise
    except OSError as error:
        raise disk_problem(error) from error
    return finished, manifest


def copy_outside(backup: Path, folder: Path, stopped: Stopped | None = None) -> Path:
    """Put a finished backup in a second place and read it back; `stopped` breaks it off.

    FileProblem outside_missing when the place is not there, disk_full or disk_refused.
    """
    if not folder.is_dir():
        raise FileProblem("outside_missing")
    target = folder / backup.name
    fresh = folder / (backup.name + ".new")
    try:
        with fresh.open("wb") as disk:
            pour(backup, disk, disk, stopped)
        if file_digest(fresh, stopped) != file_digest(backup, stopped):
            raise FileProblem("disk_refused")
        fresh.replace(target)
        sync_folder(folder)
    except InterruptedError:
        raise
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


def check_copy(
    copy: RegisterFiles,
    key: bytes,
    clock: Clock,
    otherwise: str,
    told: Told = told_nobody,
    stopped: Stopped | None = None,
) -> CheckResult:
    """A copy that opens and can be read whole; FileProblem `otherwise` when it can not."""
    try:
        copy.check_shape()
        db = Database(copy, key, clock, stopped)
        try:
            if db.version > schema.newest():
                raise FileProblem("backup_newer")
            result = check(db, None, told)
        finally:
            db.close()
    except (FileProblem, WrongKey) as problem:
        if problem.code in DISK or problem.code == "backup_newer":
            raise
        raise FileProblem(otherwise) from problem
    if not result.readable:
        raise FileProblem(otherwise)
    return result


def holds(backup: Path, db: Database, envelope: Envelope) -> bool:
    """Whether one made earlier is of just this register, and is still what was checked then.

    Half-typed text has no history to compare by: where there is any, none is.
    """
    try:
        manifest, kept = read_manifest(backup)
    except FileProblem:
        return False
    now = chain.head(db)
    same = (manifest.schema, manifest.events, manifest.head) == (db.version, now.events, now.digest)
    drafts = same and db.value(int, "SELECT count(*) FROM draft")
    return same and not drafts and kept == envelope and _digest_holds(backup, manifest)


def _digest_holds(backup: Path, manifest: Manifest) -> bool:
    try:
        return archive.digest(backup, REGISTER) == manifest.digest
    except FileProblem:
        return False


def _pack(
    packed: Path, register: Path, envelope: Envelope, manifest: Manifest, stopped: Stopped | None
) -> None:
    said = {
        "format": FORMAT,
        "register": manifest.register_id,
        "made_at": manifest.made_at.isoformat(),
        "schema": manifest.schema,
        "events": manifest.events,
        "head": manifest.head,
        "digest": manifest.digest,
    }
    with packed.open("wb") as disk:
        with zipfile.ZipFile(disk, "w", zipfile.ZIP_STORED) as zipped:
            with zipped.open(zipfile.ZipInfo.from_file(register, REGISTER), "w") as entry:
                pour(register, entry, disk, stopped)
            zipped.writestr(KEYS, envelope.to_bytes())
            zipped.writestr(MANIFEST, json.dumps(said, indent=1))
        sync(disk)
    packed.chmod(0o600)
