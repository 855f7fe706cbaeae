"""What comes next on a tenancy that owes, from the sum and the time since the last step. Pure.

The rungs are tried from the highest that was reached, so that none is passed over: contact first,
a reminder, a collection notice, a talk before a demand (INK-01), the demand, and sending it on.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from app.arrears.model import RentChargeKind
from app.arrears.steps.fees import demand_valid_until, first_fee_day
from app.arrears.steps.model import (
    AgreementStanding,
    ArrearsRow,
    ArrearsStep,
    ArrearsStepKind,
    Proposed,
    ProposedKind,
    ProposedReason,
    RankReason,
    Standing,
)
from app.core.money import Ore, format_kroner
from app.core.parameters import Parameters
from app.core.records import dataclass

CONTACT_DAYS = "local.arrears_contact_days"
AGAIN_DAYS = "local.arrears_again_days"
SMALL_KR = "local.arrears_small_kr"
SMALL_DAYS = "local.arrears_small_days"
YOUNG_DAYS = "local.arrears_young_days"
CHILDREN_MEETING = "local.arrears_children_meeting"
HOME_DAYS = "local.arrears_home_days"
HOME_PERCENT = "local.arrears_home_percent"
_DAY = timedelta(days=1)
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The municipality's own choices for a day, and the law it keeps (`parameters`)."""

    contact_days: int
    again_days: int
    small: Ore
    small_days: int
    young_days: int
    children_meeting: bool
    home_days: int
    home_percent: int
    parameters: Parameters

    @classmethod
    def on(cls, day: date, parameters: Parameters) -> "Thresholds":
        """Those that hold on a day."""
        return cls(
            contact_days=parameters.whole(CONTACT_DAYS, day),
            again_days=parameters.whole(AGAIN_DAYS, day),
            small=parameters.money(SMALL_KR, day),
            small_days=parameters.whole(SMALL_DAYS, day),
            young_days=parameters.whole(YOUNG_DAYS, day),
            children_meeting=parameters.flag(CHILDREN_MEETING, day),
            home_days=parameters.whole(HOME_DAYS, day),
            home_percent=parameters.whole(HOME_PERCENT, day),
            parameters=parameters,
        )


Rung = Callable[[Standing, Thresholds], Proposed | None]
"""What follows from one rung; None when it has not been reached, or is passed."""


def next_step(standing: Standing, limits: Thresholds) -> Proposed:
    """The step that comes next, on the day of `standing.owed`."""
    rungs = RUNGS if _of_this_debt(standing) else RUNGS[-1:]
    for rule in chain(HOLDS, (as_decided,), rungs):
        found = rule(standing, limits)
        if found is not None:
            return found
    return _nothing(ProposedReason.NOTHING_LATE)


# what keeps the track still


def nothing_late(standing: Standing, _: Thresholds) -> Proposed | None:
    """Nothing is past due."""
    return None if standing.owed.total else _nothing(ProposedReason.NOTHING_LATE)


def shielded(standing: Standing, _: Thresholds) -> Proposed | None:
    """Nothing is proposed about one whose address is strengt fortrolig (ADR-02)."""
    return _nothing(ProposedReason.SHIELDED) if standing.shielded else None


def facts_disagree(standing: Standing, _: Thresholds) -> Proposed | None:
    """What is wrong with the facts is put right before anything is sent."""
    if not standing.disagrees:
        return None
    return Proposed(ProposedKind.CHECK_DATA, ProposedReason.FACTS_DISAGREE, standing.owed.on)


def paused(standing: Standing, _: Thresholds) -> Proposed | None:
    """Nothing while a pause holds."""
    until = standing.paused_until
    if until is None:
        return None
    return _nothing(ProposedReason.PAUSED, until + _DAY, until=until)


def agreed(standing: Standing, _: Thresholds) -> Proposed | None:
    """An agreement that is kept holds all else back; one that is broken begins with a talk."""
    if standing.agreement is AgreementStanding.KEPT:
        return _nothing(ProposedReason.AGREED)
    broken = standing.broken_on
    if standing.agreement is AgreementStanding.NONE or broken is None:
        return None
    if any(step.day >= broken for step in standing.steps if not step.waits):
        return None
    reason = ProposedReason.AGREEMENT_BROKEN
    return Proposed(ProposedKind.FRIENDLY_CONTACT, reason, broken, {"since": broken})


def disputed(standing: Standing, _: Thresholds) -> Proposed | None:
    """Nothing about a sum the tenant has objected to or paid in on a blocked account (HL-20)."""
    if claimable(standing) > 0:
        return None
    return _nothing(ProposedReason.DISPUTED, sum=format_kroner(standing.owed.disputed))


def only_extras(standing: Standing, _: Thresholds) -> Proposed | None:
    """The rent is paid: fees and interest alone are nothing to remind anybody of (INK-01)."""
    if standing.owed.rent:
        return None
    return _nothing(ProposedReason.ONLY_EXTRAS, sum=format_kroner(standing.owed.total))


