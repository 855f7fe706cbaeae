"""What the start package proposes: who sees to each part, and by when. Pure (D19)."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.decisions.content.model import StartPart
from app.leases.handover.start.model import StartOwner, StartTask

_OWNERS: Mapping[StartPart, StartOwner] = {
    StartPart.LEASE_EXPLAINED: StartOwner.OFFICE,
    StartPart.KEYS: StartOwner.OFFICE,
    StartPart.POWER: StartOwner.TENANT,
    StartPart.INSURANCE: StartOwner.TENANT,
    StartPart.BOSTOTTE: StartOwner.TENANT,
    StartPart.ADDRESS_CHANGE: StartOwner.TENANT,
    StartPart.MAILBOX: StartOwner.CARETAKER,
    StartPart.HOUSE_RULES: StartOwner.OFFICE,
    StartPart.FIRST_VISIT: StartOwner.CONTACT,
    StartPart.RENT_DEDUCTION: StartOwner.TENANT,
}


def proposed(
    part: StartPart, start: date, *, bostotte_day: int, visit_days: int, decided: bool
) -> StartTask:
    """A part as it is before anyone has said otherwise."""
    due = start
    if part is StartPart.BOSTOTTE:
        due = bostotte_due(start, bostotte_day)
    elif part is StartPart.FIRST_VISIT:
        due = start + timedelta(days=visit_days)
    return StartTask(part, _OWNERS[part], due, decided=decided)


def bostotte_due(start: date, day: int) -> date:
    """The last day to apply in the month it begins; the month after when that has been."""
    if start.day <= day:
        return start.replace(day=day)
    return (start.replace(day=1) + timedelta(days=31)).replace(day=day)


def put_together(
    proposals: tuple[StartTask, ...], settled: Mapping[StartPart, StartTask]
) -> tuple[StartTask, ...]:
    """What was settled stands in place of what was proposed; in the order of the list."""
    known = {task.part: task for task in proposals} | dict(settled)
    return tuple(known[part] for part in StartPart if part in known)
