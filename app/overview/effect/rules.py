"""The matrix and what it sums up to (E2, E3, E5). Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from app.applications.model import TargetGroup
from app.core.ids import PersonId
from app.followup.levels.model import HelpLevel
from app.overview.effect.model import (
    PLACES,
    Crossing,
    Effect,
    GoalSums,
    GroupMoves,
    MatrixRow,
    Moves,
    Place,
    Standings,
)

Levels = Mapping[PersonId, HelpLevel]
Groups = Mapping[PersonId, TargetGroup]


def standings(start: Levels, end: Levels, before: Groups, after: Groups) -> tuple[Standings, ...]:
    """Each person once (E5): the group is that of the start, for who came later that of the end."""
    return tuple(
        Standings(
            start.get(person), end.get(person), (before if person in start else after).get(person)
        )
        for person in sorted({*start, *end})
    )


def effect(first: date, last: date, known: Iterable[Standings], goals: GoalSums) -> Effect:
    """All of it; rows sum to those who stood there at the start (E2)."""
    counted = tuple(known)
    return Effect(
        first=first,
        last=last,
        matrix=matrix(counted),
        moves=moves(counted),
        groups=by_group(counted),
        crossings=crossings(counted),
        goals=goals,
    )


def matrix(known: Iterable[Standings]) -> tuple[MatrixRow, ...]:
    """From where to where."""
    counts = Counter((each.start, each.end) for each in known)
    return tuple(MatrixRow(start, tuple(counts[start, end] for end in PLACES)) for start in PLACES)


def moves(known: Iterable[Standings]) -> Moves:
    """How many moved inwards, outwards, not at all; who came and who is no longer there."""
    found = Counter(_way(each.start, each.end) for each in known)
    return Moves(**{way: found[way] for way in ("inwards", "outwards", "unchanged", "new", "gone")})


def _way(start: Place, end: Place) -> str:
    if start is None:
        return "new"
    if end is None:
        return "gone"
    if end == start:
        return "unchanged"
    return "inwards" if end < start else "outwards"


def by_group(known: Iterable[Standings]) -> tuple[GroupMoves, ...]:
    """The same by group, those without one last; the sums are those of all (E5)."""
    counted = tuple(known)
    there = {each.group for each in counted}
    order: tuple[TargetGroup | None, ...] = (*TargetGroup, None)
    return tuple(
        GroupMoves(group, moves(each for each in counted if each.group is group))
        for group in order
        if group in there
    )


def crossings(known: Iterable[Standings]) -> tuple[Crossing, ...]:
    """How many crossed each line of the target; who moved two rings crossed two lines."""
    pairs = [(each.start, each.end) for each in known]
    both = [(start, end) for start, end in pairs if start is not None and end is not None]
    return tuple(
        Crossing(
            outer,
            sum(start >= outer > end for start, end in both),
            sum(end >= outer > start for start, end in both),
        )
        for outer in HelpLevel
        if outer.followed
    )
