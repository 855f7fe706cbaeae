"""Prior notice as the office knows it: what it is about, and what was answered."""

from dataclasses import field
from datetime import date

from app.core.ids import VedtakId
from app.core.records import dataclass
from app.decisions.model import LetterFrom, Vedtak


@dataclass(frozen=True, slots=True, repr=False)
class NoticeDraft:
    """What the form fills: what the case is about, what the person may tell, the last day."""

    about: str = ""
    needed: str = ""
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class PriorNotice:
    """One notice. `weighed_on` is the day the office read the answer, or its absence."""

    id: int
    vedtak: VedtakId
    issued_on: date
    about: str = field(repr=False)
    needed: str = field(repr=False)
    answer_by: date
    answered_on: date | None = None
    answer: str = field(default="", repr=False)
    weighed_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoticeDue:
    """A notice whose last day has passed and that nobody has weighed, with whose it is."""

    id: int
    vedtak: VedtakId
    answer_by: date
    name: str = field(repr=False)
    answered: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class NoticeLetter:
    """What the letter says, gathered from the register."""

    vedtak: Vedtak
    draft: NoticeDraft
    sender: LetterFrom
    number: str
    copies: tuple[str, ...] = ()
