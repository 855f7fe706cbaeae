"""The tenant disagrees with a claim; what is deposited ends no lease (INK-05, HL-20)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.arrears.accounts.model import ChargeDraft
from app.arrears.disputes.model import DisputeDraft, Settling
from app.arrears.model import DisputeOutcome
from app.core.errors import Invalid, NotFound, Problem
from app.core.ids import LeaseId, RentChargeId
from app.core.money import kroner
from app.leases.notices.model import (
    BreachDraft,
    BreachGround,
    LandlordNoticeDraft,
    LeaseDuty,
    NoticeGround,
)
from app.office import Office
from tests.app.arrears.desk import tenancy

TODAY = date(2026, 11, 23)
COLD = DisputeDraft(date(2026, 11, 2), "Ovnen virket ikke i oktober", kroner(3000))
SETTLED = Settling(TODAY, DisputeOutcome.UPHELD, "Vi snakket om det 20. november")


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """A tenancy that owes for October."""
    return tenancy(office)


@pytest.fixture
def october(office: Office, lease: LeaseId) -> RentChargeId:
    return claimed(office, lease, 10)


def claimed(office: Office, lease: LeaseId, month: int) -> RentChargeId:
    due = date(2026, month, 1)
    return office.arrears.add_charge(lease, ChargeDraft(due_on=due, amount=kroner(8000)))


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{each.field}: {each.code}" for each in problems]


def test_ink_05_an_objection_counts_while_it_is_open(
    office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    made = office.rent_disputes.dispute(lease, replace(COLD, charge=october))
    assert office.arrears.owed(lease).disputed == kroner(3000)
    assert office.arrears.owed(lease, date(2026, 11, 1)).disputed == 0
    office.rent_disputes.settle(lease, made, SETTLED)
    owed = office.arrears.owed(lease)
    assert (owed.disputed, owed.total) == (0, kroner(8000))
    with pytest.raises(Invalid) as caught:
        office.rent_disputes.settle(lease, made, SETTLED)
    assert codes(caught.value.problems) == ["outcome: dispute_settled_already"]
    office.history.undo()
    assert office.arrears.owed(lease).disputed == kroner(3000)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"words": " "}, "words: dispute_words_missing"),
        ({"amount": None}, "amount: arrears_sum_missing"),
        ({"amount": kroner(0)}, "amount: arrears_sum_not_above_zero"),
        ({"amount": kroner(8001)}, "amount: dispute_above_claim"),
        ({"received_on": None}, "received_on: arrears_day_missing"),
        ({"received_on": TODAY + timedelta(days=1)}, "received_on: day_in_future"),
        ({"charge": RentChargeId(77)}, "charge: charge_not_standing"),
    ],
)
def test_what_is_missing_stands_beside_its_field(
    office: Office,
    lease: LeaseId,
    october: RentChargeId,
    changed: dict[str, object],
    said: str,
) -> None:
    draft = replace(replace(COLD, charge=october), **changed)  # type: ignore[arg-type]  # its own fields
    assert codes(office.rent_disputes.check(lease, draft)) == [said]


def test_a_claim_that_was_wrong_is_withdrawn_with_how_it_was_settled(
    office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    made = office.rent_disputes.dispute(lease, replace(COLD, charge=october))
    dropped = replace(SETTLED, outcome=DisputeOutcome.DROPPED)
    office.rent_disputes.settle(lease, made, dropped)
    (charge,) = office.arrears.account(lease).charges
    assert charge.withdrawn_reason == SETTLED.words
    assert office.arrears.balance(lease) == 0
    office.history.undo()
    assert office.arrears.balance(lease) == kroner(8000)


def test_a_claim_that_was_too_high_is_replaced_by_the_right_sum(
    office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    made = office.rent_disputes.dispute(lease, replace(COLD, charge=october))
    changed = replace(SETTLED, outcome=DisputeOutcome.CHANGED)
    for amount in (None, kroner(8000)):
        with pytest.raises(Invalid) as caught:
            office.rent_disputes.settle(lease, made, replace(changed, amount=amount))
        assert [each.field for each in caught.value.problems] == ["amount"]
    office.rent_disputes.settle(lease, made, replace(changed, amount=kroner(5000)))
    owed = office.arrears.owed(lease)
    assert (owed.total, owed.since) == (kroner(5000), date(2026, 10, 2))


def test_it_is_not_settled_before_it_was_raised_nor_without_words(
    office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    made = office.rent_disputes.dispute(lease, replace(COLD, charge=october))
    early = Settling(date(2026, 11, 1))
    with pytest.raises(Invalid) as caught:
        office.rent_disputes.settle(lease, made, early)
    assert codes(caught.value.problems) == [
        "outcome: dispute_outcome_missing",
        "words: dispute_settled_how_missing",
        "settled_on: dispute_settled_before",
    ]
    with pytest.raises(NotFound):
        office.rent_disputes.settle(lease, made + 1, SETTLED)


RENT = BreachDraft(BreachGround.RENT, "Husleien for oktober er ikke betalt.", TODAY)
NOTICE = LandlordNoticeDraft(
    NoticeGround.TENANT_BREACH, "Husleien for oktober er ikke betalt.", LeaseDuty.RENT
)


def blocked(office: Office, lease: LeaseId) -> list[bool]:
    """Whether termination for breach and notice are stopped by a deposit."""
    found = (
        office.terminations.check(lease, RENT),
        office.notices.check_landlord(lease, NOTICE),
    )
    return ["rent_deposited: notice_rent_is_deposited" in codes(each) for each in found]


def test_hl_20_rent_paid_in_under_the_law_ends_no_lease(
    office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    whole = replace(COLD, charge=october, amount=kroner(8000))
    made = office.rent_disputes.dispute(lease, whole)
    assert blocked(office, lease) == [False, False]  # said, and not paid in
    for day, said in (
        (None, "arrears_day_missing"),
        (TODAY + timedelta(days=1), "day_in_future"),
    ):
        with pytest.raises(Invalid) as caught:
            office.rent_disputes.deposit(lease, made, day)
        assert codes(caught.value.problems) == [f"deposited_on: {said}"]
    office.rent_disputes.deposit(lease, made, date(2026, 11, 9))
    assert office.rent_disputes.deposited(lease, TODAY) == (kroner(8000), 0)
    assert blocked(office, lease) == [True, True]
    claimed(office, lease, 11)  # owed beside what is paid in
    assert blocked(office, lease) == [False, False]


def test_hl_20_another_ground_is_not_stopped_by_it(
    office: Office, lease: LeaseId, october: RentChargeId
) -> None:
    whole = replace(COLD, charge=october, amount=kroner(8000))
    made = office.rent_disputes.dispute(lease, whole)
    office.rent_disputes.deposit(lease, made, TODAY)
    quiet = replace(NOTICE, duty=LeaseDuty.QUIET)
    found = codes(office.notices.check_landlord(lease, quiet))
    assert "rent_deposited: notice_rent_is_deposited" not in found
