"""A program on a disk that gets full: saves until it may not, and looks at what was kept.

Arguments: `tmpfs` (the folder is a small disk) or `limit` (files may grow no further), and the
register, alone in its folder. The key comes as hex on standard input.
"""

import resource
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from app.core.clock import SystemClock
from app.core.errors import FileProblem
from app.storage import backup
from app.storage import envelope as envelopes
from app.storage.check import check
from app.storage.database import Database
from app.storage.files import RegisterFiles
from tests.app.storage.records import names, saved

ROOM = 2 * 2**20


class Tight:
    """A disk with little room, until more is made."""

    def __init__(self, kind: str, folder: Path) -> None:
        self._kind, self._ballast = kind, folder / "ballast"
        if kind == "tmpfs":
            self._ballast.write_bytes(bytes(ROOM))
        else:
            self._limit(ROOM)

    def tighten(self) -> None:
        """So little room that not even a copy of what is there fits."""
        if self._kind == "limit":
            self._limit(ROOM // 20)

    def make_room(self) -> None:
        """What the message asks for."""
        if self._kind == "tmpfs":
            self._ballast.unlink()
        else:
            self._limit(resource.RLIM_INFINITY)

    @staticmethod
    def _limit(size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def told(act: Callable[[], object]) -> str:
    """The code of what must fail."""
    try:
        act()
    except FileProblem as problem:
        return problem.code
    raise AssertionError("there was room after all")


def fill(db: Database) -> list[str]:
    """Save until it may not; gives what was acknowledged."""
    kept: list[str] = []

    def save() -> None:
        for number in count():
            saved(db, str(number), "x" * 20_000)
            kept.append(str(number))

    say(told(save))
    return kept


def say(word: object) -> None:
    """One line to the test."""
    sys.stdout.write(f"{word}\n")


def main() -> None:
    """Fill, fail to save and to back up, make room, and save once more."""
    kind, files = sys.argv[1], RegisterFiles(Path(sys.argv[2]))
    key = bytes.fromhex(sys.stdin.readline().strip())
    disk = Tight(kind, files.register.parent)
    db = Database(files, key, SystemClock())
    kept = fill(db)
    say(told(lambda: saved(db, "one more", "x" * 200_000)))
    disk.tighten()
    copies = files.register.parent / "kopier"
    say(told(lambda: backup.make(db, copies, envelopes.load(files))))
    assert list(copies.iterdir()) == []
    assert names(db) == kept
    db.close()
    again = Database(files, key, SystemClock())
    assert names(again) == kept
    disk.make_room()
    saved(again, "after")
    assert check(again, None).whole
    say(len(kept))
    again.close()


if __name__ == "__main__":
    main()
