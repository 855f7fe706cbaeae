"""Settled households counted by year, and by how long they stayed. Pure (B17)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from app.core.ids import Ref
from app.core.periods import Period, Unit, add
from app.overview.cohorts.model import YEARS, Cohort, Cohorts, LeftWithin, SettledHome
from app.overview.figures.model import Figure


def cohorts(homes: Sequence[SettledHome], day: date) -> Cohorts:
    """Each household in the year it was settled; those settled later than the day are not there."""
    parts: dict[int, list[SettledHome]] = defaultdict(list)
    settled = [home for home in homes if home.settled_on <= day]
    for home in settled:
        parts[home.settled_on.year].append(home)
    years = (_cohort(year, parts[year], day) for year in sorted(parts, reverse=True))
    return Cohorts(day, tuple(years), _cohort(0, settled, day))


def _cohort(year: int, homes: Sequence[SettledHome], day: date) -> Cohort:
    left = [home for home in homes if not home.rents and home.left_on is not None]
    unknown = [home for home in homes if not home.rents and home.left_on is None]
    return Cohort(
        year=year,
        households=_figure("settled", homes),
        persons=sum(home.persons for home in homes),
        rents=_figure("rents", [home for home in homes if home.rents]),
        left=_figure("left", left),
        not_known=_figure("not_known", unknown),
        within=tuple(_within(years, homes, day) for years in YEARS),
    )


def _within(years: int, homes: Sequence[SettledHome], day: date) -> LeftWithin:
    """Of those known whose years have passed; who left earlier counts from that anniversary."""
    covered = [
        home
        for home in homes
        if (home.rents or home.left_on is not None) and _after(home, years) <= day
    ]
    out = [
        home
        for home in covered
        if not home.rents and home.left_on is not None and home.left_on < _after(home, years)
    ]
    return LeftWithin(years, _figure(f"left_{years}", out), len(covered))


def _after(home: SettledHome, years: int) -> date:
    return add(Period(years, Unit.YEARS), home.settled_on)


def _figure(key: str, homes: Iterable[SettledHome]) -> Figure:
    return Figure(key, tuple(Ref("application", home.application) for home in homes))
