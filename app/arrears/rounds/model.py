"""The call list of the month, and the meeting about unpaid rent."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NewType, Protocol

from app.arrears.steps.model import ArrearsRow
from app.core.ids import LeaseId, PersonId
from app.core.records import dataclass

ArrearsMeetingId = NewType("ArrearsMeetingId", int)


class CallResult(StrEnum):
    """What came of a call about the rent."""

    REACHED = "reached"
    AGREED_NEW = "agreed_new"
    LEFT_MESSAGE = "left_message"
    NOT_REACHED = "not_reached"

    @property
    def spoke(self) -> bool:
        """Whether the two spoke together."""
        return self in {CallResult.REACHED, CallResult.AGREED_NEW}


@dataclass(frozen=True, slots=True)
class CallDraft:
    """What is typed after a call; `follow_up_on` is the day of what was agreed."""

    result: CallResult | None = None
    words: str = field(default="", repr=False)
    follow_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class LastSaid:
    """What stands in the newest note on a person."""

    on: date
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HelpNow:
    """How much help somebody has, and which units give it, by name."""

    level: int = 0
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallRow:
    """One to ring: what is owed and since when, how to reach them, and what was last said.

    `late_on` is the first day of the newest rent that is late, which nobody has spoken about.
    """

    row: ArrearsRow
    late_on: date
    phone: str = field(default="", repr=False)
    interpreter: str = ""
    last: LastSaid | None = None
    agreed: "AgreedStep | None" = None

    @property
    def lease(self) -> LeaseId:
        """The tenancy, by its newest lease."""
        return self.row.tenancy.lease

    @property
    def name(self) -> str:
        """Who is rung."""
        return self.row.tenancy.tenant_name


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What the officer writes about the meeting itself."""

    held_on: date | None = None
    place: str = ""
    present: str = ""
    note: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about a tenancy: what, who and by when; `done_on` when it was done."""

    decision: str = field(default="", repr=False)
    responsible: str = ""
    due_on: date | None = None
    done_on: date | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody still has it to do."""
        return bool(self.decision.strip()) and self.done_on is None


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """What a meeting left somebody to do about a tenancy."""

    meeting: ArrearsMeetingId
    held_on: date
    lease: LeaseId
    decided: Decided


@dataclass(frozen=True, slots=True)
class MeetingCase:
    """One tenancy on the sheet, with what is known of it today.

    `row` is None when it owes nothing any more. `agreed` is what an earlier meeting left.
    """

    lease: LeaseId
    place: int
    number: str
    name: str = field(repr=False)
    address: str = field(repr=False)
    tenant: PersonId
    decided: Decided = Decided()
    row: ArrearsRow | None = None
    help: HelpNow = HelpNow()
    agreed: AgreedStep | None = None


@dataclass(frozen=True, slots=True)
class ArrearsMeeting:
    """One meeting. `closed_on` is the day its minutes were made."""

    id: ArrearsMeetingId
    held_on: date
    place: str = ""
    present: str = ""
    note: str = ""
    next_on: date | None = None
    closed_on: date | None = None
    cases: tuple[MeetingCase, ...] = ()

    @property
    def draft(self) -> MeetingDraft:
        """The same as a form holds it."""
        return MeetingDraft(self.held_on, self.place, self.present, self.note, self.next_on)

    @property
    def undecided(self) -> int:
        """How many nothing is written on yet."""
        return sum(not each.decided.decision.strip() for each in self.cases)


@dataclass(frozen=True, slots=True)
class ArrearsMeetingRow:
    """A meeting in the list of them."""

    id: ArrearsMeetingId
    held_on: date
    closed_on: date | None
    cases: int


class HelpGiven(Protocol):
    """What is known of help, in the slice of follow-up."""

    def help_of(self, person: PersonId, day: date) -> HelpNow:
        """How much help a person has that day."""
        ...
