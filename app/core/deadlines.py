"""Deadline arithmetic (DL-01 to DL-12, domstolloven §§ 146 to 149).

`nominal` is the day the law counts to; `moved` is the next working day when that day is a
Saturday, a Sunday or a holiday (DL-03). Both are always kept.
"""

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays


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


class Party(StrEnum):
    """Whom a rule protects, or who must act."""

    MUNICIPALITY = "municipality"
    CITIZEN = "citizen"
    NEITHER = "neither"


class Ending(StrEnum):
    """How the counted day becomes the last day."""

    MOVED = "moved"  # DL-03: a deadline or a waiting period, to the next working day
    MONTH_END = "month_end"  # DL-08: notice to the end of a month, never moved
    EXACT = "exact"  # a term or an interval: the day itself, never moved
    BEFORE = "before"  # counted backwards from a coming day, never moved later (HL-24)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A counted deadline. `rule` is a rule id («HL-42»), `basis` the paragraph.

    `earliest_action` is the first day of the step that must wait (DL-09);
    `last_safe_day` the last working day not after the nominal one.
    """

    rule: str
    start: date
    nominal: date
    moved: date
    earliest_action: date
    last_safe_day: date
    basis: str
    protects: Party
    acts: Party

    @property
    def warn_day(self) -> date:
        """The day to count down to.

        A right of the citizen lasts through the moved day. Whatever the municipality must do,
        to keep a right of its own or to meet a duty to the citizen, is due on the earlier day:
        the law may or may not move it (O11), so the last safe day is the one to act on.
        """
        if self.protects is Party.CITIZEN and self.acts is Party.CITIZEN:
            return self.moved
        return self.last_safe_day


@lru_cache(maxsize=256)
def public_holidays(year: int) -> frozenset[date]:
    """The holidays of helligdagsfredloven § 2 with 1 and 17 May (DL-05, DL-06), Sundays apart."""
    return frozenset(holidays.country_holidays("NO", years=year))


def is_working_day(day: date, closed: Collection[date] = ()) -> bool:
    """Neither Saturday, Sunday nor holiday; `closed` are further days a rule or office closes."""
    return day.weekday() < 5 and day not in public_holidays(day.year) and day not in closed


def add(period: Period, start: date) -> date:
    """The nominal day: the start day is not counted (DL-01), a lacking day is the last (DL-02)."""
    match period.unit:
        case Unit.DAYS:
            return start + timedelta(days=period.amount)
        case Unit.WEEKS:
            return start + timedelta(weeks=period.amount)
        case Unit.MONTHS:
            return _add_months(start, period.amount)
        case Unit.YEARS:
            return _add_months(start, 12 * period.amount)


def adjust(day: date, closed: Collection[date] = ()) -> date:
    """The day itself or the next working day (DL-03)."""
    while not is_working_day(day, closed):
        day += timedelta(days=1)
    return day


def notice_end(months: int, given: date) -> date:
    """Last day of a notice of whole months to the end of a month; not moved (DL-08, HL-63)."""
    return _month_end(_add_months(given.replace(day=1), months))


def last_safe_day(nominal: date, closed: Collection[date] = ()) -> date:
    """The last working day not after the nominal day: the earlier one, whoever is right (O11)."""
    while not is_working_day(nominal, closed):
        nominal -= timedelta(days=1)
    return nominal


def earliest_action(moved: date) -> date:
    """First day of a step that must wait until a period has passed (DL-09)."""
    return moved + timedelta(days=1)


def assumed_arrival(sent: date, working_days: int = 3) -> date:
    """When a posted letter is taken to have arrived, if nobody knows better (DL-10)."""
    day = sent
    for _ in range(working_days):
        day = adjust(day + timedelta(days=1))
    return day


def deadline(
    rule: str,
    period: Period,
    start: date,
    *,
    basis: str,
    protects: Party,
    acts: Party | None = None,
    ending: Ending = Ending.MOVED,
    closed: Collection[date] = (),
) -> Deadline:
    """Counts one deadline; `acts` is who must act before it, by default whom it protects."""
    nominal = _nominal(period, start, ending)
    moved = adjust(nominal, closed) if ending is Ending.MOVED else nominal
    return Deadline(
        rule=rule,
        start=start,
        nominal=nominal,
        moved=moved,
        earliest_action=moved if ending is Ending.EXACT else earliest_action(moved),
        last_safe_day=last_safe_day(nominal, closed),
        basis=basis,
        protects=protects,
        acts=acts or protects,
    )


def _nominal(period: Period, start: date, ending: Ending) -> date:
    if ending is Ending.BEFORE:
        return add(Period(-period.amount, period.unit), start)
    if ending is Ending.MONTH_END:
        if period.unit is not Unit.MONTHS:
            raise ValueError("a notice to the end of a month is counted in months")
        return notice_end(period.amount, start)
    return add(period, start)


def _add_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, _month_end(first).day))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
