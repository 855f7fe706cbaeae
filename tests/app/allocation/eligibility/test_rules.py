"""Each criterion by its vectors: what nobody told is asked; nobody is judged by who they are."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.allocation.eligibility.facts import CaseFacts, Earner
from app.allocation.eligibility.means import G
from app.allocation.eligibility.model import Criterion, CriterionResult, Met
from app.allocation.eligibility.rules import evaluate
from app.allocation.rulesets.model import (
    AdoptedRuleSet,
    AgeException,
    AgeOn,
    DebtStage,
    IncomeCap,
    IncomeMode,
    ResidenceException,
    RuleSet,
    SwapGround,
)
from app.applications.intake.model import Hindrance, LegalStay, Requirement, Tenure
from app.applications.model import ApplicationKind, ApplicationState, NeedCategory
from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.ids import ApplicationId
from app.core.money import Ore
from app.settings.rule_files import load_parameters

C = Criterion
N = NeedCategory
DAY = date(2026, 11, 23)
SHIPPED = load_parameters()
WITH_G = SHIPPED.with_overrides({G: [DatedValue(13_000_000, date(2026, 5, 1), source="rundskriv")]})
FIRST = IncomeCap(1, in_g=Decimal("3.5"))
SECOND = IncomeCap(2, in_g=Decimal(4))

ASKED = CaseFacts(
    application=ApplicationId(1),
    number="S2026-001",
    case=CaseKind.ALLOCATION,
    kind=ApplicationKind.NEW,
    state=ApplicationState.RECEIVED,
    state_since=date(2026, 11, 2),
    received_on=date(2026, 11, 2),
)
TOLD = replace(
    ASKED,
    born=date(1980, 1, 2),
    legal_stay=LegalStay.CITIZEN,
    residence_since=date(2020, 1, 1),
    needs=frozenset({N.NO_ROOF_NEXT_NIGHT}),
    earners=(Earner(date(1980, 1, 2), Ore(30_000_000)),),
    owed=Ore(0),
    rented_before=False,
)


def judged(criterion: Criterion, known: CaseFacts, **rules: object) -> CriterionResult | None:
    """How one criterion stands."""
    made = RuleSet(**rules)  # type: ignore[arg-type]  # the set's own keys
    results = evaluate(known, AdoptedRuleSet(1, made, date(2020, 1, 1)), WITH_G, DAY)
    found = {each.criterion: each for each in results}
    assert len(found) == len(results), "a criterion is told once"
    return found.get(criterion)


def stands(criterion: Criterion, known: CaseFacts, **rules: object) -> tuple[Met, str] | None:
    """Its verdict and its sentence's code."""
    found = judged(criterion, known, **rules)
    return None if found is None else (found.met, found.code)


ALL_THERE_IS = """
application number case kind state state_since received_on needs persons children accessible born
legal_stay residence_since registered_here in_institution close_tie by_agreement family_reunion
cares_for_child guardian_consent tenure lease_ends_on must_leave_on rented_before owed owed_plan_on
evicted_on breach_on earners hindrances requirements dispensations
"""


def test_the_facts_hold_nothing_anyone_may_not_be_judged_by() -> None:
    """HL-06: of age only the birth day, of the household only how many, of income only sums."""
    assert [each.name for each in fields(CaseFacts)] == ALL_THERE_IS.split()
    assert {each.name for each in fields(Earner)} == {"born", "yearly"}


YEARS = st.integers(18, 99)


@given(YEARS, YEARS, st.integers(0, 8), st.booleans())
def test_no_age_above_the_least_and_no_child_ever_changes_a_criterion(
    one: int, other: int, children: int, caps: bool
) -> None:
    mode = IncomeMode.CAP_IN_G if caps else IncomeMode.DISCRETIONARY
    rules = RuleSet(income_mode=mode, income_caps=(FIRST,))
    adopted = AdoptedRuleSet(1, rules, date(2020, 1, 1))
    results = [
        evaluate(
            replace(TOLD, born=date(DAY.year - years - 1, 1, 1), children=more),
            adopted,
            WITH_G,
            DAY,
        )
        for years, more in ((one, 0), (other, children))
    ]
    assert results[0] == results[1]


