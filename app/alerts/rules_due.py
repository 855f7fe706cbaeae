"""AL-20: rates that should have got a new value, or soon will. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from app.core.parameters import Parameters

ANNOUNCED = {(1, 1): (12, 1), (7, 1): (6, 1)}
"""From which day a coming update is told: 1 December for New Year, 1 June for 1 July."""

_CASE = Ref("office", 1)


def rules_due(parameters: Parameters, today: date) -> Iterator[Alert]:
    """One gjøremål for all of them: those that are late, else those that soon come."""
    late = {key: max(_before(parameters, key, today)) for key in parameters.outdated(today)}
    if late:
        since = min(late.values())
        yield _alert(Reason.RATES_LATE, since, None, len(late))
        return
    for due, told in _announced(today):
        awaited = [each for each in parameters.values() if each.awaited(due)]
        if awaited and told <= today < due:
            yield _alert(Reason.RATES_COMING, told, due, len(awaited))


def _before(parameters: Parameters, key: str, today: date) -> Iterator[date]:
    """The days up to today that a value was expected."""
    for month, day in parameters[key].updates:
        for year in (today.year - 1, today.year):
            if date(year, month, day) <= today:
                yield date(year, month, day)


def _announced(today: date) -> Iterator[tuple[date, date]]:
    """The coming days of update, each with the day it is told from."""
    for (month, day), (told_month, told_day) in ANNOUNCED.items():
        year = today.year if (month, day) > (today.month, today.day) else today.year + 1
        due = date(year, month, day)
        told = date(year, told_month, told_day)
        yield due, told if told < due else date(year - 1, told_month, told_day)


def _alert(why: Reason, since: date, due: date | None, count: int) -> Alert:
    last = due - timedelta(days=1) if due else None
    facts: tuple[tuple[str, str | int | date], ...] = (("count", count),)
    return Alert(
        id=AlertId.RULES_DUE,
        urgency=Urgency.INFO,
        case=_CASE,
        since=since,
        due=last,
        why=why,
        act=Act.OPEN_RULES,
        facts=(*facts, ("due", due)) if due else facts,
    )
