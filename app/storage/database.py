"""The open register: reading, and the one way of writing.

Errors of the driver are translated here and nowhere else. Outside a `Unit` the connection is
`query_only`, so a write that forgot its unit fails at once.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import starmap
from typing import TypeVar, cast

from sqlite_utils import Database as SqliteUtils

from app.core.clock import Clock
from app.core.errors import FileProblem, WrongKey
from app.core.events import Event
from app.core.ids import OfficerId, Ref
from app.storage import schema
from app.storage.columns import forget_days
from app.storage.driver import Connection, Cursor, Parameters, Value, connect
from app.storage.files import RegisterFiles
from app.storage.tables_read import EVERY, TablesRead
from app.storage.unit import Unit

T = TypeVar("T")

APPLICATION_ID = 0x48555352  # «HUSR»

SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cell_size_check=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA cache_size=-65536",
    "PRAGMA mmap_size=0",
    "PRAGMA busy_timeout=5000",
    "PRAGMA query_only=ON",
)


class Database:
    """One connection to one register. `by` is the officer whose name the history gets.

    Once `stopped` says so, the statement that runs is broken off and no other begins.
    """

    def __init__(
        self,
        files: RegisterFiles,
        key: bytes,
        clock: Clock,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        self.files = files
        self.clock = clock
        self.by = OfficerId(0)
        self._key = key
        self._listeners: list[Callable[[Event], None]] = []
        self._connection: Connection = connect(f"{files.register.absolute().as_uri()}?mode=rw", key)
        self.tables_read = TablesRead(self._connection)
        self._unit: Unit | None = None
        self.stopped = stopped
        with ExitStack() as on_failure:
            on_failure.callback(self._connection.close)
            self._make_ready()
            if stopped is not None:
                self._connection.break_off_when(stopped)
            on_failure.pop_all()

    def _make_ready(self) -> None:
        with translated(_WRITE_CODES):
            try:
                self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except sqlite3.DatabaseError as error:
                if "not a database" in str(error):
                    raise WrongKey("register_unreadable_with_key") from error
                raise
            if self.value(int, "PRAGMA application_id") != APPLICATION_ID:
                raise FileProblem("register_foreign")
            for setting in SETTINGS:
                self._connection.execute(setting)
        # sqlite-utils knows only sqlite3's Connection by type, ours is one by behaviour
        self._tables = SqliteUtils(
            cast(sqlite3.Connection, self._connection), execute_plugins=False
        )

    @property
    def version(self) -> int:
        """Number of the newest migration in the file."""
        return self.value(int, "PRAGMA user_version")

    def migrate(self) -> None:
        """Bring the schema up to this program's; FileProblem register_newer when it is ahead."""
        with self._writable():
            schema.migrate(self._tables)

    def select(
        self, make: Callable[..., T], sql: str, parameters: Parameters = ()
    ) -> tuple[T, ...]:
        """Each row as a record: `make` gets the columns in the statement's order."""
        with translated():
            rows = self._run(sql, parameters).fetchall()
        return tuple(starmap(make, rows))

    def portions(self, sql: str, size: int) -> Iterator[list[tuple[Value, ...]]]:
        """Rows as they are, only so many held at a time; within a `snapshot`."""
        with translated():
            cursor = self._run(sql, ())
            while rows := cursor.fetchmany(size):
                yield rows

    def first(self, make: Callable[..., T], sql: str, parameters: Parameters = ()) -> T | None:
        """The first row as a record, or None."""
        with translated():
            row = self._run(sql, parameters).fetchone()
        return None if row is None else make(*row)

    def value(self, kind: type[T], sql: str, parameters: Parameters = ()) -> T:
        """The single value of a statement that always gives one, of the given type."""
        with translated():
            row = self._run(sql, parameters).fetchone()
        if row is None or not isinstance(row[0], kind):
            raise TypeError(f"the statement gave no {kind.__name__}")
        return row[0]

    def column(self, sql: str, parameters: Parameters = ()) -> list[Value]:
        """First column of every row."""
        with translated():
            return [row[0] for row in self._run(sql, parameters).fetchall()]

    def _run(self, sql: str, parameters: Parameters) -> Cursor:
        if self.stopped is not None and self.stopped():
            raise InterruptedError
        return self.tables_read.run(sql, tuple(parameters))

    @property
    def newest_event(self) -> int:
        """The number of what was done last; 0 in a register where nothing was."""
        return self.value(int, "SELECT coalesce(max(id), 0) FROM event")

    def settled(self, tables: frozenset[str]) -> bool:
        """Whether what is read from these, tables or columns, is what the newest event left.

        Not in a unit that may have written to one of them, or to what keeps no history.
        """
        unit = self._unit
        return unit is None or (EVERY not in tables and unit.untouched(tables))

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Call `listener` after every commit, with what was done."""
        self._listeners.append(listener)

    def publish(self, event: Event) -> None:
        """Tell the listeners of a unit that was committed here or by a job."""
        for listener in tuple(self._listeners):
            listener(event)

    @contextmanager
    def unit(
        self,
        verb: str,
        subject: Ref | None = None,
        *,
        reason: str = "",
        final: bool = False,
        reverses: int | None = None,
        may_be_idle: bool = False,
    ) -> Iterator[Unit]:
        """One transaction, one event; the only place that writes.

        `final` marks what undo may not take back; `may_be_idle` that nothing may have changed
        (a form left as it was), and then there is no event. FileProblem disk_full and its like
        leave everything as it was before the unit.
        """
        if self._unit is not None:
            raise RuntimeError(f"unit «{verb}» inside unit «{self._unit.verb}»")
        unit = Unit(self._connection, verb, subject, self.clock.now(), self.by, reason)
        unit.final, unit.reverses = final, reverses
        self._unit = unit
        try:
            with self._writable(), self._transaction():
                unit.open()
                yield unit
                event = unit.close(may_be_idle=may_be_idle)
        finally:
            self._unit = None
        if event is not None:
            self.tables_read.learn(event)
            self.publish(event)

    @contextmanager
    def within(self, unit: Unit | None, verb: str, subject: Ref | None = None) -> Iterator[Unit]:
        """The unit of a larger act, which alone gives the event; or one of its own by this verb."""
        if unit is not None:
            yield unit
            return
        with self.unit(verb, subject) as own:
            yield own

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """As sqlite-utils' `atomic`, but the right to write is taken first.

        A transaction that has read before another connection commits can never write.
        """
        self._connection.execute("BEGIN IMMEDIATE")
        with ExitStack() as on_failure:
            on_failure.callback(self._tables.rollback)
            yield
            self._connection.execute("COMMIT")
            on_failure.pop_all()

    @contextmanager
    def _writable(self) -> Iterator[None]:
        with translated(_WRITE_CODES):
            self._connection.execute("PRAGMA query_only=OFF")
            try:
                yield
            finally:
                self._connection.execute("PRAGMA query_only=ON")

    @contextmanager
    def unrecorded(self) -> Iterator[Callable[[str, Parameters], None]]:
        """A transaction on the tables that keep no history (`triggers.UNRECORDED`): drafts."""
        if self._unit is not None:
            raise RuntimeError(f"unrecorded writing inside unit «{self._unit.verb}»")

        def execute(sql: str, parameters: Parameters) -> None:
            self._connection.execute(sql, tuple(parameters))

        with self._writable(), self._transaction():
            yield execute
            if self.value(int, _LOOSE_CHANGES):
                raise RuntimeError("a recorded table was changed outside a unit")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Every statement inside reads the same state, whatever is saved meanwhile."""
        with translated():
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._tables.rollback()

    def another(self, stopped: Callable[[], bool] | None = None) -> "Database":
        """A connection of its own for another thread, to the same register by the same officer."""
        other = Database(self.files, self._key, self.clock, stopped)
        other.by = self.by
        return other

    def interrupt(self) -> None:
        """Stop the statement that runs; may be called from another thread."""
        self._connection.interrupt()

    def copy_into(self, target: str) -> None:
        """VACUUM INTO a fresh file under the same key."""
        with self._writable():
            self._connection.execute("VACUUM INTO ?", (target,))

    def checkpoint(self) -> None:
        """Bring everything from the write-ahead log into the main file."""
        with translated():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close and let the reference to the key go; the last connection empties the log.

        Where the disk is full the log stays and is read at the next start: nothing is lost.
        No `PRAGMA optimize`: it writes, and its samples of indexed columns would keep names and
        numbers that were erased.
        """
        self._key = b""
        forget_days()
        self._connection.close()

    @property
    def key(self) -> bytes:
        """The register's key, for wrapping it anew and for checking a copy."""
        return self._key


