"""Values that are made again only when what they are made of is no longer the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """One value for each key, with what it was made of.

    `source` must be the very same value as before, `facts` equal to what they were: a reading
    that gives the same value for what has not changed costs next to nothing here.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, tuple[object, ...], V]] = {}

    def get(
        self, key: Hashable, source: object, facts: tuple[object, ...], make: Callable[[], V]
    ) -> V:
        """The value of a key, made when it is not known from just this."""
        known = self._known.get(key)
        if known is not None and known[0] is source and known[1] == facts:
            return known[2]
        value = make()
        self._known[key] = (source, facts, value)
        return value
