"""The parts of the page about one case, and the letters that are made there."""

from app.debt.model import DebtCase
from ui.debt.budget.desk import BUDGET_SHEET, BudgetDesk
from ui.debt.budget.part import BudgetView
from ui.debt.claims.part import ClaimsPart
from ui.debt.decision.desk import DEBT_VEDTAK, VedtakDesk
from ui.debt.decision.part import DecisionPart
from ui.debt.decision.waiting_desk import WAITING_LETTER, WaitingLetterDesk
from ui.debt.economy.desk import PAPERS_LETTER, PapersLetterDesk
from ui.debt.economy.part import EconomyPart
from ui.debt.request.part import RequestPart
from ui.debt.tasks import BUDGET, CLAIMS, DECISION, ECONOMY, REQUEST
from ui.parted_page import MakeDesk, PartSpec

PARTS: tuple[PartSpec[DebtCase], ...] = (
    PartSpec(REQUEST, "Henvendelsen", RequestPart),
    PartSpec(DECISION, "Vedtak", DecisionPart),
    PartSpec(ECONOMY, "Økonomien", EconomyPart),
    PartSpec(CLAIMS, "Gjeld", ClaimsPart),
    PartSpec(BUDGET, "Budsjett", BudgetView),
)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[DebtCase]] = {
    PAPERS_LETTER: PapersLetterDesk,
    BUDGET_SHEET: BudgetDesk,
    DEBT_VEDTAK: VedtakDesk,
    WAITING_LETTER: WaitingLetterDesk,
}
"""The letters made in a case, by the task that begins each."""
