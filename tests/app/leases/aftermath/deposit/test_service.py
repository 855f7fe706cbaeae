"""HL-16, HL-17: the deposit is claimed in writing, and the five weeks count from the notice."""

from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.leases.aftermath.deposit.model import (
    ClaimDraft,
    ClaimEnd,
    ClaimOutcome,
    ClaimSide,
    SecurityKind,
)
from app.leases.aftermath.service import Aftermath
from tests.app.leases.desk import LeaseDesk

BACK = date(2027, 4, 5)
DRAFT = ClaimDraft(
    SecurityKind.DEPOSIT,
    Ore(1_640_000),
    "Husleie for februar og mars 2027, til sammen 16 400 kr",
    "Lia Sparebank\nPostboks 12\n2201 LIA",
)


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [each.code for each in refused.value.problems]


def test_hl_16_the_claim_goes_to_the_bank_and_waits_for_its_notice(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    made = aftermath.deposits.claim(over, DRAFT)
    (claim,) = aftermath.deposits.of(over)
    assert (claim.side, claim.document, claim.told_on) == (ClaimSide.LANDLORD, made, None)
    assert aftermath.deposits.limit(claim) is None
    assert made in [row.id for row in desk.office.letters.of(Ref("lease", over))]


def test_hl_16_five_weeks_from_the_day_the_notice_was_sent(
    over: LeaseId, aftermath: Aftermath, clock: FixedClock
) -> None:
    aftermath.deposits.claim(over, DRAFT)
    clock.at += timedelta(days=3)
    (claim,) = aftermath.deposits.of(over)
    aftermath.deposits.told(claim.id, BACK + timedelta(days=2))
    (due,) = aftermath.deposits.due()
    assert due.limit.nominal == BACK + timedelta(days=2, weeks=5)
    assert due.limit.rule == "HL-16"


def test_hl_16_the_outcome_closes_it_and_the_sums_must_fit(
    over: LeaseId, aftermath: Aftermath
) -> None:
    aftermath.deposits.claim(over, DRAFT)
    (claim,) = aftermath.deposits.of(over)
    wrong = ClaimEnd(ClaimOutcome.SHARED, BACK, to_landlord=Ore(100))
    with pytest.raises(Invalid) as refused:
        aftermath.deposits.ended(claim.id, wrong)
    assert codes(refused) == ["claim_sums_unlike"]
    end = ClaimEnd(ClaimOutcome.SHARED, BACK, Ore(1_000_000), Ore(640_000))
    aftermath.deposits.ended(claim.id, end)
    (claim,) = aftermath.deposits.of(over)
    assert not claim.open
    assert (claim.to_landlord, claim.to_tenant) == (1_000_000, 640_000)


def test_hl_16_nothing_is_claimed_while_the_lease_runs_or_without_papers(
    lease: LeaseId, aftermath: Aftermath
) -> None:
    with pytest.raises(Invalid) as refused:
        aftermath.deposits.preview(lease, ClaimDraft(SecurityKind.DEPOSIT, None))
    assert codes(refused) == [
        "security_lease_runs",
        "claim_sum_missing",
        "claim_ground_missing",
        "claim_holder_missing",
    ]


def test_hl_17_a_guarantee_that_is_not_there_cannot_be_claimed(
    over: LeaseId, aftermath: Aftermath
) -> None:
    with pytest.raises(Invalid) as refused:
        aftermath.deposits.preview(over, ClaimDraft(SecurityKind.GUARANTEE, Ore(1), "x", "y"))
    assert codes(refused) == ["guarantee_none"]


def test_hl_16_only_one_open_claim_of_a_side(over: LeaseId, aftermath: Aftermath) -> None:
    aftermath.deposits.claim(over, DRAFT)
    with pytest.raises(Invalid) as refused:
        aftermath.deposits.claim(over, DRAFT)
    assert codes(refused) == ["security_claim_open"]
    aftermath.deposits.tenant_claimed(over, DRAFT, BACK)
    assert [each.side for each in aftermath.deposits.of(over)] == list(ClaimSide)
