"""Waiting households counted by group. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.applications.model import TargetGroup
from app.core.charts import TrendPoint
from app.core.errors import Problem
from app.core.ids import ApplicationId, Ref
from app.overview.figures.days import day_problems
from app.overview.figures.model import Figure, HomeSize
from app.overview.figures.sizes import size_of
from app.overview.waiting_times.model import (
    GroupCount,
    StillWaiting,
    Wait,
    WaitingTimes,
    WaitSpread,
)

_ORDER = {group: at for at, group in enumerate(TargetGroup)}


def by_group(
    found: Iterable[tuple[ApplicationId, TargetGroup | None]],
) -> tuple[GroupCount, ...]:
    """Every group that has any, in the order of the groups, those without a group last."""
    parts: dict[TargetGroup | None, list[ApplicationId]] = defaultdict(list)
    for application, group in found:
        parts[group].append(application)
    return tuple(
        GroupCount(group, figure(group.value if group else "no_group", parts[group]))
        for group in sorted(parts, key=lambda each: _ORDER[each] if each else len(_ORDER))
    )


def figure(key: str, applications: Iterable[ApplicationId]) -> Figure:
    """A count of applications."""
    return Figure(key, tuple(Ref("application", each) for each in applications))


def period_problems(
    first: date, last: date, began: date | None, today: date
) -> tuple[Problem, ...]:
    """A period that is turned, has not begun, or was over before the register began.

    One that began before the register did is counted from then.
    """
    if last < first:
        return (Problem("last", "period_turned"),)
    if first > today:
        return (Problem("first", "day_in_future", remedy=today),)
    return day_problems("last", min(last, today), began, today)


FEW = 5
"""With fewer cases than this a median says more about each of them than about the wait."""


def times(
    waits: Sequence[Wait], still: Sequence[StillWaiting], first: date, last: date
) -> WaitingTimes:
    """How long it took, by group and by size; every case stands once in each of the two."""
    known: list[Wait | StillWaiting] = [*waits, *still]
    in_groups = {each.group for each in known}
    in_sizes = {size_of(each.bedrooms) for each in known}
    groups = [group for group in (*TargetGroup, None) if group in in_groups]
    sizes = [size for size in HomeSize if size in in_sizes]
    return WaitingTimes(
        first,
        last,
        _spread("all", waits, still, last),
        tuple(
            _spread(
                group.value if group else "no_group",
                [each for each in waits if each.group is group],
                [each for each in still if each.group is group],
                last,
            )
            for group in groups
        ),
        tuple(
            _spread(
                size.value,
                [each for each in waits if size_of(each.bedrooms) is size],
                [each for each in still if size_of(each.bedrooms) is size],
                last,
            )
            for size in sizes
        ),
    )


def _spread(
    name: str, waits: Sequence[Wait], still: Sequence[StillWaiting], last: date
) -> WaitSpread:
    days = sorted(each.days for each in waits)
    granted = sorted(each.days_granted for each in waits if each.days_granted is not None)
    enough = len(days) >= FEW
    return WaitSpread(
        name=name,
        cases=figure("housed", (each.application for each in waits)),
        median=middle(days) if enough else None,
        least=days[0] if enough else None,
        most=days[-1] if enough else None,
        granted_cases=len(granted),
        granted_median=middle(granted) if len(granted) >= FEW else None,
        waiting=figure("waiting", (each.application for each in still)),
        longest=max(((last - each.since).days for each in still), default=None),
    )


def middle(days: Sequence[int]) -> int:
    """The median of sorted days; of two in the middle their mean, half a day up."""
    at = len(days) // 2
    if len(days) % 2:
        return days[at]
    return (days[at - 1] + days[at] + 1) // 2


def over_time(
    spells: Iterable[tuple[date, date | None]], days: Sequence[date]
) -> tuple[TrendPoint, ...]:
    """How many waited on each of some days."""
    spells = tuple(spells)
    came = sorted(since for since, _ in spells)
    left = sorted(until for _, until in spells if until is not None)
    return tuple(
        TrendPoint(day, float(bisect_right(came, day) - bisect_right(left, day))) for day in days
    )


def month_ends(first: date, last: date) -> tuple[date, ...]:
    """The last day of each month from one day to another, and the last day itself."""
    days = []
    day = first.replace(day=1)
    while day <= last:
        following = (day + timedelta(days=32)).replace(day=1)
        days.append(min(following - timedelta(days=1), last))
        day = following
    return tuple(days)
