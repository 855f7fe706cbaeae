"""The chain that makes the history hold: how long it is, and whether any of it was touched.

Each change has a salted digest, each event a digest over the one before it, its own fields and
its changes' digests. A redaction empties values and salts, says how many, and leaves the digests.
"""

from collections import defaultdict

from app.storage.database import Database
from app.storage.digests import change_digest, event_digest
from app.storage.driver import Value
from app.storage.heads import Head

Row = tuple[Value, ...]

BATCH = 500


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
    previous, last = "", -(2**62)
    expected = 1
    while events := db.select(_row, _EVENTS, (last, BATCH)):
        last = int(str(events[-1][0]))
        changes = _changes(db, int(str(events[0][0])), last)
        for event in events:
            number, digest = event[0], str(event[-1])
            if number != expected or not _holds(previous, event, changes[expected]):
                return expected
            previous = digest
            expected += 1
    if db.value(int, _LOOSE):
        return expected
    return _first_wrongly_emptied(db)


_EVENTS = (
    "SELECT id, verb, subject_kind, subject_id, at, by, reason, final, reverses, digest"
    " FROM event WHERE id > ? ORDER BY id LIMIT ?"
)
_CHANGES = (
    "SELECT event, id, table_name, row_id, kind, before, after, salt, digest, redacted_by"
    " FROM change WHERE event BETWEEN ? AND ? ORDER BY event, id"
)
_LOOSE = "SELECT count(*) FROM change WHERE event NOT IN (SELECT id FROM event)"


def _row(*columns: Value) -> Row:
    return columns


def _changes(db: Database, first: int, last: int) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for event, *change in db.select(_row, _CHANGES, (first, last)):
        found[int(str(event))].append(tuple(change))
    return found


def _holds(previous: str, event: Row, changes: list[Row]) -> bool:
    sound = all(_change_holds(change) for change in changes)
    digests = [str(change[7]) for change in changes]
    return sound and event_digest(previous, event[:-1], digests) == event[-1]


def _change_holds(change: Row) -> bool:
    before, after, salt, digest, redacted_by = change[4:]
    if redacted_by is not None:
        return before is None and after is None and salt is None
    return salt is not None and change_digest(change[:7]) == digest


def _first_wrongly_emptied(db: Database) -> int | None:
    """Whether each redaction emptied just as many changes as the chain says it did."""
    emptied = dict(
        db.select(
            lambda by, number: (by, number),
            "SELECT redacted_by, count(*) FROM change WHERE redacted_by IS NOT NULL"
            " GROUP BY redacted_by",
        )
    )
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
