"""What the sheet with a budget is made from."""

from dataclasses import dataclass, field

from app.debt.budget.model import Budget
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True)
class BudgetPaperDraft:
    """What the form tells: when they meet next, and a line of the officer's own.

    `to_send` False is handed over now.
    """

    next_meeting: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    to_send: bool = False


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
