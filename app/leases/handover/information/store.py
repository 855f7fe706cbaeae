"""SQL of the information given before signing."""

from datetime import date

from app.core.ids import LeaseId
from app.leases.handover.information.model import InformationGiven, InformationWay
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, lease: LeaseId, given: InformationGiven) -> None:
    """It was given."""
    unit.insert("tenancy_information", lease=lease, given_on=given.given_on, way=given.way)


def first(db: Database, lease: LeaseId) -> InformationGiven | None:
    """The first time it was given."""
    return db.first(
        lambda on, way: InformationGiven(date.fromisoformat(on), InformationWay(way)),
        "SELECT given_on, way FROM tenancy_information WHERE lease = ?"
        " ORDER BY given_on, id LIMIT 1",
        (lease,),
    )


def printed_here(db: Database, lease: LeaseId) -> bool:
    """Whether the office made the lease, and did not take it in from a sheet."""
    found = db.first(
        int, "SELECT 1 FROM lease_state WHERE lease = ? AND state = 'to_sign' LIMIT 1", (lease,)
    )
    return found is not None