def test_what_nobody_told_is_asked_for_and_never_held_against_anyone() -> None:
    strict = RuleSet(
        income_mode=IncomeMode.CAP_IN_G,
        debt_stage=DebtStage.BEFORE_PROCESSING,
        quarantine_months=12,
    )
    results = evaluate(ASKED, AdoptedRuleSet(0, strict, DAY), SHIPPED, DAY)
    assert {each.met for each in results} == {Met.NOT_KNOWN}
    assert [each.criterion for each in results] == list(C)[:8]


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        (LegalStay.CITIZEN, (Met.MET, "stay_accepted")),
        (LegalStay.ASYLUM_SEEKER, (Met.NOT_MET, "stay_not_accepted")),
        (LegalStay.NONE, (Met.NOT_MET, "stay_not_accepted")),
        (None, (Met.NOT_KNOWN, "stay_not_told")),
    ],
)
def test_lawful_stay(stay: LegalStay | None, expected: tuple[Met, str]) -> None:
    known = replace(TOLD, legal_stay=stay)
    assert stands(C.LEGAL_STAY, known) == expected
    assert stands(C.LEGAL_STAY, known, stay_required=False) is None
    by_act = replace(known, case=CaseKind.HOUSING_HELP)
    assert stands(C.LEGAL_STAY, by_act, stay_required=False) == expected, "BS-02 asks by itself"


def test_age_is_counted_on_the_sets_day_and_has_its_exceptions() -> None:
    between = replace(TOLD, born=date(2008, 11, 10))
    assert stands(C.AGE, between, age_on=AgeOn.DECISION) == (Met.MET, "age_reached")
    assert stands(C.AGE, between) == (Met.NOT_KNOWN, "age_exception_not_told")
    on_the_day = replace(TOLD, born=date(2008, 11, 2))
    assert stands(C.AGE, on_the_day) == (Met.MET, "age_reached")
    parent = replace(between, cares_for_child=True)
    assert stands(C.AGE, parent) == (Met.MET, "age_care_of_child")
    neither = replace(between, cares_for_child=False, guardian_consent=False)
    assert stands(C.AGE, neither) == (Met.NOT_MET, "age_too_young")
    alone = frozenset({AgeException.GUARDIAN_CONSENT})
    assert stands(C.AGE, replace(parent, guardian_consent=False), age_exceptions=alone) == (
        Met.NOT_MET,
        "age_too_young",
    )
    assert stands(C.AGE, replace(TOLD, born=None)) == (Met.NOT_KNOWN, "age_not_told")
    assert stands(C.AGE, neither, age_least=0) is None


RESIDENCE = [
    ({"residence_since": date(2024, 11, 23)}, (Met.MET, "residence_long_enough")),
    ({"residence_since": date(2024, 11, 24)}, (Met.NOT_MET, "residence_too_short")),
    ({"residence_since": None}, (Met.NOT_KNOWN, "residence_not_told")),
    (
        {"residence_since": None, "registered_here": False},
        (Met.NOT_MET, "residence_not_registered"),
    ),
    ({"in_institution": True}, (Met.NOT_KNOWN, "residence_institution")),
    ({"tenure": Tenure.INSTITUTION}, (Met.NOT_KNOWN, "residence_institution")),
    (
        {"residence_since": date(2026, 6, 1), "legal_stay": LegalStay.PROTECTION},
        (Met.NOT_KNOWN, "residence_exception_not_told"),
    ),
    (
        {"residence_since": date(2026, 6, 1), "by_agreement": True},
        (Met.MET, "residence_refugee_by_agreement"),
    ),
    ({"residence_since": None, "close_tie": True}, (Met.NOT_KNOWN, "residence_not_told")),
]


@pytest.mark.parametrize(("facts", "expected"), RESIDENCE)
def test_residence(facts: dict[str, object], expected: tuple[Met, str]) -> None:
    known = replace(TOLD, **facts)  # type: ignore[arg-type]  # the facts' own fields
    assert stands(C.RESIDENCE, known) == expected
    assert stands(C.RESIDENCE, known, residence_months=0) is None


def test_residence_exceptions_are_those_of_the_set() -> None:
    here = replace(TOLD, residence_since=date(2026, 6, 1), close_tie=True, family_reunion=True)
    tie, reunion = ResidenceException.CLOSE_TIE, ResidenceException.FAMILY_REUNION
    for exception in (tie, reunion):
        found = stands(C.RESIDENCE, here, residence_exceptions=frozenset({exception}))
        assert found == (Met.MET, f"residence_{exception}")
    counted = {"residence_institution_counts": True}
    assert stands(C.RESIDENCE, replace(TOLD, in_institution=True), **counted) == (
        Met.MET,
        "residence_long_enough",
    )


def test_a_refugee_by_agreement_skips_residence_alone() -> None:
    """D8."""
    known = replace(ASKED, by_agreement=True, legal_stay=LegalStay.PROTECTION)
    others = (C.AGE, C.DISADVANTAGED, C.NO_SUITABLE_HOME, C.MEANS)
    assert [stands(each, known) for each in others] == [stands(each, ASKED) for each in others]
    assert stands(C.RESIDENCE, known) == (Met.MET, "residence_refugee_by_agreement")


