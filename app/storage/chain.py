"""The chain that makes the history hold: how long it is, and whether any of it was touched.

Each change has a salted digest, each event a digest over the one before it, its own fields and
its changes' digests. A redaction empties values and salts, says how many, and leaves the digests.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from app.storage.database import Database
from app.storage.digests import EventDigest, change_digest
from app.storage.driver import Value
from app.storage.heads import Head

Row = tuple[Value, ...]

BATCH = 2000
"""Rows at a time."""


def head(db: Database) -> Head:
    """How long the history is and its last digest."""
    found = db.first(Head, "SELECT id, digest FROM event ORDER BY id DESC LIMIT 1")
    return found or Head(0, "")


def compare(db: Database, known: Head | None) -> str:
    """«unknown», «same», «longer», or «older» when this is not what the machine has seen."""
    now = head(db)
    if known is None:
        return "unknown"
    if now == known:
        return "same"
    found = db.first(Head, "SELECT id, digest FROM event WHERE id = ?", (known.events,))
    return "longer" if found == known or known.events == 0 else "older"


def verify(db: Database) -> int | None:
    """The first event whose digests do not hold, or None when the whole chain does."""
    with db.snapshot():
        return _first_broken(db)


def _first_broken(db: Database) -> int | None:
    """Reads every change there is, some at a time: one event may have a million of them."""
    previous, emptied = "", Counter[int]()
    expected = 1
    changes = _Changes(db)
    for events in db.portions(_EVENTS, BATCH):
        for event in events:
            if event[0] != expected or not _holds(previous, event, changes, emptied):
                return expected
            previous = str(event[-1])
            expected += 1
    if db.value(int, _LOOSE, (expected,)):
        return expected
    return _first_wrongly_emptied(db, emptied)


_EVENTS = (
    "SELECT id, verb, subject_kind, subject_id, at, by, reason, final, reverses, digest"
    " FROM event ORDER BY id"
)
_CHANGES = (
    "SELECT event, id, table_name, row_id, kind, before, after, salt, digest, redacted_by"
    " FROM change WHERE event > 0 ORDER BY event, id"
)
# the events are 1, 2, 3 … by then, and `?` the number that none has yet
_LOOSE = "SELECT count(*) FROM change WHERE event < 1 OR event >= ?"


class _Changes:
    """Every change of the history in its order, given out event by event."""

    def __init__(self, db: Database) -> None:
        self._portions = db.portions(_CHANGES, BATCH)
        self._rows: list[Row] = []
        self._at = 0

    def of(self, event: Value) -> Iterator[list[Row]]:
        """Those of one event, some at a time; asked for in the order of the events."""
        while self._at < len(self._rows) or self._read():
            end = bisect_right(self._rows, int(str(event)), self._at, key=_event_of)
            if end == self._at:
                return
            mine, self._at = self._rows[self._at : end], end
            yield mine

    def _read(self) -> bool:
        self._rows, self._at = next(self._portions, []), 0
        return bool(self._rows)


def _event_of(change: Row) -> int:
    return int(str(change[0]))


def _holds(previous: str, event: Row, changes: _Changes, emptied: Counter[int]) -> bool:
    linked = EventDigest(previous, event[:-1])
    for some in changes.of(event[0]):
        if not all(map(_change_holds, some)):
            return False
        emptied.update(int(str(change[9])) for change in some if change[9] is not None)
        linked.add(str(change[8]) for change in some)
    return linked.whole() == event[-1]


def _change_holds(change: Row) -> bool:
    before, after, salt, digest, redacted_by = change[5:]
    if redacted_by is not None:
        return before is None and after is None and salt is None
    return salt is not None and change_digest(change[1:8]) == digest


def _first_wrongly_emptied(db: Database, emptied: Mapping[int, int]) -> int | None:
    """Whether each redaction emptied just as many changes as the chain says it did."""
    said = dict(
        db.select(
            lambda event, number: (event, number),
            "SELECT event, sum(json_extract(after, '$.changes')) FROM change"
            " WHERE table_name = 'redaction' GROUP BY event",
        )
    )
    wrong = [by for by in {*emptied, *said} if emptied.get(by, 0) != said.get(by, 0)]
    if not wrong:
        return None
    first = db.first(int, "SELECT min(event) FROM change WHERE redacted_by = ?", (min(wrong),))
    return first if first else min(wrong)
