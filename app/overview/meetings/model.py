"""A meeting: what must be spoken of, why, and what was decided."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NewType

from app.core.ids import Ref
from app.core.records import dataclass

MeetingId = NewType("MeetingId", int)


class Section(StrEnum):
    """The parts of an agenda, in the order they are taken."""

    VACANT = "vacant"
    TO_DECIDE = "to_decide"
    DEADLINES = "deadlines"
    WAITING = "waiting"
    CARRIED_OVER = "carried_over"


@dataclass(frozen=True, slots=True)
class Line:
    """One reason a case is on the agenda: the passage that tells it, and its facts as text."""

    code: str
    facts: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something open that the meeting must see (D16)."""

    about: Ref
    section: Section
    since: date
    line: Line


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided, who does it and by when; `done_on` when it has been done."""

    decision: str = field(default="", repr=False)
    responsible: str = ""
    due_on: date | None = None
    done_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether the next meeting must see it again: not decided, or not yet done."""
        return not self.decision.strip() or (self.due_on is not None and self.done_on is None)


@dataclass(frozen=True, slots=True)
class Item:
    """One case on the agenda with every reason it is there. `number` and `name` are as now.

    `name` is empty where the case has none or it may not be told (ADR-05).
    """

    about: Ref
    section: Section
    since: date
    lines: tuple[Line, ...]
    outcome: Outcome = Outcome()
    number: str = ""
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with its agenda. `closed_on` when its minutes are made."""

    id: MeetingId
    held_on: date
    place: str
    present: str
    note: str
    closed_on: date | None
    items: tuple[Item, ...] = ()

    @property
    def undecided(self) -> int:
        """How many cases nothing is written on yet."""
        return sum(not item.outcome.decision.strip() for item in self.items)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list of them."""

    id: MeetingId
    held_on: date
    place: str
    closed_on: date | None
    items: int


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What the officer writes about a meeting itself."""

    held_on: date
    place: str = ""
    present: str = ""
    note: str = ""
