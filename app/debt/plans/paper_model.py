"""What letters to creditors and the printed plan say, gathered from the register."""

from datetime import date

from app.core.money import Ore
from app.core.records import dataclass
from app.debt.plans.model import PaymentPlan, PaymentProposal
from app.decisions.model import LetterFrom

NOTHING = Ore(0)


@dataclass(frozen=True, slots=True, repr=False)
class ClaimLine:
    """A claim as a letter tells of it; `monthly`, `months` and `total` are what is offered.

    `first` is the day of its first payment, None where nothing is offered. `monthly` is what it
    begins with.
    """

    creditor: str
    reference: str
    owed: Ore
    monthly: Ore = NOTHING
    months: int = 0
    total: Ore = NOTHING
    first: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class OpeningPaper:
    """What the first letter to a creditor says; `agreed_on` is the day of the consent."""

    sender: LetterFrom
    number: str
    name: str
    born: date | None
    agreed_on: date
    lines: tuple[ClaimLine, ...]
    answer_by: date
    pause_until: date
    words: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class ProposalPaper:
    """What an offer to one creditor says; nothing of what the others are owed."""

    sender: LetterFrom
    number: str
    name: str
    born: date | None
    agreed_on: date
    lines: tuple[ClaimLine, ...]
    proposal: PaymentProposal
    months: int
    first_covered: bool = False

    @property
    def first_on(self) -> date | None:
        """The day this creditor gets something for the first time; others may come before."""
        return min((each.first for each in self.lines if each.first), default=None)

    @property
    def left(self) -> Ore:
        """What is still owed to this creditor when the months are over."""
        return Ore(sum(each.owed - each.total for each in self.lines))


@dataclass(frozen=True, slots=True, repr=False)
class PlanLine:
    """What the plan says of one claim: to whom, where to, and how much from when to when."""

    to: str
    owed: Ore
    account: str
    reference: str
    steps: tuple[tuple[date, date, Ore], ...]


@dataclass(frozen=True, slots=True, repr=False)
class PlanPaper:
    """What the printed plan says."""

    sender: LetterFrom
    number: str
    plan: PaymentPlan
    lines: tuple[PlanLine, ...]
    months: tuple[tuple[date, date, Ore], ...]
