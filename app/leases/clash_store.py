"""SQL of other leases that a draft must stand beside: same dwelling, same KID, same two."""

from datetime import date

from app.core.ids import LeaseId
from app.leases.model import LeaseDraft
from app.storage.database import Database


def same_kid(db: Database, kid: str, own: LeaseId | None) -> str:
    """The number of another lease with this KID."""
    found = db.first(
        str, "SELECT number FROM lease WHERE kid = ? AND kid <> '' AND id IS NOT ?", (kid, own)
    )
    return found or ""


def terms_before(
    db: Database, draft: LeaseDraft, own: LeaseId | None
) -> tuple[tuple[date, date], ...]:
    """First and last day of each fixed § 11-1 lease that was signed between the same two."""
    return db.select(
        lambda start, end: (date.fromisoformat(start), date.fromisoformat(end)),
        "SELECT l.start_on, l.end_on FROM lease l WHERE l.tenant = ? AND l.dwelling = ?"
        " AND l.id IS NOT ? AND l.for_disadvantaged = 1 AND l.start_on IS NOT NULL"
        " AND l.end_on IS NOT NULL AND EXISTS (SELECT 1 FROM lease_state s WHERE s.lease = l.id"
        " AND s.state = 'signed') ORDER BY l.start_on",
        (draft.tenant, draft.dwelling, own),
    )
