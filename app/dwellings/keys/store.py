"""SQL of keys and who has them."""

from collections.abc import Sequence
from datetime import date

from app.core.ids import DwellingId, LeaseId
from app.dwellings.keys.model import DoorKey, DoorKeyId, DoorKeyKind, KeyHolder, KeyMove
from app.storage.database import Database
from app.storage.unit import Unit

_KEYS = (
    "SELECT k.id, k.dwelling, k.kind, k.mark, h.since, h.holder, h.lease, h.note"
    " FROM door_key k JOIN door_key_holder h ON h.id = (SELECT n.id FROM door_key_holder n"
    " WHERE n.door_key = k.id AND n.since <= ?1 ORDER BY n.since DESC, n.id DESC LIMIT 1)"
)
_ORDER = " ORDER BY k.kind, length(k.mark), k.mark, k.id"


def insert(unit: Unit, dwelling: DwellingId, kind: DoorKeyKind, mark: str, day: date) -> DoorKeyId:
    """A key, in the office from a day."""
    key = DoorKeyId(unit.insert("door_key", dwelling=dwelling, kind=kind, mark=mark))
    move(unit, key, KeyMove(day, KeyHolder.OFFICE))
    return key


def move(unit: Unit, key: DoorKeyId, to: KeyMove) -> None:
    """It changes hands."""
    unit.insert(
        "door_key_holder",
        door_key=key,
        since=to.since,
        holder=to.holder,
        lease=to.lease,
        note=to.note,
    )


def of_dwelling(db: Database, dwelling: DwellingId, day: date) -> tuple[DoorKey, ...]:
    """The keys of a dwelling as they are on a day."""
    return db.select(_key, f"{_KEYS} WHERE k.dwelling = ?2{_ORDER}", (day.isoformat(), dwelling))


def of_lease(db: Database, lease: LeaseId, day: date) -> tuple[DoorKey, ...]:
    """The keys that a lease has had up to a day, as they are then."""
    return db.select(
        _key,
        f"{_KEYS} WHERE k.id IN (SELECT door_key FROM door_key_holder WHERE lease = ?2){_ORDER}",
        (day.isoformat(), lease),
    )


def named(db: Database, keys: Sequence[DoorKeyId], day: date) -> tuple[DoorKey, ...]:
    """These keys as they are on a day."""
    marks = ", ".join("?" * len(keys))
    return db.select(_key, f"{_KEYS} WHERE k.id IN ({marks}){_ORDER}", (day.isoformat(), *keys))


def _key(*row: object) -> DoorKey:
    return DoorKey(
        id=DoorKeyId(int(str(row[0]))),
        dwelling=DwellingId(int(str(row[1]))),
        kind=DoorKeyKind(str(row[2])),
        mark=str(row[3]),
        now=_move(*row[4:]),
    )


def _move(since: object, holder: object, lease: object, note: object) -> KeyMove:
    whose = None if lease is None else LeaseId(int(str(lease)))
    return KeyMove(date.fromisoformat(str(since)), KeyHolder(str(holder)), whose, str(note))


def moves(db: Database, key: DoorKeyId, day: date) -> tuple[KeyMove, ...]:
    """Who has had it up to a day, oldest first."""
    return db.select(
        _move,
        "SELECT since, holder, lease, note FROM door_key_holder WHERE door_key = ?"
        " AND since <= ? ORDER BY since, id",
        (key, day.isoformat()),
    )


def with_tenants(db: Database, day: date) -> tuple[tuple[DwellingId, LeaseId, int], ...]:
    """How many keys each lease has on a day."""
    return db.select(
        lambda dwelling, lease, count: (DwellingId(dwelling), LeaseId(lease), int(count)),
        "SELECT k.dwelling, h.lease, count(*) FROM door_key k JOIN door_key_holder h"
        " ON h.id = (SELECT n.id FROM door_key_holder n WHERE n.door_key = k.id"
        " AND n.since <= ? ORDER BY n.since DESC, n.id DESC LIMIT 1)"
        " WHERE h.holder = 'tenant' AND h.lease IS NOT NULL"
        " GROUP BY k.dwelling, h.lease ORDER BY k.dwelling, h.lease",
        (day.isoformat(),),
    )


def taken_marks(
    db: Database, dwelling: DwellingId, kind: DoorKeyKind, marks: Sequence[str]
) -> tuple[str, ...]:
    """Those of the marks that a key of this kind has already."""
    places = ", ".join("?" * len(marks))
    return db.select(
        str,
        f"SELECT mark FROM door_key WHERE dwelling = ? AND kind = ? AND mark IN ({places})"
        " ORDER BY id",
        (dwelling, kind, *marks),
    )
