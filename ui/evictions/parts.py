"""The parts of the page about one case, and the letters that are made there."""

from app.evictions.model import EvictionCase
from ui.parted_page import MakeDesk, PartSpec

PARTS: tuple[PartSpec[EvictionCase], ...] = ()
"""In the order they are shown."""

DESKS: dict[str, MakeDesk[EvictionCase]] = {}
"""The letters made in a case, by the task that begins each."""
