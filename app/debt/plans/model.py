"""What is offered to creditors, what they answer, and the plan they are paid by. Whole øre."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.core.ids import CreditorId, DebtCaseId, DebtClaimId, DocumentId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.core.working_days import adjust
from app.debt.claims.model import AttachmentRank

NOTHING = Ore(0)


class ShareBasis(StrEnum):
    """How what is available is shared (GJ-29)."""

    PRO_RATA = "pro_rata"
    BY_RANK = "by_rank"


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim that takes part: what is owed, its rank, and a sum agreed before the others.

    `fixed` is what it gets each month whatever the others get: what keeps a home comes first.
    """

    claim: DebtClaimId
    owed: Ore
    rank: AttachmentRank = AttachmentRank.OTHER
    fixed: Ore | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What a claim gets of one month's money."""

    claim: DebtClaimId
    amount: Ore


@dataclass(frozen=True, slots=True)
class Run:
    """The same amount to a claim from one month to another, both counted from 1."""

    claim: DebtClaimId
    first: int
    last: int
    amount: Ore

    @property
    def total(self) -> Ore:
        """All of it."""
        return Ore(self.amount * (self.last - self.first + 1))


class ProposalReply(StrEnum):
    """What is answered to an offer for one claim."""

    YES = "yes"
    NO = "no"
    OTHER_SUM = "other_sum"


class PaymentPlanState(StrEnum):
    """Where a plan stands, from a day."""

    RUNNING = "running"
    COMPLETED = "completed"
    BROKEN = "broken"
    ENDED = "ended"


class Available(Protocol):
    """What a budget leaves for creditors each month, told by the budgets."""

    def available(self, case: DebtCaseId, on: date | None = None) -> Ore | None:
        """Whole øre a month, None while there is no budget."""
        ...


@dataclass(frozen=True, slots=True)
class Terms:
    """What is paid each month, to whom and from when.

    `fixed` are the sums that come before the others; `months` None until all is paid.
    """

    monthly: Ore | None = None
    basis: ShareBasis = ShareBasis.PRO_RATA
    first_on: date | None = None
    months: int | None = None
    claims: tuple[DebtClaimId, ...] = ()
    fixed: Mapping[DebtClaimId, Ore] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """What is offered to all of them at once."""

    terms: Terms = Terms()
    answer_by: date | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    """What was answered for one claim, from a day; `monthly` is the sum they ask for."""

    since: date
    reply: ProposalReply
    monthly: Ore | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ProposalShare:
    """One claim in an offer: owed that day, offered for the first month, and the answer."""

    id: int
    claim: DebtClaimId
    owed: Ore
    monthly: Ore
    fixed: Ore | None = None
    answer: ProposalAnswer | None = None


@dataclass(frozen=True, slots=True)
class PaymentProposal:
    """An offer to all creditors of a case, as it was made."""

    id: int
    case: DebtCaseId
    made_on: date
    monthly: Ore
    basis: ShareBasis
    first_on: date
    months: int | None
    answer_by: date
    words: str = field(repr=False)
    shares: tuple[ProposalShare, ...]

    @property
    def owed(self) -> Ore:
        """All that was owed."""
        return Ore(sum(each.owed for each in self.shares))

    @property
    def answered(self) -> bool:
        """Whether everybody has answered."""
        return all(each.answer is not None for each in self.shares)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What was agreed, out of an offer or by itself."""

    terms: Terms = Terms()
    agreed_on: date | None = None
    proposal: int | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PlanPayment:
    """What was paid on a claim."""

    id: int
    claim: DebtClaimId
    paid_on: date
    amount: Ore
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What falls due on one claim in one month; `moved_to` the last day it can be paid (DL-03)."""

    claim: DebtClaimId
    number: int
    due_on: date
    amount: Ore

    @property
    def moved_to(self) -> date:
        """The day, moved past days when nobody can pay."""
        return adjust(self.due_on)


@dataclass(frozen=True, slots=True)
class PlanClaim:
    """A claim in a plan: owed when it was agreed, and what falls to it."""

    id: int
    claim: DebtClaimId
    owed: Ore
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """What is paid to whom and when."""

    id: int
    case: DebtCaseId
    agreed_on: date
    first_on: date
    claims: tuple[PlanClaim, ...]
    state: PaymentPlanState
    state_since: date
    proposal: int | None = None
    words: str = field(default="", repr=False)
    document: DocumentId | None = None

    @property
    def months(self) -> int:
        """How many months it takes."""
        return max((run.last for each in self.claims for run in each.runs), default=0)

    @property
    def total(self) -> Ore:
        """All that is to be paid."""
        return Ore(sum(run.total for each in self.claims for run in each.runs))

    @property
    def running(self) -> bool:
        """Whether it holds."""
        return self.state is PaymentPlanState.RUNNING


@dataclass(frozen=True, slots=True)
class ClaimKeeping:
    """How one claim of a plan is paid on a day.

    `due` has come due before the day; `missing` is what is not paid of it, `since` the day after
    the first day that was missed. `next` is the part that comes, with what is left of it.
    """

    claim: DebtClaimId
    total: Ore
    paid: Ore
    due: Ore
    missing: Ore
    since: date | None = None
    next_on: date | None = None
    next_amount: Ore = NOTHING

    @property
    def left(self) -> Ore:
        """What is still to be paid by the plan."""
        return Ore(max(0, self.total - self.paid))


@dataclass(frozen=True, slots=True)
class PlanKeeping:
    """How a plan is kept on a day."""

    on: date
    claims: tuple[ClaimKeeping, ...]

    @property
    def paid(self) -> Ore:
        """All that was paid."""
        return Ore(sum(each.paid for each in self.claims))

    @property
    def missing(self) -> Ore:
        """All that has come due and is not paid."""
        return Ore(sum(each.missing for each in self.claims))

    @property
    def left(self) -> Ore:
        """All that is still to be paid."""
        return Ore(sum(each.left for each in self.claims))

    @property
    def next_on(self) -> date | None:
        """The next day something is to be paid."""
        return min((each.next_on for each in self.claims if each.next_on), default=None)


@dataclass(frozen=True, slots=True)
class PlanBreach:
    """What is missing of the plan that holds, from the day after it should have been paid."""

    case: DebtCaseId
    person: PersonId
    plan: int
    on: date
    since: date
    missing: Ore
    claims: tuple[DebtClaimId, ...]


class CreditorDueKind(StrEnum):
    """What somebody waits for."""

    OPENING_ANSWER = "opening_answer"
    PROPOSAL_ANSWER = "proposal_answer"
    PAUSE_ENDS = "pause_ends"
    PART_DUE = "part_due"


@dataclass(frozen=True, slots=True)
class CreditorDue:
    """A day of a case: an answer is due, a pause ends, something is to be paid."""

    case: DebtCaseId
    person: PersonId
    kind: CreditorDueKind
    day: date
    creditor: CreditorId | None = None
    amount: Ore = NOTHING


def fixed_field(claim: DebtClaimId) -> str:
    """The field of a sum that comes before the others."""
    return f"fixed_{claim}"
