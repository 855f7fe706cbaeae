"""From records to gjøremål. Pure: nothing is stored, so nothing can go stale."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from app.alerts.model import Act, Alert, AlertId, CopyAge, EndingLease, Reason, Snooze, Urgency
from app.applications.model import Unanswered
from app.core.deadlines import Deadline
from app.core.errors import Problem
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.core.periods import Period, add
from app.leases.expiry.rules import LADDER, days_after, days_before, in_time, request_window
from app.letters.model import ToSendRow

UNSENT_DAYS = (1, 3)
"""How old a letter may get under «Skal sendes» before it is soon, and before it is now."""
COPY_DAYS = 7
"""How old the copy outside may get."""

_ORDER = {Urgency.NOW: 0, Urgency.SOON: 1, Urgency.INFO: 2}


def in_order(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """The most urgent first; of those a home in danger, with children before others (AL-02)."""
    return tuple(sorted(alerts, key=_place))


_HOMES = (AlertId.EVICTION_CHILDREN, AlertId.EVICTION)


def _place(alert: Alert) -> tuple[int, int, date, str, str, int]:
    return (
        _ORDER[alert.urgency],
        _HOMES.index(alert.id) if alert.id in _HOMES else len(_HOMES),
        alert.due or date.max,
        alert.id,
        alert.case.kind,
        alert.case.id,
    )


def unanswered(found: Iterable[Unanswered], parameters: Parameters, today: date) -> Iterator[Alert]:
    """Applications without an answer (AL-07, FV-02): now from the first step, told at each."""
    days = sorted(parameters.numbers("al.prelim_days", today))
    for each in found:
        row, limit = each.row, each.clock.deadline
        # a month can be shorter than the steps: then the last safe day is the last step
        steps = [min(row.received_on + timedelta(day), limit.warn_day) for day in days]
        if not steps or today < steps[0]:
            continue
        yield Alert(
            id=AlertId.UNANSWERED,
            urgency=Urgency.NOW,
            case=Ref("application", row.id),
            since=steps[0],
            due=limit.warn_day,
            counted_day=limit.nominal,
            basis=limit.basis,
            why=Reason.ANSWER_LATE if today > limit.moved else Reason.NOT_ANSWERED,
            act=Act.WRITE_PRELIMINARY_REPLY,
            facts=(("received_on", row.received_on),),
            again=min((step for step in steps if step > today), default=None),
        )


def horizon(ladder: Iterable[Period], today: date) -> date:
    """How far ahead an end is looked for: the ladder's first step (AL-03, AL-19)."""
    first = min((add(step, today) for step in ladder), default=today)
    # a few days more, since months are not equally long; the ladder itself decides
    return max(today, today + (today - first) + timedelta(days=4))


def ending(rows: Iterable[EndingLease], parameters: Parameters, today: date) -> Iterator[Alert]:
    """Leases that end without a decision (AL-03), or have ended without a request (AL-04)."""
    periods, basis = parameters.ladder(LADDER, today), parameters[LADDER].basis
    before = climbing(parameters, today)

    @cache  # thousands of leases end on few days
    def after(end: date) -> tuple[Deadline, tuple[date, ...]]:
        window = request_window(end, parameters)
        return window, days_after(end, periods, window)

    for row in rows:
        if today < row.end_on:
            climbed = before(row.end_on)
            if climbed is not None:
                yield from _before_the_end(row, climbed, basis)
        else:
            yield from _after_the_end(row, *after(row.end_on), today)


class Climbed(NamedTuple):
    """How far a day has come on the ladder of a last day, and the step that comes next."""

    first: date
    last: date
    left: int
    again: date


def climbing(parameters: Parameters, today: date) -> Callable[[date], Climbed | None]:
    """How far today has come before a last day, once for each; None before the first step."""
    periods = parameters.ladder(LADDER, today)

    @cache
    def climbed(end: date) -> Climbed | None:
        steps = days_before(end, periods)
        reached = sum(day <= today for day in steps)
        if not reached:
            return None
        again = steps[reached] if reached < len(steps) else end
        return Climbed(steps[0], steps[reached - 1], len(steps) - reached, again)

    return climbed


def _before_the_end(row: EndingLease, climbed: Climbed, basis: str) -> Iterator[Alert]:
    unsigned = climbed.left == 0 and row.renewal_granted
    if row.renewal_decided and not unsigned:
        return
    yield Alert(
        id=AlertId.LEASE_ENDS,
        urgency=Urgency.SOON if climbed.left or unsigned else Urgency.NOW,
        case=Ref("lease", row.lease),
        since=climbed.last if unsigned else climbed.first,
        due=row.end_on,
        counted_day=row.end_on,
        basis=basis,
        why=Reason.RENEWAL_NOT_SIGNED if unsigned else Reason.LEASE_ENDS,
        act=Act.SIGN_RENEWAL if unsigned else Act.DECIDE_RENEWAL,
        facts=(("end_on", row.end_on), ("steps_left", climbed.left)),
        again=climbed.again,
    )


