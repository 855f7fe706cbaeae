"""The order of the queue, from facts to reasons and from reasons to places. Pure.

The order is decided by the reasons alone (`weight`); nothing of it is stored.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.core.parameters import Parameters
from app.core.working_days import adjust, last_safe_day
from app.debt.model import AcuteScreen, DebtTopic, HomeThreat, RentOwed, Screened, StandingCase
from app.debt.queue.model import (
    DebtUrgency,
    LateStart,
    QueueFacts,
    QueueOrder,
    QueueReason,
    QueueReasonKind,
    Ranked,
)

RENT_MONTHS, RENT_DAYS = "local.at_risk_months", "local.at_risk_days"
TARGETS = {
    DebtUrgency.ACUTE: "local.debt_acute_days",
    DebtUrgency.URGENT: "local.debt_urgent_days",
    DebtUrgency.ORDINARY: "local.debt_ordinary_days",
}
FIRST_TOPICS = (DebtTopic.RENT, DebtTopic.HOME_LOAN, DebtTopic.POWER, DebtTopic.CHILDREN)
"""The kinds of debt that come before the others (GJ-05)."""

_K = QueueReasonKind
_LEVELS = {
    _K.EVICTION_DAY: 0,
    _K.TOLD_HOME_DAY: 0,
    _K.COMMENT_PERIOD: 1,
    _K.PETITION: 1,
    _K.TOLD_HOME: 2,
    _K.NOTICE: 3,
    _K.POWER_DAY: 0,
    _K.POWER: 1,
}
"""Within home and within power; a day that somebody tells of counts as one that is set."""

Weight = tuple[tuple[int, ...], ...]
"""One step for each QueueOrder, in its order; the smaller comes first."""


def why(facts: QueueFacts, on: date, parameters: Parameters) -> tuple[QueueReason, ...]:
    """Every reason, the most pressing first; the day somebody asked is always the last."""
    return (
        *_of_home(facts),
        *_of_power_and_food(facts.case.screen),
        *_of_rent(facts.rent, on, parameters),
        *_of_children(facts),
        *_of_debt(facts.case.topics),
        QueueReason(_K.ASKED, facts.case.received_on, number=facts.case.number),
    )


def _of_home(facts: QueueFacts) -> Iterator[QueueReason]:
    threat, screen = facts.threat or HomeThreat(), facts.case.screen
    told = screen is not None and screen.home is Screened.YES
    if threat.eviction_on is not None:
        yield QueueReason(_K.EVICTION_DAY, threat.eviction_on)
    if told and screen is not None and screen.home_on is not None:
        yield QueueReason(_K.TOLD_HOME_DAY, screen.home_on)
    if threat.comment_until is not None and threat.eviction_on is None:
        yield QueueReason(_K.COMMENT_PERIOD, threat.comment_until)
    elif threat.petition and threat.eviction_on is None:
        yield QueueReason(_K.PETITION)
    if told and screen is not None and screen.home_on is None:
        yield QueueReason(_K.TOLD_HOME)
    if threat.notice and not threat.petition:
        yield QueueReason(_K.NOTICE)


def _of_rent(rent: RentOwed | None, on: date, parameters: Parameters) -> Iterator[QueueReason]:
    """Rent that is owed is no threat with a day; it warns of one."""
    if rent is not None and (
        rent.months >= parameters.whole(RENT_MONTHS, on)
        or (on - rent.since).days >= parameters.whole(RENT_DAYS, on)
    ):
        yield QueueReason(_K.RENT_OWED, rent.since, rent.total, rent.months)


def _of_power_and_food(screen: AcuteScreen | None) -> Iterator[QueueReason]:
    if screen is None:
        return
    if screen.power is Screened.YES:
        yield QueueReason(_K.POWER_DAY if screen.power_on else _K.POWER, screen.power_on)
    if screen.food is Screened.YES:
        yield QueueReason(_K.FOOD)


def _of_children(facts: QueueFacts) -> Iterator[QueueReason]:
    screen = facts.case.screen
    if facts.children or (screen is not None and screen.children is Screened.YES):
        yield QueueReason(_K.CHILDREN, count=len(facts.children))


def _of_debt(topics: frozenset[DebtTopic]) -> Iterator[QueueReason]:
    found = next((topic for topic in FIRST_TOPICS if topic in topics), None)
    if found is not None:
        yield QueueReason(_K.FIRST_DEBT, topic=found)


def weight(reasons: Iterable[QueueReason]) -> Weight:
    """What decides the order: the most pressing reason of each kind, and nothing else."""
    first: dict[QueueOrder, tuple[int, ...]] = {}
    for each in reasons:
        order, step = each.kind.order, _step(each)
        first[order] = min(first.get(order, step), step)
    return tuple(first.get(order, _LAST) for order in QueueOrder)


_LAST = (99,)


def _step(reason: QueueReason) -> tuple[int, ...]:
    day = (reason.day or date.max).toordinal()
    match reason.kind.order:
        case QueueOrder.HOME | QueueOrder.POWER:
            return _LEVELS[reason.kind], day if reason.kind is not _K.NOTICE else 0
        case QueueOrder.DEBT_KIND if reason.topic is not None:
            return (FIRST_TOPICS.index(reason.topic),)
        case QueueOrder.ASKED:
            return day, *_numbered(reason.number)
        case _:
            return (0,)


def _numbered(number: str) -> tuple[int, ...]:
    """«G-2026-12» comes after «G-2026-9»."""
    return tuple(int(part) for part in number.split("-") if part.isdecimal())


def decider(above: Iterable[QueueReason], below: Iterable[QueueReason]) -> QueueOrder | None:
    """What sets one before another; None when they weigh the same."""
    pairs = zip(QueueOrder, weight(above), weight(below), strict=True)
    return next((order for order, one, other in pairs if one != other), None)


def urgency(reasons: Iterable[QueueReason]) -> DebtUrgency:
    """The most urgent of the reasons (GJ-02)."""
    kinds = {each.kind.urgency for each in reasons}
    return next(each for each in DebtUrgency if each in kinds)


def target(asked_on: date, how: DebtUrgency, parameters: Parameters) -> date:
    """The last day to begin by (GJ-13, AL-16): working days, but for the ordinary ones."""
    days = parameters.whole(TARGETS[how], asked_on)
    if how is DebtUrgency.ORDINARY:
        return last_safe_day(asked_on + timedelta(days=days))
    day = asked_on
    for _ in range(days):
        day = adjust(day + timedelta(days=1))
    return day


def may_be_late(case: StandingCase, on: date, parameters: Parameters) -> bool:
    """Whether the target has passed if it is acute or urgent; else nothing of it need be known."""
    return any(
        on > target(case.received_on, how, parameters)
        for how in (DebtUrgency.ACUTE, DebtUrgency.URGENT)
    )


def late(ranked: Iterable[Ranked], on: date) -> tuple[LateStart, ...]:
    """The acute and urgent that have waited longer than the target, first to last (AL-16)."""
    return tuple(
        LateStart(each.case, each.urgency, each.target)
        for each in ranked
        if each.urgency is not DebtUrgency.ORDINARY and on > each.target
    )


def rank(facts: Iterable[QueueFacts], on: date, parameters: Parameters) -> tuple[Ranked, ...]:
    """Everyone in their order, with the reasons it follows from."""
    known = ((each.case, why(each, on, parameters)) for each in facts)
    ordered = sorted(known, key=lambda pair: weight(pair[1]))
    return tuple(
        Ranked(
            case,
            place,
            reasons,
            how := urgency(reasons),
            target(case.received_on, how, parameters),
        )
        for place, (case, reasons) in enumerate(ordered, 1)
    )
