"""HL-75: a claim for a worse condition is made in reasonable time, or it is said that none is."""

from datetime import date, timedelta

import pytest

from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import LeaseId
from app.core.money import Ore
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.condition.model import ConditionOutcome
from app.leases.aftermath.handback.model import Handback
from app.leases.aftermath.service import Aftermath

BACK = date(2027, 4, 5)


@pytest.fixture
def back(over: LeaseId, aftermath: Aftermath) -> LeaseId:
    aftermath.handbacks.record(over, Handback(BACK), DwellingStatus.MAINTENANCE)
    return over


def test_hl_75_the_task_comes_fourteen_days_after_the_keys(
    back: LeaseId, aftermath: Aftermath
) -> None:
    (due,) = aftermath.condition.due()
    assert (due.lease, due.due) == (back, BACK + timedelta(days=14))


def test_hl_75_a_claim_is_a_letter_and_closes_the_task(back: LeaseId, aftermath: Aftermath) -> None:
    made = aftermath.condition.claim(back, Ore(1_250_000), "Hull i veggen i stua.")
    claim = aftermath.condition.of(back)
    assert claim is not None
    assert (claim.outcome, claim.amount, claim.document) == (
        ConditionOutcome.CLAIMED,
        1_250_000,
        made,
    )
    assert aftermath.condition.due() == ()
    with pytest.raises(Conflict):
        aftermath.condition.no_claim(back, "Likevel ikke")


def test_hl_75_no_claim_needs_a_reason(back: LeaseId, aftermath: Aftermath) -> None:
    with pytest.raises(Invalid):
        aftermath.condition.no_claim(back, " ")
    aftermath.condition.no_claim(back, "Vanlig slitasje")
    assert aftermath.condition.due() == ()


def test_hl_75_nothing_is_judged_before_the_keys_are_back(
    over: LeaseId, aftermath: Aftermath
) -> None:
    with pytest.raises(OfficeError) as refused:
        aftermath.condition.preview(over, Ore(1), "Hull")
    assert refused.value.code == "condition_needs_handback"


def test_a_claim_without_sum_or_reason_is_refused(back: LeaseId, aftermath: Aftermath) -> None:
    with pytest.raises(Invalid) as refused:
        aftermath.condition.preview(back, None, "")
    assert [each.code for each in refused.value.problems] == [
        "claim_sum_missing",
        "condition_reason_missing",
    ]
