"""Appeals as the office knows them: what came in, and how far it has come."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.applications.model import Channel
from app.core.deadlines import Deadline
from app.core.ids import ApplicationId, DocumentId, PersonId, VedtakId
from app.core.periods import Period
from app.core.records import dataclass
from app.decisions.model import LetterFrom, Vedtak


class AppealState(StrEnum):
    """How far an appeal has come; late is a fact from the postmark, not a state."""

    RECEIVED = "received"
    IN_ASSESSMENT = "in_assessment"
    DECISION_CHANGED = "decision_changed"
    FORWARDED = "forwarded"
    GRANTED_BY_BODY = "granted_by_body"
    DECISION_STANDS = "decision_stands"
    CHANGED_TO_HARM = "changed_to_harm"
    SENT_BACK = "sent_back"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"

    @property
    def open(self) -> bool:
        """Whether somebody here or at the appeal body must still decide."""
        return self in OPEN

    @property
    def asks_for_vedtak(self) -> bool:
        """Whether the appeal body's answer asks for a new vedtak here."""
        return self in ASKS_FOR_VEDTAK


OPEN = frozenset({AppealState.RECEIVED, AppealState.IN_ASSESSMENT, AppealState.FORWARDED})
ANSWERS = (
    AppealState.DECISION_STANDS,
    AppealState.GRANTED_BY_BODY,
    AppealState.SENT_BACK,
    AppealState.CHANGED_TO_HARM,
    AppealState.DISMISSED,
)
"""What the appeal body may answer, the usual first."""
APPEAL_CHANNELS = (
    Channel.LETTER,
    Channel.IN_PERSON,
    Channel.EMAIL,
    Channel.DIGITAL_MAILBOX,
    Channel.WEB_FORM,
)
"""How a written appeal can come."""
ASKS_FOR_VEDTAK = frozenset(
    {AppealState.GRANTED_BY_BODY, AppealState.CHANGED_TO_HARM, AppealState.SENT_BACK}
)


class NextStep(StrEnum):
    """The one thing to do with an appeal now."""

    ASSESS = "assess"
    DECIDE_LATE = "decide_late"
    CHANGE_OR_FORWARD = "change_or_forward"
    FINISH_VEDTAK = "finish_vedtak"
    WAIT_FOR_BODY = "wait_for_body"
    MAKE_VEDTAK = "make_vedtak"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, repr=False)
class AppealDraft:
    """What the form tells: when it came and was sent, from whom, what is wanted and why.

    `representative` is who complained in the person's place, None for the person.
    """

    received_on: date | None = None
    postmarked_on: date | None = None
    channel: Channel = Channel.LETTER
    representative: int | None = None
    wanted: str = ""
    grounds: str = ""
    signed: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class Appeal:
    """One appeal as it is today. `assessment` is what the office sent the appeal body."""

    id: int
    number: str
    vedtak: VedtakId
    draft: AppealDraft
    received_on: date
    state: AppealState
    since: date
    reason: str = ""
    assessment: str = ""

    def __repr__(self) -> str:
        return f"Appeal({self.number})"

    @property
    def sent_on(self) -> date:
        """The day that counts: handed to the post or sent, else the day it came (DL-04)."""
        return self.draft.postmarked_on or self.received_on


@dataclass(frozen=True, slots=True)
class AppealStateSince:
    """A state an appeal has had, from a day."""

    state: AppealState
    since: date
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Whether an appeal came in time (FV-13).

    `deadline` is None while the time to complain has not begun: then nothing is late.
    `barred` when it is late and more than a year has passed since the vedtak was made: then it
    can never be treated as an appeal (FV-14).
    """

    deadline: Deadline | None
    sent_on: date
    late: bool = False
    barred: bool = False


@dataclass(frozen=True, slots=True)
class EffectSince:
    """Whether the vedtak waits for the appeal, from a day, and why (FV-20)."""

    since: date
    deferred: bool
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReasonsDemand:
    """Reasons asked for, and when they went out and came (FV-12); `document` is the letter."""

    id: int
    demanded_on: date
    sent_on: date | None = None
    arrived_on: date | None = None
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class AppealRow:
    """An appeal in the list, with whose it is. `new_vedtak` is the one begun because of it."""

    id: int
    number: str
    vedtak: VedtakId
    vedtak_number: str
    application: ApplicationId
    applicant: PersonId
    applicant_name: str = field(repr=False)
    received_on: date
    state: AppealState
    since: date
    appeal_body: str
    new_vedtak: VedtakId | None = None
    new_issued: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class AppealLetter:
    """What the letters about an appeal say, gathered from the register.

    `documents` are the titles of what goes along, `evaluation` how the rules were seen to be met,
    in sentences; `copies` the names of who else gets the letter. `reason` is why it is dismissed,
    `appeal_period` how long one may complain of that, and `signed_appeal` whether one must sign.
    """

    appeal: Appeal
    vedtak: Vedtak
    sender: LetterFrom
    number: str
    person_name: str
    in_time: bool
    appeal_period: Period
    signed_appeal: bool = True
    reason: str = ""
    late_reason: str = ""
    assessment: str = ""
    documents: tuple[str, ...] = ()
    evaluation: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    deferred: bool | None = None
