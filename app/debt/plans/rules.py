"""What can be offered and agreed, and what is wrong with it. Pure; whole øre."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.ids import DebtClaimId
from app.core.money import Ore, format_kroner, kroner
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.debt.claims.model import DebtClaim, DebtClaimStage
from app.debt.plans.days import answer_day, check_answer_by, check_day
from app.debt.plans.model import (
    PaymentProposal,
    PlanDraft,
    PlanKeeping,
    ProposalAnswer,
    ProposalDraft,
    ProposalReply,
    ProposalShare,
    Run,
    Shared,
    Terms,
    fixed_field,
)
from app.debt.plans.shares import months, schedule, shares

NO_MONEY = Ore(0)
FIRST_MONTHS = "local.debt_first_months"
LONGEST = "local.debt_plan_longest_months"
SETTLING_DAYS = 7
"""From the last day of answers to the first payment that is proposed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What terms are held against; `available` None while there is no budget."""

    available: Ore | None
    longest: int
    today: date


def takes_part(claim: DebtClaim) -> bool:
    """Whether an offer usually has it: not what is disputed, nor a pledge paid as it runs."""
    as_it_runs = claim.draft.secured and claim.draft.stage is DebtClaimStage.CURRENT
    return claim.open and claim.owed > 0 and not claim.draft.disputed and not as_it_runs


def usual_proposal(
    claims: Sequence[DebtClaim], available: Ore | None, parameters: Parameters, today: date
) -> ProposalDraft:
    """What the budget leaves, what keeps a home before the rest, from the month after answers."""
    answer_by = answer_day(parameters, today)
    mine = [each for each in claims if takes_part(each)]
    monthly = available if available is not None and available > 0 else None
    terms = Terms(
        monthly=monthly,
        first_on=_first_of_month(answer_by + timedelta(days=SETTLING_DAYS)),
        claims=tuple(each.id for each in mine),
        fixed=usual_fixed(mine, monthly, parameters.whole(FIRST_MONTHS, today)),
    )
    return ProposalDraft(terms, answer_by)


def _first_of_month(after: date) -> date:
    return add(Period(1, Unit.MONTHS), after.replace(day=1))


def usual_fixed(
    claims: Iterable[DebtClaim], monthly: Ore | None, over: int
) -> dict[DebtClaimId, Ore]:
    """What keeps home, power, insurance and children is paid over so many months (GJ-05).

    In whole kroner; where there is not enough for all of them, they share what there is.
    """
    first = [each for each in claims if each.kind.first]
    wanted = [
        Shared(each.id, min(each.owed, kroner(-(-each.owed // (over * 100))))) for each in first
    ]
    given = shares(monthly or Ore(0), wanted)
    return {each.claim: each.amount for each in given if each.amount}


def total(runs: Iterable[Run]) -> Ore:
    """All that some runs come to."""
    return Ore(sum(each.total for each in runs))


def shared(terms: Terms, claims: Iterable[DebtClaim]) -> tuple[Shared, ...]:
    """The claims of an offer as they share."""
    known = {each.id: each for each in claims}
    return tuple(
        Shared(claim, known[claim].owed, known[claim].kind.rank, terms.fixed.get(claim))
        for claim in terms.claims
        if claim in known
    )


def offered(terms: Terms, claims: Iterable[DebtClaim]) -> tuple[ProposalShare, ...]:
    """What each is offered for the first month."""
    asked = shared(terms, claims)
    given = shares(terms.monthly or Ore(0), asked, terms.basis)
    return tuple(
        ProposalShare(0, each.claim, each.owed, share.amount, each.fixed)
        for each, share in zip(asked, given, strict=True)
    )


def check_proposal(
    draft: ProposalDraft, claims: Sequence[DebtClaim], limits: Limits
) -> tuple[Problem, ...]:
    """What stands between an offer and the letters."""
    return (
        *check_terms(draft.terms, claims, limits),
        *check_answer_by(draft.answer_by, limits.today),
    )


def check_plan(
    draft: PlanDraft, claims: Sequence[DebtClaim], limits: Limits
) -> tuple[Problem, ...]:
    """What stands between what was agreed and the plan."""
    found = list(check_terms(draft.terms, claims, limits, passed=True))
    if draft.agreed_on is None:
        found.append(Problem("agreed_on", "plan_agreed_missing", "GJ-07"))
    elif draft.agreed_on > limits.today:
        found.append(Problem("agreed_on", "day_in_future", remedy=limits.today))
    return tuple(found)


def check_terms(
    terms: Terms, claims: Sequence[DebtClaim], limits: Limits, *, passed: bool = False
) -> tuple[Problem, ...]:
    """What is wrong with what is paid each month; `passed` lets it have begun."""
    return (
        *_check_monthly(terms, limits),
        *_check_first(terms, limits, passed=passed),
        *_check_claims(terms, claims),
        *_check_fixed(terms, claims),
        *_check_length(terms, claims, limits),
    )


def _check_monthly(terms: Terms, limits: Limits) -> Iterator[Problem]:
    left = limits.available
    if left is not None and left <= 0:
        yield Problem("monthly", "plan_nothing_left", "GJ-05")
    elif terms.monthly is None or terms.monthly <= 0:
        yield Problem("monthly", "plan_monthly_missing", "GJ-06")
    elif left is None:
        yield Problem("monthly", "plan_no_budget", "GJ-04", blocks=False)
    elif terms.monthly > left:
        facts: dict[str, object] = {"available": format_kroner(left)}
        yield Problem("monthly", "plan_above_available", "GJ-05", remedy=left, facts=facts)


def _check_first(terms: Terms, limits: Limits, *, passed: bool) -> Iterator[Problem]:
    if terms.first_on is None:
        yield Problem("first_on", "plan_first_missing", "GJ-06")
    elif terms.first_on <= limits.today and not passed:
        yield Problem("first_on", "plan_first_passed", "GJ-06")


def _check_claims(terms: Terms, claims: Sequence[DebtClaim]) -> Iterator[Problem]:
    still = {each.id for each in claims if each.open and each.owed > 0}
    if not terms.claims:
        yield Problem("claims", "plan_claims_missing", "GJ-06")
    elif set(terms.claims) - still:
        yield Problem("claims", "plan_claim_no_longer_owed", "GJ-06")
    out = (each for each in claims if each.id not in terms.claims)
    if any(each.kind.first and takes_part(each) for each in out):
        yield Problem("claims", "plan_left_out_first", "GJ-05", blocks=False)


def _check_fixed(terms: Terms, claims: Iterable[DebtClaim]) -> Iterator[Problem]:
    known = {each.id: each for each in claims}
    mine = {claim: sum_ for claim, sum_ in terms.fixed.items() if claim in terms.claims}
    for claim, amount in mine.items():
        owed = known[claim].owed if claim in known else amount
        if amount < 0:
            yield Problem(fixed_field(claim), "plan_fixed_negative", "GJ-05")
        elif amount > owed:
            facts: dict[str, object] = {"owed": format_kroner(owed)}
            code = "plan_fixed_above_owed"
            yield Problem(fixed_field(claim), code, "GJ-05", remedy=owed, facts=facts)
    total = sum(mine.values())
    if terms.monthly is not None and total > terms.monthly > 0:
        told: dict[str, object] = {"fixed": format_kroner(Ore(total))}
        yield Problem("monthly", "plan_fixed_above_monthly", "GJ-05", facts=told)


def _check_length(terms: Terms, claims: Sequence[DebtClaim], limits: Limits) -> Iterator[Problem]:
    if terms.monthly is None or terms.monthly <= 0:
        return
    if terms.months is not None:
        if not 1 <= terms.months <= limits.longest:
            facts: dict[str, object] = {"longest": limits.longest}
            yield Problem("months", "plan_months_wrong", "GJ-07", facts=facts)
            return
    else:
        takes = months(schedule(terms.monthly, shared(terms, claims), terms.basis))
        if takes > limits.longest:
            told: dict[str, object] = {"months": takes, "longest": limits.longest}
            remedy = limits.longest
            yield Problem("months", "plan_takes_long", "GJ-07", remedy=remedy, facts=told)
    if any(not each.monthly for each in offered(terms, claims)):
        yield Problem("claims", "plan_nothing_in_a_month", "GJ-29", blocks=False)


def check_answer(
    proposal: PaymentProposal, answer: ProposalAnswer, today: date
) -> tuple[Problem, ...]:
    """What is wrong with an answer to an offer."""
    found = list(check_day(answer.since, proposal.made_on, today))
    other = answer.reply is ProposalReply.OTHER_SUM
    if other and (answer.monthly is None or answer.monthly <= 0):
        found.append(Problem("monthly", "creditor_answer_sum", "GJ-06"))
    return tuple(found)


def agreed(proposal: PaymentProposal) -> PlanDraft:
    """The plan an offer becomes: those who said yes, or what they asked for instead.

    Who has not answered, or said no, is left out with their money: a no is nothing that is
    agreed, and nobody gets more than was agreed because another said it.
    """
    yes = [
        each
        for each in proposal.shares
        if each.answer is not None and each.answer.reply is not ProposalReply.NO
    ]
    fixed = {each.claim: each.fixed for each in yes if each.fixed is not None}
    for each in yes:
        answer = each.answer
        if answer is not None and answer.reply is ProposalReply.OTHER_SUM and answer.monthly:
            fixed[each.claim] = min(answer.monthly, each.owed)
    sums = (fixed.get(each.claim, each.monthly) for each in yes)
    terms = Terms(
        monthly=min(proposal.monthly, Ore(sum(sums))),
        basis=proposal.basis,
        first_on=proposal.first_on,
        months=proposal.months,
        claims=tuple(each.claim for each in yes),
        fixed=fixed,
    )
    return PlanDraft(terms, None, proposal.id)


def check_since(
    day: date, last: date | None, today: date, name: str = "since"
) -> tuple[Problem, ...]:
    """What is wrong with a day that something happened."""
    if day > today:
        return (Problem(name, "day_in_future", remedy=today),)
    if last is not None and day < last:
        return (Problem(name, "day_before_last", facts={"last": last}, remedy=last),)
    return ()


def too_much(left: Ore) -> Problem:
    """More was paid than is left of a claim."""
    facts: dict[str, object] = {"left": format_kroner(left)}
    return Problem("amount", "plan_payment_too_much", remedy=left, facts=facts)


def next_payment(kept: PlanKeeping) -> tuple[tuple[DebtClaimId, Ore], ...]:
    """What is missing now, else what falls due next, by claim; what is paid ahead is told off."""
    missing = tuple((each.claim, each.missing) for each in kept.claims if each.missing)
    if missing:
        return missing
    return tuple(
        (each.claim, each.next_amount)
        for each in kept.claims
        if each.next_on is not None and each.next_on == kept.next_on
    )
