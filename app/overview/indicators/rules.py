"""Values from what was counted, and how they stand to their targets. Pure (E11)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import ceil
from statistics import median

from app.core.errors import Problem
from app.core.ids import DwellingId, Ref
from app.core.report_periods import ReportPeriod
from app.dwellings.model import DwellingStatus
from app.overview.figures.model import Figure
from app.overview.indicators.model import (
    MOST_PERCENT,
    MOST_TARGET,
    Indicator,
    IndicatorTarget,
    IndicatorVerdict,
    Reading,
)

NEAR_PERCENT = 30
"""So far from its target a value is still «nær»."""
_EMPTY = (DwellingStatus.READY, DwellingStatus.MAINTENANCE)

StatusRow = tuple[DwellingId, date, DwellingStatus]
"""A dwelling has a status from a day."""
Stretch = tuple[DwellingId, date, date]
"""A dwelling, the day it stood empty from and the day it was let again."""


def day_problems(day: date, today: date) -> Iterable[Problem]:
    """A period that has not begun has no values."""
    if day > today:
        yield Problem("period", "day_in_future", remedy=today)


def unknown(indicator: Indicator, *, before_register: bool = False) -> Reading:
    """Nothing to measure."""
    return Reading(indicator, None, Figure(indicator.value), before_register=before_register)


def counted(indicator: Indicator, behind: Iterable[Ref], value: int | None = None) -> Reading:
    """So many cases, or what they sum up to."""
    figure = Figure(indicator.value, tuple(dict.fromkeys(behind)), value)
    return Reading(indicator, figure.count, figure)


def share(indicator: Indicator, part: Iterable[Ref], whole: Iterable[Ref]) -> Reading:
    """A part of a whole, in whole per cent; not known of nothing."""
    figure = Figure(indicator.value, tuple(dict.fromkeys(part)))
    all_of = Figure(f"{indicator.value}_of", tuple(dict.fromkeys(whole)))
    value = percent(figure.count, all_of.count) if all_of.count else None
    return Reading(indicator, value, figure, all_of)


def percent(part: int, whole: int) -> int:
    """Whole per cent, half up; all and none are said only of all and none."""
    rounded = (200 * part + whole) // (2 * whole)
    if part < whole:
        rounded = min(rounded, MOST_PERCENT - 1)
    return max(rounded, 1) if part else 0


def middle(indicator: Indicator, days: Mapping[Ref, int]) -> Reading:
    """The median of days, half up; not known of nothing."""
    if not days:
        return unknown(indicator)
    value = int(median(days.values()) + 0.5)
    return Reading(indicator, value, Figure(indicator.value, tuple(days), value))


def disposed(rows: Iterable[StatusRow], day: date) -> tuple[DwellingId, ...]:
    """The dwellings there were on a day: known by then and not given up."""
    newest = {dwelling: status for dwelling, since, status in rows if since <= day}
    return tuple(each for each, status in newest.items() if status is not DwellingStatus.RETIRED)


def empty_stretches(rows: Iterable[StatusRow], first: date, last: date) -> tuple[Stretch, ...]:
    """Those that ended with a new tenant in the period; repair counts, other hindrances do not.

    `rows` are every status by dwelling and day. One that was let the day it was registered has
    not stood empty.
    """
    found: list[Stretch] = []
    for dwelling, statuses in groupby(rows, key=lambda row: row[0]):
        began: date | None = None
        known: date | None = None
        for _, since, status in statuses:
            known = known or since
            if status in _EMPTY:
                began = began or since
                continue
            let = status is DwellingStatus.LET and first <= since <= last
            if let and began is not None and since > known:
                found.append((dwelling, began, since))
            began = None
    return tuple(found)


def in_force(rows: Sequence[IndicatorTarget], indicator: Indicator, day: date) -> int | None:
    """The target on a day; of two from the same day the one told last."""
    found = (each for each in reversed(rows) if each.indicator is indicator and each.since <= day)
    row = next(found, None)
    return None if row is None else row.target


def target_of(
    rows: Sequence[IndicatorTarget], indicator: Indicator, period: ReportPeriod
) -> int | None:
    """The target of a period: of its last day, and of as many quarters as it has if summed."""
    target = in_force(rows, indicator, period.last)
    if target is None or not indicator.summed:
        return target
    return target * period.quarters


def aim_of(
    indicator: Indicator, period: ReportPeriod, target: int | None, today: date
) -> int | None:
    """What should be reached so far: of a sum that still grows, the part of the days gone."""
    if target is None or not indicator.summed or not period.runs(today):
        return target
    gone = (today - period.first).days + 1
    whole = (period.last - period.first).days + 1
    return ceil(target * gone / whole)


def verdict(indicator: Indicator, value: int | None, aim: int | None) -> IndicatorVerdict:
    """Reached at the target itself; near within NEAR_PERCENT of it on the wrong side."""
    if value is None:
        return IndicatorVerdict.NOT_KNOWN
    if aim is None:
        return IndicatorVerdict.NO_TARGET
    beyond = value - aim if indicator.at_most else aim - value
    if beyond <= 0:
        return IndicatorVerdict.REACHED
    return IndicatorVerdict.NEAR if 100 * beyond <= NEAR_PERCENT * aim else IndicatorVerdict.MISSED


def check_target(indicator: Indicator, target: int | None) -> tuple[Problem, ...]:
    """What stops a target, beside its field."""
    most = MOST_PERCENT if indicator.percent else MOST_TARGET
    if target is not None and not 0 <= target <= most:
        return (Problem("target", "indicator_target_range", facts={"most": most}),)
    return ()
