"""Vedtak on economic advice: drafts that can change, and issued ones that never do."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.applications.model import Delay
from app.core.ids import DebtCaseId, DebtDecisionId, DocumentId, OfficerId
from app.core.records import dataclass
from app.decisions.appeal_prints import AppealRight
from app.decisions.appeals.model import AppealDraft, AppealState
from app.decisions.model import LetterFrom, VedtakState


class DebtRefusal(StrEnum):
    """Why the answer may be no (SOT-02): a closed list.

    Too few hands is no ground, nor papers that are missing: then one waits, with a vedtak that
    says for how long (F12).
    """

    OTHER_MUNICIPALITY = "other_municipality"
    NO_PROBLEM = "no_problem"
    HELPED_ALREADY = "helped_already"
    FOR_A_BUSINESS = "for_a_business"
    OTHER_SERVICE = "other_service"


class WaitingLevel(StrEnum):
    """How long somebody has been without a vedtak, by the municipality's own days (F12)."""

    NONE = "none"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True, slots=True, repr=False)
class DebtVedtakDraft:
    """What the form fills. Reasons stand in three blocks (FV-09).

    `starts_on` is the day it begins, `start_text` why then; `change_text` why it takes the place
    of another.
    """

    granted: bool = True
    ground: DebtRefusal | None = None
    starts_on: date | None = None
    start_text: str = ""
    rules_text: str = ""
    facts_text: str = ""
    considerations_text: str = ""
    wishes_text: str = ""
    guidance_text: str = ""
    legal_basis: str = ""
    legal_paragraph: str = ""
    appeal_body: str = ""
    appeal_weeks: int | None = None
    change_text: str = ""

    @property
    def reasons(self) -> tuple[str, str, str]:
        """Rules, facts and what weighed most, in that order."""
        return self.rules_text, self.facts_text, self.considerations_text


@dataclass(frozen=True, slots=True, repr=False)
class DebtVedtak:
    """One vedtak. `issued_on` None while it is a draft; `document` the letter that is kept.

    `rule_versions` are the parameters used, each with the day its version began.
    """

    id: DebtDecisionId
    number: str
    case: DebtCaseId
    draft: DebtVedtakDraft
    state: VedtakState
    state_since: date
    issued_on: date | None
    officer: OfficerId
    drafted_on: date
    replaces: DebtDecisionId | None = None
    document: DocumentId | None = None
    rule_versions: tuple[tuple[str, date], ...] = ()

    def __repr__(self) -> str:
        return f"DebtVedtak({self.number})"

    @property
    def holds(self) -> bool:
        """Whether it is issued and nothing has taken its place."""
        return self.state is VedtakState.ISSUED


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """The blocks of the reasons as the register has them, to be edited (FV-09)."""

    rules: str = ""
    facts: str = ""
    considerations: str = ""
    start: str = ""
    act: str = ""
    paragraph: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class DebtVedtakLetter:
    """All that the letter with a vedtak says, gathered from the register.

    `started_on` is the day the work began before the vedtak; `copies` names who else gets it.
    """

    vedtak: DebtVedtak
    sender: LetterFrom
    received_on: date
    right: AppealRight
    started_on: date | None = None
    replaces: DebtVedtak | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waits:
    """Somebody without a vedtak past the first of the office's days.

    `last_by_law` is the last day for a first answer (FV-02), `told_on` the day one was sent.
    """

    case: DebtCaseId
    number: str
    received_on: date
    days: int
    level: WaitingLevel
    acute: bool
    last_by_law: date
    told_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class WaitingDraft:
    """What the officer decides of a letter to one who waits (FV-02).

    `answer_by` is the day of the answer, or of the start where it is granted.
    """

    answer_by: date | None = None
    delay: Delay | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WaitingLetter:
    """One that was made; `sent_on` None while it lies under «Skal sendes»."""

    issued_on: date
    answer_by: date
    delay: Delay | None
    reason: str = field(repr=False)
    document: DocumentId | None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class WaitingPaper:
    """All that such a letter says; `granted` where the help is, and only the start waits."""

    draft: WaitingDraft
    answer_by: date
    sender: LetterFrom
    number: str
    received_on: date
    granted: bool = False
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class DebtAppeal:
    """A complaint about a vedtak, as it stands today (FV-15)."""

    id: int
    number: str
    decision: DebtDecisionId
    draft: AppealDraft
    received_on: date
    state: AppealState
    since: date
    reason: str = ""

    def __repr__(self) -> str:
        return f"DebtAppeal({self.number})"

    @property
    def sent_on(self) -> date:
        """The day that counts: handed to the post or sent, else the day it came (DL-04)."""
        return self.draft.postmarked_on or self.received_on
