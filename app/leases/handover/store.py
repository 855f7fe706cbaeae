"""SQL of what moving in and out keeps about a lease, all of it at once."""

from app.core.ids import LeaseId
from app.letters.model import DocumentKind
from app.storage.database import Database
from app.storage.unit import Unit

_TABLES = (
    "door_key_holder",
    "start_task",
    "start_waiver",
    "tenancy_information",
    "handover_report",
)


def rows_about(db: Database, lease: LeaseId) -> tuple[tuple[str, int], ...]:
    """Table and id of every row."""
    asked = " UNION ALL ".join(
        f"SELECT '{table}', id FROM {table} WHERE lease = ?1" for table in _TABLES
    )
    remarks = (
        " UNION ALL SELECT 'handover_remark', m.id FROM handover_remark m"
        " JOIN handover_report r ON r.id = m.report WHERE r.lease = ?1"
    )
    return db.select(lambda table, row: (str(table), int(row)), asked + remarks, (lease,))


def forget(unit: Unit, lease: LeaseId) -> None:
    """Remove every one of them."""
    unit.execute(
        "DELETE FROM handover_remark WHERE report IN"
        " (SELECT id FROM handover_report WHERE lease = ?)",
        (lease,),
    )
    for table in _TABLES:
        unit.execute(f"DELETE FROM {table} WHERE lease = ?", (lease,))


def copied(db: Database) -> frozenset[LeaseId]:
    """Leases of which a signed copy is kept."""
    found = db.select(
        int,
        "SELECT DISTINCT case_id FROM document WHERE case_kind = 'lease' AND kind = ?",
        (DocumentKind.SIGNED_LEASE,),
    )
    return frozenset(LeaseId(lease) for lease in found)
