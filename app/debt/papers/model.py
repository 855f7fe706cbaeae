"""Papers that show an economy (GJ-03): which, how each stands, and the letter that asks."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import DebtCaseId, PersonId
from app.core.records import dataclass
from app.decisions.model import LetterFrom


class DebtPaperKind(StrEnum):
    """What shows how the economy is (GJ-03), in the order it is asked for."""

    PAY_SLIPS = "pay_slips"
    ACCOUNT_PRINTS = "account_prints"
    TAX_RETURN = "tax_return"
    TAX_SETTLEMENT = "tax_settlement"
    LEASE = "lease"
    RENT_RECEIPTS = "rent_receipts"
    COSTS = "costs"
    LOAN_PAPERS = "loan_papers"
    BILLS = "bills"
    DEBT_REGISTER = "debt_register"


class DebtPaperState(StrEnum):
    """How one of them stands."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    COME = "come"
    NOT_NEEDED = "not_needed"

    @property
    def missing(self) -> bool:
        """Whether it is still to come."""
        return self in {DebtPaperState.NOT_ASKED, DebtPaperState.ASKED}


@dataclass(frozen=True, slots=True)
class DebtPaper:
    """One kind of paper as it stands on a day; `since` None while nothing was written of it.

    `letter` is the number of the letter that asks, empty when it was said aloud; `sent_on` the
    day the person was told.
    """

    kind: DebtPaperKind
    state: DebtPaperState = DebtPaperState.NOT_ASKED
    since: date | None = None
    answer_by: date | None = None
    letter: str = ""
    sent_on: date | None = None
    words: str = field(default="", repr=False)

    @property
    def missing(self) -> bool:
        """Whether it is still to come."""
        return self.state.missing

    def late(self, on: date) -> bool:
        """Whether the person was asked, and the day to bring it is over."""
        if self.state is not DebtPaperState.ASKED or self.sent_on is None:
            return False
        return self.answer_by is not None and self.answer_by < on

    @property
    def unsent(self) -> bool:
        """Whether the letter that asks for it has not gone out."""
        return self.state is DebtPaperState.ASKED and self.sent_on is None


@dataclass(frozen=True, slots=True)
class PapersDue:
    """A case where papers were to be here by a day."""

    case: DebtCaseId
    person: PersonId
    answer_by: date
    kinds: tuple[DebtPaperKind, ...]


@dataclass(frozen=True, slots=True)
class PaperLetterDraft:
    """What the letter asks for, by when, and a line of the officer's own."""

    kinds: frozenset[DebtPaperKind] = frozenset()
    answer_by: date | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class PaperLetter:
    """All that the print says."""

    kinds: tuple[DebtPaperKind, ...]
    answer_by: date | None
    words: str
    sender: LetterFrom
    number: str
