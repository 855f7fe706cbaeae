"""Dwellings that are or will be vacant, month by month, against those who need one (P11)."""

from datetime import date
from enum import StrEnum

from app.core.ids import DwellingId
from app.core.records import dataclass

MONTHS = 6
"""How far ahead the office looks: this month and the five after."""


class VacancyCause(StrEnum):
    """Why a dwelling is or will be vacant."""

    VACANT = "vacant"
    TERM_ENDS = "term_ends"
    MOVE_ASKED = "move_asked"
    NOTICE_GIVEN = "notice_given"
    MAINTENANCE = "maintenance"


@dataclass(frozen=True, slots=True)
class Vacancy:
    """One dwelling; `day` None is vacant now or, while it is mended or left late, not known."""

    dwelling: DwellingId
    address: str
    bedrooms: int | None
    cause: VacancyCause
    day: date | None


@dataclass(frozen=True, slots=True)
class Coming:
    """A household that comes by agreement, and the bedrooms it needs."""

    bedrooms: int | None
    persons: int
    day: date | None


@dataclass(frozen=True, slots=True)
class SizeRow:
    """Dwellings of one size and those who need it; `bedrooms` None is a size nobody has told.

    `months` are counts for each month of the forecast. `settling` counts households that come
    within them or without a day.
    """

    bedrooms: int | None
    vacant: int
    months: tuple[int, ...]
    unknown: int
    waiting: int
    settling: int

    @property
    def homes(self) -> int:
        """Every dwelling that is or may become vacant."""
        return self.vacant + sum(self.months) + self.unknown

    @property
    def needed(self) -> int:
        """Every household that needs one."""
        return self.waiting + self.settling


@dataclass(frozen=True, slots=True)
class Forecast:
    """The whole of it: the months by their first day, the dwellings, the sums by size."""

    months: tuple[date, ...]
    vacancies: tuple[Vacancy, ...]
    sizes: tuple[SizeRow, ...]
    coming: tuple[int, ...]
