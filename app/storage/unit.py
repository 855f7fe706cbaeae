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
        self._connection = connection

    @property
    def today(self) -> date:
        """The day of the unit."""
        return self.at.date()

    def about(self, subject: Ref) -> None:
        """Say what the event is about, once its id is known."""
        self.subject = subject

    def execute(self, sql: str, parameters: Parameters = ()) -> Cursor:
        """Run one writing statement; used by stores only."""
        return self._connection.execute(sql, tuple(parameters))

    def insert(self, table: str, **values: object) -> int:
        """Insert one row and give its id. Table and columns are names in our own code."""
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
            stored(values).values(),
        )
        return int(cursor.lastrowid)

    def update(self, table: str, row_id: int, **values: object) -> None:
        """Set columns of one row, by its id."""
        settings = ", ".join(f"{column} = ?" for column in values)
        self.execute(
            f"UPDATE {table} SET {settings} WHERE id = ?",
            [*stored(values).values(), row_id],
        )

    def delete(self, table: str, row_id: int) -> None:
        """Delete one row, by its id; its last content stays in the history."""
        self.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])

    def open(self) -> None:
        """Find the event's number; the triggers work out the same."""
        row = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM event").fetchone()
        assert row is not None  # noqa: S101  an aggregate always gives a row
        self.event_id = int(str(row[0]))

    @property
    def idle(self) -> bool:
        """Whether no row has changed yet."""
        noted = "SELECT 1 FROM change WHERE event = ? LIMIT 1"
        return self._connection.execute(noted, (self.event_id,)).fetchone() is None

    def close(self) -> Event:
        """Seal the changes and write the event that links them to all before."""
        digests, tables = self._seal_changes()
        if not digests:
            raise RuntimeError(f"unit «{self.verb}» changed nothing")
        previous = self._connection.execute(
            "SELECT digest FROM event WHERE id = ?", (self.event_id - 1,)
        ).fetchone()
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
        digest = event_digest(str(previous[0]) if previous else "", fields, digests)
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
