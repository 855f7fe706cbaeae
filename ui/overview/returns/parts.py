"""The returns that the page shows, in their order."""

from ui.overview.returns.kostra_part import KostraPart
from ui.overview.returns.part import ReturnPart

PARTS: tuple[type[ReturnPart], ...] = (KostraPart,)