HOMES = [
    ({"needs": frozenset({N.DISCHARGE_NO_HOME, N.TOO_SMALL})}, (Met.MET, "home_without")),
    ({"needs": frozenset({N.NO_VALID_LEASE})}, (Met.MET, "home_at_risk")),
    ({"needs": frozenset({N.NOT_ADAPTED})}, (Met.MET, "home_unsuitable")),
    ({"lease_ends_on": date(2027, 5, 23)}, (Met.MET, "home_ends_soon")),
    ({"lease_ends_on": date(2027, 5, 24)}, (Met.NOT_MET, "home_lasts")),
    (
        {"lease_ends_on": date(2028, 1, 1), "must_leave_on": date(2026, 12, 1)},
        (Met.MET, "home_ends_soon"),
    ),
    ({}, (Met.NOT_KNOWN, "home_not_told")),
]


@pytest.mark.parametrize(("facts", "expected"), HOMES)
def test_no_suitable_home(facts: dict[str, object], expected: tuple[Met, str]) -> None:
    known = replace(TOLD, **({"needs": frozenset()} | facts))  # type: ignore[arg-type]  # own fields
    assert stands(C.NO_SUITABLE_HOME, known) == expected


def test_disadvantaged_asks_for_one_mapped_need() -> None:
    """BS-04 and HL-59."""
    found = judged(C.DISADVANTAGED, TOLD)
    assert found == CriterionResult(
        C.DISADVANTAGED, Met.MET, "need_mapped", {"codes": ("A1",)}, "BS-04"
    )


def test_income_is_capped_by_the_size_of_the_household() -> None:
    caps = {"income_mode": IncomeMode.CAP_IN_G, "income_caps": (FIRST, SECOND)}
    at_cap = replace(TOLD, earners=(Earner(None, Ore(45_500_000)),))
    above = replace(TOLD, earners=(Earner(None, Ore(45_500_001)),))
    assert stands(C.MEANS, at_cap, **caps) == (Met.MET, "means_within_cap")
    assert stands(C.MEANS, above, **caps) == (Met.NOT_MET, "means_above_cap")
    for persons in (2, 5):
        assert stands(C.MEANS, replace(above, persons=persons), **caps) == (
            Met.MET,
            "means_within_cap",
        )
    assert stands(C.MEANS, above, income_mode=IncomeMode.CAP_IN_G) == (
        Met.NOT_KNOWN,
        "means_no_cap",
    )
    kroner = {
        "income_mode": IncomeMode.CAP_IN_KRONER,
        "income_caps": (IncomeCap(1, kroner=Ore(40_000_000)),),
    }
    assert stands(C.MEANS, at_cap, **kroner) == (Met.NOT_MET, "means_above_cap")
    assert stands(C.MEANS, above, income_mode=IncomeMode.NONE) is None


def test_a_cap_in_g_is_not_known_before_the_office_has_written_g() -> None:
    rules = RuleSet(income_mode=IncomeMode.CAP_IN_G, income_caps=(FIRST,))
    results = evaluate(TOLD, AdoptedRuleSet(1, rules, DAY), SHIPPED, DAY)
    found = next(each for each in results if each.criterion is C.MEANS)
    assert (found.met, found.code) == (Met.NOT_KNOWN, "means_base_amount_missing")


def test_the_young_ones_income_is_left_out_where_the_set_says_so() -> None:
    earners = (Earner(date(1980, 1, 1), Ore(100)), Earner(date(2007, 1, 1), Ore(50)))
    both = judged(C.MEANS, replace(TOLD, earners=earners))
    one = judged(C.MEANS, replace(TOLD, earners=earners), income_without_members_under=20)
    assert both is not None
    assert one is not None
    assert (both.facts["income"], one.facts["income"]) == (150, 100)


def test_low_income_alone_is_not_enough_where_the_set_says_so() -> None:
    alone = replace(
        TOLD,
        needs=frozenset({N.HOUSING_COST_TOO_HIGH}),
        hindrances=frozenset({Hindrance.LOW_INCOME}),
    )
    assert stands(C.MEANS, alone) == (Met.NOT_MET, "means_low_alone")
    assert stands(C.MEANS, alone, low_income_is_enough=True) == (Met.MET, "means_weighed")
    more = replace(alone, hindrances=frozenset({Hindrance.LOW_INCOME, Hindrance.HEALTH}))
    assert stands(C.MEANS, more) == (Met.MET, "means_weighed")
    assert stands(C.MEANS, replace(alone, hindrances=frozenset())) == (Met.MET, "means_weighed")


