"""Nights counted by place and month. Pure (B15)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.core.ids import Ref
from app.core.money import Ore
from app.core.order import sort_key
from app.leases.stays import rules as stay_rules
from app.leases.stays.model import DayRange, PlaceKind, StayRow
from app.overview.figures.model import Figure
from app.overview.nights.model import Nights, NightSum

_Place = tuple[PlaceKind | None, str]


def nights(rows: Sequence[StayRow], as_of: date, first: date, last: date) -> Nights:
    """The whole period by month and by place; a month nobody stayed in has its zero."""
    of: dict[_Place, list[StayRow]] = defaultdict(list)
    within = DayRange(first, last)
    for row in rows:
        if stay_rules.nights(row.stay, as_of, within):
            of[row.kind, row.where].append(row)
    used = [row for part in of.values() for row in part]
    months = list(_months(first, last))
    both = [
        _sum(part, as_of, days, days.first.replace(day=1), place)
        for days in months
        for place, part in of.items()
    ]
    places = [_sum(part, as_of, within, None, place) for place, part in of.items()]
    return Nights(
        first,
        last,
        tuple(_sum(used, as_of, days, days.first.replace(day=1)) for days in months),
        tuple(sorted(places, key=_dearest)),
        tuple(
            sorted(
                (each for each in both if each.nights),
                key=lambda each: (each.month or first, *_dearest(each)),
            )
        ),
        _sum(used, as_of, within, None),
    )


def _dearest(each: NightSum) -> tuple[int, int, str]:
    return -each.cost, -each.nights, sort_key(each.where)


def _months(first: date, last: date) -> Iterator[DayRange]:
    """Each month's part of the period."""
    day = first
    while day <= last:
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield DayRange(day, min(following - timedelta(days=1), last))
        day = following


def _sum(
    rows: Sequence[StayRow],
    as_of: date,
    within: DayRange,
    month: date | None,
    place: _Place = (None, ""),
) -> NightSum:
    slept = [row for row in rows if stay_rules.nights(row.stay, as_of, within)]
    return NightSum(
        month=month,
        kind=place[0],
        where=place[1],
        nights=sum(stay_rules.nights(row.stay, as_of, within) for row in slept),
        cost=Ore(sum(stay_rules.cost(row.stay, as_of, within) for row in slept)),
        stays=Figure("stays", tuple(Ref("stay", row.stay.id) for row in slept)),
    )
