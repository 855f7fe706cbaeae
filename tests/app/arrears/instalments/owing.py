"""A tenancy that owes rent, for tests of what is agreed on it."""

from datetime import date

from app.arrears.instalments.model import InstalmentDraft
from app.arrears.model import RentChargeKind
from app.core.ids import LeaseId
from app.core.money import Ore, kroner
from app.office import Office
from tests.app.leases.desk import LeaseDesk

RENT = kroner(8000)


def owing(office: Office, *due: date) -> LeaseId:
    """A signed lease with rent of 8 000 kroner due on these days, none of it paid."""
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, office.clock.today())
    named = office.arrears.tenancy(lease).lease
    for day in due:
        claim(office, named, day)
    return named


def claim(office: Office, lease: LeaseId, due_on: date, amount: Ore = RENT) -> None:
    """One month's rent more."""
    (biller, *_) = office.arrears.billers()
    with office.unit("arrears.charge_added") as unit:
        office.arrears.charge(
            unit,
            lease,
            RentChargeKind.RENT,
            due_on,
            amount,
            biller=biller.id,
            month=f"{due_on:%Y-%m}",
        )


def pay(office: Office, lease: LeaseId, day: date, amount: Ore) -> None:
    """Money from the tenant."""
    (biller, *_) = office.arrears.billers()
    with office.unit("arrears.payment_added") as unit:
        office.arrears.payment(unit, lease, day, amount, biller=biller.id)


def two_parts(first: date) -> InstalmentDraft:
    """All of one month's rent, in two parts."""
    return InstalmentDraft(RENT, first, count=2, agreed_by="Kari Testdal")
