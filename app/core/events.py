"""What was done: one event per unit, the same value for audit, history page and refresh."""

from dataclasses import dataclass
from datetime import datetime

from app.core.ids import Ref


@dataclass(frozen=True, slots=True)
class Event:
    """A unit that was committed. `at` is local time with its offset; `by` is the officer's id."""

    id: int
    verb: str
    subject: Ref | None
    at: datetime
    by: int
    tables: frozenset[str] = frozenset()
