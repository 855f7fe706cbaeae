"""Who waits, and what comes next, from the cases as they stand on a day. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.debt.model import AdviceStage, DebtCase
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


def row(case: DebtCase, today: date) -> RequestRow:
    """A case with the next thing to do in it; one that is over has none."""
    step = next_step(case, today) if case.open else None
    on = case.starts_on if step in {DebtNext.START, DebtNext.WAIT} else None
    return RequestRow(case, case.waited(today), step, on)


def next_step(case: DebtCase, today: date) -> DebtNext | None:
    """What comes next: the acute first (GJ-02), then the vedtak (SOT-02), then the start."""
    if case.waits:
        return _while_waiting(case, today)
    if case.without_vedtak:
        return DebtNext.DECIDE
    return _AT_STAGE.get(case.stage) if case.stage is not None else None


def _while_waiting(case: DebtCase, today: date) -> DebtNext:
    if case.screen is not None and case.screen.acute:
        return DebtNext.START_NOW
    if case.screen is None or not case.screen.asked:
        return DebtNext.ASK_ACUTE
    if case.decided is None:
        return DebtNext.DECIDE
    ahead = case.starts_on is not None and case.starts_on > today
    return DebtNext.WAIT if ahead else DebtNext.START


def order(each: RequestRow) -> tuple[bool, bool, bool, date]:
    """Those who wait first, the acute of them before the others, then the longest wait."""
    case = each.case
    acute = case.screen is not None and case.screen.acute
    return not case.open, not case.waits, not acute, case.received_on


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
