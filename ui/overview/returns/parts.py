"""The returns that the page shows, in their order."""

from ui.overview.returns.kostra_part import KostraPart
from ui.overview.returns.part import ReturnPart
from ui.overview.returns.table_parts import (
    AdvicePart,
    EvictionsPart,
    HomelessPart,
    HusbankenPart,
    NeedsPart,
)

PARTS: tuple[type[ReturnPart], ...] = (
    KostraPart,
    HusbankenPart,
    EvictionsPart,
    AdvicePart,
    NeedsPart,
    HomelessPart,
)
