"""Whether a plan is kept on a day, out of what fell due and what was paid. Pure; whole øre.

What is paid on a claim covers its parts in their order. A part is late from the day after its
moved day, so that nobody breaks a plan on a day when nobody can pay (DL-03).
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from app.core.ids import DebtClaimId, PersonId
from app.core.money import Ore
from app.core.periods import Period, Unit, add
from app.debt.plans.model import (
    ClaimKeeping,
    PaymentPlan,
    PlanBreach,
    PlanClaim,
    PlanKeeping,
    PlanPart,
)

NOBODY: frozenset[DebtClaimId] = frozenset()


@lru_cache(maxsize=4096)
def day_of(first_on: date, number: int) -> date:
    """The nominal day of a month of the plan: the same day each month (DL-02)."""
    return add(Period(number - 1, Unit.MONTHS), first_on)


def parts(plan: PaymentPlan) -> tuple[PlanPart, ...]:
    """Everything that falls due, by day and then in the order of the claims."""
    found = [part for claim in plan.claims for part in parts_of(plan, claim)]
    return tuple(sorted(found, key=lambda each: each.number))


def parts_of(plan: PaymentPlan, claim: PlanClaim) -> Iterator[PlanPart]:
    """What falls due on one claim, by day."""
    for run in claim.runs:
        for number in range(run.first, run.last + 1):
            yield PlanPart(claim.claim, number, day_of(plan.first_on, number), run.amount)


def keeping(
    plan: PaymentPlan,
    paid: Mapping[DebtClaimId, Ore],
    on: date,
    closed: Collection[DebtClaimId] = NOBODY,
) -> PlanKeeping:
    """How each claim is paid on a day, out of what was paid on it through that day.

    None is asked of `closed`: claims that are settled or given up.
    """
    return PlanKeeping(
        on,
        tuple(
            _claim(plan, each, paid.get(each.claim, Ore(0)), on, each.claim in closed)
            for each in plan.claims
        ),
    )


def _claim(plan: PaymentPlan, claim: PlanClaim, paid: int, on: date, closed: bool) -> ClaimKeeping:
    left = int(paid)
    total: int = paid if closed else sum(run.total for run in claim.runs)
    due, missing = 0, 0
    since = next_on = None
    next_amount = 0
    for part in () if closed else parts_of(plan, claim):
        covered = min(left, part.amount)
        left -= covered
        short = part.amount - covered
        if part.due_on < on and part.moved_to < on:
            due += part.amount
            missing += short
            if short and since is None:
                since = part.moved_to + timedelta(days=1)
        elif short and next_on is None:
            next_on, next_amount = part.moved_to, short
            break
    return ClaimKeeping(
        claim.claim,
        Ore(total),
        Ore(paid),
        Ore(due),
        Ore(missing),
        since,
        next_on,
        Ore(next_amount),
    )


def breach(plan: PaymentPlan, kept: PlanKeeping, person: PersonId) -> PlanBreach | None:
    """What is missing of a plan that holds; None when it is kept."""
    late = [each for each in kept.claims if each.since is not None]
    if not plan.running or not late:
        return None
    since = min(each.since for each in late if each.since is not None)
    claims = tuple(each.claim for each in late)
    return PlanBreach(plan.case, person, plan.id, kept.on, since, kept.missing, claims)


def by_month(plan: PaymentPlan) -> tuple[tuple[date, date, Ore], ...]:
    """What is paid in all each month, told as spells of the same sum: first day, last day, sum."""
    found: list[tuple[date, date, Ore]] = []
    for number in range(1, plan.months + 1):
        runs = (run for claim in plan.claims for run in claim.runs)
        amount = Ore(sum(run.amount for run in runs if run.first <= number <= run.last))
        day = day_of(plan.first_on, number)
        if found and found[-1][2] == amount:
            found[-1] = (found[-1][0], day, amount)
        else:
            found.append((day, day, amount))
    return tuple(found)
