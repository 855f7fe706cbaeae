"""How a case may move, and how long is left. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from app.core.ages import minor
from app.core.errors import Problem
from app.core.order import search_words
from app.core.parameters import Parameters
from app.evictions.model import (
    CaseStep,
    Countdown,
    DayChange,
    DayRow,
    EvictionCase,
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
    StageRow,
)
from app.people.model import Member, Role

LADDER = "al.eviction_ladder"
_ORDER: dict[LossKind, tuple[CaseStep, ...]] = {
    LossKind.EVICTION: tuple(EvictionStage),
    LossKind.FORCED_SALE: tuple(ForcedSaleStage),
}


def place(kind: LossKind, step: CaseStep) -> int:
    """How far a case has come, in the order of its kind."""
    return _ORDER[kind].index(step)


def like(step: CaseStep) -> EvictionStage:
    """The stage it is counted with."""
    return step.like if isinstance(step, ForcedSaleStage) else step


def row(kind: LossKind, step: CaseStep, since: date, reason: str = "") -> StageRow:
    """A stage as it is kept; a forced sale keeps its own step beside it."""
    if kind is LossKind.FORCED_SALE:
        own = step if isinstance(step, ForcedSaleStage) else ForcedSaleStage(step.value)
        return StageRow(since, own.like, own, reason)
    return StageRow(since, like(step), None, reason)


def fits(kind: LossKind, step: CaseStep) -> bool:
    """Whether a step is one of this kind of case."""
    return isinstance(step, ForcedSaleStage) is (kind is LossKind.FORCED_SALE)


def may_reach(case: EvictionCase, step: CaseStep) -> bool:
    """The moves of a case that need no outcome.

    Forward to any stage, since a message may come late; back to the risk when a notice has run
    out (TV-06). After it was carried out, what comes after must be seen to before it is closed.
    """
    now, to = like(case.step), like(step)
    if to is EvictionStage.CLOSED or not fits(case.kind, step):
        return False
    if to is EvictionStage.AFTERCARE:
        return now is EvictionStage.CARRIED_OUT
    if now is EvictionStage.NOTICE_SENT and to is EvictionStage.AT_RISK:
        return True
    return case.threatened and place(case.kind, step) > place(case.kind, case.step)


def next_steps_of(case: EvictionCase) -> tuple[CaseStep, ...]:
    """The stages it may be moved to now."""
    return tuple(step for step in _ORDER[case.kind] if may_reach(case, step))


def petitioned(case: EvictionCase) -> bool:
    """Whether an eviction has come to the namsfogd or the court."""
    return case.kind is LossKind.EVICTION and not case.stage.before_petition


def check_move(case: EvictionCase, step: CaseStep, since: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with a move: the stage, or its day."""
    found = []
    if not may_reach(case, step):
        found.append(Problem("stage", "eviction_stage_not_next", facts={"stage": case.step}))
    return (*found, *check_day(case, since, today))


