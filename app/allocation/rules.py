"""The order of the waiting list. Pure.

By the municipality's way: its groups first, the most pressing need, points as an aid, or nothing
but the office's own judgement. On top of it lie the officer's moves, each with a written reason.
The day a request came parts two equals only where the municipality says so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.allocation.model import SAME_RANK, GroupOrder, Move, Ordering, Ranked, WaitingPlace
from app.allocation.reasons import Telling, neutral, spots
from app.allocation.rulesets.model import AdoptedRuleSet
from app.applications.model import ApplicationRow, TargetGroup
from app.core.errors import Problem
from app.core.ids import ApplicationId

Rows = Mapping[ApplicationId, ApplicationRow]
Groups = Mapping[ApplicationId, TargetGroup | None]


def ordering_of(rule_set: AdoptedRuleSet, groups: GroupOrder) -> Ordering:
    """The way of a set, with the order of groups that holds beside it."""
    rules = rule_set.rules
    return Ordering(
        groups, rules.ranking, rules.tie_break, rules.points, rule_set.id, rules.claims_next.strip()
    )


def proposed_ordering(rule_set: AdoptedRuleSet, day: date) -> Ordering:
    """As if the set, with its own order of groups, were in force from the day."""
    return ordering_of(rule_set, GroupOrder(rule_set.rules.groups, day, rule_set.source))


def rank(
    rows: Iterable[ApplicationRow],
    ordering: Ordering,
    moves: Sequence[Move],
    gone: Iterable[ApplicationRow] = (),
) -> tuple[WaitingPlace, ...]:
    """Everyone in `rows`, each with a line of their own; those who are equal share a rank.

    `moves` are oldest first. `gone` are those no longer on the list that moves still point at
    (`pointed_at`): who was put above one of them stays where that one would have stood.
    """
    present = {row.id: row for row in rows}
    known = {row.id: row for row in gone} | present
    places: list[WaitingPlace] = []
    tell = Telling(ordering)
    for mine, own in buckets({row.id: row.group for row in present.values()}, ordering, moves):
        moved = live_moves(mine, own)
        last = {move.application: move for move in moved}
        sequence = tuple(in_order(mine, moved, known, ordering))
        there = spots(sequence, last)
        for application in sequence:
            above = places[-1] if places else None
            row = present[application]
            reasons = tell.own(row, last.get(application), there.get(application))
            parts = None if above is None else tell.behind(row, above.row, last)
            at = len(places) + 1
            same = None if parts is None or parts.code not in SAME_RANK else above
            places.append(WaitingPlace(at, row, reasons, parts, same.rank if same else at))
    return tuple(places)


def buckets(
    groups: Groups, ordering: Ordering, moves: Sequence[Move]
) -> Iterator[tuple[frozenset[ApplicationId], list[Move]]]:
    """Those weighed with each other and the moves among them, first to last.

    Each group by itself where the set goes by groups; otherwise all together, and every move
    counts.
    """
    if not ordering.by_group:
        yield frozenset(groups), list(moves)
        return
    for group in (*ordering.groups.sequence, None):
        mine = frozenset(each for each, its in groups.items() if its is group)
        yield mine, [move for move in moves if move.group is group]


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


def pointed_at(
    rows: Iterable[ApplicationRow], moves: Sequence[Move], ordering: Ordering
) -> frozenset[ApplicationId]:
    """Those that live moves speak of but who are not on the list."""
    present = {row.id: row.group for row in rows}
    spoken: set[ApplicationId] = set()
    for mine, own in buckets(present, ordering, moves):
        spoken |= spoken_of(live_moves(mine, own))
    return frozenset(spoken - present.keys())


def spoken_of(moves: Iterable[Move]) -> set[ApplicationId]:
    """Everyone that moves name."""
    return {each for move in moves for each in (move.application, move.above) if each is not None}


def in_order(
    mine: frozenset[ApplicationId],
    moves: Sequence[Move],
    known: Mapping[ApplicationId, Ranked],
    ordering: Ordering,
) -> Iterator[ApplicationId]:
    """The neutral order with every live move laid on top, oldest first."""
    members = mine | spoken_of(moves)
    key = neutral(ordering)
    sequence = sorted(members, key=lambda each: key(known[each]))
    for move in moves:
        sequence.remove(move.application)
        at = len(sequence) if move.above is None else sequence.index(move.above)
        sequence.insert(at, move.application)
    return (each for each in sequence if each in mine)


def rank_in(
    sequence: Sequence[ApplicationId],
    application: ApplicationId,
    placed: frozenset[ApplicationId],
    known: Mapping[ApplicationId, Ranked],
    ordering: Ordering,
) -> int:
    """The rank of one among those it is weighed with: that of the first it is equal to.

    `placed` are those the office has placed itself; they are equal to nobody.
    """
    at, key = sequence.index(application), neutral(ordering)
    if application in placed:
        return at + 1
    own = key(known[application])[:2]
    while at and sequence[at - 1] not in placed and key(known[sequence[at - 1]])[:2] == own:
        at -= 1
    return at + 1


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
    rows: Rows,
    application: ApplicationId,
    above: ApplicationId | None,
    reason: str,
    by_group: bool = True,
) -> tuple[Problem, ...]:
    """What is wrong with a move among those on the list; `by_group` as `Ordering.by_group`."""
    problems = []
    if not reason.strip():
        problems.append(Problem("reason", "reason_missing", "FV-09"))
    if application not in rows:
        problems.append(Problem("application", "not_on_list"))
    if above is not None and above not in rows:
        problems.append(Problem("above", "not_on_list"))
    if application == above:
        problems.append(Problem("above", "above_itself"))
    if problems or above is None or not by_group:
        return tuple(problems)
    if rows[above].group is not rows[application].group:
        problems.append(Problem("above", "above_in_other_group"))
    return tuple(problems)
