"""What must hold when a dwelling comes back, and what living on costs. Pure (HL-73, HL-74)."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.money import Ore
from app.core.rent_days import for_days
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.handback.model import AFTERWARDS, Handback, OccupationCharge
from app.leases.model import Lease, LeaseState

_CAN_COME_BACK = frozenset(
    {
        LeaseState.RUNNING,
        LeaseState.PAST_TERM,
        LeaseState.TURNED_OPEN_ENDED,
        LeaseState.UNDER_NOTICE,
        LeaseState.OVERSTAY,
        LeaseState.ENDED,
    }
)


def problems(
    handback: Handback, lease: Lease, status: DwellingStatus, today: date
) -> Iterator[Problem]:
    """What is wrong with a handback as typed."""
    keys_on, start = handback.keys_on, lease.draft.start
    if keys_on is None:
        yield Problem("keys_on", "handback_day_missing", "HL-73")
    elif keys_on > today:
        yield Problem("keys_on", "day_in_future", remedy=today)
    elif lease.state not in _CAN_COME_BACK or (start is not None and keys_on < start):
        yield Problem("keys_on", "handback_before_start", "HL-73")
    elif not ended(lease) and not runs_out(lease, keys_on):
        yield Problem("keys_on", "handback_needs_end", "HL-73")
    if status not in AFTERWARDS:
        yield Problem("status", "handback_status_unknown", "HL-73")


def ended(lease: Lease) -> bool:
    """Whether its last day is already told, by notice, agreement or a lease after it."""
    return lease.ended_on is not None or lease.state is LeaseState.ENDED


def runs_out(lease: Lease, keys_on: date) -> bool:
    """Whether the keys come back because the term has run out, nobody having ended it (HL-41)."""
    end = lease.draft.end
    open_ended = lease.state is LeaseState.TURNED_OPEN_ENDED
    return end is not None and keys_on >= end and not open_ended


def charge(monthly: Ore, last_day: date, until: date, *, running: bool) -> OccupationCharge | None:
    """For each day after the last one through `until`; None when nobody lived on (HL-74)."""
    if until <= last_day:
        return None
    first = last_day + timedelta(days=1)
    days = (until - last_day).days
    return OccupationCharge(
        monthly, first, until, days, for_days(monthly, first, until), running=running
    )
