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
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core.clock import Clock
from app.core.errors import FileProblem
from app.storage import envelope as envelopes
from app.storage.check import check
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.files import RegisterFiles, disk_problem, sync_folder

ENDING = ".husromkopi"
REGISTER, KEYS, MANIFEST = "register.husrom", "register.husrom.keys", "manifest.json"
LARGEST = 8 * 2**30


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself without a key."""

    register_id: str
    made_at: datetime
    schema: int
    events: int
    digest: str


def make(db: Database, folder: Path, envelope: Envelope) -> Path:
    """Make and check one backup in `folder`; `db` is a connection of the caller's own thread.

    FileProblem disk_full, disk_refused, or backup_damaged when the copy did not hold.
    """
    moment = db.clock.now()
    name = f"husrom-{moment:%Y%m%d-%H%M%S}{ENDING}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with TemporaryDirectory(prefix=".husrom-", dir=folder) as scratch:
            copy = RegisterFiles(Path(scratch) / REGISTER)
            db.copy_into(str(copy.register))
            events = _check_copy(copy, db.key, db.clock)
            digest = _digest(copy.register)
            manifest = Manifest(envelope.register_id, moment, db.version, events, digest)
            packed = Path(scratch) / name
            _pack(packed, copy.register, envelope, manifest)
            finished = packed.replace(folder / name)
        sync_folder(folder)
    except OSError as error:
        raise disk_problem(error) from error
    return finished


def copy_outside(backup: Path, folder: Path) -> Path:
    """Put a finished backup in a second place; FileProblem outside_missing when it is not there."""
    if not folder.is_dir():
        raise FileProblem("outside_missing")
    target = folder / backup.name
    fresh = folder / (backup.name + ".new")
    try:
        shutil.copyfile(backup, fresh)
        fresh.replace(target)
        sync_folder(folder)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise disk_problem(error) from error
    return target


def read_manifest(backup: Path) -> tuple[Manifest, Envelope]:
    """What a backup says of itself; FileProblem backup_damaged or backup_newer."""
    try:
        with zipfile.ZipFile(backup) as archive:
            said = json.loads(archive.read(MANIFEST))
            envelope = envelopes.from_bytes(archive.read(KEYS))
            if archive.getinfo(REGISTER).file_size > LARGEST:
                raise FileProblem("backup_damaged")
        manifest = Manifest(
            str(said["register"]),
            datetime.fromisoformat(said["made_at"]),
            int(said["schema"]),
            int(said["events"]),
            str(said["digest"]),
        )
    except FileNotFoundError:
        raise FileProblem("backup_missing") from None
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise FileProblem("backup_damaged") from error
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
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        with TemporaryDirectory(prefix=".husrom-", dir=target) as scratch:
            fresh = RegisterFiles(Path(scratch) / REGISTER)
            with zipfile.ZipFile(backup) as archive:
                archive.extract(REGISTER, scratch)
            if _digest(fresh.register) != manifest.digest:
                raise FileProblem("backup_damaged")
            _check_copy(fresh, key, clock)
            envelopes.save(fresh, envelope)
            aside = _set_aside(files, clock.now())
            fresh.envelope.replace(files.envelope)
            fresh.register.replace(files.register)
        sync_folder(target)
    except zipfile.BadZipFile as error:
        raise FileProblem("backup_damaged") from error
    except OSError as error:
        raise disk_problem(error) from error
    return aside


def thin(folder: Path, today: datetime) -> list[Path]:
    """Remove backups that age has made superfluous; gives those removed.

    Kept: all of the last two days, one a day for a month, one a month before that.
    """
    kept: set[str] = set()
    removed = []
    for backup in sorted(folder.glob(f"husrom-*{ENDING}"), reverse=True):
        moment = made_at(backup)
        if moment is None or today.replace(tzinfo=None) - moment < timedelta(days=2):
            continue
        recent = today.replace(tzinfo=None) - moment < timedelta(days=31)
        period = f"{moment:%Y%m%d}" if recent else f"{moment:%Y%m}"
        if period in kept:
            backup.unlink()
            removed.append(backup)
        kept.add(period)
    return removed


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, by its name; None for a foreign name."""
    try:
        return datetime.strptime(backup.name.removesuffix(ENDING), "husrom-%Y%m%d-%H%M%S")
    except ValueError:
        return None


def _check_copy(copy: RegisterFiles, key: bytes, clock: Clock) -> int:
    copy.check_shape()
    db = Database(copy, key, clock)
    try:
        result = check(db, None)
    finally:
        db.close()
    if not result.whole:
        raise FileProblem("backup_damaged")
    return result.events


def _pack(packed: Path, register: Path, envelope: Envelope, manifest: Manifest) -> None:
    said = {
        "register": manifest.register_id,
        "made_at": manifest.made_at.isoformat(),
        "schema": manifest.schema,
        "events": manifest.events,
        "digest": manifest.digest,
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.write(register, REGISTER)
        archive.writestr(KEYS, envelope.to_bytes())
        archive.writestr(MANIFEST, json.dumps(said, indent=1))
    packed.chmod(0o600)


def _set_aside(files: RegisterFiles, moment: datetime) -> Path | None:
    there = [path for path in (files.register, files.envelope, *files.journals) if path.exists()]
    if not there:
        return None
    aside = files.register.parent / f"{files.register.stem} satt til side {moment:%Y-%m-%d %H%M%S}"
    aside.mkdir(mode=0o700)
    for path in there:
        path.replace(aside / path.name)
    return aside


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
