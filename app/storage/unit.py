"""One transaction and the single event that says what it did."""

from datetime import date, datetime

from app.core.events import Event
from app.core.ids import OfficerId, Ref
from app.storage.columns import stored
from app.storage.digests import change_digest, event_digest
from app.storage.driver import Connection, Cursor, Parameters, Value


class Unit:
    """Writes between `open` and `close`; the schema's triggers note every changed row."""

    def __init__(
        self,
        connection: Connection,
        verb: str,
        subject: Ref | None,
        at: datetime,
        by: OfficerId,
        reason: str,
    ) -> None:
        self.verb = verb
        self.subject = subject
        self.at = at
        self.by = by
        self.reason = reason
        self.final = False
        self.reverses: int | None = None
        self.event_id = 0
        self._previous = ""
        self._connection = connection
        self._touched: set[str] | None = set()

    @property
    def today(self) -> date:
        """The day of the unit."""
        return self.at.date()

    def about(self, subject: Ref) -> None:
        """Say what the event is about, once its id is known."""
        self.subject = subject

    def untouched(self, tables: frozenset[str]) -> bool:
        """Whether none of these can have been written to so far, so that they are as before it."""
        return self._touched is not None and self._touched.isdisjoint(tables)

    def execute(self, sql: str, parameters: Parameters = ()) -> Cursor:
        """Run one writing statement; used by stores only. It may write to any table."""
        self._touched = None
        return self._run(sql, parameters)

    def _run(self, sql: str, parameters: Parameters) -> Cursor:
        return self._connection.execute(sql, tuple(parameters))

    def _touch(self, table: str) -> None:
        if self._touched is not None:
            self._touched.add(table)

    def insert(self, table: str, **values: object) -> int:
        """Insert one row and give its id. Table and columns are names in our own code."""
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self._touch(table)
        cursor = self._run(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
            stored(values).values(),
        )
        return int(cursor.lastrowid)

    def update(self, table: str, row_id: int, **values: object) -> None:
        """Set columns of one row, by its id."""
        settings = ", ".join(f"{column} = ?" for column in values)
        self._touch(table)
        self._run(
            f"UPDATE {table} SET {settings} WHERE id = ?",
            [*stored(values).values(), row_id],
        )

    def delete(self, table: str, row_id: int) -> None:
        """Delete one row, by its id; its last content stays in the history."""
        self.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])

    def open(self) -> None:
        """Find the event's number; the triggers work out the same."""
        newest = self._connection.execute(
            "SELECT id, digest FROM event ORDER BY id DESC LIMIT 1"
        ).fetchone()
        number, self._previous = (int(str(newest[0])), str(newest[1])) if newest else (0, "")
        self.event_id = number + 1

    def close(self, *, may_be_idle: bool = False) -> Event | None:
        """Seal the changes and write the event that links them to all before.

        None when nothing was changed and that is allowed.
        """
        digests, tables = self._seal_changes()
        if not digests and may_be_idle:
            return None
        if not digests:
            raise RuntimeError(f"unit «{self.verb}» changed nothing")
        kind, number = (self.subject.kind, self.subject.id) if self.subject else (None, None)
        fields: tuple[Value, ...] = (
            self.event_id,
            self.verb,
            kind,
            number,
            self.at.isoformat(),
            self.by,
            self.reason,
            int(self.final),
            self.reverses,
        )
        digest = event_digest(self._previous, fields, digests)
        self.execute(
            "INSERT INTO event (id, verb, subject_kind, subject_id, at, by, reason, final,"
            " reverses, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*fields, digest),
        )
        return Event(self.event_id, self.verb, self.subject, self.at, self.by, frozenset(tables))

    def _seal_changes(self) -> tuple[list[str], set[str]]:
        rows = self._connection.execute(
            "SELECT id, table_name, row_id, kind, before, after, salt FROM change"
            " WHERE event = ? ORDER BY id",
            (self.event_id,),
        ).fetchall()
        sealed = [(change_digest(row), row[0]) for row in rows]
        self._connection.executemany("UPDATE change SET digest = ? WHERE id = ?", sealed)
        return [digest for digest, _ in sealed], {str(row[1]) for row in rows}
