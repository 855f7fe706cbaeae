"""The register's files: the encrypted file and what lies beside it."""

import errno
import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core.errors import FileProblem
from app.core.records import dataclass

PAGE_SIZE = 4096
PLAIN_SQLITE = b"SQLite format 3\x00"
SCRATCH = ".husrom-"

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ROOM_ON_WINDOWS = {39, 112}
_FOLDERS_NOT_SYNCED = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}


@dataclass(frozen=True, slots=True)
class RegisterFiles:
    """Every file of one register; nothing else in the program builds these names."""

    register: Path

    @property
    def envelope(self) -> Path:
        """The wrapped key, no secret in itself."""
        return self.register.with_name(self.register.name + ".keys")

    @property
    def lock(self) -> Path:
        """Held by the one program that has the register open."""
        return self.register.with_name(self.register.name + ".lock")

    @property
    def journals(self) -> tuple[Path, ...]:
        """What SQLite keeps beside an open file; left over only after an unclean end."""
        name = self.register.name
        return tuple(self.register.with_name(name + end) for end in ("-wal", "-shm", "-journal"))

    def check_shape(self) -> None:
        """Look at the file before any driver does: opening must never be creating.

        FileProblem: register_missing, register_empty, register_plain, register_damaged.
        Call only while no connection is open: closing a plain handle drops SQLite's own lock.
        """
        if not self.is_there:
            raise FileProblem("register_missing")
        try:
            if not self.register.is_file():
                raise FileProblem("register_unreadable")
            size = self.register.stat().st_size
            with self.register.open("rb") as file:
                begins = file.read(len(PLAIN_SQLITE))
        except OSError as error:
            raise FileProblem("register_unreadable", errno=error.errno) from error
        if size == 0:
            raise FileProblem("register_empty")
        if begins == PLAIN_SQLITE:
            raise FileProblem("register_plain")
        # a power cut may leave half a last page, which the log beside the file still holds whole
        if size % PAGE_SIZE and not self.was_left_open:
            raise FileProblem("register_damaged", detail="size")

    @property
    def is_there(self) -> bool:
        """Whether there is a register; FileProblem register_unreadable when one may not look."""
        try:
            return self.register.exists()
        except OSError as error:
            raise FileProblem("register_unreadable", errno=error.errno) from error

    @property
    def was_left_open(self) -> bool:
        """Whether a log lies beside the file: the last end was not a proper one."""
        return any(path.exists() and path.stat().st_size > 0 for path in self.journals)


def write_safely(path: Path, content: bytes) -> None:
    """Replace a small file so that a reader sees the old or the new, never a mixture."""
    fresh = path.with_name(path.name + ".new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(0o600)
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise disk_problem(error) from error


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _FOLDERS_NOT_SYNCED:
            raise
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make a finished file last through a power cut, before it gets its name."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def scratch(folder: Path, name: str) -> Iterator[Path]:
    """A folder of our own beside where the file called `name` is to lie; gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with TemporaryDirectory(prefix=f"{SCRATCH}{name}-", dir=folder) as made:
        yield Path(made)


def clear_scratch(folder: Path, name: str) -> None:
    """Remove half-made files that an unclean end left; call only where none is being made."""
    for left in folder.glob(f"{glob.escape(SCRATCH + name)}-*"):
        shutil.rmtree(left, ignore_errors=True)


def disk_problem(error: OSError) -> FileProblem:
    """The officer's word for what the file system said."""
    on_windows = getattr(error, "winerror", None)
    full = error.errno in _NO_ROOM or on_windows in _NO_ROOM_ON_WINDOWS
    code = "disk_full" if full else "disk_refused"
    return FileProblem(code, errno=error.errno)
