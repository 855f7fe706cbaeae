"""What was done, by whom, and taking it back: readers of the one record."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

from app.core.errors import Conflict, OfficeError
from app.core.events import Event, FieldChange, PastEvent
from app.core.ids import Ref
from app.storage import chain, triggers
from app.storage.database import Database
from app.storage.heads import Head
from app.storage.unit import Unit

UNDO_LIMIT = 100
# What only notes that something was seen or taken out: final, but not in the way of «Angre»
LOOKED_AT = frozenset({"address_shown", "document_copy", "list_export"})
UNDONE = "unit.undone"


class History:
    """Reads the record, verifies it, takes units back and empties what the law says."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._undoable: list[int] = []
        db.listen(self._remember)

    def _remember(self, event: Event) -> None:
        if event.verb == UNDONE:
            return
        if event.tables <= LOOKED_AT:
            return
        self._undoable.append(event.id)
        del self._undoable[:-UNDO_LIMIT]

    def of(self, subject: Ref, limit: int = 200) -> tuple[PastEvent, ...]:
        """What was done to one record, newest first: events about it or that changed its row."""
        return self._db.select(
            _event,
            _EVENTS + " WHERE (e.subject_kind = ? AND e.subject_id = ?) OR e.id IN"
            " (SELECT event FROM change WHERE table_name = ? AND row_id = ?)"
            " ORDER BY e.id DESC LIMIT ?",
            (subject.kind, subject.id, subject.kind, subject.id, limit),
        )

    def latest(self, limit: int = 200, before: int = 2**62) -> tuple[PastEvent, ...]:
        """The newest events of all, before an event id."""
        return self._db.select(
            _event, _EVENTS + " WHERE e.id < ? ORDER BY e.id DESC LIMIT ?", (before, limit)
        )

    def event(self, event_id: int) -> PastEvent | None:
        """One event."""
        return self._db.first(_event, _EVENTS + " WHERE e.id = ?", (event_id,))

    def rows_changed(self, event_id: int) -> int:
        """How many rows an event changed; an import can be a hundred thousand."""
        return self._db.value(int, "SELECT count(*) FROM change WHERE event = ?", (event_id,))

    def changes(self, event_id: int, most_rows: int = -1) -> tuple[FieldChange, ...]:
        """Every value an event changed, in the order it did; of its first rows when told."""
        rows = self._db.select(
            lambda *row: row,
            "SELECT table_name, row_id, kind, before, after, redacted_by FROM change"
            " WHERE event = ? ORDER BY id LIMIT ?",
            (event_id, most_rows),
        )
        return tuple(change for row in rows for change in _fields(*row))

    def head(self) -> Head:
        """How long the history is and its last digest."""
        return chain.head(self._db)

    def compare(self, known: Head | None) -> str:
        """«unknown», «same», «longer», or «older» when this is not what the machine has seen."""
        return chain.compare(self._db, known)

    def verify(self) -> int | None:
        """The first event whose digests do not hold, or None when the whole chain does."""
        return chain.verify(self._db)

    def undoable(self) -> PastEvent | None:
        """The unit that «Angre» would take back now, if any."""
        event = self._newest()
        return None if event is None or event.final else event

    def _newest(self) -> PastEvent | None:
        """The newest unit not taken back already, by a job of its own perhaps."""
        while self._undoable:
            event = self.event(self._undoable[-1])
            if event is not None and event.reversed_by is None:
                return event
            self._undoable.pop()
        return None

    def undo(self) -> PastEvent:
        """Take back the newest unit of this opening, whole.

        OfficeError nothing_to_undo or undo_final; Conflict undo_changed_since, with the rows that
        are no longer as the unit left them.
        """
        event = self._newest()
        if event is None:
            raise OfficeError("nothing_to_undo")
        self.reverse(event)
        return event

    def reverse(self, event: PastEvent) -> None:
        """Take back one unit, of this opening or not (an import), as a unit of its own.

        What took something back is not taken back itself: the verb is done anew.
        """
        if event.final or event.verb == UNDONE:
            raise OfficeError("undo_final", verb=event.verb)
        if event.reversed_by is not None:
            raise OfficeError("undo_done_already", verb=event.verb)
        touched = self.touched_since(event.id)
        if touched:
            raise Conflict("undo_changed_since", rows=touched)
        try:
            with self._db.unit(UNDONE, event.subject, reverses=event.id) as unit:
                unit.execute("PRAGMA defer_foreign_keys=ON")
                self._take_back(unit, event)
        except sqlite3.IntegrityError as error:
            raise Conflict("undo_changed_since", rows=self._leaning_on(event.id)) from error
        if event.id in self._undoable:
            self._undoable.remove(event.id)

    def touched_since(self, event_id: int) -> tuple[Ref, ...]:
        """Rows that a unit left in one state and later units, not taken back, have changed."""
        return self._db.select(
            Ref,
            "SELECT DISTINCT c.table_name, c.row_id FROM change c"
            " WHERE c.event = ? AND EXISTS (SELECT 1 FROM change later"
            " JOIN event e ON e.id = later.event"
            " WHERE later.table_name = c.table_name AND later.row_id = c.row_id"
            " AND later.event > c.event AND coalesce(e.reverses, 0) <= c.event"
            " AND NOT EXISTS (SELECT 1 FROM event r WHERE r.reverses = later.event))",
            (event_id,),
        )

    def _leaning_on(self, event_id: int) -> tuple[Ref, ...]:
        """Rows that point at what a unit made and were not made by it."""
        made = "(SELECT row_id FROM change WHERE event = ? AND table_name = ? AND kind = 'insert')"
        found: list[Ref] = []
        for child, parent, column in self._db.select(
            lambda *row: row,
            'SELECT t.name, f."table", f."from" FROM pragma_table_list t,'
            " pragma_foreign_key_list(t.name) f WHERE t.schema = 'main'",
        ):
            found += self._db.select(
                Ref,
                f"SELECT ?, id FROM {child} WHERE {column} IN {made} AND id NOT IN {made}",
                (child, event_id, parent, event_id, child),
            )
        return tuple(dict.fromkeys(found))

    def _take_back(self, unit: Unit, event: PastEvent) -> None:
        rows = self._db.select(
            lambda *row: row,
            "SELECT table_name, row_id, kind, before, after FROM change"
            " WHERE event = ? ORDER BY id DESC",
            (event.id,),
        )
        recorded = triggers.recorded_tables(self._db.column(triggers.TABLES))
        for table, row_id, kind, before, after in rows:
            if table not in recorded:
                raise Conflict("undo_changed_since", rows=())
            if before is None and after is None:
                raise OfficeError("undo_redacted")
            if kind == "insert":
                unit.delete(table, row_id)
                continue
            values = json.loads(before)
            self._check_restorable(event, table, values)
            if kind == "delete":
                unit.insert(table, **values)
            else:
                unit.update(table, row_id, **values)

    def _check_restorable(self, event: PastEvent, table: str, values: dict[str, object]) -> None:
        """Stored documents are not in the history, nor columns that a migration took away."""
        kinds = dict(
            self._db.select(
                lambda name, kind: (name, kind),
                "SELECT name, type FROM pragma_table_info(?)",
                (table,),
            )
        )
        if "BLOB" in kinds.values():
            raise OfficeError("undo_final", verb=event.verb)
        if not values.keys() <= kinds.keys():
            raise Conflict("undo_changed_since", rows=())

    def redact(self, refs: Iterable[Ref], legal_basis: str) -> int:
        """Empty every recorded value of the given rows; the chain stays whole (ARK-02).

        Gives the number of changes emptied. Final.
        """
        with self._db.unit("history.redacted", final=True, reason=legal_basis) as unit:
            return self.empty(unit, refs, legal_basis)

    def naming(self, column: str, ids: Iterable[int]) -> tuple[Ref, ...]:
        """Rows of any table that the history has known with one of these in a column."""
        return tuple(
            ref
            for each in ids
            for ref in self._db.select(
                Ref,
                "SELECT DISTINCT table_name, row_id FROM change WHERE salt IS NOT NULL"
                " AND json_extract(coalesce(after, before), '$.' || ?) = ?",
                (column, each),
            )
        )

    def empty(self, unit: Unit, refs: Iterable[Ref], legal_basis: str) -> int:
        """As `redact`, inside the unit that removes the rows themselves, its own changes too.

        The event's own row comes at the unit's end, hence the deferred check.
        """
        unit.final = True
        unit.execute("PRAGMA defer_foreign_keys=ON")
        emptied = 0
        for ref in refs:
            emptied += unit.execute(
                "UPDATE change SET before = NULL, after = NULL, salt = NULL, redacted_by = ?"
                " WHERE table_name = ? AND row_id = ? AND salt IS NOT NULL",
                (unit.event_id, ref.kind, ref.id),
            ).rowcount
        unit.insert("redaction", legal_basis=legal_basis, changes=emptied, at=unit.at)
        return emptied


_EVENTS = (
    "SELECT e.id, e.verb, e.subject_kind, e.subject_id, e.at, e.by, e.reason, e.final,"
    " (SELECT r.id FROM event r WHERE r.reverses = e.id) FROM event e"
)


def _event(
    event_id: int,
    verb: str,
    kind: str | None,
    subject: int | None,
    at: str,
    by: int,
    reason: str,
    final: int,
    reversed_by: int | None,
) -> PastEvent:
    ref = Ref(kind, subject) if kind is not None and subject is not None else None
    moment = datetime.fromisoformat(at)
    return PastEvent(event_id, verb, ref, moment, by, reason, bool(final), reversed_by)


def _fields(
    table: str, row: int, kind: str, before: str | None, after: str | None, redacted: int | None
) -> Iterator[FieldChange]:
    if redacted is not None:
        yield FieldChange(table, row, "", None, None, redacted=True)
        return
    old = json.loads(before) if before else {}
    new = json.loads(after) if after else {}
    for column in new or old:
        if column != "id" and old.get(column) != new.get(column):
            yield FieldChange(table, row, column, old.get(column), new.get(column))
