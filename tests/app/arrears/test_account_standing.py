"""What the register keeps of each account is what its claims and payments add up to."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.arrears import store, unpaid_store
from app.arrears.book import by_lease
from app.arrears.model import PaidBy, RentAccount, RentChargeKind
from app.arrears.rules import owed
from app.core.ids import LeaseId
from app.office import Office
from app.storage.unit import Unit
from tests.app.arrears.desk import tenancy

TODAY = date(2026, 11, 23)
DAYS = st.integers(-40, 20).map(lambda days: TODAY + timedelta(days=days))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("claim", "pay", "withdraw", "return", "change", "move", "remove")),
        st.sampled_from(("rent_charge", "rent_payment")),
        st.integers(0, 1),
        st.integers(1, 9),
        DAYS,
    ),
    max_size=9,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, ago=st.integers(-25, 45))
def test_the_sums_kept_are_those_of_the_rows(
    office: Office, acts: list[tuple[str, str, int, int, date]], ago: int
) -> None:
    leases = _two(office)
    for act, table, which, amount, day in acts:
        with office._db.unit("arrears.told", may_be_idle=True) as unit:
            _play(unit, office, act, table, leases, which, amount, day)
    kept = office._db.select(
        lambda *row: row, "SELECT id, claimed, paid, paid_until FROM account_standing ORDER BY id"
    )
    assert [row for row in kept if row[0] in leases] == _added_up(office, leases)
    one_by_one = {lease: store.account(office._db, (lease,)) for lease in leases}
    known = {lease: each for lease, each in one_by_one.items() if each.charges or each.payments}
    assert by_lease(store.accounts(office._db, leases)) == known
    on = TODAY - timedelta(days=ago)
    assert {*unpaid_store.leases(office._db, on)} & {*leases} == {
        lease for lease in leases if _claims_left(store.account(office._db, (lease,)), on)
    }


def _claims_left(account: RentAccount, on: date) -> bool:
    found = owed(account, on)
    return bool(found.charges or found.coming)


def _two(office: Office) -> tuple[LeaseId, LeaseId]:
    """The same two each time, with nothing claimed or paid."""
    if not office.leases.rows():
        for at in (1, 2):
            tenancy(office, at)
    first, second = sorted(row.id for row in office.leases.rows())
    with office._db.unit("arrears.told", may_be_idle=True) as unit:
        store.forget(unit, (first, second))
    return first, second


def _play(
    unit: Unit,
    office: Office,
    act: str,
    table: str,
    leases: tuple[LeaseId, LeaseId],
    which: int,
    amount: int,
    day: date,
) -> None:
    lease, (biller, *_) = leases[which], office.arrears.billers()
    told: dict[str, object] = {"lease": lease, "biller": biller.id, "amount": amount}
    if act == "claim":
        unit.insert("rent_charge", kind=RentChargeKind.RENT, due_on=day, **told)
    elif act == "pay":
        unit.insert("rent_payment", paid_by=PaidBy.TENANT, paid_on=day, **told)
    account = store.account(office._db, leases)
    known = account.charges if table == "rent_charge" else account.payments
    row = max((each.id for each in known), default=None)
    if row is None or act in {"claim", "pay"}:
        return
    if act == "remove":
        unit.delete(table, row)
        return
    changed: dict[str, dict[str, object]] = {
        "withdraw": {"withdrawn_on": day},
        "return": {"withdrawn_on": None},
        "change": {"amount": amount},
        "move": {"lease": lease},
    }
    unit.update(table, row, **changed[act])


def _added_up(office: Office, leases: tuple[LeaseId, LeaseId]) -> list[tuple[object, ...]]:
    found = list[tuple[object, ...]]()
    for lease in sorted(leases):
        account = store.account(office._db, (lease,))
        claims = [each for each in account.charges if each.stands]
        payments = [each for each in account.payments if each.stands]
        until = max((each.paid_on for each in payments), default=None)
        if claims or payments:
            sums = (sum(each.amount for each in rows) for rows in (claims, payments))
            found.append((lease, *sums, until.isoformat() if until else ""))
    return found
