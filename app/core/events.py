"""What was done: one event per unit, the same value for audit, history page and refresh."""

from dataclasses import field
from datetime import datetime

from app.core.ids import Ref
from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A unit that was committed. `at` is local time with its offset; `by` is the officer's id."""

    id: int
    verb: str
    subject: Ref | None
    at: datetime
    by: int
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PastEvent:
    """One line of the history. `reversed_by` is the event that took it back."""

    id: int
    verb: str
    subject: Ref | None
    at: datetime
    by: int
    reason: str = field(repr=False)
    final: bool
    reversed_by: int | None


@dataclass(frozen=True, slots=True, repr=False)
class FieldChange:
    """One value that an event changed; None means that the row was not there."""

    table: str
    row: int
    column: str
    before: object
    after: object
    redacted: bool = False
