"""What must hold of a claim on the deposit or the guarantee. Pure (HL-16, HL-17)."""

from collections.abc import Iterator
from datetime import date

from app.core.deadlines import Deadline, Party, deadline
from app.core.errors import Problem
from app.core.parameters import Parameters
from app.leases.aftermath.deposit.model import (
    Claim,
    ClaimDraft,
    ClaimEnd,
    ClaimOutcome,
    ClaimSide,
    SecurityKind,
    secured,
)
from app.leases.model import Lease

ANSWER = "hl.deposit_answer_weeks"


def problems(
    draft: ClaimDraft, lease: Lease, today: date, *, twice: bool, letter: bool
) -> Iterator[Problem]:
    """What is wrong with a claim; a `letter` must also say what for and to whom."""
    most = secured(lease, draft.security)
    if not most:
        yield Problem("security", f"{draft.security}_none", "HL-16")
    if lease.last_day is None or lease.last_day >= today:
        yield Problem("security", "security_lease_runs", "HL-16")
    if twice:
        yield Problem("security", "security_claim_open", "HL-16")
    if draft.amount is None or draft.amount <= 0:
        yield Problem("amount", "claim_sum_missing", "HL-16")
    elif most and draft.amount > most and draft.security is SecurityKind.GUARANTEE:
        yield Problem("amount", "claim_above_guarantee", "HL-17", remedy=most)
    if letter and not draft.claimed_for.strip():
        yield Problem("claimed_for", "claim_ground_missing", "HL-16")
    if letter and not draft.holder.strip():
        yield Problem("holder", "claim_holder_missing", "HL-16")


def told_problems(claim: Claim, day: date | None, today: date) -> Iterator[Problem]:
    """What is wrong with the day the bank told the other side."""
    if day is None or day < claim.claimed_on:
        yield Problem("told_on", "bank_told_before_claim", "HL-16", remedy=today)
    elif day > today:
        yield Problem("told_on", "day_in_future", remedy=today)


def end_problems(claim: Claim, end: ClaimEnd, today: date) -> Iterator[Problem]:
    """What is wrong with how it ended: paid is paid to someone, unpaid to nobody."""
    if end.day is None or end.day < claim.claimed_on:
        yield Problem("day", "claim_end_before_claim", "HL-16", remedy=today)
    elif end.day > today:
        yield Problem("day", "day_in_future", remedy=today)
    ours, theirs = end.to_landlord, end.to_tenant
    if ours < 0 or theirs < 0:
        yield Problem("to_landlord", "sum_below_zero")
        return
    right = {
        ClaimOutcome.TO_LANDLORD: ours > 0 and not theirs,
        ClaimOutcome.TO_TENANT: theirs > 0 and not ours,
        ClaimOutcome.SHARED: ours > 0 and theirs > 0,
    }.get(end.outcome, not ours and not theirs)
    if not right:
        field = "to_tenant" if end.outcome is ClaimOutcome.TO_TENANT else "to_landlord"
        yield Problem(field, "claim_sums_unlike", "HL-16")


def limit(side: ClaimSide, told_on: date, parameters: Parameters) -> Deadline:
    """The last day for the other side to go to court: weeks from the bank's sending (HL-16)."""
    parameter = parameters[ANSWER]
    ours = side is ClaimSide.TENANT  # then it is we who must act
    first = min(version.valid_from or date.max for version in parameter.versions)
    return deadline(
        parameter.rule_ids[0],
        parameters.period(ANSWER, max(told_on, first)),
        told_on,
        basis=parameter.basis,
        protects=Party.MUNICIPALITY if ours else Party.CITIZEN,
    )
