"""The criteria about who asks: lawful stay, age, residence, and being disadvantaged. Pure."""

from datetime import date
from functools import lru_cache

from app.allocation.eligibility.facts import CaseFacts
from app.allocation.eligibility.model import Criterion, CriterionResult, Met
from app.allocation.needs import Needs, codes_of
from app.allocation.rulesets.model import AgeException, AgeOn, ResidenceException, RuleSet
from app.applications.intake.model import LegalStay, Tenure
from app.core.periods import Period, Unit, add

_UNDER_THE_ACT = frozenset(LegalStay) - {LegalStay.NONE, LegalStay.ASYLUM_SEEKER}
# Who may have come as a refugee, or to one; the others are not asked about it
_MAY_BE_REFUGEE = frozenset({None, LegalStay.PROTECTION, LegalStay.TEMPORARY_PERMIT})
_MAY_BE_REUNITED = _MAY_BE_REFUGEE | {LegalStay.PERMANENT}

STAY, AGE = Criterion.LEGAL_STAY, Criterion.AGE
HERE, DISADVANTAGED = Criterion.RESIDENCE, Criterion.DISADVANTAGED


def legal_stay(facts: CaseFacts, rules: RuleSet) -> CriterionResult | None:
    """BS-02, as far as the set asks for it, with the kinds of stay it accepts."""
    if not rules.stay_required:
        return None
    return _stay(facts.legal_stay, rules.stay_kinds)


def legal_stay_by_act(facts: CaseFacts) -> CriterionResult:
    """BS-02, boligsosialloven § 2: who the act covers."""
    return _stay(facts.legal_stay, _UNDER_THE_ACT)


@lru_cache(maxsize=256)
def _stay(stay: LegalStay | None, accepted: frozenset[LegalStay]) -> CriterionResult:
    if stay is None:
        return CriterionResult(STAY, Met.NOT_KNOWN, "stay_not_told", source="BS-02")
    if stay not in accepted:
        return CriterionResult(STAY, Met.NOT_MET, "stay_not_accepted", {"stay": stay}, "BS-02")
    return CriterionResult(STAY, Met.MET, "stay_accepted", {"stay": stay}, "BS-02")


def lasted(months: int, since: date, day: date) -> bool:
    """Whether so many months have gone by the day (DL-02); the last month alone is counted out."""
    gone = 12 * (day.year - since.year) + day.month - since.month
    return gone > months if gone != months else add(Period(months, Unit.MONTHS), since) <= day


def age(facts: CaseFacts, rules: RuleSet, on: date) -> CriterionResult | None:
    """The least age on the set's day, and who may be younger; never a highest age (HL-06)."""
    if rules.age_least == 0:
        return None
    day = facts.received_on if rules.age_on is AgeOn.APPLICATION else on
    told: dict[str, object] = {"least": rules.age_least, "day": day}
    source = "age_least"
    if facts.born is None:
        return CriterionResult(AGE, Met.NOT_KNOWN, "age_not_told", told, source)
    if lasted(12 * rules.age_least, facts.born, day):
        return CriterionResult(AGE, Met.MET, "age_reached", told, source)
    exceptions = {
        AgeException.CARE_OF_CHILD: facts.cares_for_child,
        AgeException.GUARDIAN_CONSENT: facts.guardian_consent,
    }
    asked = {each: holds for each, holds in exceptions.items() if each in rules.age_exceptions}
    for exception, holds in asked.items():
        if holds:
            return CriterionResult(AGE, Met.MET, f"age_{exception}", told, "age_exceptions")
    if None in asked.values():
        return CriterionResult(AGE, Met.NOT_KNOWN, "age_exception_not_told", told, source)
    return CriterionResult(AGE, Met.NOT_MET, "age_too_young", told, source)


def residence(facts: CaseFacts, rules: RuleSet, on: date) -> CriterionResult | None:
    """The months lived here by the day, and who need not have. D8: an exception skips this alone.

    Time in an institution here counts only where the set says so; how long it was, is asked.
    """
    if rules.residence_months == 0:
        return None
    told: dict[str, object] = {"months": rules.residence_months, "day": on}
    for exception in _exceptions(facts, rules):
        code = f"residence_{exception}"
        return CriterionResult(HERE, Met.MET, code, told, "residence_exceptions")
    met, code = _lived_here(facts, rules, on)
    if met is Met.NOT_MET and _exception_not_asked(facts, rules):
        met, code = Met.NOT_KNOWN, "residence_exception_not_told"
    if facts.residence_since is not None:
        told["since"] = facts.residence_since
    return CriterionResult(HERE, met, code, told, "residence_months")


def _lived_here(facts: CaseFacts, rules: RuleSet, on: date) -> tuple[Met, str]:
    since = facts.residence_since
    if since is None:
        if facts.registered_here is False:
            return Met.NOT_MET, "residence_not_registered"
        return Met.NOT_KNOWN, "residence_not_told"
    if not lasted(rules.residence_months, since, on):
        return Met.NOT_MET, "residence_too_short"
    institution = facts.in_institution or facts.tenure is Tenure.INSTITUTION
    if institution and not rules.residence_institution_counts:
        return Met.NOT_KNOWN, "residence_institution"
    return Met.MET, "residence_long_enough"


def _exceptions(facts: CaseFacts, rules: RuleSet) -> tuple[ResidenceException, ...]:
    holds = {
        ResidenceException.REFUGEE_BY_AGREEMENT: facts.by_agreement is True,
        ResidenceException.FAMILY_REUNION: facts.family_reunion is True,
        ResidenceException.CLOSE_TIE: facts.close_tie,
    }
    return tuple(
        each for each, is_so in holds.items() if is_so and each in rules.residence_exceptions
    )


def _exception_not_asked(facts: CaseFacts, rules: RuleSet) -> bool:
    asked = (
        (ResidenceException.REFUGEE_BY_AGREEMENT, facts.by_agreement, _MAY_BE_REFUGEE),
        (ResidenceException.FAMILY_REUNION, facts.family_reunion, _MAY_BE_REUNITED),
    )
    return any(
        exception in rules.residence_exceptions and told is None and facts.legal_stay in stays
        for exception, told, stays in asked
    )


def disadvantaged(facts: CaseFacts) -> CriterionResult:
    """BS-04 and HL-59: at least one of the ministry's needs is mapped."""
    return _mapped(facts.needs)


@lru_cache(maxsize=4096)
def _mapped(needs: Needs) -> CriterionResult:
    if not needs:
        return CriterionResult(DISADVANTAGED, Met.NOT_KNOWN, "need_not_told", source="BS-04")
    told: dict[str, object] = {"codes": codes_of(needs)}
    return CriterionResult(DISADVANTAGED, Met.MET, "need_mapped", told, "BS-04")