def _after_the_end(
    row: EndingLease, limit: Deadline, steps: tuple[date, ...], today: date
) -> Iterator[Alert]:
    """A request before the end or after the window is none (HL-42, DOC-16).

    The day to act is the last safe one before the unadjusted day, since the law may or may not
    move it. It stands from the last day of the term whatever the ladder holds. When the law has
    done it, no day to act is left: those that can still be saved stand before it.
    """
    if in_time(row.move_out_request_sent, limit):
        return
    lapsed = today > limit.moved
    late = today > limit.last_safe_day
    yield Alert(
        id=AlertId.LEASE_ENDED,
        urgency=Urgency.NOW,
        case=Ref("lease", row.lease),
        since=row.end_on,
        due=None if lapsed else limit.last_safe_day,
        counted_day=None if lapsed else limit.nominal,
        basis=limit.basis,
        why=_after_end_reason(lapsed, late),
        act=_after_end_act(lapsed, row.renewal_granted),
        facts=(("end_on", row.end_on),),
        again=min((day for day in steps if day > today), default=None),
    )


def _after_end_act(lapsed: bool, granted: bool) -> Act:
    """One who may stay is not asked to move: the next lease is what lacks."""
    if lapsed:
        return Act.OPEN_LEASE
    return Act.SIGN_RENEWAL if granted else Act.SEND_MOVE_OUT_REQUEST


def _after_end_reason(lapsed: bool, late: bool) -> Reason:
    if lapsed:
        return Reason.LEASE_OPEN_ENDED
    return Reason.MOVE_OUT_REQUEST_LATE if late else Reason.LEASE_ENDED


def unsent(rows: Iterable[ToSendRow], today: date) -> Iterator[Alert]:
    """Letters that are finished and still here; one that came back needs someone at once."""
    soon, now = UNSENT_DAYS
    for row in rows:
        age = (today - row.issued_on).days
        if row.returned_on is None and age <= soon:
            continue
        returned = row.returned_on
        yield Alert(
            id=AlertId.UNSENT,
            urgency=Urgency.NOW if returned or age > now else Urgency.SOON,
            case=Ref("document", row.id),
            since=returned or row.issued_on + timedelta(days=soon + 1),
            due=(returned or row.issued_on) + timedelta(days=now),
            why=Reason.LETTER_RETURNED if returned else Reason.LETTER_UNSENT,
            act=Act.RECORD_SENDING,
            name=row.name,
            facts=(("kind", row.kind.value), ("number", row.number), ("issued_on", row.issued_on)),
        )


def backup(age: CopyAge, today: date) -> Iterator[Alert]:
    """The copy outside the machine is late, was never made, or has no place to go."""
    if not age.late:
        return
    due = age.copied_on + timedelta(days=COPY_DAYS) if age.copied_on else today
    yield Alert(
        id=AlertId.BACKUP_LATE,
        urgency=Urgency.SOON,
        case=Ref("office", 1),
        since=due,
        due=due,
        why=_backup_reason(age),
        act=Act.BACK_UP if age.place_chosen else Act.CHOOSE_PLACE_OUTSIDE,
        facts=(("copied_on", age.copied_on),) if age.copied_on else (),
    )


def _backup_reason(age: CopyAge) -> Reason:
    if not age.place_chosen:
        return Reason.NO_PLACE_OUTSIDE
    return Reason.COPY_OUTSIDE_LATE if age.copied_on else Reason.NEVER_COPIED_OUTSIDE


def check_snooze(alert: Alert, until: date, reason: str, today: date) -> tuple[Problem, ...]:
    """What is wrong with putting it off: no reason, no day ahead, past the last day or the step."""
    problems: tuple[Problem, ...] = ()
    if until <= today:
        problems += (Problem("until", "snooze_not_ahead", remedy=today + timedelta(days=1)),)
    elif alert.due is not None and today < alert.due < until:
        problems += (Problem("until", "snooze_past_due", remedy=alert.due),)
    elif alert.again is not None and alert.again < until:
        facts: dict[str, object] = {"last": alert.again}
        problems += (Problem("until", "snooze_past_step", remedy=alert.again, facts=facts),)
    if not reason.strip():
        problems += (Problem("reason", "reason_missing"),)
    return problems


def holds(snooze: Snooze, today: date) -> bool:
    """Whether it is still put off: on its day it shows again by itself."""
    return today < snooze.until
