"""SQL over all that hangs on a lease after its end."""

from app.core.ids import LeaseId
from app.storage.unit import Unit

TABLES = (
    "belongings_request",
    "left_belonging",
    "deposit_claim",
    "condition_claim",
    "lease_handback",
)


def remove(unit: Unit, lease: LeaseId) -> None:
    """All of it, before the lease itself goes (ADR-02)."""
    for table in TABLES:
        unit.execute(f"DELETE FROM {table} WHERE lease = ?", (lease,))
