"""The register's files: the encrypted file and what lies beside it."""

import os
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import FileProblem

PAGE_SIZE = 4096
PLAIN_SQLITE = b"SQLite format 3\x00"


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
        try:
            size = self.register.stat().st_size
        except FileNotFoundError:
            raise FileProblem("register_missing") from None
        except OSError as error:
            raise FileProblem("register_unreadable", errno=error.errno) from error
        if size == 0:
            raise FileProblem("register_empty")
        with self.register.open("rb") as file:
            if file.read(len(PLAIN_SQLITE)) == PLAIN_SQLITE:
                raise FileProblem("register_plain")
        if size % PAGE_SIZE:
            raise FileProblem("register_damaged", detail="size")


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
    finally:
        os.close(handle)


def disk_problem(error: OSError) -> FileProblem:
    """The officer's word for what the file system said."""
    full = error.errno in {28, 122} or getattr(error, "winerror", None) in {39, 112}
    code = "disk_full" if full else "disk_refused"
    return FileProblem(code, errno=error.errno)
