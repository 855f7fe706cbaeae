"""Talks in a lease's term that nobody has had (FV-25, B12), and what they are read from."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.leases.expiry.model import DueReview, ReviewKind
from app.leases.expiry.reviews import TermReviews

LATE = timedelta(days=30)
"""How long a talk may wait before it is more than for information."""
MOST_TOLD = 5
"""How many talks in the middle of a term are told one by one."""

_IDS = {ReviewKind.HALF_WAY: AlertId.HALF_WAY, ReviewKind.EXIT_PLAN: AlertId.EXIT_PLAN}
_WHY = {
    ReviewKind.HALF_WAY: Reason.HALF_WAY_DUE,
    ReviewKind.EXIT_PLAN: Reason.EXIT_PLAN_DUE,
}


def talks(found: Iterable[DueReview], today: date) -> Iterator[Alert]:
    """A talk is no legal deadline: for information at first, then soon, never red.

    Many in the middle of their term, as when leases are taken over, are told as one.
    """
    due = tuple(found)
    halfway = tuple(each for each in due if each.kind is ReviewKind.HALF_WAY)
    if len(halfway) > MOST_TOLD:
        yield _several(halfway)
    else:
        yield from (_talk(each, today) for each in halfway)
    yield from (_talk(each, today) for each in due if each.kind is ReviewKind.EXIT_PLAN)


def _talk(due: DueReview, today: date) -> Alert:
    exit_plan = due.kind is ReviewKind.EXIT_PLAN
    return Alert(
        id=_IDS[due.kind],
        urgency=Urgency.SOON if exit_plan or today >= due.since + LATE else Urgency.INFO,
        case=Ref("lease", due.lease),
        since=due.since,
        due=due.until,
        why=_WHY[due.kind],
        act=Act.HOLD_TALK,
        facts=(("end_on", due.until),) if exit_plan else (("since", due.since),),
    )


def _several(found: tuple[DueReview, ...]) -> Alert:
    return Alert(
        id=AlertId.HALF_WAY,
        urgency=Urgency.INFO,
        case=Ref("office", 1),
        since=found[0].since,
        why=Reason.HALF_WAY_SEVERAL,
        act=Act.SEE_TALKS,
        facts=(("count", len(found)), ("since", found[0].since)),
    )


class TermsDue:
    """Reads what the rule above needs, as it stands today."""

    def __init__(self, reviews: TermReviews) -> None:
        self._reviews = reviews

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        del parameters
        return tuple(talks(self._reviews.due(), today))

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Each talk by itself, on the day it should be had from."""
        del parameters
        return tuple(_talk(each, until) for each in self._reviews.due(on=until))
