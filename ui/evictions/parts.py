"""The parts of the page about one case, and the letters that are made there."""

from app.evictions.model import EvictionCase
from ui.evictions.log.part import LOG, LogPart
from ui.evictions.standing.part import StandingPart
from ui.parted_page import MakeDesk, PartSpec

CASE = "case"
PARTS: tuple[PartSpec[EvictionCase], ...] = (
    PartSpec(CASE, "Saken", StandingPart),
    PartSpec(LOG, "Kontakt og hendelser", LogPart),
)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[EvictionCase]] = {}
"""The letters made in a case, by the task that begins each."""
