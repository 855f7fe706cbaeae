"""Rent that is owed."""

from datetime import date

from app.arrears.model import RentChargeKind
from app.core.ids import LeaseId
from app.core.money import kroner
from app.office import Office


def owe(office: Office, lease: LeaseId, due_on: date) -> None:
    """A month's rent that nobody has paid."""
    with office.unit("rent_charge.added") as unit:
        biller = office.arrears.billers()[0].id
        kind = RentChargeKind.RENT
        office.arrears.charge(unit, lease, kind, due_on, kroner(8000), biller=biller)
