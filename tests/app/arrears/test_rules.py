"""What is owed on a day follows from claims and payments, and from nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrears import rules
from app.arrears.model import RentAccount, RentCharge, RentChargeKind, RentPayment
from app.core.money import Ore, kroner
from tests.app.arrears.ledger import claimed, disputed, paid

MARCH = claimed(1, date(2026, 3, 2), 8450)
APRIL = claimed(2, date(2026, 4, 1), 8450)
FEE = claimed(3, date(2026, 3, 20), 38, RentChargeKind.REMINDER_FEE)


def test_rent_is_late_the_day_after_it_was_due() -> None:
    account = RentAccount((MARCH,))
    assert rules.owed(account, date(2026, 3, 2)).total == 0
    late = rules.owed(account, date(2026, 3, 3))
    assert (late.total, late.since, late.days) == (kroner(8450), date(2026, 3, 3), 1)
    assert late.oldest_month == "2026-03"


def test_a_due_day_that_nobody_can_pay_on_is_late_after_the_next_working_day() -> None:
    easter = claimed(1, date(2026, 4, 2), 8450)  # skjærtorsdag; the banks open 7 April
    account = RentAccount((easter,))
    assert rules.owed(account, date(2026, 4, 7)).total == 0
    assert rules.owed(account, date(2026, 4, 8)).since == date(2026, 4, 8)


def test_a_payment_takes_the_oldest_rent_before_any_fee() -> None:
    account = RentAccount((MARCH, FEE, APRIL), (paid(1, date(2026, 4, 10), 16900),))
    left = rules.owed(account, date(2026, 4, 15))
    assert [each.charge.kind for each in left.charges] == [RentChargeKind.REMINDER_FEE]
    assert (left.total, left.rent) == (kroner(38), kroner(0))


def test_a_payment_covers_the_claim_it_was_said_to_be_for() -> None:
    account = RentAccount((MARCH, APRIL), (paid(1, date(2026, 4, 3), 8450, covers=2),))
    left = rules.owed(account, date(2026, 4, 15))
    assert [each.charge.id for each in left.charges] == [MARCH.id]


def test_what_is_paid_too_much_for_one_claim_goes_to_the_oldest() -> None:
    account = RentAccount((MARCH, APRIL), (paid(1, date(2026, 4, 3), 9000, covers=2),))
    left = rules.owed(account, date(2026, 4, 15))
    assert left.total == kroner(8450 - 550)


def test_what_is_withdrawn_is_neither_claimed_nor_paid() -> None:
    gone = replace(MARCH, withdrawn_on=date(2026, 3, 5), withdrawn_reason="Ført to ganger")
    back = replace(paid(1, date(2026, 4, 3), 500), withdrawn_on=date(2026, 4, 4))
    assert rules.balance(RentAccount((gone, APRIL), (back,))) == kroner(8450)


@pytest.mark.parametrize(
    ("about", "deposited_on", "disputed_sum", "deposited_sum"),
    [
        (1, None, 2000, 0),
        (1, date(2026, 3, 10), 2000, 2000),
        (2, None, 0, 0),
        (None, None, 2000, 0),
    ],
)
def test_hl20_what_rests_on_an_objection_or_is_deposited_is_told_apart(
    about: int | None, deposited_on: date | None, disputed_sum: int, deposited_sum: int
) -> None:
    dispute = disputed(date(2026, 3, 10), 2000, about, deposited_on)
    left = rules.owed(RentAccount((MARCH,), (), (dispute,)), date(2026, 3, 20))
    assert left.total == kroner(8450)
    assert (left.disputed, left.deposited) == (kroner(disputed_sum), kroner(deposited_sum))


_DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
_SUMS = st.integers(1, 2_000_000)


@st.composite
def accounts(draw: st.DrawFn) -> RentAccount:
    """Any claims and payments, some withdrawn, some for a named claim."""
    kinds = st.sampled_from(RentChargeKind)
    charges: list[RentCharge] = []
    for at in range(draw(st.integers(0, 8))):
        made = claimed(at + 1, draw(_DAYS), 1, draw(kinds))
        gone = draw(st.one_of(st.none(), _DAYS))
        charges.append(replace(made, amount=Ore(draw(_SUMS)), withdrawn_on=gone))
    charges.sort(key=lambda each: (each.due_on, each.id))
    payments: list[RentPayment] = []
    for at in range(draw(st.integers(0, 8))):
        covers = draw(st.one_of(st.none(), st.integers(1, 8)))
        made_payment = paid(at + 1, draw(_DAYS), 1, covers)
        payments.append(replace(made_payment, amount=Ore(draw(_SUMS))))
    return RentAccount(tuple(charges), tuple(payments))


@given(accounts())
def test_the_balance_is_claims_minus_payments_and_every_ore_is_somewhere(
    account: RentAccount,
) -> None:
    end = rules.owed(account, date(2027, 12, 31))
    left = sum(each.left for each in (*end.charges, *end.coming))
    assert rules.balance(account) == left - end.credit
    assert end.credit >= 0
    assert all(0 < each.left <= each.charge.amount for each in end.charges)
    assert all(each.charge.stands for each in end.charges)


@given(accounts(), _DAYS)
def test_a_payment_never_makes_more_owed(account: RentAccount, day: date) -> None:
    more = paid(99, day, 1)
    before = rules.owed(account, day).total
    after = rules.owed(replace(account, payments=(*account.payments, more)), day).total
    assert after <= before


@given(accounts(), _DAYS)
def test_nothing_is_late_before_the_day_after_it_was_due(account: RentAccount, day: date) -> None:
    for each in rules.owed(account, day).charges:
        assert each.charge.due_on < day
    for each in rules.owed(account, day).coming:
        assert each.charge.due_on + timedelta(days=7) >= day
