"""The order of the waiting list and the reasons for it. Pure.

The municipality's groups first; inside a group the officer's own moves, each with a written
reason; where nobody has chosen, the most pressing need, and only between equals the day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.allocation.model import GroupOrder, Move, Ranked, Reason, ReasonCode, WaitingPlace
from app.applications.model import ApplicationRow, MainNeed, TargetGroup
from app.applications.rules import main_need
from app.core.errors import Problem
from app.core.ids import ApplicationId

C = ReasonCode
Rows = Mapping[ApplicationId, ApplicationRow]

_PRESSING = {main: at for at, main in enumerate(MainNeed)}


def rank(
    rows: Iterable[ApplicationRow],
    order: GroupOrder,
    moves: Sequence[Move],
    gone: Iterable[ApplicationRow] = (),
) -> tuple[WaitingPlace, ...]:
    """Everyone in `rows`, each with a place of their own.

    `moves` are oldest first. `gone` are those no longer on the list that moves still point at
    (`pointed_at`): who was put above one of them stays where that one would have stood.
    """
    present = {row.id: row for row in rows}
    known = {row.id: row for row in gone} | present
    places: list[WaitingPlace] = []
    for group in (*order.sequence, None):
        mine = frozenset(row.id for row in present.values() if row.group is group)
        moved = live_moves(mine, [move for move in moves if move.group is group])
        last = {move.application: move for move in moved}
        for application in in_order(mine, moved, known):
            above = places[-1].row if places else None
            row = present[application]
            behind = None if above is None else _behind(row, above, last)
            reasons = (_group_reason(row, order), _need_reason(row), _order_reason(row, last))
            places.append(WaitingPlace(len(places) + 1, row, reasons, behind))
    return tuple(places)


def live_moves(present: frozenset[ApplicationId], moves: Sequence[Move]) -> tuple[Move, ...]:
    """The moves, oldest first, that the order of those present still rests on.

    Where someone stood before their last move matters only to those who were put above them then.
    """
    needed, live = set(present), []
    for move in reversed(moves):
        if move.application in needed:
            live.append(move)
            needed.discard(move.application)
            if move.above is not None:
                needed.add(move.above)
    return tuple(reversed(live))


def pointed_at(rows: Iterable[ApplicationRow], moves: Sequence[Move]) -> frozenset[ApplicationId]:
    """Those that live moves speak of but who are not on the list."""
    present = {row.id: row.group for row in rows}
    spoken_of: set[ApplicationId] = set()
    for group in {move.group for move in moves}:
        mine = frozenset(each for each, its in present.items() if its is group)
        spoken_of |= _spoken_of(live_moves(mine, [move for move in moves if move.group is group]))
    return frozenset(spoken_of - present.keys())


def _spoken_of(moves: Iterable[Move]) -> set[ApplicationId]:
    return {each for move in moves for each in (move.application, move.above) if each is not None}


def in_order(
    mine: frozenset[ApplicationId],
    moves: Sequence[Move],
    known: Mapping[ApplicationId, Ranked],
) -> Iterator[ApplicationId]:
    """One group: the neutral order with every live move laid on top, oldest first."""
    members = mine | _spoken_of(moves)
    sequence = sorted(members, key=lambda each: _neutral(known[each]))
    for move in moves:
        sequence.remove(move.application)
        at = len(sequence) if move.above is None else sequence.index(move.above)
        sequence.insert(at, move.application)
    return (each for each in sequence if each in mine)


def _neutral(row: Ranked) -> tuple[int, date, ApplicationId]:
    main = main_need(row.needs)
    return (len(_PRESSING) if main is None else _PRESSING[main], row.received_on, row.id)


def _group_reason(row: ApplicationRow, order: GroupOrder) -> Reason:
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
    codes = tuple(sorted(need.code for need in row.needs))
    return Reason(C.NEED, {"main": main, "codes": codes}, "BS-04")


def _order_reason(row: ApplicationRow, last: Mapping[ApplicationId, Move]) -> Reason:
    move = last.get(row.id)
    if move is None:
        return Reason(C.NOT_PLACED, {"received_on": row.received_on})
    facts: dict[str, object] = {"since": move.since, "reason": move.reason}
    if move.above is None:
        return Reason(C.PLACED_LAST, facts)
    return Reason(C.PLACED_ABOVE, facts | {"other": move.above})


def _behind(
    row: ApplicationRow, above: ApplicationRow, last: Mapping[ApplicationId, Move]
) -> Reason:
    """What separates two neighbours; a reason written about the other stays with the other."""
    if row.group is not above.group:
        return Reason(C.BEHIND_GROUP, {"group": row.group, "other_group": above.group})
    own, other = last.get(row.id), last.get(above.id)
    if own is not None:
        return Reason(C.BEHIND_PLACED, {"since": own.since, "reason": own.reason})
    if other is not None:
        return Reason(C.BEHIND_OTHER_PLACED, {"since": other.since, "other": above.id})
    main, other_main = main_need(row.needs), main_need(above.needs)
    if main is not other_main:
        return Reason(C.BEHIND_NEED, {"main": main, "other_main": other_main}, "BS-04")
    code = C.BEHIND_REGISTERED if row.received_on == above.received_on else C.BEHIND_RECEIVED
    return Reason(code, {"received_on": row.received_on})


def count_by_group(places: Iterable[WaitingPlace]) -> dict[TargetGroup | None, int]:
    """How many wait in each group that has any, in the order of the list."""
    counts: dict[TargetGroup | None, int] = {}
    for place in places:
        counts[place.row.group] = counts.get(place.row.group, 0) + 1
    return counts


def check_order(listed: tuple[TargetGroup, ...], source: str) -> tuple[Problem, ...]:
    """What is wrong with an order of groups."""
    problems = []
    if not listed:
        problems.append(Problem("listed", "groups_missing"))
    if len(set(listed)) < len(listed):
        problems.append(Problem("listed", "group_twice"))
    if not source.strip():
        problems.append(Problem("source", "source_missing"))
    return tuple(problems)


def check_move(
    rows: Rows, application: ApplicationId, above: ApplicationId | None, reason: str
) -> tuple[Problem, ...]:
    """What is wrong with a move among those on the list."""
    problems = []
    if not reason.strip():
        problems.append(Problem("reason", "reason_missing", "FV-09"))
    if application not in rows:
        problems.append(Problem("application", "not_on_list"))
    if above is not None and above not in rows:
        problems.append(Problem("above", "not_on_list"))
    if application == above:
        problems.append(Problem("above", "above_itself"))
    if not problems and above is not None and rows[above].group is not rows[application].group:
        problems.append(Problem("above", "above_in_other_group"))
    return tuple(problems)
