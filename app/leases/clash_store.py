"""SQL of other leases that a draft must stand beside: same dwelling, same KID, same two."""

from datetime import date

from app.core.ids import LeaseId
from app.leases.model import LeaseDraft
from app.leases.terms import overlap
from app.storage.columns import day_or_none
from app.storage.database import Database


def taken_by(db: Database, draft: LeaseDraft, own: LeaseId | None) -> str:
    """The number of another lease, issued or signed, on the dwelling in the same time."""
    others = db.select(
        lambda number, start, end: (number, day_or_none(start), day_or_none(end)),
        "SELECT l.number, l.start_on, l.end_on FROM lease l WHERE l.dwelling = ? AND l.id IS NOT ?"
        " AND (SELECT state FROM lease_state s WHERE s.lease = l.id ORDER BY s.id DESC LIMIT 1)"
        " IN ('to_sign', 'signed') ORDER BY l.id",
        (draft.dwelling, own),
    )
    taken = (each for each in others if overlap(draft.start, draft.end, each[1], each[2]))
    return next((str(number) for number, _, _ in taken), "")


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
