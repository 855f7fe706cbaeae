"""The fast way to all accounts says what the slow way says, whatever is written and taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.arrears import book, rules, store
from app.arrears.lists.rules import findings
from app.arrears.model import RentAccount, RentChargeKind
from app.core.ids import LeaseId
from app.core.money import kroner
from app.office import Office
from tests.app.arrears import ledger
from tests.app.arrears.desk import claim, pay, tenancy

DUE = date(2026, 10, 1)
Deed = Callable[[Office, LeaseId], object]


def _claim(office: Office, lease: LeaseId) -> None:
    claim(office, lease, DUE)


def _pay(office: Office, lease: LeaseId) -> None:
    pay(office, lease, office.clock.today(), kroner(3000))


def _remove(office: Office, lease: LeaseId) -> None:
    account = office.arrears.account(lease)
    if account.charges or account.payments:
        with office.unit("arrears.forgotten") as unit:
            store.forget(unit, [lease])


def _withdraw(office: Office, lease: LeaseId) -> None:
    standing = [each for each in office.arrears.account(lease).charges if each.stands]
    if standing:
        office.arrears.withdraw_charge(lease, standing[0].id, "Ført feil.")


DEEDS: tuple[Deed, ...] = (_claim, _pay, _remove, _withdraw)


@pytest.fixture
def leases(office: Office) -> tuple[LeaseId, ...]:
    """Four tenancies."""
    return tuple(tenancy(office, at) for at in range(1, 5))


def agrees(office: Office, leases: tuple[LeaseId, ...]) -> None:
    """Accounts and what is owed, read fast and read one by one."""
    slow = {lease: office.arrears.account(lease) for lease in leases}
    known = {lease: each for lease, each in slow.items() if each.charges or each.payments}
    assert dict(office.arrears.accounts()) == known
    today = office.clock.today()
    owed = {lease: rules.owed(each, today) for lease, each in known.items()}
    assert office.arrears.owing() == {lease: each for lease, each in owed.items() if each.total}
    check = office.arrears_check
    assert check.findings() == findings(check.ground())


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 3)), max_size=8))
def test_only_what_has_changed_is_read_and_nothing_is_missed(
    office: Office, leases: tuple[LeaseId, ...], deeds: list[tuple[Deed, int]]
) -> None:
    for deed, at in deeds:
        deed(office, leases[at])
        agrees(office, leases)


def test_what_is_taken_back_is_read_again(office: Office, leases: tuple[LeaseId, ...]) -> None:
    _claim(office, leases[0])
    agrees(office, leases)
    office.history.undo()
    agrees(office, leases)


def test_after_many_changes_all_is_read(
    office: Office, leases: tuple[LeaseId, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST", 1)
    agrees(office, leases)
    with office.unit("arrears.month_entered") as unit:
        biller = office.arrears.billers()[0].id
        for lease in leases:
            kind, amount = RentChargeKind.RENT, kroner(8000)
            office.arrears.charge(unit, lease, kind, DUE, amount, biller=biller)
            assert len(office.arrears.accounts()) == leases.index(lease) + 1
    agrees(office, leases)


def test_an_account_that_nobody_touched_is_the_same_value(
    office: Office, leases: tuple[LeaseId, ...]
) -> None:
    _claim(office, leases[0])
    _claim(office, leases[1])
    before = office.arrears.accounts()
    _pay(office, leases[1])
    after = office.arrears.accounts()
    assert after[leases[0]] is before[leases[0]]
    assert after[leases[1]] is not before[leases[1]]


@given(
    claimed=st.lists(st.integers(1, 20), max_size=5),
    received=st.lists(st.tuples(st.integers(1, 20), st.integers(0, 6)), max_size=5),
)
def test_who_has_paid_all_that_was_claimed_owes_nothing(
    claimed: list[int], received: list[tuple[int, int]]
) -> None:
    account = RentAccount(
        tuple(ledger.claimed(at, DUE, each) for at, each in enumerate(claimed)),
        tuple(ledger.paid(at, DUE, each, on) for at, (each, on) in enumerate(received)),
    )
    found = rules.owed(account, DUE)
    assert bool(found.charges or found.coming) is (sum(claimed) > sum(each for each, _ in received))