_FILE_CODES = (
    ("disk is full", "disk_full"),
    ("database is locked", "register_busy"),
    ("malformed", "register_damaged"),
    ("not a database", "register_damaged"),
    ("disk I/O error", "disk_refused"),
    ("unable to open", "register_unreadable"),
)
# only where we meant to write: elsewhere it is a write that forgot its unit, a fault of ours
_WRITE_CODES = (*_FILE_CODES, ("readonly database", "disk_refused"))

_LOOSE_CHANGES = (
    "SELECT count(*) FROM change WHERE event > (SELECT coalesce(max(id), 0) FROM event)"
)


@contextmanager
def translated(codes: tuple[tuple[str, str], ...] = _FILE_CODES) -> Iterator[None]:
    """Turn what the driver says about the file into what an officer can act on."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        said = str(error)
        for words, code in codes:
            if words in said:
                raise FileProblem(code) from error
        raise


def create(files: RegisterFiles, key: bytes) -> None:
    """Make a new, empty register with its schema; FileProblem register_exists if one is there."""
    if files.register.exists():
        raise FileProblem("register_exists")
    files.register.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with translated(_WRITE_CODES):
        connection = connect(f"{files.register.absolute().as_uri()}?mode=rwc", key)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=WAL")
            tables = SqliteUtils(cast(sqlite3.Connection, connection), execute_plugins=False)
            schema.migrate(tables)
        finally:
            connection.close()
    files.register.chmod(0o600)
