"""What our notices to end a lease ask of a person: protests to be tried (AL-12), and what fell."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.core.periods import add
from app.leases.notices.model import NoticeDue, NoticeStanding
from app.leases.notices.rules import standing

LADDER = "al.protest_days"
SUE = "hl.sue_months_after_protest_deadline"
PROTEST = "hl.protest_months"
TOLD_DAYS = 7
"""How long it is told that a notice fell, or that nobody protested."""


class Ours(Protocol):
    """Where the landlord's notices come from."""

    def due(self) -> tuple[NoticeDue, ...]:
        """Those that are given and not withdrawn."""
        ...


class NoticesDue:
    """Reads what the rules below need, as it stands today; whose it is, is put on last."""

    def __init__(self, ours: Ours) -> None:
        self._ours = ours

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        rows = self._ours.due()
        return (
            *to_try(rows, parameters, today),
            *lapsed(rows, parameters, today),
            *unprotested(rows, parameters, today),
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """The day a notice falls, and the day after the last one to protest.

        A protest stands from the day it came, and is told on each step of its ladder.
        """
        rows = self._ours.due()
        days = {each.protest_until.earliest_action for each in rows if each.protest_until}
        days |= {
            protest.lapses_on
            for each in rows
            if (protest := each.notice.protest) is not None and protest.lapses_on is not None
        }
        return tuple(
            alert
            for day in sorted(days)
            if day <= until
            for on in (tuple(replace(row, standing=standing(row.notice, day)) for row in rows),)
            for alert in (*lapsed(on, parameters, day), *unprotested(on, parameters, day))
            if alert.since == day
        )


def to_try(rows: Iterable[NoticeDue], parameters: Parameters, today: date) -> Iterator[Alert]:
    """A protest in time: sue by the last safe day, or the notice falls (HL-67, AL-12)."""
    for row in rows:
        protest = row.notice.protest
        if row.standing is not NoticeStanding.PROTESTED or protest is None:
            continue
        if protest.sue_by is None or protest.lapses_on is None:
            continue
        steps = [add(step, protest.sue_by) for step in parameters.ladder(LADDER, today)]
        red = min(steps, default=protest.sue_by)
        yield _alert(
            row,
            Urgency.NOW if today >= red else Urgency.SOON,
            Reason.PROTEST_TO_TRY,
            since=protest.received_on,
            due=protest.sue_by,
            basis=parameters[SUE].basis,
            facts=(("due", protest.sue_by), ("lapse_on", protest.lapses_on)),
            again=min((day for day in steps if day > today), default=None),
        )


def lapsed(rows: Iterable[NoticeDue], parameters: Parameters, today: date) -> Iterator[Alert]:
    """It fell by itself: the lease runs on (HL-67)."""
    for row in rows:
        protest = row.notice.protest
        if row.standing is not NoticeStanding.LAPSED or protest is None:
            continue
        if protest.lapses_on is not None and _told_now(protest.lapses_on, today):
            yield _alert(
                row,
                Urgency.SOON,
                Reason.NOTICE_LAPSED,
                since=protest.lapses_on,
                due=None,
                basis=parameters[SUE].basis,
                facts=(("lapse_on", protest.lapses_on),),
            )


def unprotested(rows: Iterable[NoticeDue], parameters: Parameters, today: date) -> Iterator[Alert]:
    """The time to protest has passed: the notice stands (HL-66, TV-01 letter c)."""
    for row in rows:
        until, protest = row.protest_until, row.notice.protest
        if row.standing is not NoticeStanding.HOLDS or until is None:
            continue
        if (protest is None or protest.late) and _told_now(until.earliest_action, today):
            yield _alert(
                row,
                Urgency.INFO,
                Reason.NOTICE_UNPROTESTED,
                since=until.earliest_action,
                due=None,
                basis=parameters[PROTEST].basis,
                facts=(("end_on", row.notice.end_on),),
            )


def _told_now(began: date, today: date) -> bool:
    return began <= today < began + timedelta(days=TOLD_DAYS)


def _alert(
    row: NoticeDue,
    urgency: Urgency,
    why: Reason,
    *,
    since: date,
    due: date | None,
    basis: str,
    facts: tuple[tuple[str, Fact], ...],
    again: date | None = None,
) -> Alert:
    return Alert(
        id=AlertId.PROTEST,
        urgency=urgency,
        case=Ref("lease", row.notice.lease),
        since=since,
        due=due,
        basis=basis,
        why=why,
        act=Act.OPEN_ENDING,
        facts=facts,
        again=again,
    )
