"""Late-payment interest by the dated table, for each day (INK-11). Pure; whole øre at the end.

The rate is set for half a year at a time (forsinkelsesrenteloven § 3). A half-year that nobody has
entered a rate for is told and not counted: no rate is carried on into it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from app.arrears.model import RentAccount, RentChargeKind
from app.arrears.rules import late_from, owed
from app.arrears.steps.model import InterestPart, LateInterest
from app.core.errors import NotFound
from app.core.money import Ore
from app.core.parameters import Parameters

RATE = "interest.late_percent"
_JULY = 7
_DAY = timedelta(days=1)


def late_interest(account: RentAccount, until: date, parameters: Parameters) -> LateInterest:
    """All interest through a day (included), on rent that is late and nobody disputes.

    It begins the first late day; what is paid on a day bears none that day.
    """
    parts = tuple(parts_of(account, until, parameters))
    known = [part for part in parts if part.percent is not None]
    claimed = sum(
        each.amount
        for each in account.charges
        if each.stands and each.kind is RentChargeKind.LATE_INTEREST
    )
    return LateInterest(
        amount=Ore(int(exact(known))),
        claimed=Ore(claimed),
        first=known[0].first if known else None,
        last=known[-1].last if known else None,
        percent=(known[-1].percent or "") if known else "",
        parts=parts,
        missing=_joined(parts),
    )


def exact(parts: Sequence[InterestPart]) -> Fraction:
    """Interest of these days, in øre and parts of one; additive over split periods."""
    return sum((_of(part) for part in parts if part.percent is not None), Fraction(0))


def parts_of(
    account: RentAccount, until: date, parameters: Parameters, since: date = date.min
) -> Iterator[InterestPart]:
    """Days in a row with one sum and one rate, the oldest first, within `since` and `until`."""
    days = sorted({day for day in _turns(account) if since < day <= until} | {since})
    ends = [*(day - _DAY for day in days[1:]), until]
    for first, last in zip(days, ends, strict=True):
        if first == date.min or last < first:
            continue
        principal = bearing(account, first)
        if principal:
            yield from _by_rate(first, last, principal, parameters)


def bearing(account: RentAccount, day: date) -> Ore:
    """The rent that bears interest that day: late, not paid, and disputed by nobody (INK-05)."""
    found = owed(account, day)
    return Ore(max(0, found.rent - found.disputed))


def _turns(account: RentAccount) -> Iterator[date]:
    """Every day the sum may change."""
    for charge in account.charges:
        if charge.stands:
            yield late_from(charge.due_on)
    for payment in account.payments:
        if payment.stands:
            yield payment.paid_on
    for dispute in account.disputes:
        yield dispute.received_on
        if dispute.settled_on is not None:
            yield dispute.settled_on


def _by_rate(
    first: date, last: date, principal: Ore, parameters: Parameters
) -> Iterator[InterestPart]:
    """Split at each half-year and each new version of the rate."""
    day = first
    while day <= last:
        end = min(last, _last_of_rate(day, parameters))
        percent = percent_on(day, parameters)
        yield InterestPart(day, end, principal, None if percent is None else str(percent))
        day = end + _DAY


def percent_on(day: date, parameters: Parameters) -> Decimal | None:
    """The rate a day has, set for its own half-year; None when nobody has entered one."""
    try:
        version = parameters.version(RATE, day)
    except NotFound:
        return None
    if version.valid_from is None or version.valid_from < half_year(day):
        return None
    return parameters.decimal(RATE, day)


def half_year(day: date) -> date:
    """The first day of the half-year a day is in."""
    return date(day.year, 1 if day.month < _JULY else _JULY, 1)


def _last_of_rate(day: date, parameters: Parameters) -> date:
    """The last day with the same rate: before the next half-year or version of it."""
    turns = [half_year(_next_half(day))]
    for version in parameters[RATE].versions:
        if version.valid_from is not None:
            turns.append(version.valid_from)
        if version.valid_to is not None:
            turns.append(version.valid_to + _DAY)
    return min(turn for turn in turns if turn > day) - _DAY


def _next_half(day: date) -> date:
    first = half_year(day)
    return first.replace(month=_JULY) if first.month == 1 else date(first.year + 1, 1, 1)


def _of(part: InterestPart) -> Fraction:
    """A per cent a year, by the days the year has; a half-year never reaches over two years."""
    days = (part.last - part.first).days + 1
    year = (date(part.first.year + 1, 1, 1) - date(part.first.year, 1, 1)).days
    return part.principal * Fraction(part.percent or "0") / 100 * days / year


def _joined(parts: Sequence[InterestPart]) -> tuple[tuple[date, date], ...]:
    """The days no rate is known for, those in a row taken together."""
    found: list[tuple[date, date]] = []
    for part in parts:
        if part.percent is not None:
            continue
        if found and found[-1][1] + _DAY == part.first:
            found[-1] = (found[-1][0], part.last)
        else:
            found.append((part.first, part.last))
    return tuple(found)
