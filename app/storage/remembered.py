"""What was worked out from the register, to be worked out again only when it would differ."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import Generic, TypeVar

from app.core.ids import OfficerId
from app.core.records import dataclass
from app.storage.database import Database

T = TypeVar("T")

MOST = 64
"""How many keys are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value, what it was read from, and the newest event when the reading began."""

    value: T
    names: frozenset[str]
    event: int


class Remembered(Generic[T]):
    """Values by key, each forgotten when an event changes what its reading read.

    That is a column whose values it used, or which rows a table has: the register itself names
    them for the statements that ran, so that none can be left out. All is forgotten on a new day
    and for another officer. Within a unit only what the unit has not written to is remembered.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._for: tuple[date, OfficerId] | None = None
        self._known: dict[Hashable, Known[T]] = {}
        self._asked: dict[Hashable, int] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made when it is not known; the key names the day it is of."""
        reads = self._db.tables_read
        known = self._known.get(key)
        if known is not None and reads.reading and self._asked.get(key) == reads.reading:
            reads.note(known.names)
            return known.value
        looking = (self._db.clock.today(), self._db.by)
        if looking != self._for:
            self._for, self._known, self._asked = looking, {}, {}
        known = self._known.get(key)
        if known is None or not self._holds(known):
            known = self._read(key, make)
        if reads.reading and self._known.get(key) is known:
            self._asked[key] = reads.reading
        reads.note(known.names)
        return known.value

    def _holds(self, known: Known[T]) -> bool:
        """Whether it would be the same if it was made now."""
        unchanged = self._db.tables_read.changed(known.names) <= known.event
        return unchanged and self._db.settled(known.names)

    def _read(self, key: Hashable, make: Callable[[], T]) -> Known[T]:
        event = self._db.tables_read.newest()
        with self._db.tables_read.watched() as names:
            value = make()
        known = Known(value, frozenset(names), event)
        if not self._db.settled(known.names):
            return known
        self._known.pop(key, None)
        self._known[key] = known
        if len(self._known) > MOST:
            oldest = next(iter(self._known))
            del self._known[oldest]
            self._asked.pop(oldest, None)
        return known
