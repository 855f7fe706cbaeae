"""SQL of the order of the waiting list: the groups' and the officer's moves."""

import json
from datetime import date

from app.allocation.model import GroupOrder, Move
from app.applications.model import TargetGroup
from app.core.ids import ApplicationId
from app.storage.database import Database
from app.storage.unit import Unit


def group_order(db: Database, day: date) -> GroupOrder:
    """The newest order that has begun; the program's own when nobody has adopted any."""
    found = db.first(
        lambda groups, since, source: GroupOrder(
            tuple(TargetGroup(group) for group in json.loads(groups)),
            date.fromisoformat(since),
            source,
        ),
        "SELECT groups, since, source FROM group_order WHERE since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (day.isoformat(),),
    )
    return found or GroupOrder()


def add_group_order(unit: Unit, listed: tuple[TargetGroup, ...], source: str, since: date) -> int:
    """An order from a day, and who adopted it."""
    groups = json.dumps([group.value for group in listed])
    return unit.insert("group_order", since=since, groups=groups, source=source)


def waiting_now(db: Database) -> int:
    """How many wait for a dwelling today, from the newest states."""
    return db.value(
        int,
        "SELECT count(*) FROM application_newest n JOIN application a ON a.id = n.id"
        " WHERE n.state = 'granted_waiting' AND a.kind <> 'renewal' AND a.case_kind = 'allocation'",
    )


def waiting_count(db: Database, day: date) -> int:
    """How many were granted a dwelling and wait for it on a day; a prolongation does not."""
    return db.value(
        int,
        "SELECT count(*) FROM application a WHERE a.kind <> 'renewal'"
        " AND a.case_kind = 'allocation' AND a.received_on <= ?1 AND"
        " (SELECT state FROM application_state f WHERE f.application = a.id AND f.since <= ?1"
        " ORDER BY f.since DESC, f.id DESC LIMIT 1) = 'granted_waiting'",
        (day.isoformat(),),
    )


def moves(db: Database, day: date) -> tuple[Move, ...]:
    """Every move made by a day, oldest first."""
    return db.select(
        _move,
        "SELECT application, above, target_group, since, reason FROM application_rank"
        " WHERE since <= ? ORDER BY since, id",
        (day.isoformat(),),
    )


def _move(application: int, above: int | None, group: str | None, since: str, reason: str) -> Move:
    return Move(
        application=ApplicationId(application),
        above=None if above is None else ApplicationId(above),
        group=None if group is None else TargetGroup(group),
        since=date.fromisoformat(since),
        reason=reason,
    )


def add_move(unit: Unit, move: Move) -> None:
    """One move, after all before it."""
    unit.insert(
        "application_rank",
        application=move.application,
        above=move.above,
        target_group=move.group,
        since=move.since,
        reason=move.reason,
    )
