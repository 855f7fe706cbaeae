"""From the days of leases to what does not hang together. Pure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TypeVar

from app.core.ids import Ref
from app.overview.holes.model import Gathered, Hole, HoleKind, Stretch

K = TypeVar("K", bound=Hashable)

FEW = 5
"""Up to so many leases from before the register stand one by one."""
_NO_NEWS = frozenset({HoleKind.NO_VEDTAK, HoleKind.NO_SIGNED_COPY})

_ORDER = {kind: place for place, kind in enumerate(HoleKind)}


def in_order(holes: Iterable[Hole]) -> tuple[Hole, ...]:
    """By what is wrong, then the oldest first."""
    return tuple(
        sorted(holes, key=lambda each: (_ORDER[each.kind], each.since or date.max, each.number))
    )


def of_leases(stretches: Sequence[Stretch], today: date) -> Iterator[Hole]:
    """Two on one dwelling, one in two homes, no vedtak, no signed copy, gaps."""
    yield from _two_leases(stretches, today)
    yield from _two_homes(stretches, today)
    for each in stretches:
        if each.lived_in and each.needs_vedtak and not each.vedtak:
            yield _hole(HoleKind.NO_VEDTAK, each, each.since)
        if each.lived_in and not each.copied:
            yield _hole(HoleKind.NO_SIGNED_COPY, each, each.since)
    yield from _gaps(stretches)


def _two_leases(stretches: Sequence[Stretch], today: date) -> Iterator[Hole]:
    """Two tenants of one dwelling on one day that is not past; rooms are let one by one."""
    for those in _by(stretches, lambda each: each.dwelling).values():
        for one, other in combinations(those, 2):
            if one.tenant == other.tenant or (one.rooms and other.rooms):
                continue
            if _meet(one, other, today):
                yield _hole(HoleKind.TWO_LEASES, one, max(one.since, other.since), other.number)


def _two_homes(stretches: Sequence[Stretch], today: date) -> Iterator[Hole]:
    for those in _by(stretches, lambda each: each.tenant).values():
        for one, other in combinations(those, 2):
            if one.dwelling != other.dwelling and _meet(one, other, today):
                yield _hole(HoleKind.TWO_HOMES, one, max(one.since, other.since), other.number)


def _meet(one: Stretch, other: Stretch, today: date) -> bool:
    still = min(one.until or date.max, other.until or date.max) >= today
    return still and one.shares_a_day(other)


def _gaps(stretches: Sequence[Stretch]) -> Iterator[Hole]:
    """Days without a lease between two of the same tenant in the same dwelling."""
    for those in _by(stretches, lambda each: (each.tenant, each.dwelling)).values():
        for before, after in pairwise(those):
            if before.until is None or not after.lived_in:
                continue
            days = (after.since - before.until).days - 1
            if days > 0:
                since = before.until + timedelta(days=1)
                yield _hole(HoleKind.GAP, after, since, before.number, days)


def _by(stretches: Sequence[Stretch], key: Callable[[Stretch], K]) -> dict[K, list[Stretch]]:
    groups: dict[K, list[Stretch]] = defaultdict(list)
    for each in sorted(stretches, key=lambda each: (each.since, each.lease)):
        groups[key(each)].append(each)
    return groups


def _hole(kind: HoleKind, each: Stretch, since: date, other: str = "", count: int = 0) -> Hole:
    ref = Ref("lease", each.lease)
    taken_over = each.taken_over
    return Hole(kind, ref, each.number, since, each.place, each.name, other, count, taken_over)


def gathered(holes: Sequence[Hole]) -> tuple[tuple[Hole, ...], tuple[Gathered, ...]]:
    """The holes one by one, but those that many leases from before the register share as one."""
    old = Counter(hole.kind for hole in holes if hole.taken_over and hole.kind in _NO_NEWS)
    many = {kind: count for kind, count in old.items() if count > FEW}
    left = (hole for hole in holes if not (hole.taken_over and hole.kind in many))
    return tuple(left), tuple(Gathered(kind, count) for kind, count in many.items())
