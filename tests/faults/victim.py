"""The program that is killed: one fork per order, so that a new start costs next to nothing.

Orders come as JSON lines on standard input. A child says what it does on standard output and is
killed from outside, or kills itself at the nth call that touches a file.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from types import FrameType

from app.core.clock import FixedClock
from app.core.ids import OfficerId
from app.office import Folders, Office
from app.register import FirstRun, Register
from app.storage import backup, restoring
from app.storage import envelope as envelopes
from app.storage.database import Database
from app.storage.files import RegisterFiles
from tests.factories import PASSPHRASE, a_profile, an_officer

CLOCK = FixedClock(datetime.fromisoformat("2026-11-23T10:00:00+01:00"))
NEW_PASSPHRASE = "helt andre ord i dag"
ROWS = 3
TOUCHING = {
    "execute",
    "executemany",
    "fsync",
    "open",
    "mkdir",
    "replace",
    "rename",
    "rmdir",
    "unlink",
    "write",
    "close",
    "chmod",
}

Order = dict[str, str]


def say(*words: object) -> None:
    """One line, whole, at once."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Reaper:
    """Counts the calls that touch a file, and dies before the nth."""

    def __init__(self, die_at: int) -> None:
        self.calls = 0
        self._die_at = die_at

    def __call__(self, frame: FrameType, event: str, function: object) -> None:
        """As the interpreter calls its profiler."""
        if event != "c_call" or getattr(function, "__name__", "") not in TOUCHING:
            return
        self.calls += 1
        if self.calls == self._die_at:
            os.kill(os.getpid(), signal.SIGKILL)


def opened(order: Order) -> Database:
    """The register of the order."""
    db = Database(RegisterFiles(Path(order["register"])), bytes.fromhex(order["key"]), CLOCK)
    db.by = OfficerId(1)
    return db


def save(order: Order) -> None:
    """Unit after unit, each of several rows, until the end comes from outside."""
    db = opened(order)
    for number in count(int(order["first"])):
        with db.unit("profile.saved") as unit:
            for part in range(ROWS):
                unit.insert("sheet_profile", kind=f"{number}", name=f"{part}", content="x" * 700)
                say("saving", number)
        say("saved", number)


def back_up(order: Order) -> None:
    """One backup."""
    db = opened(order)
    backup.make(db, Path(order["folder"]), envelopes.load(db.files))


def restore(order: Order) -> None:
    """One backup put in the register's place."""
    key = bytes.fromhex(order["key"])
    restoring.restore(
        Path(order["copy"]), RegisterFiles(Path(order["register"])), lambda _: key, CLOCK
    )


def create(order: Order) -> None:
    """A first run."""
    folder = Path(order["folder"])
    register = Register(
        Path(order["register"]), CLOCK, Folders(folder / "heads", folder / "backups")
    )
    register.create(FirstRun(a_profile(), an_officer()))


def change_passphrase(order: Order) -> None:
    """An officer's new passphrase."""
    folder = Path(order["folder"])
    office = Office(opened(order), Folders(folder / "heads", folder / "backups"))
    assert an_officer().passphrase == PASSPHRASE
    draft = an_officer()
    office.settings.change_passphrase(OfficerId(1), type(draft)(draft.name, "", NEW_PASSPHRASE))


ACTS: dict[str, Callable[[Order], None]] = {
    "save": save,
    "back_up": back_up,
    "restore": restore,
    "create": create,
    "change_passphrase": change_passphrase,
}


def obey(order: Order) -> None:
    """Do it in this child, and leave without any tidying up."""
    say("begun", os.getpid())
    reaper = Reaper(int(order.get("die_at", 0)))
    sys.setprofile(reaper)
    ACTS[order["act"]](order)
    sys.setprofile(None)
    say("calls", reaper.calls)
    os._exit(0)


def main() -> None:
    """Fork a child per order and say how it ended."""
    envelopes.MEMORY_KIB, envelopes.ROUNDS, envelopes.LANES = 64, 1, 1
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            obey(json.loads(line))
        _, status = os.waitpid(child, 0)
        say("over", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
