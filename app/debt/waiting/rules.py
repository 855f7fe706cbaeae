"""Who waits, and what comes next, from the cases as they stand on a day. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.debt.model import AdviceStage, DebtCase
from app.debt.queue.model import DebtUrgency, QueuePlace
from app.debt.waiting.model import DebtNext, RequestRow, WaitingCount, WaitingRow

_AT_STAGE: Mapping[AdviceStage, DebtNext] = {
    AdviceStage.OVERVIEW: DebtNext.MAP,
    AdviceStage.BUDGETING: DebtNext.BUDGET,
    AdviceStage.CONTACTING: DebtNext.CONTACT,
    AdviceStage.PROPOSED: DebtNext.ANSWERS,
    AdviceStage.RUNNING: DebtNext.FOLLOW_PLAN,
    AdviceStage.SETTLEMENT_APPLIED: DebtNext.FOLLOW_APPLICATION,
    AdviceStage.SETTLEMENT_RUNNING: DebtNext.FOLLOW_SETTLEMENT,
    AdviceStage.FOLLOWED: DebtNext.ROUND_OFF,
}


def row(case: DebtCase, today: date, place: QueuePlace | None = None) -> RequestRow:
    """A case with the next thing to do in it; one that is over has none."""
    acute = _acute(case, place)
    step = next_step(case, today, acute=acute) if case.open else None
    on = case.starts_on if step in {DebtNext.START, DebtNext.WAIT} else None
    rank = place.rank if place is not None else None
    return RequestRow(case, case.waited(today), step, on, rank, acute)


def _acute(case: DebtCase, place: QueuePlace | None) -> bool:
    """By what was answered, or by what the register knows of the home (GJ-02)."""
    told = case.screen is not None and case.screen.acute
    known = place is not None and place.urgency is DebtUrgency.ACUTE
    return case.waits and (told or known)


def next_step(case: DebtCase, today: date, *, acute: bool = False) -> DebtNext | None:
    """What comes next: the acute first (GJ-02), then the vedtak (SOT-02), then the start."""
    if case.waits:
        return DebtNext.START_NOW if acute else _while_waiting(case, today)
    if case.without_vedtak:
        return DebtNext.DECIDE
    return _AT_STAGE.get(case.stage) if case.stage is not None else None


def _while_waiting(case: DebtCase, today: date) -> DebtNext:
    if case.screen is None or not case.screen.asked:
        return DebtNext.ASK_ACUTE
    if case.decided is None:
        return DebtNext.DECIDE
    ahead = case.starts_on is not None and case.starts_on > today
    return DebtNext.WAIT if ahead else DebtNext.START


def order(each: RequestRow) -> tuple[bool, bool, int, date]:
    """Those who wait by their place, then those who are helped, then those that are over."""
    return not each.case.open, not each.case.waits, each.rank or 0, each.case.received_on


def count(cases: Iterable[DebtCase], on: date, since: date) -> WaitingCount:
    """Who waited on a day, and what happened from `since` to it; cases as of that day."""
    known = tuple(cases)
    waiting = sorted(
        (WaitingRow(each, each.waited(on)) for each in known if each.waits),
        key=lambda each: (-each.days, each.case.id),
    )
    began = (each for each in known if _within(each.started_on, since, on))
    return WaitingCount(
        on,
        tuple(waiting),
        working=sum(each.works for each in known),
        asked=sum(_within(each.received_on, since, on) for each in known),
        began=tuple(sorted(each.waited(on) for each in began)),
        ended=sum(_within(_ended_on(each), since, on) for each in known),
    )


def _ended_on(case: DebtCase) -> date | None:
    """The day it was closed, refused or withdrawn."""
    if case.open:
        return None
    return case.closed_on or case.state_since


def _within(day: date | None, since: date, until: date) -> bool:
    return day is not None and since <= day <= until
