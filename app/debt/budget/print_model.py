"""What the sheet with a budget is made from."""

from app.core.records import dataclass
from app.debt.budget.model import Budget, BudgetOffer, BudgetPaperDraft
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True, repr=False)
class BudgetPaper:
    """All that the sheet says; `edition` counts those printed in the case."""

    budget: Budget
    name: str
    children: int
    sender: LetterFrom
    number: str
    edition: int
    draft: BudgetPaperDraft
    offers: tuple[BudgetOffer, ...] = ()
