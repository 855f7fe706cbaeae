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
from ui.debt.log.desk import CLOSING_LETTER, ClosingDesk
from ui.debt.log.part import DebtLogPart
from ui.debt.measures.desk import NAMSFOGD_OVERVIEW, OverviewDesk
from ui.debt.measures.part import MeasuresPart
from ui.debt.plan.opening_desk import OpeningDesk
from ui.debt.plan.part import PlanPart
from ui.debt.plan.plan_desk import PlanDesk
from ui.debt.plan.proposal_desk import ProposalDesk
from ui.debt.plan.tasks import OFFER_LETTERS, OPENING_LETTERS, PLAN_PAPER
from ui.debt.request.part import RequestPart
from ui.debt.tasks import (
    BUDGET,
    CLAIMS,
    DECISION,
    ECONOMY,
    LOG,
    MEASURES,
    PLAN,
    REQUEST,
)
from ui.parted_page import MakeDesk, PartSpec

PARTS: tuple[PartSpec[DebtCase], ...] = (
    PartSpec(REQUEST, "Henvendelsen", RequestPart),
    PartSpec(DECISION, "Vedtak", DecisionPart),
    PartSpec(ECONOMY, "Økonomien", EconomyPart),
    PartSpec(CLAIMS, "Gjeld", ClaimsPart),
    PartSpec(BUDGET, "Budsjett", BudgetView),
    PartSpec(PLAN, "Kreditorer og plan", PlanPart),
    PartSpec(MEASURES, "Tiltak", MeasuresPart),
    PartSpec(LOG, "Samtaler og avslutning", DebtLogPart),
)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[DebtCase]] = {
    PAPERS_LETTER: PapersLetterDesk,
    BUDGET_SHEET: BudgetDesk,
    DEBT_VEDTAK: VedtakDesk,
    WAITING_LETTER: WaitingLetterDesk,
    OPENING_LETTERS: OpeningDesk,
    OFFER_LETTERS: ProposalDesk,
    PLAN_PAPER: PlanDesk,
    NAMSFOGD_OVERVIEW: OverviewDesk,
    CLOSING_LETTER: ClosingDesk,
}
"""The letters made in a case, by the task that begins each."""
