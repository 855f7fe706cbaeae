"""SQL of the stock on a day: each dwelling with what it was then, and whom it was for."""

import json
from datetime import date

from app.applications.fact_store import GROUP
from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, DwellingId, PersonId
from app.dwellings.codes import read_status, read_type
from app.dwellings.model import DwellingStatus
from app.leases.store import STATE
from app.overview.figures import beginning
from app.overview.stock.model import Home
from app.storage.database import Database
from app.storage.dated import latest


def _latest(table: str, value: str) -> str:
    return latest(table, value, "dwelling = d.id")


def began(db: Database) -> date | None:
    """From which day the stock is known; None while there is no dwelling."""
    return beginning.began(db, "SELECT min(since) FROM dwelling_status")


def homes(db: Database, day: date) -> tuple[Home, ...]:
    """Every dwelling the register had on a day, in the order of addresses."""
    lived_in = _groups_of_tenants(db, day)

    def make(*row: object) -> Home:
        dwelling, status = DwellingId(int(str(row[0]))), read_status(str(row[5]))
        held = json.loads(str(row[9])) if row[9] else []
        tenant = lived_in.get(dwelling) if status is DwellingStatus.LET else None
        return Home(
            id=dwelling,
            kind=read_type(str(row[1])),
            bedrooms=None if row[2] is None else int(str(row[2])),
            accessible=row[3] == 1,
            area=str(row[4]),
            status=status,
            owner=str(row[6] or ""),
            allocator=str(row[7] or ""),
            for_sale=row[8] == 1,
            group=TargetGroup(held[0]) if len(held) == 1 else tenant,
        )

    return db.select(
        make,
        "SELECT d.id, d.dwelling_type, d.bedrooms, d.accessible, trim(d.postal_place),"
        f" {_latest('dwelling_status', 'status')} AS status,"
        f" (SELECT name FROM owner WHERE id = {_latest('dwelling_owner', 'owner')}),"
        f" (SELECT name FROM allocator WHERE id = {_latest('dwelling_allocator', 'allocator')}),"
        f" {_latest('dwelling_sale', 'for_sale')}, {_latest('dwelling_suitability', 'for_groups')}"
        " FROM dwelling d WHERE status IS NOT NULL ORDER BY d.sort_key, d.id",
        (day.isoformat(),),
    )


def _groups_of_tenants(db: Database, day: date) -> dict[DwellingId, TargetGroup]:
    """The group of the household each dwelling is let to: by its vedtak, else its last request."""
    by_application: dict[ApplicationId, TargetGroup] = {}
    by_person: dict[PersonId, TargetGroup] = {}
    for application, person, group in db.select(
        lambda *row: (ApplicationId(row[0]), PersonId(row[1]), TargetGroup(row[2])),
        f"SELECT a.id, a.applicant, {GROUP} AS grp FROM application a WHERE a.received_on <= ?1"
        " AND a.applicant IN (SELECT tenant FROM lease) AND grp IS NOT NULL"
        " ORDER BY a.received_on, a.id",
        (day.isoformat(),),
    ):
        by_application[application] = by_person[person] = group
    found: dict[DwellingId, TargetGroup] = {}
    for dwelling, tenant, decided in db.select(
        lambda *row: (DwellingId(row[0]), PersonId(row[1]), ApplicationId(row[2] or 0)),
        "SELECT l.dwelling, l.tenant, v.application FROM lease l"
        " LEFT JOIN vedtak v ON v.id = l.vedtak"
        f" WHERE l.start_on <= ?1 AND {STATE} = 'signed' ORDER BY l.start_on, l.id",
        (day.isoformat(),),
    ):
        home = by_application.get(decided) or by_person.get(tenant)
        found.pop(dwelling, None)
        if home is not None:
            found[dwelling] = home
    return found


def bedrooms_asked(db: Database) -> dict[ApplicationId, int | None]:
    """How many bedrooms each household that waits asks for."""
    return dict(
        db.select(
            lambda application, bedrooms: (ApplicationId(application), bedrooms),
            "SELECT id, bedrooms FROM application WHERE id IN"
            " (SELECT application FROM application_state WHERE state = 'granted_waiting')",
        )
    )
