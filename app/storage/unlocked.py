"""A register whose key has been found and that nobody works in yet."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from app.core.errors import FileProblem
from app.core.opening import OpeningStage, Told, told_nobody
from app.storage import backup, copies, schema
from app.storage.check import quick_check
from app.storage.database import Database
from app.storage.envelope import Envelope
from app.storage.heads import Heads

BRIEF = 16 * 2**20
"""Bytes that can be looked through, copied and checked while one waits: well under two seconds."""


class Unlocked:
    """The connection of the thread it is made in, and what must be done before it is opened.

    FileProblem register_newer when the file is ahead of this program; the connection is closed.
    """

    def __init__(self, db: Database, envelope: Envelope, slot: str, *, left_open: bool) -> None:
        self.db, self.envelope, self.slot = db, envelope, slot
        self._left_open = left_open
        with ExitStack() as on_failure:
            on_failure.callback(db.close)
            if db.version > schema.newest():
                raise FileProblem("register_newer", file=db.version, program=schema.newest())
            self.outdated = db.version < schema.newest()
            on_failure.pop_all()

    def ended_cleanly(self, heads: Heads) -> bool:
        """Whether it was closed properly the last time."""
        return not self._left_open and heads.known(self.envelope.register_id).clean_end

    def stages(self, *, clean: bool) -> tuple[OpeningStage, ...]:
        """What must be done, in its order; nothing for most openings."""
        every = tuple(OpeningStage)
        return every[int(clean) : None if self.outdated else 1]

    @property
    def takes_long(self) -> bool:
        """Whether doing it is felt."""
        return self.db.files.register.stat().st_size > BRIEF

    def make_fit(
        self,
        backups: Path,
        *,
        clean: bool,
        told: Told = told_nobody,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        """Do it, on a connection of its own; callable from a job's thread.

        A register that does not hold is told (register_damaged) before anything is written to
        it. `stopped` breaks it off between two statements or within one, and the register is as
        it was, or as one whole migration more has left it.
        """
        if not self.stages(clean=clean):
            return
        db = self.db.another(stopped)
        try:
            if not clean:
                told(OpeningStage.LOOKED_THROUGH)
                if not quick_check(db):
                    raise FileProblem("register_damaged", detail="quick_check")
            if self.outdated:
                self._raise(db, backups / self.envelope.register_id, told)
        finally:
            db.close()

    def _raise(self, db: Database, folder: Path, told: Told) -> None:
        """Up to this program's schema; a backup that was checked is there before."""
        told(OpeningStage.COPIED)
        newest = next(iter(copies.of(folder, self.envelope.register_id)), None)
        if newest is None or not backup.holds(newest, db, self.envelope):
            backup.make(db, folder, self.envelope, told)
        told(OpeningStage.RAISED)
        db.migrate()
