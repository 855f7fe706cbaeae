"""A budget on its sheet, in both languages, with every kind of line."""

from dataclasses import replace

from app.core.ids import BudgetId
from app.core.text import Language
from app.debt.budget import rules
from app.debt.budget.model import BudgetChange, BudgetPaperDraft, BudgetVersion, LivingBasis
from app.debt.budget.print_model import BudgetPaper
from app.debt.budget.prints import budget_sheet
from app.debt.economy.model import Economy
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.settings.rule_files import load_parameters
from tests.app.debt.budget.household import CASE, DAY, marit
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

RULES = load_parameters()
NEXT = BudgetPaperDraft("Tirsdag 12. januar 2027 kl. 9. Ta med brevet fra Kraftlaget.")


def paper(
    language: Language = Language.NB,
    economy: Economy | None = None,
    changes: tuple[BudgetChange, ...] = (),
    living: LivingBasis = LivingBasis.RATES,
    **others: object,
) -> BudgetPaper:
    """Ready to be handed over."""
    version = BudgetVersion(BudgetId(1), CASE, "Nå", DAY, DAY, living, changes=changes)
    known = economy or marit()
    budget = rules.compose(version, known, RULES, DAY)
    sender = LetterFrom(a_profile(), "Siri Testmo", "rådgiver", (), ISSUED, language)
    children = len(known.household.children) if known.household else 0
    made = BudgetPaper(budget, "Marit Sølvberg", children, sender, "B-2026-14", 3, NEXT)
    return replace(made, **others)  # type: ignore[arg-type]  # the paper's own fields


def printed(known: BudgetPaper) -> Document:
    """As it is printed."""
    return budget_sheet(known, load_text("budget", known.sender.language.value, DAY))
