"""What is owed on a day, out of what was claimed and paid. Pure; sums in whole øre."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from app.arrears.model import (
    ArrearsClosing,
    ArrearsOutcome,
    ArrearsState,
    OpenCharge,
    Owed,
    RentAccount,
    RentCharge,
    RentDispute,
    RentPayment,
)
from app.core.ids import RentChargeId
from app.core.money import Ore
from app.core.working_days import adjust


def balance(account: RentAccount) -> Ore:
    """Everything claimed less everything paid; negative when more is paid than claimed."""
    claimed = sum(each.amount for each in account.charges if each.stands)
    return Ore(claimed - sum(each.amount for each in account.payments if each.stands))


@lru_cache(maxsize=4096)  # ten years of claims fall due on few days
def late_from(due_on: date) -> date:
    """The first day it is late: after the due day, moved off a day nobody can pay (DL-03)."""
    return adjust(due_on) + timedelta(days=1)


def owed(account: RentAccount, on: date) -> Owed:
    """What is past due and not paid on a day.

    A payment covers the claim it was said to be for, then the oldest rent, then the rest, so that
    fees never keep rent unpaid.
    """
    charges = [each for each in account.charges if each.stands]
    left, credit = _left(charges, [p for p in account.payments if p.stands and p.paid_on <= on])
    open_ones = [OpenCharge(each, left[each.id]) for each in charges if left[each.id]]
    return replace(of_open(open_ones, account.disputes, on), credit=credit)


def of_open(open_ones: Sequence[OpenCharge], disputes: Iterable[RentDispute], on: date) -> Owed:
    """What is past due on a day, of claims that are not paid, oldest first."""
    late, coming = list[OpenCharge](), list[OpenCharge]()
    for each in open_ones:
        (late if late_from(each.charge.due_on) <= on else coming).append(each)
    held = [each for each in disputes if each.holds(on)]
    return Owed(
        on=on,
        charges=tuple(late),
        coming=tuple(coming),
        since=late_from(late[0].charge.due_on) if late else None,
        total=_sum(late),
        rent=_sum(each for each in late if each.charge.kind.rent),
        disputed=_of_disputes(held, late),
        deposited=_of_disputes([each for each in held if each.deposited_on], late),
    )


def state(
    closing: ArrearsClosing | None, found: Owed, *, paused: bool, broken: bool, agreed: bool
) -> ArrearsState:
    """Where it stands: closed first, then what makes it wait, then what was agreed."""
    if closing is not None:
        return _closed_as(closing.outcome)
    if not found.total and not agreed:
        return ArrearsState.PAID
    if paused:
        return ArrearsState.PAUSED
    if broken:
        return ArrearsState.AGREEMENT_BROKEN
    if agreed:
        return ArrearsState.AGREED
    wholly = found.disputed >= found.total
    return ArrearsState.DISPUTED if wholly else ArrearsState.OPEN


def _closed_as(outcome: ArrearsOutcome) -> ArrearsState:
    if outcome.leaves_nothing:
        return ArrearsState.PAID
    written_off = outcome is ArrearsOutcome.WRITTEN_OFF
    return ArrearsState.WRITTEN_OFF if written_off else ArrearsState.CLOSED


def _left(
    charges: Sequence[RentCharge], payments: Sequence[RentPayment]
) -> tuple[dict[RentChargeId, Ore], Ore]:
    """What is left of each claim, and what no claim took."""
    left = {each.id: each.amount for each in charges}
    rest = 0
    for payment in payments:
        amount = int(payment.amount)
        if payment.covers in left:
            amount = _take(left, payment.covers, amount)
        rest += amount
    for each in sorted(charges, key=lambda charge: (not charge.kind.rent, charge.due_on)):
        rest = _take(left, each.id, rest)
    return left, Ore(rest)


def _take(left: dict[RentChargeId, Ore], charge: RentChargeId, amount: int) -> int:
    """Cover a claim as far as it goes; what remains."""
    taken = min(left[charge], amount)
    left[charge] = Ore(left[charge] - taken)
    return amount - taken


def _sum(charges: Iterable[OpenCharge]) -> Ore:
    return Ore(sum(each.left for each in charges))


def _of_disputes(disputes: Sequence[RentDispute], late: Sequence[OpenCharge]) -> Ore:
    """How much of what is late is in dispute: never more than what is left of it."""
    if not disputes:
        return Ore(0)
    left = {each.charge.id: each.left for each in late}
    whole, found = sum(left.values()), 0
    for dispute in disputes:
        most = whole if dispute.charge is None else left.get(dispute.charge, 0)
        found += min(dispute.amount, most)
    return Ore(min(found, whole))
