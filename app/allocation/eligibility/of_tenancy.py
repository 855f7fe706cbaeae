"""The criteria about homes: the lack of one, and what earlier or present tenancies mean. Pure."""

from datetime import date
from functools import lru_cache

from app.allocation.eligibility.facts import CaseFacts
from app.allocation.eligibility.model import Criterion, CriterionResult, Met
from app.allocation.needs import Needs, main_of, pressing_codes
from app.allocation.rulesets.model import DebtStage, RuleSet, SwapGround
from app.applications.intake.model import Requirement
from app.applications.model import MainNeed, NeedCategory
from app.core.periods import Period, Unit, add

HOME, DEBT = Criterion.NO_SUITABLE_HOME, Criterion.OLD_DEBT
QUARANTINE = Criterion.QUARANTINE
SWAP, RENEWAL = Criterion.SWAP_GROUND, Criterion.RENEWAL

_HOME_CODES = {
    MainNeed.WITHOUT_OWN_HOME: "home_without",
    MainNeed.AT_RISK_OF_LOSING_HOME: "home_at_risk",
    MainNeed.UNSUITABLE_DWELLING: "home_unsuitable",
}
_FOR_HEALTH = frozenset(
    {
        Requirement.WHEELCHAIR,
        Requirement.STEP_FREE,
        Requirement.GROUND_FLOOR_OR_LIFT,
        Requirement.ADAPTED_BATHROOM,
    }
)


def no_home(facts: CaseFacts, rules: RuleSet, on: date) -> CriterionResult:
    """No home, one about to be lost, or one that does not suit (BS-04)."""
    mapped = _by_need(facts.needs)
    if mapped is not None:
        return mapped
    days = [day for day in (facts.must_leave_on, facts.lease_ends_on) if day is not None]
    source = "lease_ends_within_months"
    if not days:
        return CriterionResult(HOME, Met.NOT_KNOWN, "home_not_told", source="BS-04")
    told: dict[str, object] = {"until": min(days), "months": rules.lease_ends_within_months}
    if min(days) <= add(Period(rules.lease_ends_within_months, Unit.MONTHS), on):
        return CriterionResult(HOME, Met.MET, "home_ends_soon", told, source)
    return CriterionResult(HOME, Met.NOT_MET, "home_lasts", told, source)


@lru_cache(maxsize=4096)
def _by_need(needs: Needs) -> CriterionResult | None:
    main = main_of(needs)
    if main is None:
        return None
    told: dict[str, object] = {"codes": pressing_codes(needs)}
    return CriterionResult(HOME, Met.MET, _HOME_CODES[main], told, "BS-04")


def old_debt(facts: CaseFacts, rules: RuleSet) -> CriterionResult | None:
    """Debt from an earlier tenancy here; before the lease it is told and shuts nobody out."""
    if rules.debt_stage is DebtStage.NONE:
        return None
    first = rules.debt_stage is DebtStage.BEFORE_PROCESSING
    if facts.owed is None:
        code = "debt_not_told" if first else "debt_asked_later"
        return _debt(Met.NOT_KNOWN if first else Met.MET, code, {})
    if facts.owed == 0:
        return _debt(Met.MET, "debt_none", {})
    told: dict[str, object] = {"owed": facts.owed}
    if facts.owed_plan_on is not None and rules.debt_plan_is_enough:
        return _debt(Met.MET, "debt_plan", told | {"plan_on": facts.owed_plan_on})
    if first:
        return _debt(Met.NOT_MET, "debt_owed", told)
    return _debt(Met.MET, "debt_before_lease", told)


def _debt(met: Met, code: str, told: dict[str, object]) -> CriterionResult:
    return CriterionResult(DEBT, met, code, told, "debt_stage")


def quarantine(facts: CaseFacts, rules: RuleSet, on: date) -> CriterionResult | None:
    """The months after an eviction or a gross breach of an earlier lease here."""
    if rules.quarantine_months == 0:
        return None
    source = "quarantine_months"
    days = [day for day in (facts.evicted_on, facts.breach_on) if day is not None]
    if not days:
        if facts.rented_before is None:
            return CriterionResult(QUARANTINE, Met.NOT_KNOWN, "quarantine_not_told", {}, source)
        return CriterionResult(QUARANTINE, Met.MET, "quarantine_none", {}, source)
    until = add(Period(rules.quarantine_months, Unit.MONTHS), max(days))
    told: dict[str, object] = {
        "since": max(days),
        "until": until,
        "months": rules.quarantine_months,
    }
    if until > on:
        return CriterionResult(QUARANTINE, Met.NOT_MET, "quarantine_runs", told, source)
    return CriterionResult(QUARANTINE, Met.MET, "quarantine_over", told, source)


def swap_ground(facts: CaseFacts, rules: RuleSet) -> CriterionResult:
    """A ground the set accepts for moving from one municipal dwelling to another (REP-11)."""
    found = _grounds(facts)
    accepted = tuple(sorted(found & rules.swap_grounds))
    if accepted:
        told: dict[str, object] = {"grounds": accepted}
        return CriterionResult(SWAP, Met.MET, "swap_ground", told, "swap_grounds")
    if not facts.needs:
        return CriterionResult(SWAP, Met.NOT_KNOWN, "swap_not_told", {}, "swap_grounds")
    told = {"grounds": tuple(sorted(rules.swap_grounds))}
    return CriterionResult(SWAP, Met.NOT_MET, "swap_no_ground", told, "swap_grounds")


def _grounds(facts: CaseFacts) -> frozenset[SwapGround]:
    health = (
        NeedCategory.NOT_ADAPTED in facts.needs
        or facts.accessible
        or bool(facts.requirements & _FOR_HEALTH)
    )
    holds = {
        SwapGround.HEALTH: health,
        SwapGround.HOUSEHOLD_SIZE: NeedCategory.TOO_SMALL in facts.needs,
        SwapGround.SOCIAL: NeedCategory.STRAINED_ENVIRONMENT in facts.needs,
    }
    return frozenset(ground for ground, is_so in holds.items() if is_so)


def renewal(facts: CaseFacts, rules: RuleSet) -> CriterionResult:
    """Whether it was asked for in good time; late alone is told and is no ground to refuse."""
    source = "renewal_apply_months"
    ends = facts.lease_ends_on
    if ends is None:
        return CriterionResult(RENEWAL, Met.NOT_KNOWN, "renewal_not_told", {}, source)
    by = add(Period(-rules.renewal_apply_months, Unit.MONTHS), ends)
    told: dict[str, object] = {"until": ends, "by": by, "received_on": facts.received_on}
    code = "renewal_in_time" if facts.received_on <= by else "renewal_late"
    return CriterionResult(RENEWAL, Met.MET, code, told, source)
