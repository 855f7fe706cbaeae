"""Deadlines and fees of reminders, collection notices and demands (INK-02 to INK-09). Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.arrears.model import NOTHING, OpenCharge
from app.arrears.steps.model import ArrearsStep, ArrearsStepKind, Fee, NoFee
from app.core.deadlines import Deadline, Party, deadline
from app.core.errors import NotFound
from app.core.ids import RentChargeId
from app.core.money import Rounding, part_of
from app.core.parameters import Parameters
from app.core.periods import add
from app.core.working_days import adjust

NOTICE_DAYS = "ink.notice_days"
DEMAND_DAYS = "ink.demand_days"
DEMAND_VALID = "ink.demand_valid_months"
BASE_RATE = "ink.base_rate_kr"
REMINDER_FRACTION = "ink.reminder_fraction"
DEMAND_FRACTION = "ink.demand_fraction"
ROUNDING = "ink.fee_rounding"
AFTER_DUE = "ink.fee_after_due_days"
AGAIN = "ink.fee_again_months"

MOST = {
    ArrearsStepKind.REMINDER: 2,
    ArrearsStepKind.COLLECTION_NOTICE: 1,
    ArrearsStepKind.PAYMENT_DEMAND: 1,
}
"""How many of each may be charged for one claim (INK-09)."""

MOST_BEFORE_DEMAND = 2
"""Two reminders, or one reminder and one collection notice (INK-09)."""

_ROUNDINGS = {"half_up": Rounding.HALF_UP, "down": Rounding.DOWN}


def pay_by(kind: ArrearsStepKind, sent_on: date, parameters: Parameters) -> Deadline:
    """The deadline a letter gives, 14 days from sending (INK-02, INK-03, inkassoloven §§ 9, 10)."""
    key = DEMAND_DAYS if kind is ArrearsStepKind.PAYMENT_DEMAND else NOTICE_DAYS
    return _counted(key, sent_on, parameters)


def demand_valid_until(sent_on: date, parameters: Parameters) -> Deadline:
    """How long a payment demand carries legal action (INK-04, inkassoloven § 11)."""
    return _counted(DEMAND_VALID, sent_on, parameters)


def _counted(key: str, start: date, parameters: Parameters) -> Deadline:
    known = parameters[key]
    return deadline(
        known.rule_ids[0],
        parameters.period(key, start),
        start,
        basis=known.basis,
        protects=known.protects,
        acts=Party.CITIZEN if known.protects is Party.CITIZEN else None,
    )


def fee(
    kind: ArrearsStepKind,
    sent_on: date,
    charges: Sequence[OpenCharge],
    steps: Iterable[ArrearsStep],
    parameters: Parameters,
    *,
    objection: bool,
) -> Fee:
    """What a letter about these late claims may cost when it is sent that day, whole øre.

    `steps` are all that stand on the tenancy; `objection` whether the tenant has a reasonable
    objection to any of the claims (INK-05).
    """
    if not kind.formal or not any(_rent(each) for each in charges):
        return Fee(why=NoFee.NEVER)
    if objection:
        return Fee(why=NoFee.OBJECTION)
    about = {each.charge.id for each in charges}
    before = [step for step in steps if step.claims & about and _sent_before(step, sent_on)]
    early = _too_early(sent_on, charges, parameters)
    if early is not None:
        return Fee(why=NoFee.TOO_EARLY, from_day=early)
    charged = _series([step for step in before if step.fee], sent_on, parameters)
    why = None
    if kind is ArrearsStepKind.PAYMENT_DEMAND and about - demandable(before, sent_on):
        why = NoFee.DEADLINE_NOT_MISSED
    why = why or _counted_out(kind, charged, sent_on)
    if why is not None:
        return Fee(why=why)
    return _at_the_rate(kind, sent_on, parameters)


def _sent_before(step: ArrearsStep, day: date) -> bool:
    return step.kind.formal and step.sent_on is not None and step.sent_on <= day


def first_fee_day(due_on: date, parameters: Parameters) -> date:
    """The first day a reminder of a claim may cost a fee (INK-07); from the day moved (DL-03)."""
    due = adjust(due_on)
    return add(parameters.period(AFTER_DUE, due), due)


def _too_early(sent_on: date, charges: Sequence[OpenCharge], parameters: Parameters) -> date | None:
    """The day it may first cost a fee; None when it may now. Only rent makes it cost."""
    days = [first_fee_day(each.charge.due_on, parameters) for each in charges if _rent(each)]
    return None if min(days) <= sent_on else min(days)


def _rent(charge: OpenCharge) -> bool:
    return charge.charge.kind.rent


def _series(
    charged: Sequence[ArrearsStep], sent_on: date, parameters: Parameters
) -> list[ArrearsStep]:
    """The charged steps that count: a new count begins 6 months after the last one (INK-09)."""
    found: list[ArrearsStep] = []
    for step in sorted(charged, key=lambda each: (each.day, each.id)):
        if found and _again(found[-1], step.day, parameters):
            found = []
        found.append(step)
    return [] if found and _again(found[-1], sent_on, parameters) else found


def _again(last: ArrearsStep, day: date, parameters: Parameters) -> bool:
    return day >= add(parameters.period(AGAIN, last.day), last.day)


def demandable(steps: Iterable[ArrearsStep], sent_on: date) -> frozenset[RentChargeId]:
    """The claims a demand may be about: their collection notice was not met in time (INK-08)."""
    notice = ArrearsStepKind.COLLECTION_NOTICE
    missed = (step.claims for step in steps if step.kind is notice and step.missed(sent_on))
    return frozenset().union(*missed)


def _counted_out(
    kind: ArrearsStepKind, charged: Sequence[ArrearsStep], sent_on: date
) -> NoFee | None:
    """Why the law lets no more be charged for these claims (INK-09)."""
    same = [step for step in charged if step.kind is kind]
    if len(same) >= MOST[kind]:
        return NoFee.ENOUGH
    demand = ArrearsStepKind.PAYMENT_DEMAND
    others = [step for step in charged if step.kind is not demand]
    if kind is not demand and len(others) >= MOST_BEFORE_DEMAND:
        return NoFee.ENOUGH
    if any(not step.missed(sent_on) for step in charged):
        return NoFee.DEADLINE_NOT_MISSED
    return None


def _at_the_rate(kind: ArrearsStepKind, sent_on: date, parameters: Parameters) -> Fee:
    """The share of the base rate at sending, in whole kroner (INK-06 to INK-08)."""
    key = DEMAND_FRACTION if kind is ArrearsStepKind.PAYMENT_DEMAND else REMINDER_FRACTION
    try:
        base = parameters.money(BASE_RATE, sent_on)
        share = parameters.decimal(key, sent_on)
        rounding = _ROUNDINGS[parameters.text(ROUNDING, sent_on)]
    except NotFound:
        return Fee(NOTHING, NoFee.RATE_MISSING, missing_on=sent_on)
    return Fee(part_of(base, share, rounding), rate_from=_old_rate(sent_on, parameters))


def _old_rate(day: date, parameters: Parameters) -> date | None:
    """From when the base rate is, where a new one should have come since (INK-06)."""
    if not parameters[BASE_RATE].outdated(day):
        return None
    return parameters.version(BASE_RATE, day).valid_from
