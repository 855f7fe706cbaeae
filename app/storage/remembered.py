"""What was worked out from the register since the last commit, to be worked out only once."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from app.storage.database import Database

T = TypeVar("T")


class Remembered(Generic[T]):
    """Values by key, forgotten at the next event. While a unit writes, nothing is remembered."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._event = -1
        self._values: dict[Hashable, T] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made when it is not known; the key names the day it is of."""
        if self._db.writing:
            return make()
        newest = self._db.newest_event
        if newest != self._event:
            self._event, self._values = newest, {}
        if key not in self._values:
            self._values[key] = make()
        return self._values[key]
