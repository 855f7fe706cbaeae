"""A letter about unpaid rent: what the form fills, its sums, what it says, what came of many."""

from dataclasses import field
from datetime import date

from app.arrears.model import NOTHING, OpenCharge
from app.arrears.steps.model import ArrearsStepKind, Fee, LateInterest
from app.core.deadlines import Deadline
from app.core.ids import DocumentId, LeaseId
from app.core.money import Ore
from app.core.records import dataclass
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """What the form fills: the day it goes out, whether interest is claimed, and own words."""

    send_on: date | None = None
    claim_interest: bool = False
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ClaimPlan:
    """The sums of a letter. `claims` is the rent (main claim), `before` extras claimed earlier."""

    kind: ArrearsStepKind
    send_on: date
    claims: tuple[OpenCharge, ...]
    before: tuple[OpenCharge, ...]
    fee: Fee
    interest: LateInterest
    claim_interest: bool
    until: Deadline | None

    @property
    def principal(self) -> Ore:
        """The main claim."""
        return Ore(sum(each.left for each in self.claims))

    @property
    def new_interest(self) -> Ore:
        """Interest this letter claims."""
        return self.interest.unclaimed if self.claim_interest else NOTHING

    @property
    def extras(self) -> Ore:
        """What comes on top of the main claim (INK-03)."""
        return Ore(sum(each.left for each in self.before) + self.fee.amount + self.new_interest)

    @property
    def total(self) -> Ore:
        """All that is to be paid."""
        return Ore(self.principal + self.extras)


@dataclass(frozen=True, slots=True, repr=False)
class ArrearsLetter:
    """One letter. `address` is empty where none is shown; `creditor` is whose claim it is."""

    plan: ClaimPlan
    sender: LetterFrom
    number: str
    lease_number: str
    address: str
    creditor: str
    account: str = ""
    kid: str = ""
    words: str = ""
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotReminded:
    """One that got no letter; `code` says why."""

    lease: LeaseId
    number: str
    code: str


@dataclass(frozen=True, slots=True)
class RemindersMade:
    """What came of a round; `left` were not begun because the officer stopped it."""

    made: tuple[DocumentId, ...]
    not_made: tuple[NotReminded, ...]
    left: int = 0
