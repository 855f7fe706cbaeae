"""Contact notes: five fields on a call, a visit or a message (D10, practice of job 2)."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from app.core.ids import PersonId
from app.core.records import dataclass


class ContactChannel(StrEnum):
    """How somebody was met or tried."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    HOME_VISIT = "home_visit"
    MEETING = "meeting"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    DIGITAL_MAILBOX = "digital_mailbox"


class ContactOutcome(StrEnum):
    """What came of it."""

    REACHED = "reached"
    AGREED_NEW = "agreed_new"
    LEFT_MESSAGE = "left_message"
    NOT_REACHED = "not_reached"
    CANCELLED_BY_PERSON = "cancelled_by_person"

    @property
    def met(self) -> bool:
        """Whether the two spoke; a message that was left, or an absence told, is neither."""
        return self in {ContactOutcome.REACHED, ContactOutcome.AGREED_NEW}

    @property
    def missed(self) -> bool:
        """Whether it counts among those missed in a row."""
        return self is ContactOutcome.NOT_REACHED


class LogReceiver(StrEnum):
    """For whom the log is printed (PV-04, A3)."""

    PERSON = "person"
    HEALTH = "health"


@dataclass(frozen=True, slots=True)
class ContactNoteDraft:
    """The five fields, and whether Nav alone may read it. `follow_up_on` is the next step's day."""

    happened_on: date | None = None
    channel: ContactChannel | None = None
    outcome: ContactOutcome | None = None
    words: str = field(default="", repr=False)
    follow_up_on: date | None = None
    nav_only: bool = False


FIELDS = ("happened_on", "channel", "outcome", "words", "follow_up_on")
"""What is asked for, in order: no more than five (D10)."""


@dataclass(frozen=True, slots=True)
class NoteTold:
    """What was written of it, by whom, from the day it was written."""

    recorded_on: date
    written_by: str = field(repr=False)
    happened_on: date
    channel: ContactChannel
    outcome: ContactOutcome
    words: str = field(default="", repr=False)
    follow_up_on: date | None = None
    nav_only: bool = False

    @property
    def draft(self) -> ContactNoteDraft:
        """The same as a form holds it."""
        return ContactNoteDraft(
            self.happened_on,
            self.channel,
            self.outcome,
            self.words,
            self.follow_up_on,
            self.nav_only,
        )


@dataclass(frozen=True, slots=True)
class ContactNote:
    """One note; `told` is all that was written of it, oldest first, so that nothing is lost."""

    id: int
    person: PersonId
    told: tuple[NoteTold, ...]
    done_on: date | None = None

    @property
    def now(self) -> NoteTold:
        """What holds."""
        return self.told[-1]

    @property
    def corrected(self) -> bool:
        """Whether it first said something else."""
        return len(self.told) > 1

    @property
    def order(self) -> tuple[date, int]:
        """By the day it happened, then as it was written down."""
        return self.now.happened_on, self.id


@dataclass(frozen=True, slots=True)
class ContactStanding:
    """Where contact with one person stands.

    `last_on` is the last time we spoke, `missed` how often we tried in vain since,
    `last_tried_on` the last note of any kind, `follow_up_on` the earliest next step that waits.
    """

    person: PersonId
    last_on: date | None = None
    missed: int = 0
    last_tried_on: date | None = None
    follow_up_on: date | None = None


class NextContact(NamedTuple):
    """The earliest next step that waits of a person, and its day."""

    person: PersonId
    on: date


class Quiet(NamedTuple):
    """One with help whom it may be too long since anybody spoke with; `since` is of the level."""

    person: PersonId
    level: int
    since: date
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """One whom nobody has spoken with for longer than their level lets pass.

    `since` is the last contact, or the day the level was set when there was none.
    """

    person: PersonId
    level: int
    since: date
    days: int
    limit: int


class LevelHeld(Protocol):
    """One person's level, as far as silence goes."""

    @property
    def level(self) -> int: ...
    @property
    def since(self) -> date: ...
