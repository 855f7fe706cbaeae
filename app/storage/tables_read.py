"""Which tables statements read, as the register says itself, and when each was changed last."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from app.core.events import Event
from app.storage.driver import Connection, Parameters, Value
from app.storage.triggers import TABLES, recorded_tables

EVERY = "*"
"""Stands for what keeps no history of its own: any event may have changed it."""

_READ = 20  # SQLITE_READ
_ALLOWED = 0  # SQLITE_OK
_KEPT_BY_TRIGGERS = {"application_newest": "application_state"}
MOST_STATEMENTS = 4096


class TablesRead:
    """Asked by `Remembered`: what a reading read, and whether it has been changed since."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watching: list[set[str]] = []
        self._of_statement: dict[str, frozenset[str]] = {}
        self._recorded: frozenset[str] = frozenset()
        self._existing: frozenset[str] = frozenset()
        self._schema: tuple[Value, ...] | None = None
        self._changed: dict[str, int] = {}
        self._until = -1
        self._pinned: int | None = None
        self._readings = 0

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """Gathers the tables that are read inside; a reading within a reading counts for both.

        The newest event is asked for once: what is committed elsewhere meanwhile makes all of it
        stale, since it counts as read before that.
        """
        tables: set[str] = set()
        self._readings += not self._watching
        self._watching.append(tables)
        try:
            yield tables
        finally:
            self._watching.pop()
            self.note(tables)
            if not self._watching:
                self._pinned = None

    @property
    def reading(self) -> int:
        """The number of the reading that goes on, within which nothing is changed; 0 for none."""
        return self._readings if self._watching else 0

    def note(self, tables: Iterable[str]) -> None:
        """What is read from these is used without running a statement."""
        if self._watching:
            self._watching[-1].update(tables)

    def statement(self, sql: str, parameters: Parameters) -> None:
        """A statement is about to run."""
        if not self._watching:
            return
        known = self._of_statement.get(sql)
        if known is None:
            known = self._ask(sql, tuple(parameters))
            if len(self._of_statement) >= MOST_STATEMENTS:
                self._of_statement.clear()
            self._of_statement[sql] = known
        self._watching[-1].update(known)

    def newest(self) -> int:
        """The number of the newest event; what is changed after it will be known."""
        if self._pinned is not None:
            return self._pinned
        found = self._connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
        number = int(str(found[0])) if found else 0
        if number > self._until:
            if self._until >= 0:
                self._look_up(number)
            self._until = number
        if self._watching:
            self._pinned = self._until
        return self._until

    def changed(self, tables: frozenset[str]) -> int:
        """The number of the newest event that changed one of them, since the first `newest`."""
        newest = self.newest()
        if EVERY in tables:
            return newest
        return max((self._changed.get(table, 0) for table in tables), default=0)

    def column_changed(
        self, tables: Collection[str], column: str, since: int
    ) -> frozenset[int] | None:
        """What a column that points at something held, in the rows changed after an event.

        None when it can not be told, as when the history of a row has been redacted.
        """
        marks = ", ".join("?" * len(tables))
        rows = self._connection.execute(
            "SELECT DISTINCT json_extract(before, ?1), json_extract(after, ?1),"
            f" redacted_by IS NOT NULL FROM change INDEXED BY change_event"
            f" WHERE event > ?2 AND table_name IN ({marks})",
            (f"$.{column}", since, *tables),
        ).fetchall()
        if any(redacted for *_, redacted in rows):
            return None
        held = {value for *values, _ in rows for value in values}
        return frozenset(value for value in held if isinstance(value, int))

    def learn(self, event: Event) -> None:
        """What was committed here need not be looked up."""
        if event.id == self._until + 1:
            self._changed.update(dict.fromkeys(event.tables, event.id))
            self._until = event.id
        self._pinned = None

    def _look_up(self, number: int) -> None:
        """Another connection has committed: what the history has of it."""
        rows = self._connection.execute(
            "SELECT table_name, max(event) FROM change WHERE event > ? AND event <= ?"
            " GROUP BY table_name",
            (self._until, number),
        ).fetchall()
        self._changed.update({str(table): int(str(event)) for table, event in rows})

    def _ask(self, sql: str, parameters: Parameters) -> frozenset[str]:
        """Compiled once more under SQLite's authorizer, which is told of each table it reads."""
        self._know_schema()
        seen: set[str] = set()

        def authorize(action: int, table: str | None, *_: str | None) -> int:
            if action == _READ and table is not None:
                seen.add(table)
            return _ALLOWED

        self._connection.set_authorizer(authorize)
        try:
            self._connection.execute(f"EXPLAIN {sql}", parameters).close()
        finally:
            self._connection.set_authorizer(None)
        return frozenset(self._name(table) for table in seen if table in self._existing)

    def _name(self, table: str) -> str:
        table = _KEPT_BY_TRIGGERS.get(table, table)
        return table if table in self._recorded else EVERY

    def _know_schema(self) -> None:
        """Every name there is; others are names of parts of the statement itself."""
        version = self._connection.execute("PRAGMA schema_version").fetchone()
        if version == self._schema:
            return
        self._schema = version
        self._of_statement.clear()
        tables = [row[0] for row in self._connection.execute(TABLES).fetchall()]
        self._recorded = frozenset(recorded_tables(tables))
        every = "SELECT name FROM pragma_table_list UNION SELECT 'sqlite_master'"
        self._existing = frozenset(
            str(row[0]) for row in self._connection.execute(every).fetchall()
        )
