"""Vacant days counted by cause, and their kroner. Pure (B15)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.core.ids import DwellingId
from app.core.money import Ore
from app.core.order import sort_key
from app.core.rent_days import for_days
from app.overview.vacancy_costs.model import (
    Empty,
    Hold,
    VacancyCosts,
    VacancyLine,
    VacancyReason,
    VacancySum,
)

_DAY = timedelta(days=1)
# what a day counts as when a dwelling is both allocated and held back
_FIRST = (VacancyReason.BETWEEN_TENANTS, VacancyReason.RESERVED_QUOTA)


def costs(empty: Iterable[Empty], holds: Iterable[Hold], first: date, last: date) -> VacancyCosts:
    """Every stretch within the period, by address, with the sums by cause, owner and building."""
    held: dict[DwellingId, list[Hold]] = defaultdict(list)
    for each in holds:
        held[each.dwelling].append(each)
    lines = tuple(
        line for each in empty for line in _lines(each, held.get(each.dwelling, ()), first, last)
    )
    return VacancyCosts(
        first,
        last,
        lines,
        _sums(lines, lambda line: line.reason.value),
        _sums(lines, lambda line: line.owner),
        _sums(lines, lambda line: line.building),
        _sum("", lines),
    )


def _lines(empty: Empty, holds: Sequence[Hold], first: date, last: date) -> Iterator[VacancyLine]:
    began, ended = max(empty.since, first), min(empty.until or last, last)
    if began > ended:
        return
    for reason, since, until in _causes(empty, holds, began, ended):
        rent = empty.rent
        yield VacancyLine(
            dwelling=empty.dwelling,
            address=empty.address,
            building=empty.building,
            owner=empty.owner,
            reason=reason,
            first=since,
            last=until,
            days=(until - since).days + 1,
            rent=rent,
            amount=None if rent is None else for_days(rent, since, until),
            lasts=empty.until is None and until == last,
        )


def _causes(
    empty: Empty, holds: Sequence[Hold], began: date, ended: date
) -> Iterator[tuple[VacancyReason, date, date]]:
    """A dwelling that is ready waits for allocation, but for the days it is held for someone."""
    if empty.reason is not VacancyReason.WAITING_FOR_ALLOCATION or not holds:
        yield empty.reason, began, ended
        return
    cuts = {began, ended + _DAY}
    for hold in holds:
        cuts |= {hold.since, (hold.until or ended) + _DAY}
    days = sorted(day for day in cuts if began <= day <= ended + _DAY)
    since, reason = began, _on(holds, began)
    for day in days[1:]:
        after = None if day > ended else _on(holds, day)
        if after is not reason:
            yield reason, since, day - _DAY
            since, reason = day, after or reason


def _on(holds: Sequence[Hold], day: date) -> VacancyReason:
    found = {each.reason for each in holds if each.since <= day <= (each.until or day)}
    held = (reason for reason in _FIRST if reason in found)
    return next(held, VacancyReason.WAITING_FOR_ALLOCATION)


def _sums(
    lines: Sequence[VacancyLine], name: Callable[[VacancyLine], str]
) -> tuple[VacancySum, ...]:
    """The dearest first."""
    parts: dict[str, list[VacancyLine]] = defaultdict(list)
    for line in lines:
        parts[name(line)].append(line)
    sums = (_sum(key, part) for key, part in parts.items())
    return tuple(sorted(sums, key=lambda each: (-each.amount, -each.days, sort_key(each.name))))


def _sum(name: str, lines: Sequence[VacancyLine]) -> VacancySum:
    return VacancySum(
        name,
        len({line.dwelling for line in lines}),
        sum(line.days for line in lines),
        Ore(sum(line.amount or 0 for line in lines)),
    )
