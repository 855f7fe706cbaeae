"""The letters of an application and its clocks, as the office knows them."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.applications.intake.model import PaperKind
from app.applications.model import AnswerClock, Channel, Clocked, Delay
from app.core.ids import ApplicationId, DocumentId
from app.core.records import dataclass
from app.letters.model import DocumentKind


class LetterKind(StrEnum):
    """What is written to an applicant beside the preliminary reply and the vedtak."""

    RECEIPT = "receipt"
    DELAY_NOTICE = "delay_notice"
    MISSING_PAPERS = "missing_papers"
    LAPSE_WARNING = "lapse_warning"
    STILL_NEED = "still_need"

    @property
    def document(self) -> DocumentKind:
        """What it is among all documents."""
        return DocumentKind(self.value)

    @property
    def verb(self) -> str:
        """What issuing it is called in the history."""
        return f"{self.value}.issued"


@dataclass(frozen=True, slots=True, repr=False)
class LetterDraft:
    """What the officer decides about a letter.

    `day` is the one that the letter tells: of the answer, of the papers, of the lapse, of the
    reply. `delay` and `reason` are for a delay notice, `papers` for what is still missing.
    """

    kind: LetterKind
    day: date | None = None
    delay: Delay | None = None
    reason: str = ""
    papers: tuple[PaperKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A day that a letter told. `sent_on` is None while the letter lies here, or has come back."""

    kind: DocumentKind
    since: date
    told_day: date
    document: DocumentId | None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """«Behovet gjelder fortsatt»: the day the person said so, and how."""

    since: date
    channel: Channel
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the clocks of one application are counted from, the oldest notice first."""

    notices: tuple[Notice, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """The day we have said that the answer comes; `passed` when it has been and no answer did."""

    notice: Notice
    act_by: date
    passed: bool


@dataclass(frozen=True, slots=True)
class PapersDue:
    """Papers that were asked for in a letter: `due` is the moved day, for it is the citizen's."""

    notice: Notice
    due: date
    passed: bool


@dataclass(frozen=True, slots=True)
class Validity:
    """How long an application holds, from it came or the need was last confirmed.

    `counted_day` is the day it is counted to; `lapse_on` the moved one, through which the person
    can still keep it. `warn_on` is ours to keep, so it is never after its own counted day.
    """

    heard_on: date
    counted_day: date
    lapse_on: date
    warn_on: date
    warning: Notice | None = None

    @property
    def warned_on(self) -> date | None:
        """The day the warning was sent."""
        return self.warning.sent_on if self.warning else None


@dataclass(frozen=True, slots=True)
class ApplicationClock:
    """Every clock of one application as it is on a day.

    `decision_days` run from received to the vedtak; `asked` is the newest still-need letter.
    """

    application: ApplicationId
    received_on: date
    days_waiting: int
    answer: AnswerClock
    promise: Promise | None = None
    decided_on: date | None = None
    decision_days: int | None = None
    papers: PapersDue | None = None
    validity: Validity | None = None
    confirmed_on: date | None = None
    asked: Notice | None = None
    receipt: Notice | None = None


@dataclass(frozen=True, slots=True)
class NotMade:
    """One that got no letter in the sweep, and why: a code that can be worded."""

    application: ApplicationId
    number: str
    code: str


@dataclass(frozen=True, slots=True)
class SweepResult:
    """How the sweep went. `left` were not reached when the officer stopped it."""

    made: int
    not_made: tuple[NotMade, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Ticking:
    """An open application with the clocks that I dag and the sweep look at."""

    row: Clocked
    promise: Promise | None
    papers: PapersDue | None
    validity: Validity | None
    heard_on: date
    asked: Notice | None

    @property
    def last_sign(self) -> date:
        """The newest day that it was heard of, or was asked about."""
        return max(self.heard_on, self.asked.since) if self.asked else self.heard_on
