"""Leases that end a long time from now: many of them are told as one."""

from collections.abc import Iterable
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref

MOST_TOLD = 5
"""How many leases that end in the months to come are told one by one."""
NEAR_STEPS = 1
"""So many steps of the ladder are left of one that always stands by itself."""


def gathered(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """The same gjøremål, those about a far end (AL-03) as one when they are many.

    A lease that climbs to the next step of its ladder stands by itself again.
    """
    every = tuple(alerts)
    far = tuple(each for each in every if _is_far(each))
    if len(far) <= MOST_TOLD:
        return every
    return (*(each for each in every if not _is_far(each)), _several(far))


def _is_far(alert: Alert) -> bool:
    """Two steps or more are left of its ladder."""
    left = dict(alert.facts).get("steps_left")
    return alert.why is Reason.LEASE_ENDS and isinstance(left, int) and left > NEAR_STEPS


def _several(far: tuple[Alert, ...]) -> Alert:
    first = min(each.due or date.max for each in far)
    return Alert(
        id=AlertId.LEASE_ENDS,
        urgency=Urgency.SOON,
        case=Ref("office", 1),
        since=min(each.since for each in far),
        basis=far[0].basis,
        why=Reason.LEASES_END,
        act=Act.SEE_ENDING,
        facts=(("count", len(far)), ("first", first)),
        again=min((each.again for each in far if each.again is not None), default=None),
    )
