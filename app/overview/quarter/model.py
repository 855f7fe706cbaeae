"""What the strategic forum gets of a period, and in which edition (SD-10, A5, A9)."""

from datetime import date, datetime
from enum import StrEnum

from app.applications.model import TargetGroup
from app.core.records import dataclass
from app.core.report_periods import ReportPeriod
from app.overview.effect.model import Effect
from app.overview.figures.model import Figure
from app.overview.indicators.model import IndicatorSheet, Reading
from app.overview.small_numbers.model import CountTable
from app.overview.snapshots.model import Changed
from app.settings.model import OfficeProfile

MOST_WORDS = 6000
"""Letters in the officer's own text: two pages."""


class PackEdition(StrEnum):
    """For whom: with every number, or with small numbers held back."""

    INTERNAL = "internal"
    OUTSIDE = "outside"


class PackShape(StrEnum):
    """Pages to read, or slides to show."""

    PAGES = "pages"
    SLIDES = "slides"


@dataclass(frozen=True, slots=True)
class GroupNeed:
    """One main group: dwellings meant for it, who waits, and who got one in the period."""

    group: TargetGroup | None
    homes: int
    waiting: int
    allocated: int


@dataclass(frozen=True, slots=True)
class CasesEnded:
    """The eviction cases of a period: opened in it, and how those that ended in it ended."""

    opened: Figure
    kept: Figure
    lost: Figure


@dataclass(frozen=True, slots=True)
class PackPart:
    """A quarter of a longer period: what the longer one is the sum of."""

    allocated: tuple[tuple[TargetGroup | None, int], ...]
    opened: int
    kept: int
    lost: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class PeriodTables:
    """What the own pack of a period tells beside its cards, which no trend may undo.

    `waiting` are by main group on its last day, `matrix` from and to between the levels; `parts`
    its quarters where it has more than one.
    """

    period: ReportPeriod
    waiting: tuple[int, ...] = ()
    matrix: CountTable | None = None
    parts: tuple[PackPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """All of it, counted. What the register cannot tell of a period is None or empty.

    `earlier` is what has changed in the numbers of the period before since its pack was kept on
    `earlier_kept`. `tables` are of the eight periods of the trends, and `held` the cells that an
    edition which has left the office held back.
    """

    sheet: IndicatorSheet
    words: str
    effect: Effect | None
    need: tuple[GroupNeed, ...]
    cases: CasesEnded
    earlier: tuple[Changed, ...] = ()
    earlier_kept: date | None = None
    tables: tuple[PeriodTables, ...] = ()
    held: frozenset[str] = frozenset()

    @property
    def period(self) -> ReportPeriod:
        """What it is of."""
        return self.sheet.period


@dataclass(frozen=True, slots=True)
class PackPaper:
    """A pack to be printed. `least` is the smallest number told; 0 tells all."""

    office: OfficeProfile
    pack: Pack
    issued: datetime
    edition: PackEdition
    shape: PackShape
    least: int = 0


@dataclass(frozen=True, slots=True)
class FinishedPack:
    """The finished files of one edition, and the cells it holds back."""

    edition: PackEdition
    pages: bytes
    slides: bytes
    held: frozenset[str] = frozenset()
