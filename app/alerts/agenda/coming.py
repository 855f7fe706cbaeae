"""What will need someone: the steps of the ladders that lie ahead, beside what stands. Pure."""

from collections.abc import Iterable
from datetime import date

from app.alerts.agenda.model import Step
from app.alerts.model import Alert


def steps(
    standing: Iterable[Alert], foreseen: Iterable[Alert], today: date, until: date
) -> tuple[Step, ...]:
    """`standing` as of today, each by itself; `foreseen` as it would stand on the last day.

    One that begins in between is told on the day to act by where that lies there too, else on the
    day it begins. One that stands is told by its own day, and here on the next step of its ladder.
    """
    now = tuple(standing)
    known = {(each.case, each.due) for each in now}
    found: dict[tuple[object, date], Step] = {}
    for each in now:
        step = each.again
        if step is not None and today < step <= until and step != each.due:
            found.setdefault((each.case, step), Step(step, each, next=True))
    for each in foreseen:
        if not today < each.since <= until:
            continue
        due = each.due
        day = due if due is not None and each.since <= due <= until else each.since
        if (each.case, day) not in known:
            found.setdefault((each.case, day), Step(day, each))
    return tuple(sorted(found.values(), key=lambda each: (each.day, each.alert.id, *_case(each))))


def _case(step: Step) -> tuple[str, int]:
    return step.alert.case.kind, step.alert.case.id
