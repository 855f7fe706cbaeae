"""What is due in some days, worded for paper or for a calendar outside."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.alerts.model import Alert
from app.core.records import dataclass
from app.settings.model import OfficeProfile


class AgendaSpan(StrEnum):
    """How much is seen at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def days(self, day: date) -> tuple[date, date]:
        """The first and last day of the span a day lies in; a week begins on Monday."""
        match self:
            case AgendaSpan.DAY:
                return day, day
            case AgendaSpan.WEEK:
                monday = day - timedelta(days=day.weekday())
                return monday, monday + timedelta(days=6)
            case AgendaSpan.MONTH:
                first = day.replace(day=1)
                after = (first + timedelta(days=31)).replace(day=1)
                return first, after - timedelta(days=1)

    def moved(self, day: date, by: int) -> date:
        """The same place `by` spans away; the first of the month for a month."""
        first, last = self.days(day)
        step = day if self is not AgendaSpan.MONTH else first
        for _ in range(abs(by)):
            width = (last - first).days + 1
            if by > 0:
                step += timedelta(days=width)
            else:
                before, _end = self.days(first - timedelta(days=1))
                step -= timedelta(days=(first - before).days)
            first, last = self.days(step)
        return step


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One that is due: `counted` is the law's own day where it was moved.

    `coming` for one that stands on that day only if nothing is done before.
    """

    key: str
    day: date
    counted: date | None
    title: str = field(repr=False)
    why: str = field(repr=False)
    rule: str = ""
    coming: bool = False


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """What the print of some days shows."""

    office: OfficeProfile
    span: AgendaSpan
    first: date
    last: date
    lines: tuple[AgendaLine, ...]
    named: bool
    issued: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """A gjøremål on a day ahead, if nothing is done before; `next` for one that stands already."""

    day: date
    alert: Alert
    next: bool = False


def by_day(alerts: Iterable[Alert], first: date, last: date) -> Mapping[date, tuple[Alert, ...]]:
    """What is due on each of the days, both counted; in the order it came."""
    found: dict[date, list[Alert]] = defaultdict(list)
    for alert in alerts:
        if alert.due is not None and first <= alert.due <= last:
            found[alert.due].append(alert)
    return {day: tuple(found[day]) for day in sorted(found)}


def steps_by_day(found: Iterable[Step], first: date, last: date) -> Mapping[date, tuple[Step, ...]]:
    """Those on each of the days, both counted."""
    days: dict[date, list[Step]] = defaultdict(list)
    for each in found:
        if first <= each.day <= last:
            days[each.day].append(each)
    return {day: tuple(days[day]) for day in sorted(days)}


def key_of(alert: Alert) -> str:
    """The same gjøremål has the same key tomorrow, also in a calendar outside."""
    return f"{alert.id.value}-{alert.case.kind}-{alert.case.id}".lower()
