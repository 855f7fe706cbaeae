"""Why a place, and what lies between two: enough that the order follows from it alone. Pure."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from app.allocation.model import Move, Ordering, Ranked, Reason, ReasonCode
from app.allocation.rulesets.model import RankingMode, TieBreak
from app.applications.model import ApplicationRow, MainNeed, NeedCategory
from app.applications.rules import main_need
from app.core.ids import ApplicationId

C = ReasonCode
Spot = tuple[ApplicationId | None, int]
Key = tuple[int, int, int]

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
    return lambda row: _pressing(main_need(row.needs))


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


def own_reasons(
    row: ApplicationRow, ordering: Ordering, move: Move | None, spot: Spot | None
) -> tuple[Reason, ...]:
    """Everything that decides where it stands, and nothing that does not."""
    return (*_weighed(row, ordering), _order_reason(move, spot), _tie_reason(row, ordering))


def _weighed(row: ApplicationRow, ordering: Ordering) -> Iterator[Reason]:
    if ordering.mode is RankingMode.DISCRETIONARY:
        yield Reason(C.OFFICE_ALONE)
        return
    if ordering.mode is RankingMode.POINTS:
        facts: dict[str, object] = {"points": _points(row.needs, ordering)}
        yield Reason(C.NEED_POINTS, facts | {"codes": _codes(row.needs)}, "BS-04")
        return
    if ordering.by_group:
        yield _group_reason(row, ordering)
    yield _need_reason(row)


def _group_reason(row: ApplicationRow, ordering: Ordering) -> Reason:
    order = ordering.groups
    if row.group is None:
        return Reason(C.GROUP_MISSING)
    facts: dict[str, object] = {"group": row.group, "at": order.sequence.index(row.group) + 1}
    if not order.adopted:
        return Reason(C.GROUP_PROPOSED, facts)
    code = C.GROUP_ADOPTED if row.group in order.listed else C.GROUP_UNLISTED
    return Reason(code, facts | {"since": order.since, "source": order.source})


def _need_reason(row: ApplicationRow) -> Reason:
    main = main_need(row.needs)
    if main is None:
        return Reason(C.NEED_NOT_MAPPED, source="BS-04")
    return Reason(C.NEED, {"main": main, "codes": _codes(row.needs)}, "BS-04")


def _codes(needs: frozenset[NeedCategory]) -> tuple[str, ...]:
    return tuple(sorted(need.code for need in needs))


def _points(needs: frozenset[NeedCategory], ordering: Ordering) -> int:
    return sum(each.points for each in ordering.points if each.need in needs)


def _order_reason(move: Move | None, spot: Spot | None) -> Reason:
    if move is None or spot is None:
        return Reason(C.NOT_PLACED)
    facts: dict[str, object] = {"since": move.since, "reason": move.reason}
    facts |= {"ahead_of": spot[0], "nth": spot[1]}
    if move.above is None:
        return Reason(C.PLACED_LAST, facts)
    return Reason(C.PLACED_ABOVE, facts | {"other": move.above})


def _tie_reason(row: ApplicationRow, ordering: Ordering) -> Reason:
    facts: dict[str, object] = {"serial": row.id}
    if ordering.mode is RankingMode.DISCRETIONARY or ordering.tie_break is TieBreak.NONE:
        return Reason(C.TIE_NONE, facts)
    if ordering.tie_break is TieBreak.APPLICATION_DATE:
        return Reason(C.TIE_RECEIVED, facts | {"received_on": row.received_on})
    return Reason(C.TIE_LOT, facts | {"lot": lot(ordering.rule_set, row.id)})


def behind(
    row: ApplicationRow,
    above: ApplicationRow,
    last: Mapping[ApplicationId, Move],
    ordering: Ordering,
) -> Reason:
    """What separates two neighbours; a reason written about the other stays with the other."""
    if ordering.by_group and row.group is not above.group:
        return Reason(C.BEHIND_GROUP, {"group": row.group, "other_group": above.group})
    own, other = last.get(row.id), last.get(above.id)
    if own is not None:
        return Reason(C.BEHIND_PLACED, {"since": own.since, "reason": own.reason})
    if other is not None:
        return Reason(C.BEHIND_OTHER_PLACED, {"since": other.since, "other": above.id})
    if ordering.mode is RankingMode.DISCRETIONARY:
        return Reason(C.NOT_JUDGED)
    return _behind_weight(row, above, ordering) or _behind_tie(row, above, ordering)


def _behind_weight(row: ApplicationRow, above: ApplicationRow, ordering: Ordering) -> Reason | None:
    if ordering.mode is RankingMode.POINTS:
        points, other_points = _points(row.needs, ordering), _points(above.needs, ordering)
        told: dict[str, object] = {"points": points, "other_points": other_points}
        return Reason(C.BEHIND_POINTS, told) if points != other_points else None
    main, other_main = main_need(row.needs), main_need(above.needs)
    if main is other_main:
        return None
    return Reason(C.BEHIND_NEED, {"main": main, "other_main": other_main}, "BS-04")


def _behind_tie(row: ApplicationRow, above: ApplicationRow, ordering: Ordering) -> Reason:
    if ordering.tie_break is TieBreak.LOT:
        return Reason(C.BEHIND_LOT)
    by_day = ordering.tie_break is TieBreak.APPLICATION_DATE
    if by_day and row.received_on != above.received_on:
        return Reason(C.BEHIND_RECEIVED, {"received_on": row.received_on})
    return Reason(C.EQUAL)
