"""The parts of the page about one case, and the letters that are made there."""

from app.debt.model import DebtCase
from ui.debt.claims.part import ClaimsPart
from ui.debt.economy.desk import PAPERS_LETTER, PapersLetterDesk
from ui.debt.economy.part import EconomyPart
from ui.debt.request.part import RequestPart
from ui.debt.tasks import CLAIMS, ECONOMY, REQUEST
from ui.parted_page import MakeDesk, PartSpec

PARTS: tuple[PartSpec[DebtCase], ...] = (
    PartSpec(REQUEST, "Henvendelsen", RequestPart),
    PartSpec(ECONOMY, "Økonomien", EconomyPart),
    PartSpec(CLAIMS, "Gjeld", ClaimsPart),
)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[DebtCase]] = {PAPERS_LETTER: PapersLetterDesk}
"""The letters made in a case, by the task that begins each."""
