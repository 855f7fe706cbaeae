"""What the sheet with a budget is made from."""

from dataclasses import dataclass, field

from app.debt.budget.model import Budget
from app.debt.budget.offers import BudgetOffer
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True)
class BudgetPaperDraft:
    """What the form tells: when they meet next, and a line of the officer's own.

    `to_send` False is handed over now; `shares` shows how what is left may be shared.
    """

    next_meeting: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    to_send: bool = False
    shares: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class BudgetPaper:
    """All that the sheet says; `edition` counts those printed in the case."""

    budget: Budget
    name: str
    children: int
    sender: LetterFrom
    number: str
    edition: int
    draft: BudgetPaperDraft = BudgetPaperDraft()
    offers: tuple[BudgetOffer, ...] = ()
