"""SQL of all that the waiting list has rested on, each fact with its day."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from app.allocation import order_store
from app.allocation.model import GroupOrder, Ordering
from app.allocation.past import MOST_DAYS, Dated, Known, Past, Spell
from app.allocation.rules import ordering_of, spoken_of
from app.allocation.rulesets.model import AdoptedRuleSet, RuleSet
from app.applications.model import NeedCategory, TargetGroup
from app.core.ids import ApplicationId
from app.storage.columns import day_or_none
from app.storage.database import Database

T = TypeVar("T")
_NO_SET = AdoptedRuleSet(0, RuleSet(), date.min)

# Those who have waited, and those the officer's moves speak of
_CONCERNED = (
    "(SELECT application FROM application_state WHERE state = 'granted_waiting'"
    " UNION ALL SELECT application FROM application_rank"
    " UNION ALL SELECT above FROM application_rank)"
)
_SOME = "(SELECT value FROM json_each(?2))"
_STATES, _GROUPS = (
    ("application_state", "state = 'granted_waiting'"),
    ("application_group", "target_group"),
)


def waits(db: Database, day: date) -> dict[ApplicationId, Dated[bool]]:
    """When each stood as one who waits, up to a day; a prolongation too."""
    found = _dated(db, _STATES, day)
    return {
        key: _over_time((since, bool(held)) for since, held in pairs)
        for key, pairs in found.items()
    }


def days(
    db: Database, day: date, sets: tuple[AdoptedRuleSet, ...], some: Iterable[ApplicationId]
) -> set[date]:
    """The newest days up to a day on which the groups or needs of some, or the order, changed."""
    changed = db.select(
        date.fromisoformat,
        f"SELECT since FROM application_group WHERE since <= ?1 AND application IN {_SOME}"
        f" UNION SELECT since FROM application_need WHERE since <= ?1 AND application IN {_SOME}"
        f" UNION SELECT until FROM application_need WHERE until <= ?1 AND application IN {_SOME}"
        " ORDER BY 1 DESC LIMIT ?3",
        (day.isoformat(), _named(some), MOST_DAYS + 1),
    )
    moves, orders = order_store.moves(db, day), _orderings(_orders(db, day), sets)
    return {*changed, *orders.days, *(move.since for move in moves)}


def past(
    db: Database, day: date, sets: tuple[AdoptedRuleSet, ...], some: Iterable[ApplicationId]
) -> Past:
    """What is known up to a day of some, and of those the officer's moves speak of.

    `sets` are the adopted rule sets, oldest first.
    """
    moves = order_store.moves(db, day)
    named = _named({*some, *spoken_of(moves)})
    waited = _dated(db, _STATES, day, named)
    groups = _dated(db, _GROUPS, day, named)
    needs = _needs(db, named)
    rows = db.select(
        lambda key, received, kind: (ApplicationId(key), date.fromisoformat(received), kind),
        "SELECT id, received_on, kind FROM application"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (named,),
    )
    known = {
        key: Known(
            key,
            received,
            _over_time((since, bool(held) and kind != "renewal") for since, held in waited[key]),
            _over_time((since, TargetGroup(str(group))) for since, group in groups[key]),
            tuple(needs[key]),
        )
        for key, received, kind in rows
    }
    return Past(known, moves, _orderings(_orders(db, day), sets))


def _named(some: Iterable[ApplicationId]) -> str:
    return json.dumps(sorted(some))


def _over_time(facts: Iterable[tuple[date, T]]) -> Dated[T]:
    pairs = tuple(facts)
    return Dated([since for since, _ in pairs], [value for _, value in pairs])


def _dated(
    db: Database, told: tuple[str, str], day: date, named: str | None = None
) -> dict[ApplicationId, list[tuple[date, object]]]:
    """A value of a dated table, of those named or of all concerned, oldest first."""
    table, value = told
    whose, values = (_CONCERNED, ()) if named is None else (_SOME, (named,))
    found: dict[ApplicationId, list[tuple[date, object]]] = defaultdict(list)
    rows = db.select(
        lambda key, since, held: (ApplicationId(key), date.fromisoformat(since), held),
        f"SELECT application, since, {value} FROM {table} WHERE since <= ?1"
        f" AND application IN {whose} ORDER BY since, id",
        (day.isoformat(), *values),
    )
    for key, since, held in rows:
        found[key].append((since, held))
    return found


def _needs(db: Database, named: str) -> dict[ApplicationId, list[Spell]]:
    found: dict[ApplicationId, list[Spell]] = defaultdict(list)
    rows = db.select(
        lambda key, need, since, until: (
            ApplicationId(key),
            Spell(NeedCategory(need), date.fromisoformat(since), day_or_none(until)),
        ),
        "SELECT application, category, since, until FROM application_need"
        " WHERE application IN (SELECT value FROM json_each(?)) ORDER BY application, id",
        (named,),
    )
    for key, spell in rows:
        found[key].append(spell)
    return found


def _orderings(orders: Dated[GroupOrder], sets: tuple[AdoptedRuleSet, ...]) -> Dated[Ordering]:
    """What the list was ordered by from each day that the groups or the rules became others."""
    held = Dated([each.valid_from for each in sets], sets)
    days = sorted({*orders.days, *held.days})
    return _over_time(
        (each, ordering_of(held.on(each) or _NO_SET, orders.on(each) or GroupOrder()))
        for each in days
    )


def _orders(db: Database, day: date) -> Dated[GroupOrder]:
    return _over_time(
        db.select(
            lambda groups, since, source: (
                date.fromisoformat(since),
                GroupOrder(
                    tuple(TargetGroup(group) for group in json.loads(groups)),
                    date.fromisoformat(since),
                    source,
                ),
            ),
            "SELECT groups, since, source FROM group_order WHERE since <= ? ORDER BY since, id",
            (day.isoformat(),),
        )
    )
