"""The register of sources: one line for each indicator and each return (E10)."""

from datetime import date, datetime

from app.core.records import dataclass
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.snapshots.model import ReturnKind
from app.settings.model import OfficeProfile

RETURNS = tuple(
    each for each in ReturnKind if each not in {ReturnKind.QUARTER, ReturnKind.HALF_YEAR}
)
"""Those that count something of their own; a pack shows the indicators."""


@dataclass(frozen=True, slots=True)
class FigureSource:
    """What is known of one: the target it is held against, or the day it was last kept."""

    figure: Indicator | ReturnKind
    target: IndicatorTarget | None = None
    kept: date | None = None


@dataclass(frozen=True, slots=True)
class SourcePaper:
    """What the paper is made of; `began` is the first day the register knows of."""

    office: OfficeProfile
    issued: datetime
    sources: tuple[FigureSource, ...]
    began: date | None
