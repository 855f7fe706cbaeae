"""What a letter about unpaid rent claims, reckoned for the day it goes out. Pure; whole øre."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.arrears.model import OpenCharge, Owed, RentAccount
from app.arrears.rules import owed
from app.arrears.steps import fees
from app.arrears.steps.claims.model import ClaimDraft, ClaimPlan
from app.arrears.steps.interest import late_interest
from app.arrears.steps.model import ArrearsStep, ArrearsStepKind, Standing
from app.core.errors import Problem
from app.core.money import Ore
from app.core.parameters import Parameters
from app.core.working_days import is_working_day


def plan(
    kind: ArrearsStepKind,
    account: RentAccount,
    steps: Sequence[ArrearsStep],
    draft: ClaimDraft,
    today: date,
    parameters: Parameters,
) -> ClaimPlan:
    """What a letter of a kind would claim; a demand only what was given notice of (INK-08)."""
    day = draft.send_on or today
    late = owed(account, day)
    claims = undisputed(account, late)
    if kind is ArrearsStepKind.PAYMENT_DEMAND:
        may = fees.demandable(steps, day)
        claims = tuple(each for each in claims if each.charge.id in may)
    formal = kind.formal
    return ClaimPlan(
        kind=kind,
        send_on=day,
        claims=claims,
        before=tuple(each for each in late.charges if not each.charge.kind.rent) if formal else (),
        fee=fees.fee(kind, day, claims, steps, parameters, objection=bool(late.disputed)),
        interest=late_interest(account, day, parameters),
        claim_interest=draft.claim_interest and formal,
        until=fees.pay_by(kind, day, parameters) if formal else None,
    )


def undisputed(account: RentAccount, late: Owed) -> tuple[OpenCharge, ...]:
    """The late rent nobody disputes; an objection to the whole takes the newest first (HL-20)."""
    left = {each.charge.id: int(each.left) for each in late.charges if each.charge.kind.rent}
    held = [each for each in account.disputes if each.holds(late.on)]
    for dispute in held:
        rest = int(dispute.amount)
        about = [dispute.charge] if dispute.charge is not None else [*reversed(left)]
        for charge in about:
            taken = min(rest, left.get(charge, 0))
            if taken:
                left[charge] -= taken
                rest -= taken
    return tuple(
        replace(each, left=Ore(left[each.charge.id]))
        for each in late.charges
        if left.get(each.charge.id)
    )


def check(
    found: ClaimPlan, draft: ClaimDraft, standing: Standing, today: date
) -> tuple[Problem, ...]:
    """What keeps a letter from being made."""
    return tuple(_problems(found, draft, standing, today))


def _problems(
    found: ClaimPlan, draft: ClaimDraft, standing: Standing, today: date
) -> Iterator[Problem]:
    if draft.send_on is None:
        yield Problem("send_on", "arrears_send_day_missing", "INK-02", remedy=today)
    elif draft.send_on < today:
        yield Problem("send_on", "arrears_send_day_has_been", "INK-02", remedy=today)
    elif not is_working_day(draft.send_on):
        yield Problem("send_on", "arrears_send_day_closed", "INK-02", blocks=False)
    if found.fee.rate_from is not None:
        old: dict[str, object] = {"since": found.fee.rate_from, "year": found.send_on.year}
        yield Problem("send_on", "arrears_fee_rate_old", "INK-06", blocks=False, facts=old)
    if standing.disagrees:
        yield Problem("send_on", "arrears_data_disagrees")
    if standing.paused_until is not None:
        until = standing.paused_until
        yield Problem("send_on", "arrears_is_paused", facts={"until": until})
    if any(step.waits for step in standing.steps):
        yield Problem("send_on", "arrears_letter_waits")
    if not found.claims:
        demand = found.kind is ArrearsStepKind.PAYMENT_DEMAND
        code = "arrears_notice_not_missed" if demand and standing.owed.rent else "arrears_no_claim"
        yield Problem("send_on", code, "INK-03" if demand else "INK-02")
