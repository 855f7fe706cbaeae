"""Running tenancies with a rent, taken in as they were before the register, and what is owed."""

from datetime import date

from app.arrears.model import RentChargeKind
from app.core.ids import LeaseId, RentChargeId
from app.core.money import Ore, kroner
from app.leases.model import ImportedLease
from app.office import Office
from tests.factories import a_dwelling, a_person

BEGUN = date(2025, 1, 1)
RENT = kroner(8000)


def tenancy(
    office: Office,
    at: int = 1,
    *,
    start: date = BEGUN,
    end: date | None = None,
    rent: Ore | None = RENT,
    name: str = "Kari",
) -> LeaseId:
    """Someone who rents the flat with this number."""
    home = office.dwellings.register(a_dwelling(unit_number=f"H{at:02}01"))
    number = {} if at == 1 else {"national_id": None}
    person = office.people.register(a_person(given_name=f"{name}{at}", **number))
    with office.unit("sheet.imported") as unit:
        return office.leases.take_in(unit, ImportedLease(person, home, start, end, rent=rent))


def owing(office: Office, *due: date, at: int = 1) -> LeaseId:
    """A tenancy that owes the rent that fell due on these days."""
    lease = tenancy(office, at)
    for day in due:
        claim(office, lease, day)
    return lease


def claim(
    office: Office,
    lease: LeaseId,
    due_on: date,
    amount: Ore = RENT,
    kind: RentChargeKind = RentChargeKind.RENT,
) -> RentChargeId:
    """A claim on a tenancy; rent is for the month it falls due in."""
    (biller, *_) = office.arrears.billers()
    month = f"{due_on:%Y-%m}" if kind.rent else ""
    with office.unit("arrears.charge_added") as unit:
        return office.arrears.charge(
            unit, lease, kind, due_on, amount, biller=biller.id, month=month
        )


def pay(office: Office, lease: LeaseId, paid_on: date, amount: Ore) -> None:
    """Money from the tenant."""
    (biller, *_) = office.arrears.billers()
    with office.unit("arrears.payment_added") as unit:
        office.arrears.payment(unit, lease, paid_on, amount, biller=biller.id)