def letter_waits(standing: Standing, _: Thresholds) -> Proposed | None:
    """A letter is made and not sent: nothing counts before it is."""
    found = [step for step in standing.steps if step.waits]
    if not found:
        return None
    last = found[-1]
    facts: dict[str, object] = {"step": last.kind, "day": last.taken_on}
    return Proposed(ProposedKind.SEND_LETTER, ProposedReason.LETTER_WAITS, standing.owed.on, facts)


HOLDS: tuple[Rung, ...] = (
    nothing_late,
    shielded,
    facts_disagree,
    paused,
    agreed,
    disputed,
    only_extras,
    letter_waits,
)


# the rungs, the highest that was reached first


def as_decided(standing: Standing, _: Thresholds) -> Proposed | None:
    """What the people who met agreed on goes before any rung, until it is done (peers idea 7)."""
    known = standing.decided
    if known is None:
        return None
    facts: dict[str, object] = {
        "decision": known.decision.strip().rstrip("."),
        "who": known.responsible.strip() or "oss",
        "held": known.held_on,
    }
    first = known.due_on or known.held_on
    return Proposed(ProposedKind.AS_DECIDED, ProposedReason.MEETING_DECIDED, first, facts)


def hand_on(standing: Standing, limits: Thresholds) -> Proposed | None:
    """After a demand: send it on, or renew one that is too old (INK-04)."""
    if _last(standing, ArrearsStepKind.COLLECTION) is not None:
        return _nothing(ProposedReason.SENT_ON)
    demand = _last(standing, ArrearsStepKind.PAYMENT_DEMAND)
    if demand is None or demand.pay_by is None:
        return None
    out = demand_valid_until(demand.day, limits.parameters)
    if out.nominal < standing.owed.on:
        facts: dict[str, object] = {"day": demand.day}
        reason = ProposedReason.DEMAND_OLD
        return Proposed(ProposedKind.PAYMENT_DEMAND, reason, out.nominal + _DAY, facts)
    return _after(demand, ProposedKind.COLLECTION, ProposedReason.DEMAND_MISSED)


def demand(standing: Standing, _: Thresholds) -> Proposed | None:
    """After a collection notice, when the office has spoken or tried to since."""
    notice = _last(standing, ArrearsStepKind.COLLECTION_NOTICE)
    if notice is None or not _talked_since(standing, notice.day):
        return None
    return _after(notice, ProposedKind.PAYMENT_DEMAND, ProposedReason.NOTICE_MISSED)


def meet(standing: Standing, limits: Thresholds) -> Proposed | None:
    """A talk before a demand, and with children before the collection notice too."""
    notice = _last(standing, ArrearsStepKind.COLLECTION_NOTICE)
    if notice is not None:
        if _talked_since(standing, notice.day):
            return None
        return _after(notice, ProposedKind.MEETING_FIRST, ProposedReason.NOBODY_SPOKE_SINCE)
    reminder = _last(standing, ArrearsStepKind.REMINDER)
    if reminder is None or not (standing.children and limits.children_meeting):
        return None
    if _talked_since(standing, reminder.day):
        return None
    return _after(
        reminder,
        ProposedKind.MEETING_FIRST,
        ProposedReason.CHILDREN_FIRST,
        children=standing.children,
    )


def notify(standing: Standing, _: Thresholds) -> Proposed | None:
    """A collection notice after a reminder whose deadline was missed."""
    reminder = _last(standing, ArrearsStepKind.REMINDER)
    if reminder is None or _last(standing, ArrearsStepKind.COLLECTION_NOTICE) is not None:
        return None
    return _after(reminder, ProposedKind.COLLECTION_NOTICE, ProposedReason.REMINDER_MISSED)


def remind(standing: Standing, limits: Thresholds) -> Proposed | None:
    """A reminder when contact did not help; a small sum is spoken about again instead."""
    steps = _of_this_debt(standing)
    if not steps or any(step.kind.formal for step in steps):
        return None
    last = steps[-1]
    facts: dict[str, object] = {"step": last.kind, "day": last.day}
    if claimable(standing) < limits.small:
        again = last.day + timedelta(days=limits.small_days)
        small = facts | {"sum": format_kroner(claimable(standing))}
        return Proposed(ProposedKind.FRIENDLY_CONTACT, ProposedReason.SMALL_SUM, again, small)
    again = last.day + timedelta(days=limits.again_days)
    rent = [each.charge for each in standing.owed.charges if each.charge.kind.rent]
    first = min((first_fee_day(each.due_on, limits.parameters) for each in rent), default=again)
    reason = ProposedReason.NOT_PAID_AFTER_CONTACT
    return Proposed(ProposedKind.REMINDER, reason, max(again, first), facts)


