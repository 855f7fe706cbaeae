"""What stops a case, and what is best to do next, each with its reason. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.core.ages import age
from app.core.money import Ore, format_kroner
from app.evictions.advice.model import BestStep, NextStep, Said, Situation
from app.evictions.model import (
    NOTHING,
    EnforcementGround,
    EvictionCase,
    EvictionStage,
    LossKind,
)
from app.people.model import Member, Presence

TALK_DAYS = "al.eviction_talk_days"
NEAR = 14
"""The first rung of the countdown: from here a roof must be found."""

_STOPS = {
    EnforcementGround.TERM_EXPIRED: "eviction_stop_expired",
    EnforcementGround.NOTICE_NOT_PROTESTED: "eviction_stop_notice",
    EnforcementGround.BREACH_EVIDENT: "eviction_stop_breach",
    EnforcementGround.NO_RIGHT_EVIDENT: "eviction_stop_no_right",
    EnforcementGround.JUDGMENT: "eviction_stop_judgment",
}


def what_stops(case: EvictionCase, owed: Ore = NOTHING) -> tuple[Said, ...]:
    """How it can still be stopped, by its ground (TV-01, TV-03, TV-14, TV-15); none when over."""
    if not case.threatened:
        return ()
    return tuple(_stops(case, owed))


def _stops(case: EvictionCase, owed: Ore) -> Iterator[Said]:
    if case.kind is LossKind.FORCED_SALE:
        yield Said("eviction_stop_sale")
        return
    if case.ground is EnforcementGround.UNPAID_RENT:
        total = case.sums.total
        if total:
            yield Said("eviction_stop_paid", {"total": format_kroner(total)}, "TV-03")
        else:
            yield Said("eviction_stop_paid_unknown", {}, "TV-03")
        if owed:
            yield Said("eviction_stop_owed", {"owed": format_kroner(owed)})
    elif case.ground is None:
        yield Said("eviction_stop_unknown", {}, "TV-01")
    else:
        yield Said(_STOPS[case.ground], {}, "TV-01")
    if case.eviction_on is not None:
        yield Said("eviction_stop_lock", {}, "TV-14")
        yield Said("eviction_stop_complaint", {}, "TV-15")


def next_steps(situation: Situation, fresh: int) -> tuple[NextStep, ...]:
    """What to do, the most pressing first; nothing for a case that is closed.

    A talk is `fresh` for so many days.
    """
    ranked = sorted(_ranked(situation, fresh), key=lambda each: each[0])
    return tuple(step for _, step in ranked)


def _ranked(at: Situation, fresh: int) -> Iterator[tuple[int, NextStep]]:
    case = at.case
    if not case.open:
        return
    if not case.threatened:
        yield from _afterwards(at)
        return
    yield from _people_first(at, fresh)
    yield from _ways_out(at)
    yield from _around(at)


def _afterwards(at: Situation) -> Iterator[tuple[int, NextStep]]:
    if at.children:
        yield 10, _step(BestStep.CHILDREN, "eviction_step_children", children=at.children)
    yield 20, _step(BestStep.ROOF, "eviction_step_roof_now", "SOT-04")
    yield 30, _step(BestStep.AFTERCARE, "eviction_step_aftercare", "TV-13")


def _people_first(at: Situation, fresh: int) -> Iterator[tuple[int, NextStep]]:
    if at.last_talk is None:
        yield 10, _step(BestStep.CALL, "eviction_step_call_never")
    elif (at.today - at.last_talk).days >= fresh:
        yield 10, _step(BestStep.CALL, "eviction_step_call_last", day=at.last_talk)
    if at.children:
        yield 20, _step(BestStep.CHILDREN, "eviction_step_children", "AL-02", children=at.children)
    if _near(at):
        day = at.case.eviction_on
        left = (day - at.today).days if day else NEAR
        yield 25 if left <= 3 else 60, _step(BestStep.ROOF, "eviction_step_roof", "SOT-04", day=day)


def _near(at: Situation) -> bool:
    day = at.case.eviction_on
    return day is not None and (day - at.today).days <= NEAR


def _ways_out(at: Situation) -> Iterator[tuple[int, NextStep]]:
    case = at.case
    until = case.comment_until
    if until is not None and at.today <= until:
        yield 30, _step(BestStep.COMMENT, "eviction_step_comment", "TV-10", day=until)
    elif case.eviction_on is not None:
        yield 80, _step(BestStep.COMPLAIN, "eviction_step_complain", "TV-15")
    if case.ground is None and not case.sums.total:
        yield 15, _step(BestStep.MESSAGE, "eviction_step_message", "TV-01")
    if _about_money(case):
        yield from _money(at)
    if case.kind is LossKind.EVICTION:
        yield 55, _step(BestStep.LANDLORD, *_landlord(case))


def _about_money(case: EvictionCase) -> bool:
    return case.kind is LossKind.FORCED_SALE or case.ground in {
        None,
        EnforcementGround.UNPAID_RENT,
        EnforcementGround.JUDGMENT,
    }


def _money(at: Situation) -> Iterator[tuple[int, NextStep]]:
    if at.case.kind is LossKind.FORCED_SALE:
        yield 40, _step(BestStep.STARTLAN, "eviction_step_startlan")
        yield 50, _step(BestStep.INSTALMENTS, "eviction_step_instalments_sale")
        return
    total = at.case.sums.total
    if total and at.case.ground is EnforcementGround.UNPAID_RENT:
        told = format_kroner(total)
        yield (
            40,
            _step(BestStep.SOCIAL_ASSISTANCE, "eviction_step_social_sum", "SOT-03", total=told),
        )
    else:
        yield 40, _step(BestStep.SOCIAL_ASSISTANCE, "eviction_step_social", "SOT-03")
    if not at.instalments:
        yield 50, _step(BestStep.INSTALMENTS, "eviction_step_instalments", "DOC-23")


def _landlord(case: EvictionCase) -> tuple[str, str]:
    early = case.stage in {EvictionStage.AT_RISK, EvictionStage.NOTICE_SENT}
    return (
        ("eviction_step_landlord_early", "AL-10") if early else ("eviction_step_landlord", "TV-14")
    )


def _around(at: Situation) -> Iterator[tuple[int, NextStep]]:
    if not at.plan:
        yield 70, _step(BestStep.PLAN, "eviction_step_plan")
    if not at.coordinator:
        yield 72, _step(BestStep.COORDINATOR, "eviction_step_coordinator")
    if _about_money(at.case) and not at.debt_advice:
        yield 74, _step(BestStep.DEBT_ADVICE, "eviction_step_debt", "GJ-13")


def _step(step: BestStep, code: str, source: str = "", **facts: object) -> NextStep:
    return NextStep(step, Said(code, dict(facts), source))


def children_words(children: Sequence[Member], today: date) -> str:
    """«To barn bor her (4 og 9 år)», without names; those who visit or are expected are told."""
    told = []
    for presence, words in _PRESENCES:
        some = [each for each in children if each.presence is presence]
        if some:
            told.append(_counted(some, words, today))
    words = ", ".join(told)
    return words[:1].upper() + words[1:]


_PRESENCES = (
    (Presence.LIVES_HERE, "barn bor her"),
    (Presence.VISITS, "barn er her på samvær"),
    (Presence.EXPECTED, "barn er ventet"),
)
_NUMBERS = ("null", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")


def _counted(children: Sequence[Member], words: str, today: date) -> str:
    count = len(children)
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    ages = sorted(age(each.birth_date, today) for each in children if each.birth_date)
    if not ages:
        return f"{number} {words}"
    texts = [str(each) for each in ages]
    told = texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} og {texts[-1]}"
    return f"{number} {words} ({told} år)"
