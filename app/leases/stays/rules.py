"""Nights, cost, unbroken stays, and what a stay must hold. Pure (SOT-05, REP-14, B11)."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.money import Ore
from app.core.parameters import Parameters
from app.core.periods import add
from app.leases.stays.model import (
    DayRange,
    PlaceDraft,
    PlaceKind,
    Stay,
    StayCounts,
    StayDraft,
    StayFacts,
    StayRow,
    StaySum,
)

LADDER = "al.stay_ladder"
_DAY = timedelta(days=1)


def slept(stay: Stay, as_of: date) -> DayRange | None:
    """The first and the last night slept by a day: the night of a day counts the day after."""
    last = (as_of if stay.left_on is None else min(stay.left_on, as_of)) - _DAY
    return DayRange(stay.began_on, last) if stay.began_on <= last else None


def nights(stay: Stay, as_of: date, within: DayRange | None = None) -> int:
    """How many nights were slept by a day, in a period if one is given."""
    known = _part(slept(stay, as_of), within)
    return 0 if known is None else (known.last - known.first).days + 1


def cost(stay: Stay, as_of: date, within: DayRange | None = None) -> Ore:
    """What those nights cost, each at the price of its day, whole øre."""
    known = _part(slept(stay, as_of), within)
    if known is None:
        return Ore(0)
    total, end = 0, known.last + _DAY
    for price in reversed(stay.prices):
        # the first price is that of the first night, also when that turns out to be earlier
        began = stay.began_on if price is stay.prices[0] else price.since
        begin = max(began, known.first)
        if begin < end:
            total += (end - begin).days * price.price
            end = begin
    return Ore(total)


def _part(whole: DayRange | None, within: DayRange | None) -> DayRange | None:
    if whole is None or within is None:
        return whole
    first, last = max(whole.first, within.first), min(whole.last, within.last)
    return DayRange(first, last) if first <= last else None


def meets(stay: Stay, began_on: date, left_on: date | None) -> bool:
    """Whether a stay has a night in common with the nights from a day to another."""
    begins_in_time = left_on is None or stay.began_on < left_on
    return begins_in_time and (stay.left_on is None or stay.left_on > began_on)


def unbroken_since(stays: Iterable[Stay]) -> dict[int, date]:
    """For each stay the first day of the nights without a break that it belongs to.

    Moving to another place ends nothing: the nights go on while no day lies between (REP-14).
    """
    return _unbroken((stay.person, stay) for stay in stays)


def _unbroken(owned: Iterable[tuple[Hashable, Stay]]) -> dict[int, date]:
    of: dict[Hashable, list[Stay]] = defaultdict(list)
    for whose, stay in owned:
        of[whose].append(stay)
    since: dict[int, date] = {}
    for own in of.values():
        began, until = date.min, date.min
        for stay in sorted(own, key=lambda each: (each.began_on, each.id)):
            if stay.began_on > until:
                began = stay.began_on
            since[stay.id] = began
            until = max(until, stay.left_on or date.max)
    return since


def long_on(since: date, parameters: Parameters, today: date) -> tuple[date, date]:
    """The days on which nights since a day have lasted 14 days and three months (AL-14)."""
    short, long = parameters.ladder(LADDER, today)
    return add(short, since), add(long, since)


def counts(
    rows: Iterable[StayRow], parameters: Parameters, as_of: date, within: DayRange
) -> StayCounts:
    """Households at most 14 days, longer, and with children over three months (REP-14).

    Each unbroken stay of a household with a night in the period counts once, by all its nights up
    to the day, however many of them slept there. A night shelter is no such stay (REP-13).
    """
    known = tuple(row for row in rows if row.kind is not PlaceKind.NIGHT_SHELTER)
    began = _unbroken((row.whose, row.stay) for row in known)
    last: dict[tuple[tuple[str, int], date], tuple[date, bool]] = {}
    for row in known:
        if not nights(row.stay, as_of, within):
            continue
        key = (row.whose, began[row.stay.id])
        ended = min(row.stay.left_on or as_of, as_of)
        before, child = last.get(key, (ended, False))
        last[key] = (max(before, ended), child or row.has_child)
    short = long = children_long = 0
    for (_, since), (ended, child) in last.items():
        two_weeks, three_months = long_on(since, parameters, as_of)
        short += ended <= two_weeks
        long += ended > two_weeks
        children_long += child and ended > three_months
    return StayCounts(short, long, children_long)


def sums(rows: Iterable[StayRow], as_of: date, within: DayRange) -> tuple[StaySum, ...]:
    """What each place was used for in a period, the dearest first."""
    of: dict[tuple[PlaceKind | None, str], list[StayRow]] = defaultdict(list)
    for row in rows:
        if nights(row.stay, as_of, within):
            of[row.kind, row.where].append(row)
    found = [
        StaySum(
            kind=kind,
            where=where,
            stays=len(used),
            people=len({row.stay.person for row in used}),
            nights=sum(nights(row.stay, as_of, within) for row in used),
            cost=Ore(sum(cost(row.stay, as_of, within) for row in used)),
        )
        for (kind, where), used in of.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.cost, -each.nights, each.where)))


def check(draft: StayDraft, facts: StayFacts, today: date) -> tuple[Problem, ...]:
    """What is wrong with a stay."""
    return (*_days(draft, facts, today), *_where(draft, facts), *_money(draft, facts, today))


def _days(draft: StayDraft, facts: StayFacts, today: date) -> Iterator[Problem]:
    if draft.began_on is None:
        yield Problem("began_on", "day_missing", remedy=today)
        return
    if draft.began_on > today:
        yield Problem("began_on", "day_in_future", remedy=today)
    if draft.until is not None and draft.until <= draft.began_on:
        yield Problem("until", "stay_until_before_start")
    if facts.overlaps:
        yield Problem("began_on", "stay_overlaps")


def _where(draft: StayDraft, facts: StayFacts) -> Iterator[Problem]:
    chosen = draft.dwelling is not None or draft.place is not None
    if facts.strict:
        if chosen or draft.quality.strip():
            yield Problem("where", "stay_place_not_kept", "ADR-02")
    elif not chosen:
        yield Problem("where", "stay_place_missing")
    elif facts.unfit_for_children and (facts.has_child or draft.children > 0):
        yield Problem("where", "stay_not_for_children", "B11")
    elif facts.taken:
        yield Problem("where", "stay_dwelling_taken")


def _money(draft: StayDraft, facts: StayFacts, today: date) -> Iterator[Problem]:
    if facts.strict:
        if draft.price is not None:
            yield Problem("price", "stay_price_not_kept", "ADR-02")
    elif draft.price is None:
        yield Problem("price", "stay_price_missing")
    if not facts.vedtak_fits:
        yield Problem("vedtak", "stay_vedtak_of_another")
    if draft.quality_confirmed_on is not None and draft.quality_confirmed_on > today:
        yield Problem("quality_confirmed_on", "day_in_future", remedy=today)


def check_place(draft: PlaceDraft, others: Sequence[PlaceDraft]) -> tuple[Problem, ...]:
    """What is wrong with a place outside the register."""
    name = draft.name.strip()
    if not name:
        return (Problem("name", "stay_place_name_missing"),)
    if any(other.name.casefold() == name.casefold() for other in others):
        return (Problem("name", "stay_place_known"),)
    return ()


def check_left(stay: Stay, left_on: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day they left."""
    if left_on > today:
        return (Problem("left_on", "day_in_future", remedy=today),)
    if left_on < stay.began_on:
        facts: dict[str, object] = {"last": stay.began_on}
        return (Problem("left_on", "day_before_last", facts=facts),)
    return ()
