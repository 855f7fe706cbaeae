"""How one application's place on the waiting list has moved, reckoned from dated facts. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

from app.allocation.model import Move, Ordering, PlaceChange, PlaceOn
from app.allocation.rules import buckets, in_order, live_moves, rank_in, spoken_of
from app.applications.model import NeedCategory, TargetGroup
from app.core.ids import ApplicationId
from app.core.records import dataclass

T = TypeVar("T")
MOST_LINES = 12
MOST_DAYS = 40
"""How many days with changes are looked at, newest first, so that a long list stays quick."""


class Dated(Generic[T]):
    """Values, each from its day; oldest first."""

    __slots__ = ("days", "values")

    def __init__(self, days: Sequence[date], values: Sequence[T]) -> None:
        self.days, self.values = tuple(days), tuple(values)

    def on(self, day: date) -> T | None:
        """The one that held on a day."""
        at = bisect_right(self.days, day)
        return self.values[at - 1] if at else None


@dataclass(frozen=True, slots=True)
class Spell:
    """A need from a day to a day."""

    need: NeedCategory
    since: date
    until: date | None

    def held(self, day: date) -> bool:
        """Whether it applied on a day."""
        return self.since <= day and (self.until is None or self.until > day)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one application over time."""

    id: ApplicationId
    received_on: date
    waited: Dated[bool]
    groups: Dated[TargetGroup]
    needs: tuple[Spell, ...]

    @property
    def came(self) -> date | None:
        """The day it came on the list, the last time it did."""
        before = (False, *self.waited.values)[: len(self.waited.values)]
        steps = zip(self.waited.days, self.waited.values, before, strict=True)
        return max((day for day, on, was in steps if on and not was), default=None)

    def needs_on(self, day: date) -> frozenset[NeedCategory]:
        """Those that applied on a day."""
        return frozenset(spell.need for spell in self.needs if spell.held(day))


@dataclass(frozen=True, slots=True)
class Past:
    """What the list has rested on. `moves` and the orderings are oldest first."""

    known: dict[ApplicationId, Known]
    moves: tuple[Move, ...]
    orders: Dated[Ordering]


@dataclass(frozen=True, slots=True)
class _Stood:
    """As `Ranked`: one application on one day."""

    id: ApplicationId
    needs: frozenset[NeedCategory]
    received_on: date


@dataclass(frozen=True, slots=True)
class _Standing:
    """The list on a day, as far as it decides where one stands."""

    place: int
    group: TargetGroup | None
    needs: frozenset[NeedCategory]
    ordering: Ordering
    waiting: frozenset[ApplicationId]


def newest_days(days: Iterable[date], today: date) -> tuple[date, ...]:
    """Those of the days with changes that are looked at, newest first.

    The day before all of them is the last where it is within what is looked at.
    """
    found = sorted({day for day in days if day <= today}, reverse=True)
    before = [found[-1] - timedelta(days=1)] if found else []
    return tuple([*found, *before][: MOST_DAYS + 1])


def waited(held: Dated[bool], first: date, last: date) -> bool:
    """Whether one waited on any day from a day to another."""
    if held.on(first):
        return True
    return any(on and first < day <= last for day, on in zip(held.days, held.values, strict=True))


def places(
    past: Past,
    application: ApplicationId,
    days: Sequence[date],
    on: Callable[[date], Past],
) -> tuple[PlaceOn, ...]:
    """Its places from the newest back, the day it came last; empty when it does not wait now.

    `past` holds from the last of the `newest_days`; `on` is asked for one day before it.
    """
    now = _standing(past, application, days[0]) if days else None
    found: list[PlaceOn] = []
    for day, earlier in pairwise(days):
        if now is None or len(found) == MOST_LINES:
            break
        before = _standing(past, application, earlier)
        if before is None:
            found.append(PlaceOn(day, now.place, None, PlaceChange.CAME))
        elif before.place != now.place:
            why = _why(past, application, day, before, now)
            found.append(PlaceOn(day, now.place, before.place, why))
        now = before
    told = bool(found) and found[-1].why is PlaceChange.CAME
    came = None if now is None or told else past.known[application].came
    if came is not None:
        known = past if came >= days[-1] else on(came)
        there = _standing(known, application, came)
        if there is not None:
            found.append(PlaceOn(came, there.place, None, PlaceChange.CAME))
    return tuple(found)


def _standing(past: Past, application: ApplicationId, day: date) -> _Standing | None:
    groups = {each.id: each.groups.on(day) for each in past.known.values() if each.waited.on(day)}
    if application not in groups:
        return None
    ordering = past.orders.on(day) or Ordering()
    moves = [move for move in past.moves if move.since <= day]
    weighed = list(buckets(groups, ordering, moves))
    here = next(at for at, (mine, _) in enumerate(weighed) if application in mine)
    ahead = sum(len(mine) for mine, _ in weighed[:here])
    mine, moves = weighed[here]
    live = live_moves(mine, moves)
    known = {each: _stood(past.known[each], day) for each in mine | spoken_of(live)}
    sequence = tuple(in_order(mine, live, known, ordering))
    placed = frozenset(move.application for move in live)
    place = ahead + rank_in(sequence, application, placed, known, ordering)
    needs = known[application].needs
    return _Standing(place, groups[application], needs, ordering, frozenset(groups))


def _stood(known: Known, day: date) -> _Stood:
    return _Stood(known.id, known.needs_on(day), known.received_on)


def _why(
    past: Past, application: ApplicationId, day: date, before: _Standing, now: _Standing
) -> PlaceChange:
    """What explains it best: this one first, then the order, then the others."""
    moved = {move.application for move in past.moves if move.since == day}
    fell = now.place > before.place
    same_way = replace(now.ordering, groups=before.ordering.groups) == before.ordering
    others = (
        (PlaceChange.MOVED, application in moved),
        (PlaceChange.GROUP, now.group is not before.group),
        (PlaceChange.RULES, not same_way),
        (PlaceChange.ORDER, now.ordering != before.ordering),
        (PlaceChange.NEED, now.needs != before.needs),
        (PlaceChange.OTHERS_MOVED, bool(moved)),
        (PlaceChange.OTHERS_CAME, fell and bool(now.waiting - before.waiting)),
        (PlaceChange.OTHERS_LEFT, not fell and bool(before.waiting - now.waiting)),
    )
    return next((why for why, holds in others if holds), PlaceChange.OTHERS_CHANGED)
