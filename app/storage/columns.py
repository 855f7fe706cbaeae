"""How values are kept in the columns of the register, and read back."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import lru_cache

from app.storage.driver import Value

# tens of thousands of rows have few days among them
_MOST = 8192
day_of = lru_cache(maxsize=_MOST)(date.fromisoformat)
"""A day that is always written."""


@lru_cache(maxsize=_MOST)
def day_or_none(text: object) -> date | None:
    """A day, or None where none is written."""
    return date.fromisoformat(text) if isinstance(text, str) else None


def forget_days() -> None:
    """Remember none of the days that were read: some of them somebody was born on."""
    day_of.cache_clear()
    day_or_none.cache_clear()


def stored(values: Mapping[str, object]) -> dict[str, Value]:
    """Values as SQLite keeps them: days as ISO text, enums by value, truth as 0 or 1."""
    return {column: _stored(value) for column, value in values.items()}


def _stored(value: object) -> Value:
    if isinstance(value, Enum):
        return _stored(value.value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bytes):
        return value
    raise TypeError(f"{type(value).__name__} has no place in a column")
