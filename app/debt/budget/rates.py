"""What a household may live on by the regulation, by the day and the ages. Pure (rules 6.3)."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.core.ages import ADULT, age
from app.core.errors import NotFound, Problem
from app.core.money import Ore
from app.core.parameters import Parameters
from app.debt.budget.model import Living, LivingKind, RateLine
from app.debt.economy.model import BudgetChild, BudgetHousehold, DebtorStatus

RULE = "GJ-04"

_DEBTOR = {
    DebtorStatus.SINGLE: (LivingKind.SINGLE, "liv.single"),
    DebtorStatus.COUPLE: (LivingKind.COUPLE, "liv.couple"),
    DebtorStatus.SUPPORTS_PARTNER: (LivingKind.SUPPORTS_PARTNER, "liv.supporting_partner"),
}
_AGES = (
    (6, LivingKind.CHILD_UNDER_6, "under_6"),
    (11, LivingKind.CHILD_6_10, "6_10"),
    (15, LivingKind.CHILD_11_14, "11_14"),
    (ADULT, LivingKind.CHILD_15, "15"),
)
_CONTACT = {
    1: LivingKind.CONTACT_1,
    2: LivingKind.CONTACT_2,
    3: LivingKind.CONTACT_3,
    4: LivingKind.CONTACT_4,
}


def living(household: BudgetHousehold, parameters: Parameters, on: date) -> Living:
    """The rates of a day for a household; whatever has no rate that day is a problem.

    The child supplement is cut from person no. 4 in the household and the contact supplement
    from the third child, both for the youngest.
    """
    kind, key = _DEBTOR[household.status]
    here = _minors(household, on, visiting=False)
    visiting = _minors(household, on, visiting=True)
    try:
        lines = [_line(kind, key, parameters, on)]
        cut_from = parameters.whole("liv.child_reduction_from_person", on) if here else 0
        many = max(0, _adults(household) + len(here) - cut_from + 1)
        lines += _children(here, many if here else 0, parameters, on)
        cut_from = parameters.whole("liv.contact_reduction_from_child", on) if visiting else 0
        many = max(0, len(visiting) - cut_from + 1)
        lines += _children(visiting, many if visiting else 0, parameters, on)
    except NotFound:
        return Living((), (missing(on), *_told(household, on)))
    return Living(tuple(lines), _told(household, on))


def missing(on: date) -> Problem:
    """There are no rates for a day, or not all of them."""
    return Problem("counted_for", "budget_rates_missing", RULE, facts={"day": on})


def overdue(parameters: Parameters, on: date) -> bool:
    """Whether newer rates should have come by then (AL-20)."""
    return parameters["liv.single"].outdated(on)


def _adults(household: BudgetHousehold) -> int:
    """A debtor in a couple is two, whatever else is told."""
    return max(household.adults, 1 if household.status is DebtorStatus.SINGLE else 2)


def _minors(household: BudgetHousehold, on: date, *, visiting: bool) -> list[BudgetChild]:
    """Those who have a rate that day, the oldest first; of twins the one who visits most."""
    found = [
        child
        for child in household.children
        if (child.contact_class is not None) is visiting and 0 <= age(child.birth_date, on) < ADULT
    ]
    return sorted(found, key=lambda each: (each.birth_date, -(each.contact_class or 0)))


def _children(
    children: Sequence[BudgetChild], cut: int, parameters: Parameters, on: date
) -> list[RateLine]:
    """Each child's supplement; the `cut` youngest have theirs reduced."""
    whole = len(children) - cut
    return [
        _line(*_rate_of(child, on), parameters, on, child, cut=at >= whole)
        for at, child in enumerate(children)
    ]


def _rate_of(child: BudgetChild, on: date) -> tuple[LivingKind, str]:
    years = age(child.birth_date, on)
    kind, name = next((kind, name) for below, kind, name in _AGES if years < below)
    if child.contact_class is None:
        return kind, f"liv.child_{name}"
    return _CONTACT[child.contact_class], f"liv.contact_{child.contact_class}_{name}"


def _line(
    kind: LivingKind,
    key: str,
    parameters: Parameters,
    on: date,
    child: BudgetChild | None = None,
    *,
    cut: bool = False,
) -> RateLine:
    full = parameters.money(key, on)
    amount = full
    if cut:
        kept = 100 - parameters.decimal("liv.reduction_percent", on)
        exact = Decimal(full) * kept / 100
        amount = Ore(int(exact.to_integral_value(ROUND_HALF_UP)))
    return RateLine(kind, amount, full, parameters.version(key, on).valid_from, child)


def _told(household: BudgetHousehold, on: date) -> tuple[Problem, ...]:
    """Children that have no rate that day: grown, or not born."""
    grown = sum(age(child.birth_date, on) >= ADULT for child in household.children)
    unborn = sum(age(child.birth_date, on) < 0 for child in household.children)
    found = []
    if grown:
        found.append(Problem("household", "budget_child_grown", RULE, False, facts={"day": on}))
    if unborn:
        found.append(Problem("household", "budget_child_unborn", RULE, False, facts={"day": on}))
    return tuple(found)
