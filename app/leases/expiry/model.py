"""The term of a lease as the office follows it."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.core.deadlines import Deadline
from app.core.ids import ApplicationId, LeaseId, VedtakId
from app.core.records import dataclass
from app.decisions.model import LetterFrom, VedtakResult
from app.leases.model import LeaseKind
from app.letters.model import DocumentKind


class StepKind(StrEnum):
    """What a step of the ladder is for."""

    BEGINS = "begins"
    HALF_WAY = "half_way"
    EXIT_PLAN = "exit_plan"
    DECIDE = "decide"
    TELL = "tell"
    LAST_DAY = "last_day"
    ASK_TO_MOVE = "ask_to_move"
    LAST_SAFE_DAY = "last_safe_day"
    OPEN_ENDED = "open_ended"


class Timing(StrEnum):
    """Whether a request to move can be made on a day (HL-42)."""

    NOT_YET = "not_yet"
    IN_TIME = "in_time"
    RISKY = "risky"
    TOO_LATE = "too_late"

    @classmethod
    def on(cls, window: Deadline, today: date) -> "Timing":
        """From the last day of the term to the last safe day; then with risk as long as either
        reading of the law leaves time (DOC-16).
        """
        if today < window.start:
            return cls.NOT_YET
        if today <= window.last_safe_day:
            return cls.IN_TIME
        return cls.RISKY if today <= window.moved else cls.TOO_LATE


class Fate(StrEnum):
    """What becomes of the lease when nobody does anything.

    `unsure`: asked to move after the counted day, on one the law may or may not give (O11).
    """

    RUNS_ON = "runs_on"
    WILL_TURN = "will_turn"
    TURNS = "turns"
    TURNED = "turned"
    ASKED = "asked"
    UNSURE = "unsure"
    FOLLOWED = "followed"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its day, the letter that is ready then, and whether it is done."""

    kind: StepKind
    on: date
    letter: DocumentKind | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """What the register knows of a term.

    `asked_on` the day a request to move went out, `told_on` the days the tenant was written to
    before the end, `granted` that the renewal was, `ended_on` the last day it was ended to.
    """

    start: date | None
    end: date | None
    refugee: bool = False
    renewal_begun: bool = False
    renewal_decided: bool = False
    granted: bool = False
    followed_on: date | None = None
    asked_on: date | None = None
    ended_on: date | None = None
    told_on: tuple[date, ...] = ()
    reviewed_on: date | None = None
    exit_planned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps of one term in order; `window` is how long a request to move is in time."""

    steps: tuple[Step, ...]
    window: Deadline | None
    fate: Fate

    @property
    def last_safe_day(self) -> date | None:
        """The last working day on which a request to move is in time, whoever is right (O11)."""
        return self.window.last_safe_day if self.window else None

    @property
    def turns_on(self) -> date | None:
        """The first day it is open-ended by itself; None when it will not be."""
        found = (step.on for step in self.steps if step.kind is StepKind.OPEN_ENDED)
        return next(found, None)

    def timing(self, today: date) -> Timing | None:
        """Whether a request to move is right on a day; None for a lease without a last day."""
        return None if self.window is None else Timing.on(self.window, today)

    def now(self, today: date) -> Step | None:
        """The step that stands to be done: the latest reached, if it is not."""
        reached = [step for step in self.steps if step.on <= today]
        return reached[-1] if reached and not reached[-1].done else None

    def coming(self, today: date) -> Step | None:
        """The next step after today."""
        return next((step for step in self.steps if step.on > today), None)


class ReviewKind(StrEnum):
    """What was talked about."""

    HALF_WAY = "half_way"
    EXIT_PLAN = "exit_plan"


class Recommendation(StrEnum):
    """What the talk points to; it decides nothing."""

    RENEW = "renew"
    NOT_RENEW = "not_renew"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, repr=False)
class ReviewDraft:
    """What the officer writes after the talk."""

    kind: ReviewKind = ReviewKind.HALF_WAY
    held_on: date | None = None
    recommendation: Recommendation | None = None
    findings: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One talk; `next_step` is the household's next step on the market (D11)."""

    id: int
    lease: LeaseId
    kind: ReviewKind
    held_on: date
    recommendation: Recommendation
    findings: str = field(repr=False)
    next_step: str = field(default="", repr=False)


class DueReview(NamedTuple):
    """A talk that should have been since a day, and the day after which it is too late."""

    lease: LeaseId
    kind: ReviewKind
    since: date
    until: date


class RunningTerm(NamedTuple):
    """A fixed term that runs: what decides when one talks about it."""

    id: LeaseId
    kind: LeaseKind
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Renewal:
    """A request to stay after the term, and the vedtak that answers it (FV-25)."""

    application: ApplicationId
    number: str
    received_on: date
    vedtak: VedtakId | None = None
    vedtak_number: str = ""
    result: VedtakResult | None = None
    issued_on: date | None = None

    @property
    def decided(self) -> bool:
        """Whether it was answered with yes or no."""
        return self.issued_on is not None and self.result is not VedtakResult.DISMISSED

    @property
    def granted(self) -> bool:
        """Whether the tenant may stay."""
        return self.decided and self.result is not None and self.result.grants


@dataclass(frozen=True, slots=True, repr=False)
class TermLetterDraft:
    """What the form fills: the day the letter names, and own words."""

    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class TermLetter:
    """What a letter about the end of a term says, gathered from the register.

    `home` is empty where the address is not shown; `refusal` is the number of the vedtak that
    said no to a new term.
    """

    sender: LetterFrom
    number: str
    lease_number: str
    home: str
    end: date
    draft: TermLetterDraft
    refusal: str = ""
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class ReviewSheet:
    """What the sheet for a talk shows of the lease."""

    sender: LetterFrom
    kind: ReviewKind
    lease_number: str
    tenant_name: str
    home: str
    start: date
    end: date
