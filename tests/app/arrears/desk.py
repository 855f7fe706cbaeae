"""Running tenancies with a rent, taken in as they were before the register."""

from datetime import date

from app.core.ids import LeaseId
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
