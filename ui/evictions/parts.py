"""The parts of the page about one case, and the letters that are made there."""

from app.evictions.model import EvictionCase
from ui.evictions.aftercare.desk import AFTERCARE_LETTER, AftercareLetterDesk
from ui.evictions.aftercare.part import AFTERCARE, AftercarePart
from ui.evictions.log.part import LOG, LogPart
from ui.evictions.standing.part import StandingPart
from ui.evictions.units.desk import UNIT_NOTES, UnitNotesDesk
from ui.evictions.units.part import UNITS, UnitsPart
from ui.parted_page import MakeDesk, PartSpec

CASE = "case"
PARTS: tuple[PartSpec[EvictionCase], ...] = (
    PartSpec(CASE, "Saken", StandingPart),
    PartSpec(UNITS, "Enhetene", UnitsPart),
    PartSpec(LOG, "Kontakt og hendelser", LogPart),
    PartSpec(AFTERCARE, "Etterpå", AftercarePart),
)
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[EvictionCase]] = {
    UNIT_NOTES: UnitNotesDesk,
    AFTERCARE_LETTER: AftercareLetterDesk,
}
"""The letters made in a case, by the task that begins each."""
