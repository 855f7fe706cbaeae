"""Each criterion judged by the facts and the municipality's rule set. Pure.

What nobody has told is not known, with what to ask; a fact that is told and falls short is not
met. Neither the household's shape nor the source of an income ever counts against anyone (HL-06).
"""

from dataclasses import replace
from datetime import date

from app.allocation.eligibility import of_person, of_tenancy
from app.allocation.eligibility.facts import CaseFacts
from app.allocation.eligibility.means import means
from app.allocation.eligibility.model import CriterionResult, Met
from app.allocation.rulesets.model import AdoptedRuleSet, RuleSet
from app.applications.model import ApplicationKind
from app.core.cases import CaseKind
from app.core.errors import Problem
from app.core.parameters import Parameters

Judged = list[CriterionResult | None]


def evaluate(
    facts: CaseFacts, rule_set: AdoptedRuleSet, parameters: Parameters, on: date
) -> tuple[CriterionResult, ...]:
    """Every criterion that is asked in this case, in the order it is told.

    Help under boligsosialloven is judged by the act alone (BS-02, BS-04), never by the set (F1).
    """
    judged = _judged(facts, rule_set.rules, parameters, on)
    found = tuple([result for result in judged if result is not None])
    if facts.case is not CaseKind.ALLOCATION or not facts.dispensations:
        return found
    return tuple(_with_dispensation(result, facts) for result in found)


def _judged(facts: CaseFacts, rules: RuleSet, parameters: Parameters, on: date) -> Judged:
    if facts.case is CaseKind.TEMPORARY_STAY:
        return [of_tenancy.no_home(facts, rules, on)]
    if facts.case is CaseKind.HOUSING_HELP:
        return [of_person.legal_stay_by_act(facts), of_person.disadvantaged(facts)]
    if facts.kind is ApplicationKind.NEW:
        return _new(facts, rules, parameters, on)
    held = _held(facts, rules, parameters, on)
    if facts.kind is ApplicationKind.SWAP:
        return [*held, of_tenancy.swap_ground(facts, rules)]
    last = of_tenancy.renewal(facts, rules)
    return [*held, last] if rules.renewal_needs_criteria else [last]


def _new(facts: CaseFacts, rules: RuleSet, parameters: Parameters, on: date) -> Judged:
    return [
        of_person.legal_stay(facts, rules),
        of_person.age(facts, rules, on),
        of_person.residence(facts, rules, on),
        of_person.disadvantaged(facts),
        of_tenancy.no_home(facts, rules, on),
        means(facts, rules, parameters, on),
        of_tenancy.old_debt(facts, rules),
        of_tenancy.quarantine(facts, rules, on),
    ]


def _held(facts: CaseFacts, rules: RuleSet, parameters: Parameters, on: date) -> Judged:
    """Who lives in a municipal dwelling already has shown age, residence and the lack of a home."""
    return [
        of_person.legal_stay(facts, rules),
        of_person.disadvantaged(facts),
        means(facts, rules, parameters, on),
        of_tenancy.old_debt(facts, rules),
    ]


def _with_dispensation(result: CriterionResult, facts: CaseFacts) -> CriterionResult:
    """What is not met, or not known, is set aside where it was decided; what is met stands."""
    given = [each for each in facts.dispensations if each.criterion is result.criterion]
    if not given or result.met is Met.MET:
        return result
    last = given[-1]
    told: dict[str, object] = {
        "since": last.since,
        "reason": last.reason,
        "decided_by": last.decided_by,
        "instead_of": result.code,
    }
    return replace(result, met=Met.DISPENSED, code="dispensed", facts=told)


def dispensation_problems(
    result: CriterionResult | None, case: CaseKind, reason: str, decided_by: str
) -> tuple[Problem, ...]:
    """What is wrong with setting a criterion aside; `result` is how it stands, None if not asked.

    The act's own conditions for help cannot be set aside by the municipality (BS-02, BS-04).
    """
    problems = []
    if case is not CaseKind.ALLOCATION:
        problems.append(Problem("criterion", "criterion_of_the_act", "BS-02"))
    elif result is None:
        problems.append(Problem("criterion", "criterion_not_asked"))
    elif result.met is Met.MET:
        problems.append(Problem("criterion", "criterion_met_already"))
    if not reason.strip():
        problems.append(Problem("reason", "reason_missing", "FV-09"))
    if not decided_by.strip():
        problems.append(Problem("decided_by", "decided_by_missing"))
    return tuple(problems)


def outcome(criteria: tuple[CriterionResult, ...]) -> bool | None:
    """As `Explanation.eligible`."""
    found = {result.met for result in criteria}
    if Met.NOT_MET in found:
        return False
    return None if Met.NOT_KNOWN in found else True
