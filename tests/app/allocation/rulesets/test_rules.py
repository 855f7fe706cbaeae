"""Which rule sets can be adopted, and what is told beside the fields."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.allocation.rulesets import rules
from app.allocation.rulesets.model import (
    AdoptedRuleSet,
    DepositRule,
    IncomeCap,
    IncomeMode,
    LeaseTerm,
    NeedPoints,
    RankingMode,
    ReadySet,
    RefusalEffect,
    RentAdjust,
    RoomNorm,
    RuleSet,
    RuleSetDraft,
)
from app.allocation.rulesets.ready import ready_sets
from app.applications.model import NeedCategory
from app.applications.model import TargetGroup as G
from app.core.money import kroner
from app.settings.rule_files import load_parameters

PARAMETERS = load_parameters()
DAY = date(2027, 1, 1)
GOOD = RuleSet(groups=(G.HOMELESS, G.FAMILY_WITH_CHILDREN))
_KNOWN: dict[str, object] = {"groups": GOOD.groups}


def changed(changes: Mapping[str, object]) -> RuleSet:
    return RuleSet(**(_KNOWN | dict(changes)))  # type: ignore[arg-type]  # the set's own keys


def draft(rules: RuleSet = GOOD) -> RuleSetDraft:
    return RuleSetDraft(
        rules,
        DAY,
        name="Retningslinjer",
        case_number="26/41",
        adopted_by="Kommunestyret",
    )


def caps(*amounts: str | None) -> tuple[IncomeCap, ...]:
    return tuple(
        IncomeCap(at, None if amount is None else Decimal(amount))
        for at, amount in enumerate(amounts, start=1)
    )


def norm(*rooms: tuple[int, int, int]) -> tuple[RoomNorm, ...]:
    return tuple(RoomNorm(*each) for each in rooms)


G_CAPS, KRONER_CAPS = IncomeMode.CAP_IN_G, IncomeMode.CAP_IN_KRONER
TERM = LeaseTerm(None, 36, 36)
POINT = NeedPoints(NeedCategory.TOO_SMALL, 5)


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"income_mode": G_CAPS}, "income_caps", "caps_missing"),
        (
            {"income_mode": G_CAPS, "income_caps": caps("3", None)},
            "income_caps",
            "cap_amount_missing",
        ),
        (
            {"income_mode": G_CAPS, "income_caps": caps("4", "3.5")},
            "income_caps",
            "caps_not_rising",
        ),
        (
            {"income_mode": KRONER_CAPS, "income_caps": caps("4")},
            "income_caps",
            "cap_amount_missing",
        ),
        (
            {"income_mode": G_CAPS, "income_caps": (*caps("3"), IncomeCap(3, Decimal(4)))},
            "income_caps",
            "persons_with_hole",
        ),
        ({"size_norm": ()}, "size_norm", "size_norm_missing"),
        ({"size_norm": norm((1, 0, 1), (3, 1, 2))}, "size_norm", "persons_with_hole"),
        ({"size_norm": norm((1, 0, 1), (1, 1, 2))}, "size_norm", "persons_with_hole"),
        ({"size_norm": norm((1, 2, 1))}, "size_norm", "rooms_least_over_most"),
        ({"quarantine_months": 13}, "quarantine_months", "number_outside"),
        ({"quarantine_months": -1}, "quarantine_months", "number_outside"),
        ({"residence_months": 121}, "residence_months", "number_outside"),
        ({"age_least": 31}, "age_least", "number_outside"),
        ({"valid_months": 0}, "valid_months", "number_outside"),
        ({"offer_answer_days": 0}, "offer_answer_days", "number_outside"),
        ({"preliminary_days": 0}, "preliminary_days", "number_outside"),
        ({"offer_refusals": 0}, "offer_refusals", "number_outside"),
        ({"groups": ()}, "groups", "groups_missing"),
        ({"groups": (G.OLDER, G.YOUNG, G.OLDER)}, "groups", "group_twice"),
        ({"ranking": RankingMode.POINTS}, "points", "points_missing"),
        ({"points": (POINT, POINT)}, "points", "points_twice"),
        ({"points": (replace(POINT, points=101),)}, "points", "number_outside"),
        ({"lease_terms": ()}, "lease_terms", "default_lease_term_missing"),
        ({"lease_terms": (TERM, TERM)}, "lease_terms", "lease_term_twice"),
        ({"lease_terms": (LeaseTerm(None, 0, 36),)}, "lease_terms", "number_outside"),
        ({"deposit_months": 1}, "deposit_months", "deposit_not_asked"),
        ({"deposit": DepositRule.DEPOSIT, "deposit_months": 7}, "deposit_months", "number_outside"),
        ({"deposit": DepositRule.GUARANTEE}, "deposit_months", "number_outside"),
        ({"rent_adjust": RentAdjust.FIXED_DAY}, "rent_adjust_day", "rent_adjust_day_missing"),
        (
            {"rent_adjust": RentAdjust.FIXED_DAY, "rent_adjust_day": "02-29"},
            "rent_adjust_day",
            "rent_adjust_day_missing",
        ),
        ({"renewal_apply_months": 7}, "renewal_remind_months", "reminder_after_form"),
        ({"stay_kinds": frozenset()}, "stay_kinds", "stay_kinds_missing"),
        ({"dispensation_by": " "}, "dispensation_by", "dispensation_by_missing"),
    ],
)
def test_a_set_that_cannot_be_followed_is_told_beside_its_field(
    changes: dict[str, object], field: str, code: str
) -> None:
    found = rules.check(draft(changed(changes)), PARAMETERS)
    assert [(each.field, each.code, each.blocks) for each in found] == [(field, code, True)]


@pytest.mark.parametrize(
    ("changes", "code", "source"),
    [
        ({"lease_terms": (TERM, LeaseTerm(G.YOUNG, 12, 36))}, "lease_term_short", "HL-43, HL-55"),
        ({"tenant_notice_months": 4}, "notice_over_law", "HL-63"),
        ({"preliminary_days": 29}, "prelim_over_law", "FV-02"),
    ],
)
def test_what_goes_beyond_the_law_is_told_with_its_rule(
    changes: dict[str, object], code: str, source: str
) -> None:
    found = rules.check(draft(changed(changes)), PARAMETERS)
    assert [(each.code, each.source, each.blocks) for each in found] == [(code, source, False)]


@pytest.mark.parametrize(
    "changes",
    [
        {"income_mode": KRONER_CAPS, "income_caps": (IncomeCap(1, None, kroner(400_000)),)},
        {"income_mode": G_CAPS, "income_caps": caps("4", "4")},
        {"offer_refusals": 0, "offer_refusal_effect": RefusalEffect.NOTHING},
        {"ranking": RankingMode.NEED_LEVEL, "groups": ()},
        {"stay_required": False, "stay_kinds": frozenset()},
        {"deposit": DepositRule.DEPOSIT, "deposit_months": 6},
        {"rent_adjust": RentAdjust.FIXED_DAY, "rent_adjust_day": "05-01"},
        {"quarantine_months": 12, "residence_months": 0, "age_least": 0},
    ],
)
def test_what_municipalities_have_adopted_can_be_adopted(changes: dict[str, object]) -> None:
    assert rules.check(draft(changed(changes)), PARAMETERS) == ()


def test_a_set_says_who_adopted_it_and_where() -> None:
    missing = replace(draft(), name=" ", case_number="", adopted_by=" ")
    found = rules.check(missing, PARAMETERS)
    assert [each.field for each in found] == ["name", "case_number", "adopted_by"]


def adopted(day: date, number: int = 1) -> AdoptedRuleSet:
    return AdoptedRuleSet(number, GOOD, day)


def test_sets_follow_each_other_without_a_hole() -> None:
    known = (adopted(date(2026, 1, 1)), adopted(date(2026, 7, 1), 2))
    assert rules.check_time(draft(), known, None) == ()
    (same,) = rules.check_time(replace(draft(), valid_from=date(2026, 7, 1)), known, None)
    assert (same.field, same.code, same.blocks) == ("valid_from", "rule_set_same_day", True)
    (before,) = rules.check_time(replace(draft(), valid_from=date(2026, 6, 30)), known, None)
    assert (before.code, before.facts) == ("rule_set_before_newest", {"newest": date(2026, 7, 1)})


def test_a_first_set_later_than_those_who_wait_is_told_with_the_day_that_fits() -> None:
    (hole,) = rules.check_time(draft(), (), date(2026, 11, 2))
    assert (hole.code, hole.blocks, hole.remedy) == ("rule_set_hole", False, date(2026, 11, 2))
    assert rules.check_time(draft(), (), DAY) == ()
    assert rules.check_time(draft(), (adopted(date(2026, 1, 1)),), date(2025, 1, 1)) == ()


@pytest.mark.parametrize("ready", ready_sets(), ids=lambda each: each.name)
def test_every_ready_set_can_be_adopted_as_it_is(ready: ReadySet) -> None:
    assert rules.check(draft(ready.rules), PARAMETERS) == ()


def test_the_ready_sets_are_what_they_say() -> None:
    small, strict, income = (each.rules for each in ready_sets())
    assert replace(small, groups=()) == RuleSet()
    assert set(small.groups) == set(strict.groups) == set(G)
    assert (strict.residence_months, strict.residence_institution_counts) == (36, False)
    assert income.income_mode is IncomeMode.CAP_IN_G
    assert [cap.in_g for cap in income.income_caps] == [
        Decimal(x) for x in ("3.5", "4.0", "4.5", "5.0")
    ]
