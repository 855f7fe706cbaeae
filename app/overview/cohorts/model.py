"""Refugees by the year they were settled (B12, B17). Nobody is named."""

from datetime import date

from app.core.records import dataclass
from app.overview.figures.model import Figure

YEARS = (1, 2, 3)
"""After how many years it is looked at; three is the goal of SD-05."""


@dataclass(frozen=True, slots=True)
class SettledHome:
    """A settled household: the day it came, and its time in municipal housing.

    `rents` while it has a lease that runs; `left_on` the last day of the last one; both empty
    where no lease of the household is known.
    """

    application: int
    persons: int
    settled_on: date
    rents: bool = False
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class LeftWithin:
    """Households out of municipal housing within so many years, of those whom the years cover."""

    years: int
    left: Figure
    of: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those settled in one year: who rents still, who has left, and whose lease is not known.

    The three add up to `households`.
    """

    year: int
    households: Figure
    persons: int
    rents: Figure
    left: Figure
    not_known: Figure
    within: tuple[LeftWithin, ...]


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Every year on a day, the newest first, and all of them together."""

    day: date
    years: tuple[Cohort, ...]
    total: Cohort
