"""The parts of the page about one case, and the letters that are made there."""

from app.debt.model import DebtCase
from ui.debt.request.part import RequestPart
from ui.debt.tasks import REQUEST
from ui.parted_page import MakeDesk, PartSpec

PARTS: tuple[PartSpec[DebtCase], ...] = (PartSpec(REQUEST, "Henvendelsen", RequestPart),)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[DebtCase]] = {}
"""The letters made in a case, by the task that begins each."""
