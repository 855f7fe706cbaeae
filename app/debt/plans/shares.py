"""What each creditor is offered of what there is (GJ-29), and how long it lasts. Pure; øre."""

from collections.abc import Iterable, Iterator, Sequence

from app.core.ids import DebtClaimId
from app.core.money import Ore, kroner
from app.debt.plans.model import Run, Share, ShareBasis, Shared

KRONE = kroner(1)
LONGEST = 600
"""No schedule is worked out for more months than these."""


def shares(
    available: Ore, claims: Sequence[Shared], basis: ShareBasis = ShareBasis.PRO_RATA
) -> tuple[Share, ...]:
    """One share for each claim, in the order given; together what there is, or all that is owed.

    Those with a fixed sum come first; the others share the rest by what is owed, or rank by rank
    and pro rata within a rank. Nobody gets more than is owed.
    """
    left, found = max(0, int(available)), dict.fromkeys((each.claim for each in claims), 0)
    for group in _groups(claims, basis):
        for claim, amount in _pro_rata(left, group):
            found[claim] += amount
            left -= amount
    return tuple(Share(each.claim, Ore(found[each.claim])) for each in claims)


def _groups(claims: Sequence[Shared], basis: ShareBasis) -> Iterator[list[tuple[DebtClaimId, int]]]:
    """Claims with what they may take, those who come before the others first.

    What a fixed claim has left above its sum comes after everyone else, so that no money is idle.
    """
    fixed = [each for each in claims if each.fixed is not None]
    rest = [each for each in claims if each.fixed is None]
    yield [(each.claim, _fixed(each)) for each in fixed]
    if basis is ShareBasis.BY_RANK:
        for rank in sorted({each.rank for each in rest}):
            yield [(each.claim, max(0, each.owed)) for each in rest if each.rank is rank]
    else:
        yield [(each.claim, max(0, each.owed)) for each in rest]
    yield [(each.claim, max(0, each.owed) - _fixed(each)) for each in fixed]


def _fixed(claim: Shared) -> int:
    return max(0, min(claim.fixed or 0, claim.owed))


def _pro_rata(
    available: int, claims: Iterable[tuple[DebtClaimId, int]]
) -> Iterator[tuple[DebtClaimId, int]]:
    """By what is owed, in whole kroner as far as they go: a standing order has no øre.

    What is left over goes to the largest fractions, then by claim; never above what is owed.
    """
    known = [(claim, owed) for claim, owed in claims if owed > 0]
    total = sum(owed for _, owed in known)
    if available >= total:
        yield from known
        return
    given = {claim: available * owed // (total * KRONE) * KRONE for claim, owed in known}
    over = available - sum(given.values())
    by_fraction = sorted(
        known, key=lambda each: (-(available * each[1] % (total * KRONE)), each[0])
    )
    while over > 0:
        for claim, owed in by_fraction:
            more = min(KRONE, over, owed - given[claim])
            given[claim] += more
            over -= more
    yield from given.items()


def schedule(
    monthly: Ore,
    claims: Sequence[Shared],
    basis: ShareBasis = ShareBasis.PRO_RATA,
    months: int | None = None,
) -> tuple[Run, ...]:
    """Month by month until everything is paid, or for so many months; by claim, then month.

    Each month shares out all there is: when one is paid, the others get more.
    """
    longest = LONGEST if months is None else min(months, LONGEST)
    left = {each.claim: int(each.owed) for each in claims}
    found: list[Run] = []
    month = 1
    while month <= longest and monthly > 0 and any(each > 0 for each in left.values()):
        now = [_remaining(each, left[each.claim]) for each in claims]
        given = [each for each in shares(monthly, now, basis) if each.amount > 0]
        lasts = min(left[each.claim] // each.amount for each in given)
        last = min(month + lasts - 1, longest)
        for each in given:
            found.append(Run(each.claim, month, last, each.amount))
            left[each.claim] -= each.amount * (last - month + 1)
        month = last + 1
    order = {each.claim: place for place, each in enumerate(claims)}
    return _joined(sorted(found, key=lambda run: (order[run.claim], run.first)))


def _remaining(claim: Shared, left: int) -> Shared:
    return Shared(claim.claim, Ore(left), claim.rank, claim.fixed)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs of the same amount beside each other become one."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if (
            last is not None
            and (last.claim, last.amount) == (run.claim, run.amount)
            and last.last + 1 == run.first
        ):
            found[-1] = Run(run.claim, last.first, run.last, run.amount)
        else:
            found.append(run)
    return tuple(found)


def months(runs: Iterable[Run]) -> int:
    """How many months a schedule takes; 0 for none."""
    return max((run.last for run in runs), default=0)
