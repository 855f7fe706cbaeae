"""Days that letters told: the answer that did not come, papers, a lapse ahead, the sweep."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Protocol

from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.applications.answers.model import Promise, Ticking, Validity
from app.core.ids import Ref
from app.core.parameters import Parameters

PRELIMINARY = "fvl.prelim_months"
VALID = "local.valid_months"


class Clocks(Protocol):
    """Where open applications and their clocks come from."""

    def ticking(self) -> tuple[Ticking, ...]:
        """Every open application."""
        ...

    def sweep_day(self) -> date:
        """Those not heard of since before this day are to be asked."""
        ...

    def to_ask(self, ticking: Iterable[Ticking], before: date) -> tuple[Ticking, ...]:
        """Those of them that the sweep should ask."""
        ...


class AnswersDue:
    """Reads what the rules below need, as it stands today."""

    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        ticking = self._clocks.ticking()
        before = self._clocks.sweep_day()
        return (
            *broken_promises(ticking, parameters, today),
            *papers(ticking, today),
            *lapses(ticking, parameters, today),
            *sweep(self._clocks.to_ask(ticking, before), before),
        )


def broken_promises(
    ticking: Iterable[Ticking], parameters: Parameters, today: date
) -> Iterator[Alert]:
    """The day told for the answer has come (FV-02): soon on it, now when it has passed."""
    for each in ticking:
        promise = each.promise
        if promise is None or promise.notice.sent_on is None or today < promise.act_by:
            continue
        yield _alert(
            each,
            AlertId.UNANSWERED,
            Urgency.NOW if promise.passed else Urgency.SOON,
            since=promise.act_by,
            due=promise.act_by,
            basis=parameters[PRELIMINARY].basis,
            why=_promise_reason(promise),
            act=Act.WRITE_DELAY_NOTICE,
            facts=(("told", promise.notice.told_day),),
        )


def _promise_reason(promise: Promise) -> Reason:
    return Reason.PROMISE_BROKEN if promise.passed else Reason.PROMISE_TODAY


def papers(ticking: Iterable[Ticking], today: date) -> Iterator[Alert]:
    """Papers asked for in a letter did not come by the day that was the person's (FV-03)."""
    for each in ticking:
        if each.papers is None or today <= each.papers.due:
            continue
        due = each.papers.due
        yield _alert(
            each,
            AlertId.PAPERS_OVERDUE,
            Urgency.SOON,
            since=due + timedelta(days=1),
            due=due,
            basis="",
            why=Reason.PAPERS_OVERDUE,
            act=Act.ASK_FOR_PAPERS,
            facts=(("due", due),),
        )


def lapses(ticking: Iterable[Ticking], parameters: Parameters, today: date) -> Iterator[Alert]:
    """The warning is to be sent; or its day has passed, and the officer must close it by hand."""
    for each in ticking:
        validity = each.validity
        if validity is None or today < validity.warn_on:
            continue
        if validity.warning is None:
            yield _to_warn(each, validity, parameters, today)
        elif validity.warned_on is not None and today > validity.lapse_on:
            yield _alert(
                each,
                AlertId.LAPSE,
                Urgency.SOON,
                since=validity.lapse_on + timedelta(days=1),
                due=validity.lapse_on,
                basis=parameters[VALID].basis,
                why=Reason.LAPSE_DAY_PASSED,
                act=Act.CLOSE_LAPSED,
                facts=(("lapse_on", validity.lapse_on),),
            )


def _to_warn(each: Ticking, validity: Validity, parameters: Parameters, today: date) -> Alert:
    late = today > validity.counted_day
    return _alert(
        each,
        AlertId.LAPSE,
        Urgency.SOON if late else Urgency.INFO,
        since=validity.warn_on,
        due=validity.counted_day,
        basis=parameters[VALID].basis,
        why=Reason.LAPSE_TO_WARN,
        act=Act.WRITE_LAPSE_WARNING,
        facts=(("lapse_on", validity.counted_day),),
    )


def sweep(found: tuple[Ticking, ...], before: date) -> Iterator[Alert]:
    """Someone has waited long without being asked whether the need is still there."""
    if not found:
        return
    yield Alert(
        id=AlertId.SWEEP,
        urgency=Urgency.INFO,
        case=Ref("sweep", 1),
        since=min(each.last_sign for each in found),
        why=Reason.SWEEP_DUE,
        act=Act.ASK_THE_LIST,
        facts=(("count", len(found)), ("before", before)),
    )


def _alert(
    each: Ticking,
    rule: AlertId,
    urgency: Urgency,
    *,
    since: date,
    due: date,
    basis: str,
    why: Reason,
    act: Act,
    facts: tuple[tuple[str, Fact], ...],
) -> Alert:
    return Alert(
        id=rule,
        urgency=urgency,
        case=Ref("application", each.row.id),
        since=since,
        due=due,
        basis=basis,
        why=why,
        act=act,
        facts=facts,
    )