def first_contact(standing: Standing, limits: Thresholds) -> Proposed | None:
    """Speak with the tenant at the first missed rent (AL-09)."""
    since = standing.owed.since
    if since is None or _of_this_debt(standing):
        return None
    first = since + timedelta(days=limits.contact_days - 1)
    young = standing.owed.days <= limits.young_days
    reason = ProposedReason.FIRST_MISSED if young else ProposedReason.NOBODY_SPOKE
    facts: dict[str, object] = {"month": standing.owed.oldest_month, "since": since}
    return Proposed(ProposedKind.FRIENDLY_CONTACT, reason, first, facts)


RUNGS: tuple[Rung, ...] = (hand_on, demand, meet, notify, remind, first_contact)
"""Only the last is reached where nothing has been done about the debt."""


# the track of the dwelling, beside (INK-12)


def home_step(standing: Standing, limits: Thresholds) -> Proposed | None:
    """Whether a notice under § 4-18 may be considered; None while it is too early or begun.

    Only after a reminder whose deadline was missed, when the office has spoken or tried to.
    """
    since, rent = standing.owed.since, standing.rent
    if since is None or not rent or standing.owed.days < limits.home_days:
        return None
    left = standing.owed.rent - standing.owed.disputed
    if standing.home_notice_on is not None or left * _WHOLE < rent * limits.home_percent:
        return None
    steps = _of_this_debt(standing)
    missed = any(step.kind.formal and step.missed(standing.owed.on) for step in steps)
    spoken = any(step.kind.talk for step in steps)
    if not missed or not spoken or any(hold(standing, limits) for hold in HOLDS):
        return None
    first = since + timedelta(days=limits.home_days - 1)
    facts: dict[str, object] = {"sum": format_kroner(Ore(left)), "days": standing.owed.days}
    return Proposed(ProposedKind.HOME_NOTICE, ProposedReason.RENT_OUTSTANDING, first, facts)


# what they rest on


def may_be_sent_on(standing: Standing, limits: Thresholds) -> bool:
    """Whether a demand that still holds was not paid in time, and nothing holds the track back.

    What a meeting decided does not: it may be this.
    """
    found = next_step(replace(standing, decided=None), limits)
    return found.kind is ProposedKind.COLLECTION and found.ready(standing.owed.on)


def claimable(standing: Standing) -> Ore:
    """What is late and not in dispute."""
    return Ore(max(0, standing.owed.total - standing.owed.disputed))


def _of_this_debt(standing: Standing) -> list[ArrearsStep]:
    """Steps since the oldest claim that is open became late; earlier ones were about others."""
    if not standing.steps:
        return []
    since = standing.owed.since or date.max
    return [step for step in standing.steps if not step.waits and step.day >= since]


def _last(standing: Standing, kind: ArrearsStepKind) -> ArrearsStep | None:
    newest_first = reversed(_of_this_debt(standing))
    return next((step for step in newest_first if step.kind is kind), None)


def _talked_since(standing: Standing, day: date) -> bool:
    return any(step.kind.talk and step.day > day for step in _of_this_debt(standing))


def _after(
    letter: ArrearsStep, kind: ProposedKind, reason: ProposedReason, **facts: object
) -> Proposed:
    """Possible from the day after the letter's deadline (DL-09)."""
    told = {"step": letter.kind, "day": letter.day, "until": letter.pay_by, **facts}
    first = None if letter.pay_by is None else letter.pay_by + _DAY
    return Proposed(kind, reason, first, told)


def _nothing(reason: ProposedReason, from_day: date | None = None, **facts: object) -> Proposed:
    return Proposed(ProposedKind.NONE, reason, from_day, facts)


# the order of the list


def rank_of(standing: Standing, proposed: Proposed, limits: Thresholds) -> RankReason:
    """Why it stands where it stands: children and small young debts first, what waits last."""
    if not proposed.ready(standing.owed.on):
        return RankReason.WAITS
    young = standing.owed.days <= limits.young_days and not _more_than_a_month(standing)
    if standing.children:
        return RankReason.CHILDREN_YOUNG if young else RankReason.CHILDREN
    return RankReason.YOUNG if young else RankReason.OLDER


def _more_than_a_month(standing: Standing) -> bool:
    """Whether more than one month's rent is late."""
    months = {
        each.charge.month or each.charge.due_on.isoformat()
        for each in standing.owed.charges
        if each.charge.kind is RentChargeKind.RENT
    }
    return len(months) > 1


_ORDER = {reason: at for at, reason in enumerate(RankReason)}


def ranked(rows: Sequence[ArrearsRow]) -> tuple[ArrearsRow, ...]:
    """By the reason, then the shortest time late, then the smallest sum."""
    return tuple(sorted(rows, key=_place))


def _place(row: ArrearsRow) -> tuple[int, int, int, int]:
    return _ORDER[row.rank], row.owed.days, row.owed.total, row.tenancy.lease
