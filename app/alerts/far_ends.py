"""Leases that end a long time from now: many of them are told as one."""

from collections.abc import Iterable
from datetime import date

from app.alerts import rules
from app.alerts.model import Act, Alert, AlertId, EndingLease, Reason, Urgency
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.leases.expiry.rules import LADDER

MOST_TOLD = 5
"""How many leases that end in the months to come are told one by one."""
NEAR_STEPS = 1
"""So many steps of the ladder are left of one that always stands by itself."""


def told(rows: Iterable[EndingLease], parameters: Parameters, today: date) -> tuple[Alert, ...]:
    """What `rules.ending` tells, those about a far end (AL-03) as one when they are many.

    A lease that climbs to the next step of its ladder stands by itself again.
    """
    climbed_to = rules.climbing(parameters, today)
    near: list[EndingLease] = []
    far: list[tuple[EndingLease, rules.Climbed]] = []
    for row in rows:
        climbed = climbed_to(row.end_on) if today < row.end_on else None
        if climbed is not None and climbed.left > NEAR_STEPS and not row.renewal_decided:
            far.append((row, climbed))
        else:
            near.append(row)
    few = [row for row, _ in far] if len(far) <= MOST_TOLD else []
    alone = tuple(rules.ending((*near, *few), parameters, today))
    if few or not far:
        return alone
    one = _one(
        count=len(far),
        first=min(row.end_on for row, _ in far),
        since=min(climbed.first for _, climbed in far),
        basis=parameters[LADDER].basis,
        again=min(climbed.again for _, climbed in far),
    )
    return (*alone, one)


def _one(*, count: int, first: date, since: date, basis: str, again: date | None) -> Alert:
    return Alert(
        id=AlertId.LEASE_ENDS,
        urgency=Urgency.SOON,
        case=Ref("office", 1),
        since=since,
        basis=basis,
        why=Reason.LEASES_END,
        act=Act.SEE_ENDING,
        facts=(("count", count), ("first", first)),
        again=again,
    )
