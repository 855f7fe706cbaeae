"""Lengths of time, and the day each leads to (DL-01, DL-02, DL-08)."""

import calendar
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from app.core.records import dataclass


class Unit(StrEnum):
    """What a period is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time; a negative amount counts backwards."""

    amount: int
    unit: Unit


SHORTEST_MONTH = 28
_DAYS, _MONTHS, _YEARS = Unit.DAYS, Unit.MONTHS, Unit.YEARS


def add(period: Period, start: date) -> date:
    """The nominal day: the start day is not counted (DL-01), a lacking day is the last (DL-02)."""
    unit, amount = period.unit, period.amount
    if unit is _MONTHS:
        return _add_months(start, amount)
    if unit is _YEARS:
        return _add_months(start, 12 * amount)
    return start + (timedelta(days=amount) if unit is _DAYS else timedelta(weeks=amount))


def notice_end(months: int, given: date) -> date:
    """Last day of a notice of whole months to the end of a month; not moved (DL-08, HL-63)."""
    return _month_end(_add_months(given.replace(day=1), months))


@lru_cache(maxsize=8192)  # thousands of leases and claims have few days among them
def _add_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    if day.day <= SHORTEST_MONTH:
        return date(day.year + years, month + 1, day.day)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, _month_end(first).day))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
