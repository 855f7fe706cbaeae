"""Another tenant in a lease: after a death, or when two who lived together part."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.deadlines import Deadline
from app.core.ids import DocumentId, LeaseId, PersonId
from app.core.periods import Period
from app.core.records import dataclass
from app.decisions.model import LetterFrom


class ChangeCause(StrEnum):
    """Why another takes over (HL-38, HL-39)."""

    DEATH = "death"
    BREAK_UP = "break_up"


class EntryRight(StrEnum):
    """What the one who takes over rests it on."""

    SPOUSE = "spouse"
    DESCENDANT = "descendant"
    HOUSEHOLD_MEMBER = "household_member"
    AGREED = "agreed"


RIGHTS = {
    ChangeCause.DEATH: tuple(EntryRight),
    ChangeCause.BREAK_UP: (
        EntryRight.SPOUSE,
        EntryRight.HOUSEHOLD_MEMBER,
        EntryRight.AGREED,
    ),
}
"""What each cause may rest on: § 8-2 after a death, § 8-3 when two part."""


class DeathState(StrEnum):
    """Where it stands after a death; derived from the letter and the days."""

    NOT_WRITTEN = "not_written"
    NOTICE_READY = "notice_ready"
    WAITING = "waiting"
    PERIOD_OVER = "period_over"
    NOBODY = "nobody"
    TAKEN_OVER = "taken_over"

    @property
    def landlord_may_end(self) -> bool:
        """Whether the landlord may give notice: nobody may enter any longer (HL-70)."""
        return self in {DeathState.PERIOD_OVER, DeathState.NOBODY}


@dataclass(frozen=True, slots=True, repr=False)
class DeathDraft:
    """What the form fills. Without a contact the letter goes to the estate at the dwelling."""

    died_on: date | None = None
    learned_on: date | None = None
    contact_name: str = ""
    contact_line: str = ""
    contact_postal_code: str = ""
    contact_place: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Death:
    """As it is registered; `document` is the landlord's notice (HL-38)."""

    id: int
    lease: LeaseId
    draft: DeathDraft
    document: DocumentId | None
    nobody_on: date | None
    nobody_reason: str


@dataclass(frozen=True, slots=True)
class DeathCase:
    """A death with where it stands. `assumed` when nobody has told that the letter arrived."""

    death: Death
    state: DeathState
    limit: Deadline | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who lived with the tenant, and since when the register knows it."""

    person: PersonId
    name: str = field(repr=False)
    since: date
    long_enough: bool


@dataclass(frozen=True, slots=True, repr=False)
class ChangeDraft:
    """What the form fills. `since` is the first day of the new tenant, `told_on` when we knew.

    `confirmed` is that the officer has seen that the condition of the right is met.
    """

    cause: ChangeCause
    new_tenant: PersonId | None = None
    right: EntryRight | None = None
    since: date | None = None
    told_on: date | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class EntryNotice:
    """All that the letter to those at the address says (HL-38, HL-70)."""

    sender: LetterFrom
    number: str
    lease_number: str
    home: str
    tenant_name: str
    died_on: date
    answer_within: Period
    common_household: Period
    notice: Period
