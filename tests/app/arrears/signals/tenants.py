"""A tenant with a rent that fell due, for tests of what is seen early."""

from datetime import date

from app.arrears.model import Tenancy
from app.core.ids import LeaseId, PersonId, RentChargeId
from app.core.money import kroner
from app.leases.model import ImportedLease
from app.office import Office
from app.people.model import HouseholdKind as Kind
from app.people.model import MemberDraft, Role
from tests.app.arrears.desk import claim, pay
from tests.factories import a_person, registered_dwelling, registered_person


def housed(office: Office, end: date | None = None, **person: object) -> Tenancy:
    """Somebody with a lease that has run since 2025."""
    tenant = registered_person(office, **person)
    there = len(office.dwellings.rows())
    home = registered_dwelling(office, unit_number=f"H02{there + 1:02}")
    with office.unit("import.leases") as unit:
        lease = office.leases.take_in(unit, ImportedLease(tenant, home, date(2025, 3, 1), end))
    return office.arrears.tenancy(lease)


def owes(office: Office, lease: LeaseId, due_on: date, whole: int = 8200) -> RentChargeId:
    """A month's rent that fell due."""
    return claim(office, lease, due_on, kroner(whole))


def pays(office: Office, lease: LeaseId, on: date, whole: int) -> None:
    """Money that came."""
    pay(office, lease, on, kroner(whole))


def with_child(office: Office, parent: PersonId, born: date = date(2021, 4, 2)) -> PersonId:
    """A child in the parent's household."""
    child = office.people.register(
        a_person(given_name="Ola", national_id="", birth_date=born, address=None)
    )
    office.people.found_household(
        Kind.SINGLE_PARENT,
        (MemberDraft(parent, Role.APPLICANT), MemberDraft(child, Role.CHILD)),
    )
    return child
