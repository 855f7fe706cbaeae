"""Why a place, and what lies between two: enough that the order follows from it alone. Pure."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from app.allocation.model import Move, Ordering, Ranked, Reason, ReasonCode
from app.allocation.needs import codes_of, main_of
from app.allocation.rulesets.model import RankingMode, TieBreak
from app.applications.model import ApplicationRow, MainNeed, NeedCategory, TargetGroup
from app.core.ids import ApplicationId

C = ReasonCode
Spot = tuple[ApplicationId | None, int]
Key = tuple[int, int, int]

Reasons = tuple[Reason, ...]

_NOT_PLACED, _EQUAL, _NOT_JUDGED = Reason(C.NOT_PLACED), Reason(C.EQUAL), Reason(C.NOT_JUDGED)
_PRESSING = {main: at for at, main in enumerate(MainNeed)}


def neutral(ordering: Ordering) -> Callable[[Ranked], Key]:
    """What those weighed with each other are ordered by where nobody has chosen.

    The last is the order they were registered in, which means nothing and only keeps the list
    the same from day to day.
    """
    weight, tie = _weight(ordering), _tie(ordering)
    return lambda row: (weight(row), tie(row), row.id)


def _weight(ordering: Ordering) -> Callable[[Ranked], int]:
    if ordering.mode is RankingMode.DISCRETIONARY:
        return lambda _row: 0
    if ordering.mode is RankingMode.POINTS:
        points = {each.need: each.points for each in ordering.points}
        return lambda row: -sum(points.get(need, 0) for need in row.needs)
    return lambda row: _pressing(main_of(row.needs))


def _pressing(main: MainNeed | None) -> int:
    return len(_PRESSING) if main is None else _PRESSING[main]


def _tie(ordering: Ordering) -> Callable[[Ranked], int]:
    if ordering.mode is RankingMode.DISCRETIONARY or ordering.tie_break is TieBreak.NONE:
        return lambda _row: 0
    if ordering.tie_break is TieBreak.APPLICATION_DATE:
        return lambda row: row.received_on.toordinal()
    return lambda row: lot(ordering.rule_set, row.id)


def lot(rule_set: int, application: ApplicationId) -> int:
    """The lot an application draws under a rule set: anyone can draw it again and get the same."""
    drawn = hashlib.sha256(f"{rule_set}:{application}".encode()).hexdigest()
    return int(drawn[:8], 16)


def spots(
    sequence: Sequence[ApplicationId], last: Mapping[ApplicationId, Move]
) -> dict[ApplicationId, Spot]:
    """Where each that was placed stands: ahead of which next one who was not, as the nth there."""
    found: dict[ApplicationId, Spot] = {}
    waiting: list[ApplicationId] = []
    for application in (*sequence, None):
        if application is not None and application in last:
            waiting.append(application)
            continue
        found |= {each: (application, nth) for each, nth in zip(waiting, count(1), strict=False)}
        waiting.clear()
    return found


class Telling:
    """Tells reasons under one ordering; what many have in common is made once."""

    def __init__(self, ordering: Ordering) -> None:
        self._ordering = ordering
        self._places = {group: at for at, group in enumerate(ordering.groups.sequence, start=1)}
        self._weighed: dict[tuple[TargetGroup | None, frozenset[NeedCategory]], Reasons] = {}

    def own(self, row: ApplicationRow, move: Move | None, spot: Spot | None) -> Reasons:
        """Everything that decides where one stands, and nothing that does not."""
        key = (row.group, row.needs)
        weighed = self._weighed.get(key)
        if weighed is None:
            weighed = self._weighed[key] = tuple(self._weigh(row))
        return (*weighed, _order_reason(move, spot), self._tie(row))

    def _weigh(self, row: ApplicationRow) -> Iterator[Reason]:
        mode = self._ordering.mode
        if mode is RankingMode.DISCRETIONARY:
            yield Reason(C.OFFICE_ALONE)
            return
        if mode is RankingMode.POINTS:
            facts: dict[str, object] = {"points": _points(row.needs, self._ordering)}
            yield Reason(C.NEED_POINTS, facts | {"codes": codes_of(row.needs)}, "BS-04")
            return
        if mode is RankingMode.ORDERED_GROUPS:
            yield self._group(row.group)
        yield _need_reason(row.needs)

    def _group(self, group: TargetGroup | None) -> Reason:
        order = self._ordering.groups
        if group is None:
            return Reason(C.GROUP_MISSING)
        facts: dict[str, object] = {"group": group, "at": self._places[group]}
        if not order.adopted:
            return Reason(C.GROUP_PROPOSED, facts)
        code = C.GROUP_ADOPTED if group in order.listed else C.GROUP_UNLISTED
        return Reason(code, facts | {"since": order.since, "source": order.source})

    def _tie(self, row: ApplicationRow) -> Reason:
        facts: dict[str, object] = {"serial": row.id}
        ordering = self._ordering
        if ordering.mode is RankingMode.DISCRETIONARY or ordering.tie_break is TieBreak.NONE:
            return Reason(C.TIE_NONE, facts)
        if ordering.tie_break is TieBreak.APPLICATION_DATE:
            return Reason(C.TIE_RECEIVED, facts | {"received_on": row.received_on})
        return Reason(C.TIE_LOT, facts | {"lot": lot(ordering.rule_set, row.id)})

    def behind(
        self, row: ApplicationRow, above: ApplicationRow, last: Mapping[ApplicationId, Move]
    ) -> Reason:
        """What separates two neighbours; a reason written about the other stays with the other."""
        ordering = self._ordering
        if ordering.by_group and row.group is not above.group:
            return Reason(C.BEHIND_GROUP, {"group": row.group, "other_group": above.group})
        own, other = last.get(row.id), last.get(above.id)
        if own is not None:
            return Reason(C.BEHIND_PLACED, {"since": own.since, "reason": own.reason})
        if other is not None:
            return Reason(C.BEHIND_OTHER_PLACED, {"since": other.since, "other": above.id})
        if ordering.mode is RankingMode.DISCRETIONARY:
            return _NOT_JUDGED
        return _behind_weight(row, above, ordering) or _behind_tie(row, above, ordering)


def _need_reason(needs: frozenset[NeedCategory]) -> Reason:
    main = main_of(needs)
    if main is None:
        return Reason(C.NEED_NOT_MAPPED, source="BS-04")
    return Reason(C.NEED, {"main": main, "codes": codes_of(needs)}, "BS-04")


def _points(needs: frozenset[NeedCategory], ordering: Ordering) -> int:
    return sum(each.points for each in ordering.points if each.need in needs)


def _order_reason(move: Move | None, spot: Spot | None) -> Reason:
    if move is None or spot is None:
        return _NOT_PLACED
    facts: dict[str, object] = {"since": move.since, "reason": move.reason}
    facts |= {"ahead_of": spot[0], "nth": spot[1]}
    if move.above is None:
        return Reason(C.PLACED_LAST, facts)
    return Reason(C.PLACED_ABOVE, facts | {"other": move.above})


def _behind_weight(row: ApplicationRow, above: ApplicationRow, ordering: Ordering) -> Reason | None:
    if ordering.mode is RankingMode.POINTS:
        points, other_points = _points(row.needs, ordering), _points(above.needs, ordering)
        told: dict[str, object] = {"points": points, "other_points": other_points}
        return Reason(C.BEHIND_POINTS, told) if points != other_points else None
    main, other_main = main_of(row.needs), main_of(above.needs)
    if main is other_main:
        return None
    return Reason(C.BEHIND_NEED, {"main": main, "other_main": other_main}, "BS-04")


def _behind_tie(row: ApplicationRow, above: ApplicationRow, ordering: Ordering) -> Reason:
    if ordering.tie_break is TieBreak.LOT:
        return Reason(C.BEHIND_LOT)
    by_day = ordering.tie_break is TieBreak.APPLICATION_DATE
    if by_day and row.received_on != above.received_on:
        return Reason(C.BEHIND_RECEIVED, {"received_on": row.received_on})
    return _EQUAL
