"""What is wrong with a claim as it is typed, and the ceiling of a collector's costs (INK-10)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrears.accounts.collector import ceiling
from app.core.ids import CreditorId, DebtCaseId, DebtClaimId
from app.core.money import Ore, kroner
from app.debt.claims import rules
from app.debt.claims.model import (
    AttachmentRank,
    ClaimSums,
    CostLevel,
    DebtClaim,
    DebtClaimDraft,
    DebtClaimKind,
    DebtClaimStage,
)
from app.settings.rule_files import load_parameters
from tests.app.debt.claims.desk import a_claim

LAW = load_parameters()
DAY = date(2026, 11, 23)
BANK, FIRM = CreditorId(1), CreditorId(2)


def codes(draft: DebtClaimDraft, *others: DebtClaim) -> list[tuple[str, str]]:
    most = ceiling(draft.sums.principal, DAY, LAW)
    return [(each.field, each.code) for each in rules.check(draft, others, DAY, most)]


def known(draft: DebtClaimDraft, row: int = 1) -> DebtClaim:
    assert draft.creditor is not None
    assert draft.kind is not None
    names = ("Nordlys Bank", "")
    return DebtClaim(
        DebtClaimId(row), DebtCaseId(1), draft.creditor, *names, draft.kind, draft.sums, draft
    )


def test_a_claim_as_it_should_be_is_not_asked_about() -> None:
    assert codes(a_claim(BANK)) == []


def test_what_must_be_told() -> None:
    found = codes(DebtClaimDraft())
    assert found == [
        ("creditor", "debt_claim_creditor_missing"),
        ("kind", "debt_claim_kind_missing"),
        ("principal", "debt_claim_nothing"),
    ]


@pytest.mark.parametrize("part", ["principal", "interest", "costs"])
def test_a_sum_below_nothing_is_asked_about_beside_its_field(part: str) -> None:
    sums = replace(ClaimSums(principal=kroner(1_000)), **{part: Ore(-1)})
    assert (part, "debt_claim_negative") in codes(a_claim(BANK, sums=sums))


def test_a_creditor_twice_in_a_case_is_asked_about_once() -> None:
    there = known(a_claim(BANK, 7_000))
    assert codes(a_claim(BANK), there) == [("again", "debt_claim_twice")]
    assert codes(a_claim(BANK, again=True), there) == []
    assert codes(a_claim(FIRM), there) == []
    settled = known(a_claim(BANK, stage=DebtClaimStage.SETTLED))
    assert codes(a_claim(BANK), settled) == []


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"as_of": DAY + timedelta(1)}, ("as_of", "day_in_future")),
        ({"incurred_on": DAY + timedelta(1)}, ("incurred_on", "day_in_future")),
        (
            {"incurred_on": DAY, "due_on": DAY - timedelta(1)},
            ("due_on", "debt_claim_due_before"),
        ),
        ({"rate": Decimal("100.5")}, ("rate", "debt_claim_rate")),
        ({"rate": Decimal("-1")}, ("rate", "debt_claim_rate")),
        ({"secured": True}, ("security", "debt_claim_security_missing")),
        ({"collector": BANK}, ("collector", "debt_claim_collector_same")),
        ({"attached": kroner(900)}, ("attached", "debt_claim_attached_unasked")),
        ({"attached": kroner(-900)}, ("attached", "debt_claim_negative")),
    ],
)
def test_bad_input_is_asked_about_beside_the_field(
    facts: dict[str, object], told: tuple[str, str]
) -> None:
    assert codes(replace(a_claim(BANK), **facts)) == [told]  # type: ignore[arg-type]  # fields by name


def test_a_draw_belongs_to_an_attachment() -> None:
    draft = a_claim(BANK, stage=DebtClaimStage.ATTACHED, attached=kroner(900))
    assert codes(draft) == []


@pytest.mark.parametrize(
    ("costs", "level"),
    [
        (600, CostLevel.WITHIN),
        (601, CostLevel.IF_HEAVY),
        (1_200, CostLevel.IF_HEAVY),
        (1_201, CostLevel.ABOVE),
    ],
)
def test_ink_10_costs_of_a_claim_of_ten_thousand(costs: int, level: CostLevel) -> None:
    sums = ClaimSums(kroner(10_000), costs=kroner(costs))
    found = rules.cost_check(sums, ceiling(sums.principal, DAY, LAW))
    assert found is not None
    assert (found.level, found.simple, found.heavy) == (level, kroner(600), kroner(1_200))


def test_ink_10_is_told_and_stops_nothing() -> None:
    sums = ClaimSums(kroner(10_000), costs=kroner(2_000))
    most = ceiling(sums.principal, DAY, LAW)
    (told,) = rules.check(a_claim(BANK, sums=sums), (), DAY, most)
    assert (told.field, told.source, told.blocks) == ("costs", "INK-10", False)
    assert rules.cost_check(sums, None) is None


def test_gj_29_the_rank_of_each_kind() -> None:
    assert DebtClaimKind.CHILD_SUPPORT.rank is AttachmentRank.MAINTENANCE
    assert DebtClaimKind.CRIME_COMPENSATION.rank is AttachmentRank.CRIME_COMPENSATION
    assert DebtClaimKind.FINE.rank is AttachmentRank.FINES
    assert DebtClaimKind.TAX.rank is AttachmentRank.PUBLIC
    assert DebtClaimKind.CREDIT_CARD.rank is AttachmentRank.OTHER
    assert [each.value for each in sorted(AttachmentRank)] == [1, 2, 3, 4, 5]


def test_gj_05_what_keeps_the_home_comes_before_the_larger() -> None:
    rent = known(a_claim(BANK, 9_000, kind=DebtClaimKind.RENT), 1)
    loan = known(a_claim(FIRM, 200_000), 2)
    paid = known(a_claim(FIRM, 300_000, stage=DebtClaimStage.SETTLED), 3)
    assert [each.id for each in rules.ordered((paid, loan, rent))] == [1, 2, 3]
    found = rules.totals((paid, loan, rent))
    assert (found.owed, found.first) == (kroner(209_000), kroner(9_000))
    assert (found.claims, found.creditors) == (2, 2)


SUMS = st.builds(ClaimSums, *(st.integers(0, 10**9).map(Ore) for _ in range(3)))


@given(st.lists(SUMS, max_size=6))
def test_totals_are_the_sum_of_the_parts_whatever_the_order(sums: list[ClaimSums]) -> None:
    claims = [known(a_claim(BANK, sums=each), row) for row, each in enumerate(sums, 1)]
    parts = sum(each.principal + each.interest + each.costs for each in sums)
    assert rules.totals(claims).owed == rules.totals(reversed(claims)).owed == parts
    assert set(rules.ordered(claims)) == set(claims)
