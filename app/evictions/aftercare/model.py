"""What comes after a home was lost, as it stands on a day."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DocumentId, EvictionCaseId, PersonId
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.evictions.model import EvictionCase
from app.leases.stays.model import StayRow
from app.people.model import Member


class AftercareKind(StrEnum):
    """What a task is about; what is to be changed comes from the review."""

    ROOF = "roof"
    BELONGINGS = "belongings"
    CHILDREN = "children"
    CONTACT = "contact"
    CHANGE = "change"
    OTHER = "other"


class AftercareLack(StrEnum):
    """What is missing before a case is closed; told, never in the way."""

    ROOF = "roof"
    LETTER = "letter"
    BELONGINGS = "belongings"
    CHILDREN = "children"
    TASKS = "tasks"
    REVIEW = "review"


class AftercareDueKind(StrEnum):
    """What there is to do on a day."""

    TASK = "task"
    FETCH = "fetch"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task as a form holds it."""

    kind: AftercareKind = AftercareKind.OTHER
    words: str = field(default="", repr=False)
    owner: str = field(default="", repr=False)
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class AftercareTask:
    """One task with whoever does it; `done_on` None while it waits."""

    id: int
    case: EvictionCaseId
    kind: AftercareKind
    words: str = field(repr=False)
    owner: str = field(repr=False)
    due_on: date
    done_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether it waits."""
        return self.done_on is None


@dataclass(frozen=True, slots=True)
class FetchingNotice:
    """The household was told to fetch its things; the newest of each number holds."""

    number: int
    told_on: date
    kept_where: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class FetchBy:
    """The last day to fetch things in one of the two periods (TV-13, TV-14).

    `nominal` is the day counted to, `until` the same moved to a working day. `expected` while
    the household has not been told, so that it is counted from the day before it.
    """

    number: int
    nominal: date
    until: date
    expected: bool = True
    kept_where: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Settled:
    """Everything is fetched, or nothing was left."""

    since: date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Review:
    """What could have been seen earlier, and what is to be done otherwise."""

    since: date
    seen_earlier: str = field(repr=False)
    to_change: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EarlyDays:
    """When it could be seen, and when somebody did something; None for what never was."""

    first_signal: date | None = None
    first_unpaid: date | None = None
    first_contact: date | None = None
    first_letter: date | None = None
    told: date | None = None

    @property
    def first_sign(self) -> date | None:
        """The first day it could be seen: a signal, or rent that was not paid."""
        days = [day for day in (self.first_signal, self.first_unpaid) if day is not None]
        return min(days, default=None)

    @property
    def waited(self) -> int | None:
        """Days from the first sign to the first contact after it; None without both."""
        if self.first_sign is None or self.first_contact is None:
            return None
        return (self.first_contact - self.first_sign).days


@dataclass(frozen=True, slots=True, repr=False)
class Aftercare:
    """All of it. `moved` when they left before the day, and nobody was put out."""

    case: EvictionCase
    lost_on: date
    moved: bool
    strict: bool
    stay: StayRow | None
    children: tuple[Member, ...]
    fetch: tuple[FetchBy, ...]
    settled: Settled | None
    tasks: tuple[AftercareTask, ...]
    early: EarlyDays
    review: Review | None
    letter_on: date | None
    lacks: tuple[AftercareLack, ...] = ()

    @property
    def next_fetch(self) -> FetchBy | None:
        """The period that runs: the first while the second is not told of."""
        if self.settled is not None or not self.fetch:
            return None
        told = [each for each in self.fetch if not each.expected]
        return told[-1] if told else self.fetch[0]


@dataclass(frozen=True, slots=True)
class AftercareDue:
    """Something to do in a case by a day."""

    case: EvictionCaseId
    person: PersonId
    name: str = field(repr=False)
    kind: AftercareDueKind
    due_on: date
    task: AftercareKind | None = None
    words: str = field(default="", repr=False)
    owner: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """What the letter to the household says; `fetch_by` None when nothing was left behind."""

    sleep: str = field(default="", repr=False)
    things: str = field(default="", repr=False)
    fetch_by: date | None = None
    nothing_left: bool = False
    call_name: str = field(default="", repr=False)
    call_phone: str = field(default="", repr=False)
    we_do: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class AfterPaper:
    """All that the print says."""

    draft: LetterDraft
    sender: LetterFrom
    number: str
    lost_on: date
    moved: bool
    children: bool
    second_from: date | None = None


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that was made."""

    document: DocumentId | None
    issued_on: date