DEBTS = [
    (None, None, (Met.NOT_KNOWN, "debt_not_told"), (Met.MET, "debt_asked_later")),
    (0, None, (Met.MET, "debt_none"), (Met.MET, "debt_none")),
    (900_000, None, (Met.NOT_MET, "debt_owed"), (Met.MET, "debt_before_lease")),
    (900_000, DAY, (Met.MET, "debt_plan"), (Met.MET, "debt_plan")),
]


@pytest.mark.parametrize(("owed", "plan_on", "before_processing", "before_lease"), DEBTS)
def test_old_debt_by_the_sets_stage(
    owed: int | None,
    plan_on: date | None,
    before_processing: tuple[Met, str],
    before_lease: tuple[Met, str],
) -> None:
    known = replace(TOLD, owed=None if owed is None else Ore(owed), owed_plan_on=plan_on)
    assert stands(C.OLD_DEBT, known, debt_stage=DebtStage.BEFORE_PROCESSING) == before_processing
    assert stands(C.OLD_DEBT, known) == before_lease
    assert stands(C.OLD_DEBT, known, debt_stage=DebtStage.NONE) is None


def test_a_plan_is_not_enough_where_the_set_says_so() -> None:
    known = replace(TOLD, owed=Ore(900_000), owed_plan_on=DAY)
    rules = {"debt_stage": DebtStage.BEFORE_PROCESSING, "debt_plan_is_enough": False}
    assert stands(C.OLD_DEBT, known, **rules) == (Met.NOT_MET, "debt_owed")


def test_quarantine_runs_from_the_last_breach_and_ends() -> None:
    year = {"quarantine_months": 12}
    known = replace(TOLD, rented_before=True, evicted_on=date(2025, 1, 1))
    assert stands(C.QUARANTINE, known, **year) == (Met.MET, "quarantine_over")
    later = replace(known, breach_on=date(2025, 11, 24))
    assert stands(C.QUARANTINE, later, **year) == (Met.NOT_MET, "quarantine_runs")
    ends_today = replace(known, breach_on=date(2025, 11, 23))
    assert stands(C.QUARANTINE, ends_today, **year) == (Met.MET, "quarantine_over")
    assert stands(C.QUARANTINE, later) is None
    assert stands(C.QUARANTINE, TOLD, **year) == (Met.MET, "quarantine_none")


def test_a_swap_needs_a_ground_the_set_accepts() -> None:
    swap = replace(TOLD, kind=ApplicationKind.SWAP)
    assert stands(C.SWAP_GROUND, swap) == (Met.NOT_MET, "swap_no_ground")
    assert stands(C.SWAP_GROUND, replace(swap, needs=frozenset())) == (
        Met.NOT_KNOWN,
        "swap_not_told",
    )
    crowded = replace(swap, needs=frozenset({N.TOO_SMALL}))
    assert stands(C.SWAP_GROUND, crowded) == (Met.MET, "swap_ground")
    health = frozenset({SwapGround.HEALTH})
    assert stands(C.SWAP_GROUND, crowded, swap_grounds=health) == (Met.NOT_MET, "swap_no_ground")
    adapted = replace(crowded, requirements=frozenset({Requirement.STEP_FREE}))
    assert stands(C.SWAP_GROUND, adapted, swap_grounds=health) == (Met.MET, "swap_ground")
    assert stands(C.RESIDENCE, swap) is None
    assert stands(C.SWAP_GROUND, TOLD) is None


def test_a_late_request_for_renewal_is_told_and_refuses_nobody() -> None:
    renewal = replace(TOLD, kind=ApplicationKind.RENEWAL, lease_ends_on=date(2027, 2, 2))
    assert stands(C.RENEWAL, renewal) == (Met.MET, "renewal_in_time")
    late = replace(renewal, lease_ends_on=date(2027, 2, 1))
    assert stands(C.RENEWAL, late) == (Met.MET, "renewal_late")
    assert stands(C.DISADVANTAGED, late) is not None
    assert stands(C.DISADVANTAGED, late, renewal_needs_criteria=False) is None
    assert stands(C.RENEWAL, replace(renewal, lease_ends_on=None)) == (
        Met.NOT_KNOWN,
        "renewal_not_told",
    )


def test_help_is_judged_by_the_act_and_a_stay_by_the_lack_of_a_roof() -> None:
    strict = RuleSet(residence_months=36, quarantine_months=12)
    for case, asked in (
        (CaseKind.HOUSING_HELP, [C.LEGAL_STAY, C.DISADVANTAGED]),
        (CaseKind.TEMPORARY_STAY, [C.NO_SUITABLE_HOME]),
    ):
        known = replace(TOLD, case=case)
        results = evaluate(known, AdoptedRuleSet(1, strict, DAY), SHIPPED, DAY)
        assert [each.criterion for each in results] == asked
