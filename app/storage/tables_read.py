"""What statements read, as the register says itself, and when each of it was changed last."""

import gc
from collections.abc import Collection, Iterable, Iterator, Set
from contextlib import contextmanager

from app.core.events import Event
from app.storage.driver import Connection, Cursor, Parameters, Value
from app.storage.triggers import TABLES, recorded_tables

EVERY = "*"
"""Stands for what keeps no history of its own: any event may have changed it."""

_READ = 20  # SQLITE_READ
_ALLOWED = 0  # SQLITE_OK
_KEPT_BY_TRIGGERS = {
    "account_standing": ("rent_charge", "rent_payment"),
    "application_newest": ("application_state",),
    "dwelling_standing": ("dwelling_status",),
    "help_standing": ("help_level",),
    "lease_standing": ("lease", "lease_state", "lease_ending", "lease_handback"),
    "letter_waiting": ("document", "dispatch", "document_state"),
    "contact_standing": ("contact_note", "contact_note_told", "contact_follow_up"),
    "measure_waiting": ("measure", "measure_state", "measure_evaluation"),
}
MOST_STATEMENTS = 4096
# of a row that was changed the columns that hold something else; else that rows came or went
_CHANGED = (
    "SELECT CASE WHEN j.key IS NULL THEN c.table_name ELSE c.table_name || '.' || j.key END,"
    " max(c.event) FROM change c LEFT JOIN json_each(CASE WHEN c.kind = 'update' THEN c.after END)"
    " j ON j.value IS NOT json_extract(c.before, '$.' || j.key)"
    " WHERE c.event > ? AND c.event <= ? GROUP BY 1"
)
# whose bytes are not in the history: their length stands there alone
_WITH_BYTES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '% BLOB%'"


def whole(tables: Iterable[str]) -> frozenset[str]:
    """All there is to read in some tables."""
    return frozenset(name for table in tables for name in (table, f"{table}.{EVERY}"))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A reading makes records by the ten thousand and no cycles: to look for some is a quarter."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


class TablesRead:
    """Asked by `Remembered`: what a reading read, and whether it has been changed since.

    What is read is told by names: that of a table for which rows there are, and `table.column`
    for each column whose values are used.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watching: list[set[frozenset[str]]] = []
        self._of_statement: dict[str, frozenset[str]] = {}
        self._compiling: set[tuple[str, str]] | None = None
        self._by_column: frozenset[str] = frozenset()
        self._taken_whole: dict[str, frozenset[str]] = {}
        self._schema: tuple[Value, ...] | None = None
        self._schema_known_in = 0
        self._changed: dict[str, int] = {}
        self._until = -1
        self._pinned: int | None = None
        self._readings = 0
        connection.set_authorizer(self._authorize)

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """Gathers what is read inside, by its end; a reading within a reading counts for both.

        The newest event is asked for once: what is committed elsewhere meanwhile makes all of it
        stale, since it counts as read before that.
        """
        found: set[str] = set()
        read: set[frozenset[str]] = set()
        self._readings += not self._watching
        self._watching.append(read)
        with _without_collecting():
            try:
                yield found
            finally:
                self._watching.pop()
                found.update(*read)
                self.note(frozenset(found))
                if not self._watching:
                    self._pinned = None

    @property
    def reading(self) -> int:
        """The number of the reading that goes on, within which nothing is changed; 0 for none."""
        return self._readings if self._watching else 0

    def note(self, names: frozenset[str]) -> None:
        """What is read of these is used without running a statement."""
        if self._watching:
            self._watching[-1].add(names)

    def run(self, sql: str, parameters: Parameters) -> Cursor:
        """Run a statement that reads; what it reads is noted where somebody watches."""
        if not self._watching:
            return self._connection.execute(sql, parameters)
        known = self._of_statement.get(sql)
        if known is not None:
            self._watching[-1].add(known)
            return self._connection.execute(sql, parameters)
        self._know_schema()
        found, seen = self._compiled(sql, parameters)
        if not seen:  # it was compiled before
            seen = self._compiled(f"EXPLAIN {sql}", parameters)[1]
        if len(self._of_statement) >= MOST_STATEMENTS:
            self._of_statement.clear()
        self._of_statement[sql] = known = self._named(seen)
        self._watching[-1].add(known)
        return found

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

    def changed(self, names: Set[str]) -> int:
        """The number of the newest event that changed one of them, since the first `newest`."""
        newest = self.newest()
        if EVERY in names:
            return newest
        return max((self._changed[name] for name in self._changed.keys() & names), default=0)

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
        """What was committed here is known at once."""
        if event.id == self._until + 1:
            self._look_up(event.id)
            self._until = event.id
        self._pinned = None

    def _look_up(self, number: int) -> None:
        """What the history has of the events up to one."""
        rows = self._connection.execute(_CHANGED, (self._until, number)).fetchall()
        for name, event in rows:
            table, _, column = str(name).partition(".")
            names = (str(name), f"{table}.{EVERY}") if column else (table,)
            for each in names:
                self._changed[each] = max(int(str(event)), self._changed.get(each, 0))

    def _compiled(self, sql: str, parameters: Parameters) -> tuple[Cursor, set[tuple[str, str]]]:
        """Run it while SQLite's authorizer is told of each column it reads, if it is compiled."""
        self._compiling = seen = set[tuple[str, str]]()
        try:
            return self._connection.execute(sql, parameters), seen
        finally:
            self._compiling = None

    def _named(self, seen: set[tuple[str, str]]) -> frozenset[str]:
        """Of a table that keeps its own history the columns; of the others all there is."""
        found = set[str]()
        for table, column in seen:
            if table in self._by_column:
                found.add(table)
                if column:
                    found.add(f"{table}.{column}")
            elif table in self._taken_whole:
                found |= self._taken_whole[table]
        return frozenset(found)

    def _authorize(self, action: int, table: str | None, column: str | None, *_: str | None) -> int:
        if self._compiling is not None and action == _READ and table is not None:
            self._compiling.add((table, column or ""))
        return _ALLOWED

    def _know_schema(self) -> None:
        """Every name there is, asked for once a reading; others are parts of the statement."""
        if self._schema_known_in == self._readings:
            return
        self._schema_known_in = self._readings
        version = self._connection.execute("PRAGMA schema_version").fetchone()
        if version == self._schema:
            return
        self._schema = version
        self._of_statement.clear()
        tables = [row[0] for row in self._connection.execute(TABLES).fetchall()]
        recorded = frozenset(recorded_tables(tables))
        existing = self._strings("SELECT name FROM pragma_table_list UNION SELECT 'sqlite_master'")
        self._taken_whole = (
            dict.fromkeys(existing - recorded, frozenset({EVERY}))
            | {table: whole((table,)) for table in self._strings(_WITH_BYTES)}
            | {table: whole(kept) for table, kept in _KEPT_BY_TRIGGERS.items()}
        )
        self._by_column = (recorded & existing) - self._taken_whole.keys()

    def _strings(self, sql: str) -> frozenset[str]:
        return frozenset(str(row[0]) for row in self._connection.execute(sql).fetchall())
