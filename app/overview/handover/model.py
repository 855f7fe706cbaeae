"""What is handed over to a stand-in. No home of a protected person stands in it (ADR-03)."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import Enum, StrEnum

from app.core.ids import PersonId, Ref
from app.core.records import dataclass
from app.letters.model import DocumentKind
from app.settings.model import OfficeProfile, Officer

DRAFT = "handover"
"""Where the officer's own words to the stand-in wait; they are no half-done form."""


class OpenKind(StrEnum):
    """What kind of case is open, in the order they are told."""

    EVICTION = "eviction_case"
    STAY = "stay"
    APPLICATION = "application"
    LEASE = "lease"
    ADVICE = "debt_case"
    FOLLOWUP = "plan"


class PlanStep(StrEnum):
    """What the plan of a person sets a day for."""

    TALK = "talk"
    EVALUATION = "evaluation"


class HalfDone(StrEnum):
    """What is begun and not finished."""

    VEDTAK = "vedtak"
    LEASE = "lease"
    PLAN = "plan"
    LETTER = "document"
    FORM = "draft"


class CallKind(StrEnum):
    """Whom to call."""

    COORDINATOR = "coordinator"
    UNIT = "unit"
    LANDLORD = "landlord"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class OpenCase:
    """An open case: how it stands, what comes next and by when, who coordinates."""

    kind: OpenKind
    ref: Ref
    person: PersonId
    number: str
    name: str = field(repr=False)
    protected: bool
    stands: Enum
    step: Enum | None = None
    day: date | None = None
    coordinator: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something half done. `ref` None and `count` for forms that stand half typed."""

    kind: HalfDone
    ref: Ref | None
    number: str
    name: str = field(repr=False)
    since: date
    protected: bool = False
    document: DocumentKind | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Caller:
    """Someone to call; `about` is for how many of the open cases, or what they answer for."""

    kind: CallKind
    name: str = field(repr=False)
    phone: str = field(repr=False)
    unit: str = ""
    cases: int = 0


@dataclass(frozen=True, slots=True)
class Handover:
    """From today to a day. `others` counts the open cases nothing is due in, by kind."""

    first: date
    last: date
    by: str = field(repr=False)
    cases: tuple[OpenCase, ...]
    others: Mapping[OpenKind, int]
    unfinished: tuple[Unfinished, ...]
    callers: tuple[Caller, ...]
    ways_in: tuple[Officer, ...] = field(repr=False)

    @property
    def open(self) -> int:
        """Every open case."""
        return len(self.cases) + sum(self.others.values())


@dataclass(frozen=True, slots=True)
class Task:
    """A gjøremål as it is said on the screen."""

    chip: str
    title: str = field(repr=False)
    why: str = field(repr=False)
    due: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """What the paper is made of; `words` is the officer's own to the stand-in."""

    office: OfficeProfile
    handover: Handover
    tasks: tuple[Task, ...]
    words: str = field(repr=False)
    issued: datetime
