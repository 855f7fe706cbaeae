"""The criterion about income; only sums are weighed, never where they come from. Pure."""

from datetime import date
from decimal import Decimal

from app.allocation.eligibility.facts import CaseFacts
from app.allocation.eligibility.model import Criterion, CriterionResult, Met
from app.allocation.rulesets.model import IncomeCap, IncomeMode, RuleSet
from app.applications.intake.model import Hindrance
from app.applications.model import NeedCategory
from app.core.errors import NotFound
from app.core.money import Ore
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add

G = "local.grunnbelop"
"""The base amount of the national insurance a year, kept by the office; 0 is not filled in."""

MEANS = Criterion.MEANS


def means(
    facts: CaseFacts, rules: RuleSet, parameters: Parameters, on: date
) -> CriterionResult | None:
    """By the set's way: not asked, weighed, or a cap by the size of the household."""
    if _low_income_alone(facts, rules):
        return CriterionResult(MEANS, Met.NOT_MET, "means_low_alone", {}, "low_income_is_enough")
    mode = rules.income_mode
    if mode is IncomeMode.NONE:
        return None
    if not facts.earners:
        return CriterionResult(MEANS, Met.NOT_KNOWN, "means_not_told", {}, "income_mode")
    told: dict[str, object] = {"income": _income(facts, rules, on)}
    if mode is IncomeMode.DISCRETIONARY:
        return CriterionResult(MEANS, Met.MET, "means_weighed", told, "income_mode")
    return _capped(facts, rules, parameters, on, told)


def _low_income_alone(facts: CaseFacts, rules: RuleSet) -> bool:
    """Told to be all there is: low income, and a home that costs too much."""
    return (
        not rules.low_income_is_enough
        and facts.needs == {NeedCategory.HOUSING_COST_TOO_HIGH}
        and facts.hindrances == {Hindrance.LOW_INCOME}
    )


def _income(facts: CaseFacts, rules: RuleSet, on: date) -> Ore:
    """A year's income before tax of those who count; an age nobody has told counts."""
    counted = facts.earners
    if rules.income_without_members_under:
        least = Period(rules.income_without_members_under, Unit.YEARS)
        counted = tuple(e for e in counted if e.born is None or add(least, e.born) <= on)
    return Ore(sum(each.yearly for each in counted))


def _capped(
    facts: CaseFacts,
    rules: RuleSet,
    parameters: Parameters,
    on: date,
    told: dict[str, object],
) -> CriterionResult:
    persons = max(1, facts.persons)
    told = told | {"persons": persons}
    cap = _cap_for(persons, rules.income_caps)
    most = None if cap is None else _in_ore(cap, rules.income_mode, parameters, on)
    if most is None:
        code = "means_no_cap" if cap is None else "means_base_amount_missing"
        return CriterionResult(MEANS, Met.NOT_KNOWN, code, told, "income_caps")
    told["cap"] = most
    income = _income(facts, rules, on)
    if income > most:
        return CriterionResult(MEANS, Met.NOT_MET, "means_above_cap", told, "income_caps")
    return CriterionResult(MEANS, Met.MET, "means_within_cap", told, "income_caps")


def _cap_for(persons: int, caps: tuple[IncomeCap, ...]) -> IncomeCap | None:
    """That of so many persons; the last one holds for more."""
    ordered = sorted(caps, key=lambda each: each.persons)
    below = [each for each in ordered if each.persons <= persons]
    if below:
        return below[-1]
    return ordered[0] if ordered else None


def _in_ore(cap: IncomeCap, mode: IncomeMode, parameters: Parameters, on: date) -> Ore | None:
    if mode is IncomeMode.CAP_IN_KRONER:
        return cap.kroner
    try:
        base = parameters.money(G, on)
    except NotFound:
        return None
    if cap.in_g is None or base == 0:
        return None
    return Ore(int(cap.in_g * Decimal(base)))