def check_day(case: EvictionCase, since: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day something became so."""
    if since > today:
        return (Problem("since", "day_in_future", remedy=today),)
    if since < case.stage_since:
        facts: dict[str, object] = {"last": case.stage_since}
        return (Problem("since", "day_before_last", facts=facts, remedy=case.stage_since),)
    return ()


def check_outcome(
    case: EvictionCase, outcome: EvictionOutcome | None, since: date, today: date
) -> tuple[Problem, ...]:
    """What is wrong with an ending (glossary 6.7)."""
    found = list(check_day(case, since, today))
    if case.stage is EvictionStage.CARRIED_OUT:
        found.append(Problem("outcome", "eviction_aftercare_first"))
    elif case.threatened and outcome is None:
        found.append(Problem("outcome", "eviction_outcome_missing"))
    elif case.threatened and outcome is EvictionOutcome.CARRIED_OUT:
        found.append(Problem("outcome", "eviction_carried_out_first"))
    return tuple(found)


def reopened(rows: Sequence[StageRow]) -> StageRow:
    """The stage a closed case goes back to: the last before it was closed."""
    return [each for each in rows if each.stage is not EvictionStage.CLOSED][-1]


# days


def countdown(day: date | None, today: date, parameters: Parameters) -> Countdown | None:
    """How long is left (AL-01); None when there is no day."""
    if day is None:
        return None
    left = (day - today).days
    rungs = sorted(abs(each.amount) for each in parameters.ladder(LADDER, today))
    reached = next((rung for rung in rungs if 0 <= left <= rung), None)
    return Countdown(day, left, reached)


def check_eviction_day(
    on: date | None, comment_until: date | None, today: date
) -> tuple[Problem, ...]:
    """What is wrong with the day it is to be carried out (TV-12: the act has no fixed number).

    One before the time to comment is over is taken in and told: the paper may be wrong, or there
    is an earlier petition that we have not seen.
    """
    if on is None:
        return (Problem("eviction_on", "day_missing"),)
    if on < today:
        return (Problem("eviction_on", "eviction_date_passed", "TV-12", blocks=False),)
    if comment_until is not None and on <= comment_until:
        facts: dict[str, object] = {"until": comment_until}
        return (
            Problem("eviction_on", "eviction_before_comment", "TV-10", blocks=False, facts=facts),
        )
    return ()


# people


def also_told(members: Iterable[Member], person: int, today: date) -> tuple[Member, ...]:
    """Spouse and other adults of the household, who must be told too (TV-11, § 13-6)."""
    return tuple(
        each
        for each in members
        if each.until is None
        and each.person != person
        and each.role is not Role.CHILD
        and not minor(each.birth_date, today)
    )


def children(members: Iterable[Member], today: date) -> tuple[Member, ...]:
    """Those under 18 who live there, visit or are expected; one without a day by the role."""
    return tuple(
        each
        for each in members
        if each.until is None
        and (minor(each.birth_date, today) if each.birth_date else each.role is Role.CHILD)
    )


# what is written of a case

OVER = frozenset({EvictionStage.CARRIED_OUT, EvictionStage.AFTERCARE, EvictionStage.CLOSED})


def found_by(number: str, *references: str) -> str:
    """What a case is found by: its own number, and what the namsfogd calls it.

    A number with signs in it is found without them too, as the search box tries it.
    """
    joined = ("".join(re.findall(r"\d+", each)) for each in references)
    return search_words(" ".join(filter(None, (number, *references, *joined))))


def dated(kind: LossKind) -> CaseStep | None:
    """The stage a day leads to; a forced sale says its own."""
    return EvictionStage.DATE_SET if kind is LossKind.EVICTION else None


def check_change(
    case: EvictionCase, told: DayRow, before: Sequence[DayRow], today: date
) -> tuple[Problem, ...]:
    """What is wrong with what is told of the day (TV-12, TV-14)."""
    found = []
    if told.since > today:
        found.append(Problem("since", "day_in_future", remedy=today))
    elif before and told.since < before[-1].since:
        facts: dict[str, object] = {"last": before[-1].since}
        found.append(Problem("since", "day_before_last", facts=facts))
    if not case.threatened:
        found.append(Problem("eviction_on", "eviction_is_over"))
    if told.change is not DayChange.SET:
        if case.eviction_on is None:
            found.append(Problem("eviction_on", "eviction_has_no_day"))
        if not told.reason.strip():
            found.append(Problem("reason", "reason_missing"))
    if told.change is not DayChange.CALLED_OFF:
        found += check_eviction_day(told.eviction_on, case.comment_until, today)
    return tuple(found)


def check_reopen(case: EvictionCase, reason: str, since: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with opening a case again."""
    found = list(check_day(case, since, today))
    if case.open:
        found.append(Problem("reason", "eviction_is_open"))
    if not reason.strip():
        found.append(Problem("reason", "reason_missing"))
    return tuple(found)
