"""Each criterion judged by the facts and the municipality's rule set. Pure.

What nobody has told is not known, with what to ask; a fact that is told and falls short is not
met. Neither the household's shape nor the source of an income ever counts against anyone (HL-06).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from app.allocation.eligibility import of_person, of_tenancy
from app.allocation.eligibility.facts import CaseFacts
from app.allocation.eligibility.means import means
from app.allocation.eligibility.model import Criterion, CriterionResult, Met
from app.allocation.rulesets.model import AdoptedRuleSet, RuleSet
from app.applications.model import ApplicationKind
from app.core.cases import CaseKind
from app.core.errors import Problem
from app.core.parameters import Parameters

Judge = Callable[[], CriterionResult | None]


def evaluate(
    facts: CaseFacts, rule_set: AdoptedRuleSet, parameters: Parameters, on: date
) -> tuple[CriterionResult, ...]:
    """Every criterion that is asked in this case, in the order it is told.

    Help under boligsosialloven is judged by the act alone (BS-02, BS-04), never by the set (F1).
    """
    found = (result for result in _judged(facts, rule_set.rules, parameters, on) if result)
    if facts.case is not CaseKind.ALLOCATION:
        return tuple(found)
    return tuple(_with_dispensation(result, facts) for result in found)


def _judged(
    facts: CaseFacts, rules: RuleSet, parameters: Parameters, on: date
) -> Iterator[CriterionResult | None]:
    if facts.case is CaseKind.TEMPORARY_STAY:
        yield of_tenancy.no_home(facts, rules, on)
        return
    if facts.case is CaseKind.HOUSING_HELP:
        yield of_person.legal_stay_by_act(facts)
        yield of_person.disadvantaged(facts)
        return
    renewal = facts.kind is ApplicationKind.RENEWAL
    if not renewal or rules.renewal_needs_criteria:
        yield from _common(facts, rules, parameters, on)
    if renewal:
        yield of_tenancy.renewal(facts, rules)
    if facts.kind is ApplicationKind.SWAP:
        yield of_tenancy.swap_ground(facts, rules)


def _common(
    facts: CaseFacts, rules: RuleSet, parameters: Parameters, on: date
) -> Iterator[CriterionResult | None]:
    """Who lives in a municipal dwelling already has shown age, residence and the lack of a home."""
    new = facts.kind is ApplicationKind.NEW
    yield of_person.legal_stay(facts, rules)
    if new:
        yield of_person.age(facts, rules, on)
        yield of_person.residence(facts, rules, on)
    yield of_person.disadvantaged(facts)
    if new:
        yield of_tenancy.no_home(facts, rules, on)
    yield means(facts, rules, parameters, on)
    yield of_tenancy.old_debt(facts, rules)
    if new:
        yield of_tenancy.quarantine(facts, rules, on)


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


def missing(criteria: tuple[CriterionResult, ...]) -> tuple[Criterion, ...]:
    """What must be asked before the case can be decided."""
    return tuple(result.criterion for result in criteria if result.met is Met.NOT_KNOWN)
