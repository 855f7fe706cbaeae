"""How the work ended and what came of it (GJ-10), and the letter that says so."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DebtCaseId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.measures.model import NOTHING, DebtMeasure
from app.debt.model import DebtOutcome
from app.decisions.model import LetterFrom


class HomeResult(StrEnum):
    """What became of the home while the work went on."""

    NOT_ASKED = "not_asked"
    NEVER_THREATENED = "never_threatened"
    KEPT = "kept"
    CHANGED = "changed"
    LOST = "lost"


class StillOpen(StrEnum):
    """What is not done when a case is closed; told, never in the way."""

    VEDTAK = "vedtak"
    ANSWER = "answer"
    MEASURE = "measure"
    RENT = "rent"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class EndDraft:
    """How it ended, as a form holds it."""

    outcome: DebtOutcome | None = None
    since: date | None = None
    home: HomeResult = HomeResult.NOT_ASKED
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DebtEffect:
    """Rent owed to us when the request came and when the work ended, whole øre, and the home.

    None where the register holds no tenancy of the person.
    """

    since: date
    counted_from: date
    owed_before: Ore | None
    owed_after: Ore | None
    home: HomeResult

    @property
    def change(self) -> Ore | None:
        """What is owed less than before; below zero when it is more. None without both."""
        if self.owed_before is None or self.owed_after is None:
            return None
        return Ore(self.owed_before - self.owed_after)


@dataclass(frozen=True, slots=True)
class FarewellDraft:
    """What the closing letter says beside what the register knows.

    `agreed` is what we came to, `goes_on` what the person must see to: one thing on each line.
    """

    agreed: str = field(default="", repr=False)
    goes_on: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class FarewellPaper:
    """All that the closing letter says."""

    draft: FarewellDraft
    sender: LetterFrom
    number: str
    case: DebtCaseId
    case_number: str
    started_on: date | None
    closed_on: date
    outcome: DebtOutcome
    effect: DebtEffect | None = None
    measures: tuple[DebtMeasure, ...] = ()
    settlement_until: date | None = None
    plan_left: Ore = NOTHING
