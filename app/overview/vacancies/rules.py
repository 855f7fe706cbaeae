"""Counts vacancies and needs by month and size. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.core.periods import Period, Unit, add
from app.overview.vacancies.model import (
    MONTHS,
    Coming,
    Forecast,
    SizeRow,
    Vacancy,
    VacancyCause,
)


def months_from(today: date) -> tuple[date, ...]:
    """The first day of this month and of those after it."""
    first = today.replace(day=1)
    return tuple(add(Period(ahead, Unit.MONTHS), first) for ahead in range(MONTHS))


def horizon(today: date) -> date:
    """The first day that is too far ahead."""
    return add(Period(MONTHS, Unit.MONTHS), today.replace(day=1))


def forecast(
    vacancies: Iterable[Vacancy],
    waiting: Iterable[int | None],
    coming: Iterable[Coming],
    today: date,
) -> Forecast:
    """Dwellings within the months, held against those on the list and those who come.

    `waiting` are the bedrooms each household on the list asks for.
    """
    end, months = horizon(today), months_from(today)
    kept = sorted(
        (each for each in vacancies if each.day is None or each.day < end),
        key=lambda each: (each.day or date.min, each.cause, each.address, each.dwelling),
    )
    needs, near = list(waiting), [c for c in coming if c.day is None or c.day < end]
    sizes = {each.bedrooms for each in kept} | set(needs) | {each.bedrooms for each in near}
    rows = (_row(size, kept, needs, near, months) for size in sorted(sizes, key=_place))
    return Forecast(
        months,
        tuple(kept),
        tuple(rows),
        tuple(sum(_in(each.day, month, today) for each in near) for month in months),
    )


def _place(bedrooms: int | None) -> tuple[bool, int]:
    return bedrooms is None, bedrooms or 0


def _in(day: date | None, month: date, today: date) -> bool:
    """A day that has been counts in this month: it has not happened yet."""
    if day is None:
        return False
    counted = max(day, today)
    return (counted.year, counted.month) == (month.year, month.month)


def _row(
    size: int | None,
    vacancies: Sequence[Vacancy],
    waiting: Sequence[int | None],
    coming: Sequence[Coming],
    months: Sequence[date],
) -> SizeRow:
    mine = [each for each in vacancies if each.bedrooms == size]
    days = [each.day for each in mine if each.day is not None]
    vacant = sum(each.cause is VacancyCause.VACANT for each in mine)
    return SizeRow(
        bedrooms=size,
        vacant=vacant,
        months=tuple(sum(_in(day, month, months[0]) for day in days) for month in months),
        unknown=len(mine) - len(days) - vacant,
        waiting=sum(need == size for need in waiting),
        settling=sum(each.bedrooms == size for each in coming),
    )
