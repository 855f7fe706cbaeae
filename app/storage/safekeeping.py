"""When a backup is due, where the copies lie, and how old they are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.core.errors import FileProblem
from app.core.events import Event
from app.storage import backup
from app.storage import envelope as envelopes
from app.storage.check import CheckResult, check
from app.storage.database import Database
from app.storage.heads import Heads, Known
from app.storage.history import History

AFTER_CHANGE = timedelta(minutes=30)
OUTSIDE_LATE = timedelta(days=7)
CHECK_EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CopyStatus:
    """The age of the copies. `outside_late` is what turns I dag yellow."""

    made_at: datetime | None
    outside_at: datetime | None
    outside_folder: str
    outside_late: bool
    pending: bool


class Safekeeping:
    """Backups of one register: here, and in a second place outside the machine."""

    def __init__(self, db: Database, heads: Heads, folder: Path, register_id: str) -> None:
        self._db = db
        self._heads = heads
        self._register_id = register_id
        self._folder = folder / register_id
        self._changed_at: datetime | None = None
        db.listen(self._note)

    def _note(self, event: Event) -> None:
        self._changed_at = self._changed_at or event.at

    @property
    def known(self) -> Known:
        """What this machine remembers of the register."""
        return self._heads.known(self._register_id)

    def status(self) -> CopyStatus:
        """Both dates, and whether the one outside is late."""
        known, now = self.known, self._db.clock.now()
        late = known.outside_at is None or now - known.outside_at > OUTSIDE_LATE
        return CopyStatus(
            known.backup_at, known.outside_at, known.outside_folder, late, self.pending
        )

    @property
    def pending(self) -> bool:
        """Whether something was changed since the newest copy."""
        return self._changed_at is not None

    def due(self) -> bool:
        """Whether the half hour after a change has passed."""
        changed = self._changed_at
        return changed is not None and self._db.clock.now() - changed >= AFTER_CHANGE

    def check_due(self) -> bool:
        """Whether a week has passed since the last full check."""
        checked = self.known.checked_at
        return checked is None or self._db.clock.now() - checked > CHECK_EVERY

    def set_outside(self, folder: str) -> None:
        """The second place; an empty text takes it away. FileProblem outside_missing."""
        if folder and not Path(folder).is_dir():
            raise FileProblem("outside_missing")
        self._heads.keep(self._register_id, outside_folder=folder)

    def make(self, db: Database) -> Path:
        """Make, check, copy outside and thin; `db` is a connection of the job's own thread.

        FileProblem outside_missing when only the copy outside could not be made: the one here is
        then kept and noted.
        """
        made = backup.make(db, self._folder, envelopes.load(db.files))
        now = db.clock.now()
        known = self._heads.keep(self._register_id, head=History(db).head(), backup_at=now)
        self._changed_at = None
        backup.thin(self._folder, now)
        if known.outside_folder:
            self._copy_outside(made, Path(known.outside_folder), now)
        return made

    def _copy_outside(self, made: Path, outside: Path, now: datetime) -> None:
        backup.copy_outside(made, outside)
        self._heads.keep(self._register_id, outside_at=now)
        backup.thin(outside, now)

    def newest(self) -> Path | None:
        """The newest backup on this machine."""
        there = sorted(self._folder.glob(f"husrom-*{backup.ENDING}"))
        return there[-1] if there else None

    def check(self, db: Database) -> CheckResult:
        """The full check, on a connection of the job's own thread; remembered when whole."""
        result = check(db, self.known.head)
        if result.whole:
            self._heads.keep(self._register_id, checked_at=db.clock.now())
        return result

    def begin(self) -> bool:
        """Note that the register is open; gives whether it was closed properly the last time."""
        clean = self.known.clean_end
        self._heads.keep(self._register_id, clean_end=False)
        return clean

    def end(self) -> None:
        """Note the history's head and that the register is being closed properly."""
        self._heads.keep(self._register_id, head=History(self._db).head(), clean_end=True)
