"""The parts of the page about a tenancy's unpaid rent, and the letters that are made there."""

from app.arrears.model import Tenancy
from ui.parted_page import MakeDesk, PartSpec

PARTS: tuple[PartSpec[Tenancy], ...] = ()
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[Tenancy]] = {}
"""The letters made about unpaid rent, by the task that begins each."""
