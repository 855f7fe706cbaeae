"""Reading the one file of a backup, whoever made it: nothing in it is trusted before it holds."""

import hashlib
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.errors import FileProblem
from app.storage.files import disk_problem

SMALL = 2**20
CHUNK = 2**20
ENTRY_HEADER, NAME_AT = b"PK\x03\x04", 30

_DAMAGE = (
    ValueError,
    LookupError,
    TypeError,
    EOFError,
    RuntimeError,
    OverflowError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
)


@contextmanager
def reading(backup: Path, first: str) -> Iterator[zipfile.ZipFile]:
    """The open archive, whose first entry is `first`.

    FileProblem backup_missing; backup_foreign for what never was one of ours; backup_damaged for
    whatever goes wrong inside.
    """
    try:
        with backup.open("rb") as file:
            begins = file.read(NAME_AT + len(first))
            if begins != ENTRY_HEADER + begins[4:NAME_AT] + first.encode():
                raise FileProblem("backup_foreign")
            with zipfile.ZipFile(file) as zipped:
                yield zipped
    except FileNotFoundError:
        raise FileProblem("backup_missing") from None
    except (OSError, *_DAMAGE) as error:
        raise FileProblem("backup_damaged") from error


def small(zipped: zipfile.ZipFile, name: str) -> bytes:
    """A small entry, whole."""
    entry = _plain(zipped, name)
    if entry.file_size > SMALL:
        raise FileProblem("backup_damaged")
    return zipped.read(entry)


def unpack(backup: Path, name: str, folder: Path) -> None:
    """Write one entry into a folder; FileProblem also when the folder's disk does not take it."""
    with reading(backup, name) as zipped, zipped.open(_plain(zipped, name)) as content:
        try:
            with (folder / name).open("wb") as target:
                shutil.copyfileobj(content, target)
        except OSError as error:
            raise disk_problem(error) from error


def digest(backup: Path, name: str) -> str:
    """SHA-256 of one entry as it lies."""
    with reading(backup, name) as zipped, zipped.open(_plain(zipped, name)) as content:
        found = hashlib.sha256()
        while some := content.read(CHUNK):
            found.update(some)
    return found.hexdigest()


def _plain(zipped: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """An entry as we write them, never packed: none can grow when it is read."""
    entry = zipped.getinfo(name)
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
        raise FileProblem("backup_damaged")
    return entry
