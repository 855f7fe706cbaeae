"""When a backup is due, where the copies lie, how old they are, and whether this is the newest."""

from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from pathlib import Path

from app.core.errors import FileProblem
from app.core.events import Event
from app.core.records import dataclass
from app.storage import backup, chain, copies
from app.storage import envelope as envelopes
from app.storage.big_files import Stopped
from app.storage.check import CheckResult, check
from app.storage.database import Database
from app.storage.files import clear_scratch
from app.storage.heads import Head, Heads, Known

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
        self._older = False
        db.listen(self._note)

    def _note(self, event: Event) -> None:
        self._changed_at = self._changed_at or event.at

    @property
    def known(self) -> Known:
        """What this machine remembers of the register."""
        return self._heads.known(self._register_id)

    def status(self) -> CopyStatus:
        """Both dates, and whether the one outside is late: at once while no place is chosen.

        A copy that was never made is counted from the register's first day.
        """
        known = self.known
        since = known.outside_at or self._moment_of("min")
        late = not known.outside_folder or (
            since is not None and self._db.clock.now() - since > OUTSIDE_LATE
        )
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
        """The second place; an empty text takes it away. FileProblem outside_not_found."""
        if folder and not Path(folder).is_dir():
            raise FileProblem("outside_not_found")
        self._heads.keep(self._register_id, outside_folder=folder)

    def _wait_again(self, since: datetime | None) -> None:
        self._changed_at = since or self._changed_at

    def make(self, db: Database) -> Path:
        """Make, check, copy outside and thin; `db` is a connection of the job's own thread.

        Broken off when `db` is: what was changed then waits as before. FileProblem
        outside_missing when only the copy outside could not be made: the one here is then kept
        and noted.
        """
        # what is changed while the copy is made is not in it, and waits for the next
        waiting, self._changed_at = self._changed_at, None
        with ExitStack() as on_failure:
            on_failure.callback(self._wait_again, waiting)
            made, manifest = backup.make(db, self._folder, envelopes.load(db.files))
            on_failure.pop_all()
        now = db.clock.now()
        news: dict[str, object] = {} if self._older else {"head": chain.head(db)}
        news["backup_head"] = Head(manifest.events, manifest.head)
        known = self._heads.keep(self._register_id, backup_at=now, **news)
        copies.thin(self._folder, self._register_id, now)
        if known.outside_folder:
            self._copy_outside(made, Path(known.outside_folder), now, db.stopped)
        return made

    def _copy_outside(
        self, made: Path, outside: Path, now: datetime, stopped: Stopped | None
    ) -> None:
        try:
            backup.copy_outside(made, outside, stopped)
        except InterruptedError:  # the place is there, and has not got what was changed
            self._changed_at = self._changed_at or now
            self._heads.keep(self._register_id, backup_head=None)
            raise
        self._heads.keep(self._register_id, outside_at=now)
        copies.thin(outside, self._register_id, now)

    def newest(self) -> Path | None:
        """The newest backup on this machine."""
        return next(iter(copies.of(self._folder, self._register_id)), None)

    def check(self, db: Database) -> CheckResult:
        """The full check, on a connection of the job's own thread; remembered when whole."""
        result = check(db, self.known.head)
        if result.whole:
            self._heads.keep(self._register_id, checked_at=db.clock.now())
        return result

    def begin(self) -> tuple[str, bool]:
        """Note that the register is open.

        Gives how it compares with what this machine has seen («same», «longer», «unknown»,
        «older»), and whether it was closed properly the last time.
        """
        known, head = self.known, chain.head(self._db)
        compared = chain.compare(self._db, known.head)
        self._older = compared == "older"
        if head != known.backup_head:
            self._changed_at = self._first_after(known.backup_head) or self._moment_of("max")
        clear_scratch(self._folder, self._register_id)
        self._note_here(clean_end=False)
        return compared, known.clean_end

    def accept_older(self) -> None:
        """Go on with a register that is older than the one this machine has seen; recorded."""
        if not self._older:
            return
        seen, found = self.known.head or Head(0, ""), chain.head(self._db)
        with self._db.unit("register.older_accepted", final=True) as unit:
            unit.insert(
                "older_copy", seen_events=seen.events, found_events=found.events, at=unit.at
            )
        self._older = False

    def end(self) -> None:
        """Note that the register is being closed properly, and the history's head.

        The head of an older copy that nobody has chosen to go on with is not noted: the next
        opening says it again.
        """
        news: dict[str, object] = {} if self._older else {"head": chain.head(self._db)}
        self._note_here(clean_end=True, **news)

    def _note_here(self, **news: object) -> None:
        """A full disk keeps no one from reading, nor from closing."""
        with suppress(FileProblem):
            self._heads.keep(self._register_id, **news)

    def _first_after(self, copied: Head | None) -> datetime | None:
        """When the oldest change that no copy holds was made."""
        return self._db.first(
            datetime.fromisoformat,
            "SELECT at FROM event WHERE id > ? ORDER BY id LIMIT 1",
            (copied.events if copied else 0,),
        )

    def _moment_of(self, which: str) -> datetime | None:
        return self._db.first(
            datetime.fromisoformat,
            f"SELECT at FROM event WHERE id = (SELECT {which}(id) FROM event)",
        )
