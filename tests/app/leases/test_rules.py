"""The rules of a lease by their ids: each has one that holds and one that does not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import words
from app.core.dated import DatedValue
from app.core.errors import Problem
from app.core.ids import DwellingId, PersonId
from app.core.money import Ore, kroner
from app.core.numbers import NumberKind, identify
from app.leases import rules
from app.leases.model import (
    USUAL_EXCEPTIONS,
    AgreedException,
    Charge,
    ChargeKind,
    ImportedLease,
    LeaseDraft,
    LeaseFacts,
    LeaseKind,
)
from app.leases.prepare import kid_of, paper_kid_of
from tests.app.leases.papers import FACTS, PARAMETERS, SIGNING, a_lease
from tests.factories import CANARY_NUMBER

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31))
SHORT = {"end": date(2028, 11, 30)}


def told(draft: LeaseDraft, facts: LeaseFacts = FACTS) -> dict[str, Problem]:
    """Each problem by its code."""
    return {problem.code: problem for problem in rules.check(draft, PARAMETERS, facts)}


def test_a_whole_lease_holds() -> None:
    assert told(a_lease()) == {}


# HL-43, HL-55: three years, or a special reason


def test_hl_43_the_remedy_is_the_day_that_makes_it_three_years() -> None:
    problem = told(a_lease(**SHORT))["term_too_short"]
    assert (problem.field, problem.source, problem.blocks) == ("end", "HL-55", True)
    assert problem.remedy == date(2029, 11, 30)
    assert problem.facts == {"end": date(2029, 11, 30)}


def test_hl_43_one_day_under_three_years_is_too_short() -> None:
    assert "term_too_short" in told(a_lease(end=date(2029, 11, 29)))
    assert told(a_lease(end=date(2029, 12, 1))) == {}


def test_hl_55_a_special_reason_allows_it() -> None:
    assert told(a_lease(**SHORT, short_reason="huset skal rives")) == {}
    assert "term_too_short" in told(a_lease(**SHORT, short_reason="  "))


def test_hl_45_outside_disadvantaged_the_reason_is_an_objective_one() -> None:
    draft = a_lease(**SHORT, for_disadvantaged=False, exceptions=())
    assert told(draft)["term_too_short"].source == "HL-45"
    assert told(replace(draft, short_reason="eieren skal bo der")) == {}


def test_hl_46_the_officer_is_told_what_a_term_without_a_reason_counts_as() -> None:
    problem = told(a_lease(**SHORT))["term_too_short"]
    assert "tidsubestemt" in words.problem(problem)


def test_hl_58_a_whole_term_is_repeated_without_a_reason_however_often() -> None:
    assert told(a_lease(), replace(FACTS, short_before=2)) == {}


# HL-56, HL-57: the second short one


def test_hl_57_a_second_short_lease_needs_a_weighty_reason() -> None:
    draft = a_lease(**SHORT, short_reason="huset skal rives")
    before = replace(FACTS, short_before=1)
    problem = told(draft, before)["second_short_needs_weighty_reason"]
    assert (problem.field, problem.source) == ("weighty_reason", "HL-57")
    assert problem.remedy == date(2029, 11, 30)
    assert told(replace(draft, weighty_reason="venter på omsorgsbolig"), before) == {}


def test_hl_58_three_years_can_be_repeated_without_reasons() -> None:
    assert told(a_lease(), replace(FACTS, short_before=3)) == {}


# HL-40, HL-41, SD-04: the kind of term


def test_hl_40_a_fixed_term_needs_a_last_day() -> None:
    assert told(a_lease(end=None))["end_missing"].remedy == date(2029, 11, 30)
    assert set(told(a_lease(start=None, end=None))) == {"start_missing", "end_missing"}


def test_hl_41_a_term_does_not_end_before_it_begins() -> None:
    assert set(told(a_lease(end=date(2026, 11, 30)))) == {"end_before_start"}


def test_sd_04_open_ended_needs_a_reason() -> None:
    draft = a_lease(kind=LeaseKind.OPEN_ENDED, end=None)
    assert told(draft)["open_ended_needs_reason"].source == "SD-04"
    assert told(replace(draft, open_ended_reason="har bodd her i 30 år")) == {}


def test_hl_41_lock_in_is_refused_when_the_law_no_longer_allows_it() -> None:
    changed = PARAMETERS.with_overrides(
        {"hl.lockin_allowed": [DatedValue(False, date(2026, 11, 1), source="prøve")]}
    )
    found = {problem.code for problem in rules.check(a_lease(), changed, FACTS)}
    assert found == {"lockin_not_allowed"}
    assert rules.check(a_lease(terminable=True), changed, FACTS) == ()


# HL-51, HL-60: § 11-1


def test_hl_51_the_information_and_the_list_are_both_needed() -> None:
    assert told(a_lease(informed=False))["information_missing"].remedy is True
    missing = told(a_lease(exceptions=()))["exceptions_missing"]
    assert (missing.source, missing.remedy) == ("HL-51", USUAL_EXCEPTIONS)
    assert told(a_lease(informed=False, exceptions=(), for_disadvantaged=False)) == {}


def test_hl_60_a_staff_dwelling_stands_outside() -> None:
    staff = a_lease(kind=LeaseKind.STAFF)
    assert told(staff)["staff_outside_disadvantaged"].source == "HL-60"
    outside = replace(staff, for_disadvantaged=False)
    here = replace(FACTS, staff_dwelling=True)
    assert told(outside, here) == {}
    assert told(a_lease(), here)["dwelling_is_staff"].remedy is LeaseKind.STAFF


# HL-10, HL-11, HL-18: rent


@pytest.mark.parametrize("kind", [ChargeKind.POWER, ChargeKind.FUEL, ChargeKind.METERED_WATER])
def test_hl_10_three_accruals_are_allowed(kind: ChargeKind) -> None:
    assert told(a_lease(charges=(Charge(kind, kroner(500)),))) == {}


def test_hl_10_anything_else_each_month_belongs_in_the_rent() -> None:
    charge = Charge(ChargeKind.OTHER_MONTHLY, kroner(399), "internett")
    problem = told(a_lease(charges=(charge,)))["charge_belongs_in_rent"]
    assert (problem.source, problem.remedy) == ("HL-10", kroner(8599))


def test_hl_18_no_sum_can_be_asked_once() -> None:
    charge = Charge(ChargeKind.ONE_OFF, kroner(1500), "kontraktsgebyr")
    assert told(a_lease(charges=(charge,)))["charge_forbidden"].source == "HL-18"


@pytest.mark.parametrize(("rent", "code"), [(None, "rent_missing"), (Ore(0), "sum_negative")])
def test_hl_10_rent_is_one_sum(rent: Ore | None, code: str) -> None:
    assert code in told(a_lease(rent=rent, guarantee=kroner(0)))


@pytest.mark.parametrize("day", [0, 29, 31])
def test_hl_11_a_due_day_every_month_has(day: int) -> None:
    problem = told(a_lease(due_day=day))["due_day_out_of_range"]
    assert (problem.source, problem.remedy) == ("HL-11", 1)
    assert told(a_lease(due_day=28)) == {}


# HL-14, HL-15, HL-17: security


def test_hl_17_deposit_and_guarantee_together_are_six_months_rent() -> None:
    draft = a_lease(
        rent=kroner(8000),
        deposit=kroner(28000),
        deposit_account="12345678911",
        guarantee=kroner(24000),
    )
    problem = told(draft)["security_too_high"]
    assert problem.facts == {"total": kroner(52000), "limit": kroner(48000)}
    assert (problem.field, problem.source, problem.remedy) == ("deposit", "HL-17", kroner(24000))
    assert "security_too_high" not in told(replace(draft, deposit=kroner(24000)))


def test_hl_14_a_deposit_alone_has_the_same_limit() -> None:
    draft = a_lease(guarantee=kroner(0), deposit=Ore(4920001), deposit_account="12345678911")
    problem = told(draft)["security_too_high"]
    assert (problem.source, problem.remedy) == ("HL-14", kroner(49200))


def test_hl_15_a_deposit_needs_an_account_that_is_not_ours() -> None:
    draft = a_lease(guarantee=kroner(0), deposit=kroner(8200))
    assert told(draft)["deposit_account_missing"].source == "HL-15"
    ours = replace(draft, deposit_account="1234 56 78903")
    assert told(ours)["deposit_account_is_ours"].source == "HL-15"
    assert "account_check_digit" in told(replace(draft, deposit_account="12345678904"))


def test_hl_17_a_guarantee_needs_someone_who_gives_it() -> None:
    assert told(a_lease(guarantor=" "))["guarantor_missing"].source == "HL-17"


# TV-01: the eviction clauses


def test_tv_01_both_clauses_must_stand_in_a_fixed_term() -> None:
    assert told(a_lease(eviction_for_rent=False))["eviction_clause_a_missing"].remedy is True
    assert told(a_lease(eviction_at_expiry=False))["eviction_clause_b_missing"].remedy is True
    open_ended = a_lease(
        kind=LeaseKind.OPEN_ENDED, end=None, open_ended_reason="alt", eviction_at_expiry=False
    )
    assert told(open_ended) == {}


# account and KID


def test_a_number_that_may_be_a_persons_is_told_and_does_not_stop_it() -> None:
    problem = told(a_lease(account=CANARY_NUMBER))["may_be_national_id"]
    assert (problem.field, problem.blocks) == ("account", False)


def test_account_and_kid_must_be_there_and_hold() -> None:
    assert {"account_missing", "kid_missing"} <= set(told(a_lease(account="", kid="")))
    assert "kid_check_digit" in told(a_lease(kid="2026000015"))
    taken = told(a_lease(), replace(FACTS, same_kid="L2025-004"))
    assert taken["kid_taken"].facts == {"lease": "L2025-004"}


@given(st.integers(2020, 2099), st.integers(1, 89999))
def test_every_lease_has_a_kid_of_its_own_that_is_no_persons(year: int, lease: int) -> None:
    kid = kid_of(year, lease)
    assert identify(kid, NumberKind.KID10)[0].ok
    assert len(kid) == 10
    assert kid not in (kid_of(year, lease + 1), kid_of(year + 1, lease))
    assert kid != paper_kid_of(f"LP-{year}-{lease % 9000}")


def test_a_dwelling_that_is_taken_is_told_with_whose_lease() -> None:
    taken = told(a_lease(), replace(FACTS, taken_by="L2026-009"))
    assert taken["dwelling_taken"].facts == {"lease": "L2026-009"}


# what follows from the term


def test_the_kind_and_the_exception_follow_from_the_term() -> None:
    short = rules.settled(a_lease(**SHORT), PARAMETERS, FACTS)
    assert short.kind is LeaseKind.SHORT
    assert short.exceptions[-1] is AgreedException.SHORTER_TERM
    again = rules.settled(short, PARAMETERS, replace(FACTS, short_before=1))
    assert again.kind is LeaseKind.SECOND_SHORT
    assert again.exceptions.count(AgreedException.SHORTER_TERM) == 1
    longer = rules.settled(replace(again, end=date(2029, 11, 30)), PARAMETERS, FACTS)
    assert longer == a_lease()
    refugee = rules.settled(a_lease(kind=LeaseKind.REFUGEE), PARAMETERS, FACTS)
    assert refugee.kind is LeaseKind.REFUGEE


def test_an_imported_lease_is_marked_and_not_refused() -> None:
    bare = ImportedLease(PersonId(1), DwellingId(1))
    assert rules.imported_marks(bare, PARAMETERS) == (
        "lease_start_missing",
        "lease_end_missing",
        "rent_missing",
    )
    backwards = replace(bare, start=SIGNING, end=date(2020, 1, 1), rent=kroner(1))
    assert rules.imported_marks(backwards, PARAMETERS) == ("end_before_start",)
    whole = replace(backwards, end=date(2029, 11, 22))
    assert rules.imported_marks(whole, PARAMETERS) == ()


def test_the_versions_of_every_rule_used_are_named() -> None:
    assert dict(rules.versions_used(PARAMETERS, SIGNING)).keys() == set(rules.RULES_USED)
