"""Rows that hold from a day, by what they belong to."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

from app.storage.database import Database

K = TypeVar("K")
T = TypeVar("T")


def by_owner(
    db: Database,
    owner: Callable[[int], K],
    make: Callable[..., T],
    sql: str,
    day: date,
    among: Collection[int] | None = None,
) -> Mapping[K, Sequence[T]]:
    """The rows up to a day, oldest first; the first column of `sql` is whose they are.

    Those of all, or of some owners `among` them: of others nothing is read.
    """
    found: dict[K, list[T]] = defaultdict(list)
    inside, values = "", [day.isoformat()]
    if among is not None:
        column = sql.removeprefix("SELECT ").partition(",")[0]
        inside = f" AND {column} IN (SELECT value FROM json_each(?))"
        values.append(json.dumps([*among]))
    for whose, row in db.select(
        lambda whose, *rest: (owner(whose), make(*rest)),
        f"{sql} WHERE since <= ?{inside} ORDER BY since, id",
        values,
    ):
        found[whose].append(row)
    return found


def latest(table: str, value: str, of: str, day: str = "?1") -> str:
    """SQL for what held on a day: `value` of the newest row up to it, among those `of` picks.

    One step in an index on (owner, since, id).
    """
    return (
        f"(SELECT {value} FROM {table} f WHERE f.{of} AND f.since <= {day}"
        " ORDER BY f.since DESC, f.id DESC LIMIT 1)"
    )
