"""The leases on which more is claimed than paid, added up by the register."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.arrears import store
from app.arrears.model import PaidBy, RentChargeKind
from app.leases.model import ImportedLease
from app.office import Office
from tests.app.arrears.desk import tenancy

SUMS = st.integers(1, 3_000_000)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.booleans(), st.booleans(), st.integers(-5, 5), SUMS), min_size=1, max_size=6
    )
)
def test_a_tenancy_owes_by_all_its_leases_together_whichever_is_paid(
    office: Office, entries: list[tuple[bool, bool, int, int]]
) -> None:
    """A lease that is paid ahead covers its neighbour; what is paid later covers nothing yet."""
    at = len(office.dwellings.rows()) + 1
    first = tenancy(office, at, end=date(2025, 12, 31))
    known = office.leases.get(first).draft
    with office.unit("sheet.imported") as unit:
        second = office.leases.take_in(
            unit, ImportedLease(known.tenant, known.dwelling, date(2026, 1, 1), None)
        )
    today, balance = office.clock.today(), 0
    (biller, *_) = office.arrears.billers()
    with office.unit("arrears.told") as unit:
        for newer, claims, days, amount in entries:
            row = {"lease": second if newer else first, "biller": biller.id, "amount": amount}
            day = today + timedelta(days=days)
            if claims:
                unit.insert("rent_charge", kind=RentChargeKind.RENT, due_on=day, **row)
                balance += amount
            else:
                unit.insert("rent_payment", paid_by=PaidBy.TENANT, paid_on=day, **row)
                balance -= amount if day <= today else 0
    owing = {lease for same in store.unpaid(office._db, today) for lease in same}
    assert ({first, second} <= owing) == (balance > 0)
    assert ({first, second} & owing == set()) == (balance <= 0)
