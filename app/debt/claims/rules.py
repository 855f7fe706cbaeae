"""What is wrong with a claim as it is typed, what a collector may ask, and the sums. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from app.arrears.accounts.collector import CostCeiling
from app.arrears.model import Owed, RentChargeKind
from app.core.errors import Problem
from app.core.money import Ore, format_kroner
from app.debt.claims.creditor_rules import bare_name
from app.debt.claims.model import (
    NOTHING,
    ClaimStanding,
    ClaimSums,
    ClaimTotals,
    CostCheck,
    CostLevel,
    DebtClaim,
    DebtClaimDraft,
    DebtClaimStage,
)

_HIGHEST_RATE = Decimal(100)  # per cent a year; more is a slip of the finger
_FEES = frozenset({RentChargeKind.REMINDER_FEE, RentChargeKind.DEMAND_FEE, RentChargeKind.COSTS})
_BY_FORCE = frozenset({DebtClaimStage.ATTACHED})


def check(
    draft: DebtClaimDraft,
    others: Sequence[DebtClaim],
    today: date,
    most: CostCeiling | None = None,
) -> tuple[Problem, ...]:
    """Beside the field. `others` are the other claims of the case, `most` the ceiling of costs."""
    return (
        *_what(draft, others),
        *check_sums(draft, today, most),
        *_days(draft, today),
        *_interest(draft),
        *check_standing(_standing(draft, today), None, today),
        *check_collector(draft),
    )


def _standing(draft: DebtClaimDraft, today: date) -> ClaimStanding:
    day = min(draft.as_of or today, today)
    return ClaimStanding(day, draft.stage, draft.collector, draft.attached, draft.disputed)


def _what(draft: DebtClaimDraft, others: Sequence[DebtClaim]) -> Iterator[Problem]:
    if draft.creditor is None and draft.new_creditor is None:
        yield Problem("creditor", "debt_claim_creditor_missing", "GJ-03")
    if draft.kind is None:
        yield Problem("kind", "debt_claim_kind_missing", "GJ-03")
    twice = [each for each in others if each.open and each.creditor == draft.creditor]
    if draft.lease is None and twice and not draft.again:
        owed = format_kroner(Ore(sum(each.owed for each in twice)))
        yield Problem("again", "debt_claim_twice", facts={"owed": owed})


def check_sums(
    draft: DebtClaimDraft, today: date, most: CostCeiling | None = None, since: date | None = None
) -> tuple[Problem, ...]:
    """What is wrong with the sums of a day; `since` is the day of the newest there is."""
    if draft.lease is not None:
        return ()
    found = [
        Problem(name, "debt_claim_negative")
        for name in ("principal", "interest", "costs")
        if getattr(draft.sums, name) < 0
    ]
    if not found and draft.sums.total == 0:
        found.append(Problem("principal", "debt_claim_nothing"))
    return (*found, *_of_day("as_of", draft.as_of, since, today), *_costs(draft, most))


def _of_day(name: str, day: date | None, last: date | None, today: date) -> Iterator[Problem]:
    if day is None:
        return
    if day > today:
        yield Problem(name, "day_in_future", remedy=today)
    elif last is not None and day < last:
        yield Problem(name, "day_before_last", facts={"last": last}, remedy=last)


def _costs(draft: DebtClaimDraft, most: CostCeiling | None) -> Iterator[Problem]:
    found = cost_check(draft.sums, most)
    if found is None or found.level is CostLevel.WITHIN:
        return
    facts: dict[str, object] = {
        "simple": format_kroner(found.simple),
        "heavy": format_kroner(found.heavy),
    }
    above = found.level is CostLevel.ABOVE
    code = "debt_claim_costs_above" if above else "debt_claim_costs_heavy"
    yield Problem("costs", code, "INK-10", blocks=False, facts=facts)


def cost_check(sums: ClaimSums, most: CostCeiling | None) -> CostCheck | None:
    """A collector's costs against the ceiling (INK-10); None without costs or without a rate."""
    if most is None or sums.costs <= 0:
        return None
    level = CostLevel.WITHIN
    if sums.costs > most.heavy:
        level = CostLevel.ABOVE
    elif sums.costs > most.simple:
        level = CostLevel.IF_HEAVY
    return CostCheck(level, most.simple, most.heavy)


def _days(draft: DebtClaimDraft, today: date) -> Iterator[Problem]:
    incurred, due = draft.incurred_on, draft.due_on
    if incurred is not None and incurred > today:
        yield Problem("incurred_on", "day_in_future", remedy=today)
    elif incurred is not None and due is not None and due < incurred:
        yield Problem("due_on", "debt_claim_due_before", facts={"day": incurred})


def _interest(draft: DebtClaimDraft) -> Iterator[Problem]:
    if draft.rate is not None and not 0 <= draft.rate <= _HIGHEST_RATE:
        yield Problem("rate", "debt_claim_rate")
    if draft.secured and not draft.security.strip():
        yield Problem("security", "debt_claim_security_missing")


def check_collector(draft: DebtClaimDraft) -> Iterator[Problem]:
    """Who collects is another than whom it is owed to."""
    one = draft.collector is not None and draft.collector == draft.creditor
    creditor, firm = draft.new_creditor, draft.new_collector
    if creditor is not None and firm is not None:
        one = bare_name(creditor.name) == bare_name(firm.name)
    if one:
        yield Problem("collector", "debt_claim_collector_same")


def check_standing(row: ClaimStanding, last: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with how far it has come; `last` is the day of the newest there is."""
    found = [*_of_day("since", row.since, last, today)]
    if row.attached < 0:
        found.append(Problem("attached", "debt_claim_negative"))
    elif row.attached and row.stage not in _BY_FORCE:
        found.append(Problem("attached", "debt_claim_attached_unasked"))
    return tuple(found)


def of_rent(owed: Owed) -> ClaimSums:
    """What a tenancy owes, past due, as a claim: rent, interest, and fees and costs apart."""
    interest = costs = principal = 0
    for each in owed.charges:
        if each.charge.kind is RentChargeKind.LATE_INTEREST:
            interest += each.left
        elif each.charge.kind in _FEES:
            costs += each.left
        else:
            principal += each.left
    return ClaimSums(Ore(principal), Ore(interest), Ore(costs))


def ordered(claims: Iterable[DebtClaim]) -> tuple[DebtClaim, ...]:
    """Open ones first; of them what keeps home, power and children (GJ-05), then the largest."""
    return tuple(
        sorted(claims, key=lambda one: (not one.open, not one.kind.first, -one.owed, one.id))
    )


def totals(claims: Iterable[DebtClaim]) -> ClaimTotals:
    """What is owed in all, of those still claimed."""
    open_ones = [each for each in claims if each.open]
    first = sum(each.owed for each in open_ones if each.kind.first)
    return ClaimTotals(
        owed=Ore(sum(each.owed for each in open_ones)),
        first=Ore(first) if first else NOTHING,
        attached=Ore(sum(each.draft.attached for each in open_ones)),
        claims=len(open_ones),
        creditors=len({each.creditor for each in open_ones}),
    )
