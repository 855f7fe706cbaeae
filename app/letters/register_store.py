"""SQL of the register of all documents: which there are, in any order, and some of their rows."""

import json
from collections.abc import Sequence

from app.core.ids import DocumentId
from app.letters.list_store import FROM, kept
from app.letters.model import IN_PERSON, DocumentOrder, DocumentQuery, KeptRow
from app.letters.store import DECIDED
from app.storage.database import Database

_STATE = (
    f"coalesce({DECIDED}, CASE WHEN x.id IS NULL THEN 'finished'"
    " WHEN x.returned_on IS NOT NULL THEN 'returned'"
    " WHEN x.arrived_on IS NOT NULL THEN 'arrived' ELSE 'dispatched' END)"
)
# what is sorted by, where it may be missing; `?1` to `?3` are codes in the order of their words
_ORDERS = {
    "document": "instr(?1, ',' || d.kind || ',')",
    "state": f"instr(?2, ',' || {_STATE} || ',')",
    "channel": "instr(?3, ',' || x.channel || ',')",
    "name": "p.sort_key",
    "issued": "d.issued_at",
    "sent": "x.sent_on",
    "arrived": "x.arrived_on",
}
_FOUND = (
    "NOT EXISTS (SELECT 1 FROM json_each(?6) w WHERE instr(lower(d.number), w.value) = 0"
    " AND instr(coalesce(p.search_text, ''), w.value) = 0)"
)


def count(db: Database) -> int:
    """How many documents there are."""
    return db.first(int, "SELECT count(*) FROM document") or 0


def ids(db: Database, query: DocumentQuery, order: DocumentOrder) -> list[DocumentId]:
    """Those that are wanted, in an order, then the newest first; what is missing stands last."""
    steps = (
        f"{_ORDERS[column]} {'DESC' if falls else 'ASC'} NULLS LAST, "
        for column, falls in order.steps
    )
    codes = (f",{','.join(each)}," for each in (order.kinds, order.states, order.channels))
    # what is not asked for is not looked up either: a person and a sending for each document
    asked = {"d.kind = ?4": query.kind, f"{_STATE} = ?5": query.state, _FOUND: query.words}
    wanted = " AND ".join(["?6 IS NOT NULL", *(sql for sql, value in asked.items() if value)])
    found = db.column(
        f"SELECT d.id{FROM} WHERE {wanted} ORDER BY {''.join(steps)}d.issued_at DESC, d.id DESC",
        (*codes, query.kind, query.state, json.dumps(query.words)),
    )
    return [DocumentId(int(str(each))) for each in found]


def some(db: Database, documents: Sequence[int]) -> tuple[KeptRow, ...]:
    """The rows of these."""
    return kept(db, " WHERE d.id IN (SELECT value FROM json_each(?))", (json.dumps([*documents]),))


# by post or on the net, not back, not told to have arrived, and no later sending of it
_UNDER_WAY = (
    " FROM dispatch x CROSS JOIN document d ON d.id = x.document"
    " WHERE x.arrived_on IS NULL AND x.returned_on IS NULL AND d.to_send = 1"
    " AND x.channel NOT IN (SELECT value FROM json_each(?1))"
    " AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id)"
    " AND NOT EXISTS (SELECT 1 FROM dispatch y WHERE y.document = d.id AND y.returned_on IS NULL"
    " AND (y.arrived_on IS NOT NULL OR (y.sent_on, y.id) > (x.sent_on, x.id)))"
)


def under_way(db: Database, most: int) -> tuple[int, tuple[KeptRow, ...]]:
    """How many are sent and nobody has told to have arrived; rows of the newest of them."""
    in_person = json.dumps(sorted(IN_PERSON))
    whole = db.first(int, f"SELECT count(*){_UNDER_WAY}", (in_person,)) or 0
    newest = db.select(
        DocumentId,
        f"SELECT d.id{_UNDER_WAY} ORDER BY d.issued_at DESC, d.id DESC LIMIT ?2",
        (in_person, most),
    )
    rows = {row.document.id: row for row in some(db, newest)}
    return whole, tuple(rows[each] for each in newest)
