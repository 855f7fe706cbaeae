"""Whether someone can be given a municipal dwelling: criteria, facts and paragraphs."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.allocation.model import Reason, WaitingPlace
from app.applications.model import ApplicationRow
from app.core.ids import ApplicationId
from app.core.records import dataclass


class Criterion(StrEnum):
    """What is asked, in the order it is told."""

    LEGAL_STAY = "legal_stay"
    AGE = "age"
    RESIDENCE = "residence"
    DISADVANTAGED = "disadvantaged"
    NO_SUITABLE_HOME = "no_suitable_home"
    MEANS = "means"
    OLD_DEBT = "old_debt"
    QUARANTINE = "quarantine"
    SWAP_GROUND = "swap_ground"
    RENEWAL = "renewal"


class Met(StrEnum):
    """How a criterion stands; what nobody has told is not known, never not met."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"
    DISPENSED = "dispensed"


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion: how it stands, the fact it rests on (a code with its values), and its source.

    `code` names the sentence that tells it; `source` is the paragraph or the rule set's key.
    """

    criterion: Criterion
    met: Met
    code: str
    facts: dict[str, object] = field(default_factory=dict, repr=False)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why someone can or cannot get a dwelling, and stands where they stand, on a day.

    The same value is shown on the screen, printed in the vedtak and sent with an appeal.
    `rule_set` 0 is the program's proposal. `place` is None for one who is not on the list.
    """

    application: ApplicationId
    on: date
    rule_set: int
    rules_from: date
    rules_source: str
    criteria: tuple[CriterionResult, ...]
    place: WaitingPlace | None = None

    @property
    def eligible(self) -> bool | None:
        """True when all are met or dispensed, False when one is not met, None while not known."""
        found = {result.met for result in self.criteria}
        if Met.NOT_MET in found:
            return False
        return None if Met.NOT_KNOWN in found else True

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the place."""
        return () if self.place is None else self.place.reasons


@dataclass(frozen=True, slots=True)
class Turned:
    """One undecided case that another rule set would judge otherwise; as `Explanation.eligible`.

    `because` are the criteria that stand otherwise under the new set.
    """

    row: ApplicationRow
    before: bool | None
    after: bool | None
    because: tuple[CriterionResult, ...]


@dataclass(frozen=True, slots=True)
class Shifted:
    """One on the list whose rank another rule set would make another, and what parts it then."""

    row: ApplicationRow
    before: int
    after: int
    behind: Reason | None


@dataclass(frozen=True, slots=True)
class Effect:
    """Who would move if a rule set were adopted; nothing is saved by asking."""

    turned: tuple[Turned, ...]
    shifted: tuple[Shifted, ...]
    undecided: int
    waiting: int

    @property
    def nobody(self) -> bool:
        """Whether it would change nothing for anyone."""
        return not self.turned and not self.shifted


@dataclass(frozen=True, slots=True)
class Told:
    """One criterion or reason in words: about what, how it stands, the fact, and its source.

    `met` is None for a reason of a place.
    """

    title: str
    met: Met | None
    status: str
    words: str = field(repr=False)
    source: str = ""

    @property
    def line(self) -> str:
        """The same as one line of a letter."""
        status = f"{self.title}: {self.status}." if self.status else f"{self.title}."
        words = self.words.strip()
        if self.source:
            words = f"{words.removesuffix('.')} ({self.source})."
        return f"{status} {words}"
