"""Who a new rule set would move. Pure."""

from collections.abc import Mapping, Sequence

from app.allocation.eligibility.model import CriterionResult, Shifted, Turned
from app.allocation.eligibility.rules import outcome
from app.allocation.model import WaitingPlace
from app.applications.model import ApplicationRow
from app.core.ids import ApplicationId

Criteria = tuple[CriterionResult, ...]


def turned(
    rows: Mapping[ApplicationId, ApplicationRow],
    judged: Mapping[ApplicationId, tuple[Criteria, Criteria]],
) -> tuple[Turned, ...]:
    """Those whose outcome becomes another, with the criteria that stand otherwise then."""
    return tuple(
        Turned(rows[key], outcome(before), outcome(after), _changed(before, after))
        for key, (before, after) in judged.items()
        if outcome(before) is not outcome(after)
    )


def _changed(before: Criteria, after: Criteria) -> Criteria:
    """Criteria of the new set that stand otherwise, and those it no longer asks."""
    stood = {each.criterion: each.met for each in before}
    asked = {each.criterion for each in after}
    otherwise = tuple(each for each in after if stood.get(each.criterion) is not each.met)
    return (*otherwise, *(each for each in before if each.criterion not in asked))


def shifted(before: Sequence[WaitingPlace], after: Sequence[WaitingPlace]) -> tuple[Shifted, ...]:
    """Those whose rank becomes another, in the new order."""
    ranks = {place.row.id: place.rank for place in before}
    return tuple(
        Shifted(place.row, ranks[place.row.id], place.rank, place.behind)
        for place in after
        if ranks[place.row.id] != place.rank
    )
