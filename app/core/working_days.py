"""Working days and holidays, and the day that counts when another is none (DL-03 to DL-10)."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)


@lru_cache(maxsize=256)
def public_holidays(year: int) -> frozenset[date]:
    """The holidays of helligdagsfredloven § 2 with 1 and 17 May (DL-05, DL-06), Sundays apart."""
    sunday = easter(year)
    return frozenset(
        (
            *(date(year, month, day) for month, day in _FIXED),
            *(sunday + timedelta(days=days) for days in _FROM_EASTER),
        )
    )


def is_working_day(day: date, closed: Collection[date] = ()) -> bool:
    """Neither Saturday, Sunday nor holiday; `closed` are further days a rule or office closes."""
    return day.weekday() < 5 and day not in public_holidays(day.year) and day not in closed


def adjust(day: date, closed: Collection[date] = ()) -> date:
    """The day itself or the next working day (DL-03)."""
    return _next_working(day, frozenset(closed))


@lru_cache(maxsize=4096)
def _next_working(day: date, closed: frozenset[date]) -> date:
    while not is_working_day(day, closed):
        day += timedelta(days=1)
    return day


def last_safe_day(nominal: date, closed: Collection[date] = ()) -> date:
    """The last working day not after the nominal day: the earlier one, whoever is right (O11)."""
    return _working_before(nominal, frozenset(closed))


@lru_cache(maxsize=4096)
def _working_before(nominal: date, closed: frozenset[date]) -> date:
    while not is_working_day(nominal, closed):
        nominal -= timedelta(days=1)
    return nominal


def assumed_arrival(sent: date, working_days: int = 3) -> date:
    """When a posted letter is taken to have arrived, if nobody knows better (DL-10)."""
    day = sent
    for _ in range(working_days):
        day = adjust(day + timedelta(days=1))
    return day
