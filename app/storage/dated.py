"""Rows that hold from a day, by what they belong to."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from app.storage.database import Database

K = TypeVar("K")
T = TypeVar("T")


def by_owner(
    db: Database, owner: Callable[[int], K], make: Callable[..., T], sql: str, day: date
) -> Mapping[K, Sequence[T]]:
    """The rows up to a day, oldest first; the first column of `sql` is whose they are."""
    found: dict[K, list[T]] = defaultdict(list)
    for whose, row in db.select(
        lambda whose, *rest: (owner(whose), make(*rest)),
        f"{sql} WHERE since <= ? ORDER BY since, id",
        (day.isoformat(),),
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
