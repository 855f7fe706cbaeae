"""Waiting households counted by group. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.applications.model import TargetGroup
from app.core.errors import Problem
from app.core.ids import ApplicationId, Ref
from app.overview.figures.model import Figure
from app.overview.waiting_times.model import GroupCount

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


def day_problems(field: str, day: date, began: date | None, today: date) -> tuple[Problem, ...]:
    """A day that has not been, or one before the register knew anything: never a silent zero."""
    if day > today:
        return (Problem(field, "day_in_future", remedy=today),)
    if began is not None and day < began:
        facts: dict[str, object] = {"began": began}
        return (Problem(field, "before_register_began", remedy=began, facts=facts),)
    return ()


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
