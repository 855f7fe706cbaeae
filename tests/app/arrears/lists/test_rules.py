"""«Sjekk data»: each thing that does not match is told, and nothing else."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.arrears.lists import rules
from app.arrears.lists.model import ArrearsCheckKind, ListGround, StatedBalance
from app.arrears.model import (
    ArrearsClosing,
    ArrearsOutcome,
    Biller,
    PaidBy,
    RentAccount,
    RentChargeKind,
    RentPayment,
    Tenancy,
)
from app.core.ids import BillerId, DwellingId, LeaseId, OwnerId, PersonId
from app.core.money import Ore, kroner
from app.leases.model import LeaseState
from app.people.model import AddressProtection
from tests.app.arrears.ledger import BILLER, LEASE, claimed, paid

TODAY = date(2026, 11, 23)
OTHER = BillerId(2)
BILLERS = {
    BILLER: Biller(BILLER, "kommunen"),
    OTHER: Biller(OTHER, "Lia boligstiftelse", OwnerId(7)),
}
NEIGHBOUR = LeaseId(2)
NOVEMBER = date(2026, 11, 1)


def a_tenancy(lease: LeaseId = LEASE, **changes: object) -> Tenancy:
    """One that runs."""
    made = Tenancy(
        lease=lease,
        leases=(lease,),
        number=f"2026-{lease}",
        tenant=PersonId(lease),
        tenant_name="Ada Testesen",
        protection=AddressProtection.NONE,
        dwelling=DwellingId(lease),
        address="Testvegen 1",
        start=date(2025, 1, 1),
        last_day=date(2027, 12, 31),
        state=LeaseState.RUNNING,
        rent=kroner(8200),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tenancy's own fields


def a_ground(account: RentAccount, tenancy: Tenancy | None = None, **facts: object) -> ListGround:
    """One tenancy with its account, billed by us, with a KID."""
    mine = tenancy or a_tenancy()
    ground = ListGround(
        TODAY,
        billers=BILLERS,
        with_kid=frozenset({LEASE, NEIGHBOUR}),
        tenancies={mine.lease: mine},
        accounts={mine.lease: account},
        billed_by={LEASE: BILLER, NEIGHBOUR: BILLER},
    )
    return replace(ground, **facts)  # type: ignore[arg-type]  # the ground's own fields


def kinds(ground: ListGround) -> list[ArrearsCheckKind]:
    return [each.kind for each in rules.findings(ground)]


def told(amount: int, day: date = TODAY, biller: BillerId = BILLER) -> StatedBalance:
    return StatedBalance(LEASE, biller, day, kroner(amount))


def test_nothing_is_told_where_all_matches() -> None:
    account = RentAccount((claimed(1, NOVEMBER, 8200),), (paid(1, TODAY, 8200),))

    assert kinds(a_ground(account, stated={LEASE: (told(0),)})) == []


def test_a_balance_that_is_another_is_told_with_both_sums() -> None:
    account = RentAccount((claimed(1, NOVEMBER, 8200),))
    (found,) = rules.findings(a_ground(account, stated={LEASE: (told(100), told(9000))}))

    assert (found.kind, found.amount, found.stated, found.biller) == (
        ArrearsCheckKind.BALANCE_DIFFERS,
        kroner(8200),
        kroner(9000),
        "kommunen",
    )


def test_a_balance_may_count_what_is_not_yet_due_or_leave_it_out() -> None:
    account = RentAccount((claimed(1, NOVEMBER, 8200), claimed(2, date(2026, 12, 1), 8200)))

    for amount in (8200, 16400):
        assert kinds(a_ground(account, stated={LEASE: (told(amount),)})) == []


def test_a_balance_is_held_against_what_its_own_biller_claimed() -> None:
    theirs = replace(claimed(2, NOVEMBER, 500, RentChargeKind.COSTS), biller=OTHER)
    account = RentAccount((claimed(1, NOVEMBER, 8200), theirs))

    assert kinds(a_ground(account, stated={LEASE: (told(8200), told(500, biller=OTHER))})) == []


def test_rent_billed_by_another_than_it_should_be() -> None:
    account = RentAccount((replace(claimed(1, NOVEMBER, 8200), biller=OTHER),))
    (found,) = rules.findings(a_ground(account))

    assert found.kind is ArrearsCheckKind.OTHER_BILLER
    assert (found.biller, found.expected) == ("Lia boligstiftelse", "kommunen")


def test_a_lease_without_kid_is_told_only_where_somebody_bills() -> None:
    account = RentAccount((claimed(1, NOVEMBER, 8200),))

    assert kinds(a_ground(account, with_kid=frozenset())) == [ArrearsCheckKind.NO_KID]
    assert kinds(a_ground(RentAccount(), with_kid=frozenset(), billed_by={})) == []


def test_no_claim_this_month_though_the_neighbour_has() -> None:
    neighbour = a_tenancy(NEIGHBOUR)
    theirs = RentAccount((replace(claimed(1, NOVEMBER, 8200), lease=NEIGHBOUR),))
    october = RentAccount((claimed(2, date(2026, 10, 1), 8200),))
    both = {LEASE: a_tenancy(), NEIGHBOUR: neighbour}
    accounts = {LEASE: october, NEIGHBOUR: theirs}
    (found,) = rules.findings(a_ground(october, tenancies=both, accounts=accounts))

    assert (found.kind, found.tenancy.lease) == (ArrearsCheckKind.NO_CLAIM_THIS_MONTH, LEASE)
    assert kinds(a_ground(october)) == []
    later = a_tenancy(start=date(2026, 12, 1))
    both = {LEASE: later, NEIGHBOUR: neighbour}
    assert kinds(a_ground(october, tenancies=both, accounts=accounts)) == []


def test_rent_for_a_time_after_the_tenancy_was_over() -> None:
    over = a_tenancy(state=LeaseState.ENDED, last_day=date(2026, 10, 31))
    account = RentAccount((claimed(1, date(2026, 10, 1), 8200), claimed(2, NOVEMBER, 8200)))
    (found,) = rules.findings(a_ground(account, over))

    assert (found.kind, found.day) == (ArrearsCheckKind.CLAIM_AFTER_LAST_DAY, NOVEMBER)


def test_costs_may_come_after_the_last_day() -> None:
    over = a_tenancy(state=LeaseState.ENDED, last_day=date(2026, 10, 31))
    account = RentAccount((claimed(1, NOVEMBER, 900, RentChargeKind.COSTS),))

    assert kinds(a_ground(account, over)) == []


def test_a_claim_after_what_was_owed_was_closed() -> None:
    closing = ArrearsClosing(1, LEASE, date(2026, 10, 15), ArrearsOutcome.PAID, "betalt")
    account = RentAccount((claimed(1, NOVEMBER, 8200),), closings=(closing,))

    assert kinds(a_ground(account)) == [ArrearsCheckKind.CLAIM_WHEN_CLOSED]


def test_money_without_a_claim_is_a_credit() -> None:
    account = RentAccount((claimed(1, NOVEMBER, 8200),), (paid(1, TODAY, 9000),))
    (found,) = rules.findings(a_ground(account))

    assert (found.kind, found.amount) == (ArrearsCheckKind.CREDIT, kroner(800))


def test_who_bills_is_the_owner_who_does_it_himself_else_who_did_last() -> None:
    accounts = {
        LEASE: RentAccount((claimed(1, NOVEMBER, 8200),)),
        NEIGHBOUR: RentAccount((claimed(2, NOVEMBER, 8200),)),
    }
    both = (a_tenancy(), a_tenancy(NEIGHBOUR), a_tenancy(LeaseId(3)))
    owners = {DwellingId(NEIGHBOUR): OwnerId(7)}

    found = rules.billed_by(both, accounts, BILLERS.values(), owners)
    assert found == {LEASE: BILLER, NEIGHBOUR: OTHER}
    gone = [replace(BILLERS[OTHER], closed_on=TODAY)]
    assert rules.billed_by(both, accounts, gone, owners) == {LEASE: BILLER, NEIGHBOUR: BILLER}


_SUMS = st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 10**7)))


@given(claims=_SUMS, payments=_SUMS, day=st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_balance_reckoned_from_the_same_account_always_matches(
    claims: list[tuple[date, int]], payments: list[tuple[date, int]], day: date
) -> None:
    account = RentAccount(
        tuple(
            replace(claimed(at, due, 1), amount=Ore(amount))
            for at, (due, amount) in enumerate(claims)
        ),
        tuple(
            RentPayment(at, LEASE, BILLER, on, Ore(amount), PaidBy.TENANT)
            for at, (on, amount) in enumerate(payments)
        ),
    )
    due = sum(amount for on, amount in claims if on <= day)
    came = sum(amount for on, amount in payments if on <= day)

    assert rules.balances_on(account, BILLER, day) == (
        due - came,
        sum(amount for _, amount in claims) - came,
    )
