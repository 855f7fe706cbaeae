"""Putting a backup in the register's place.

The whole old set is moved aside and never written onto; a write-ahead log left beside it can not
be replayed.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.core.clock import Clock
from app.core.errors import FileProblem
from app.storage import archive
from app.storage import envelope as envelopes
from app.storage.backup import REGISTER, check_copy, read_manifest
from app.storage.big_files import file_digest
from app.storage.envelope import Envelope
from app.storage.files import RegisterFiles, disk_problem, scratch, sync_file, sync_folder


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
            if file_digest(fresh.register) != manifest.digest:
                raise FileProblem("backup_damaged")
            check_copy(fresh, key, clock, "backup_damaged")
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
