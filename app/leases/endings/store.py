"""SQL of the ends of leases."""

from datetime import date

from app.core.ids import LeaseId
from app.leases.endings.model import EndCause, LeaseEnd
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, lease: LeaseId, end: LeaseEnd) -> None:
    """One more record; the one before stays."""
    unit.insert(
        "lease_ending",
        lease=lease,
        recorded_on=end.recorded_on,
        last_day=end.last_day,
        cause=end.cause,
        reason=end.reason,
    )


def of(db: Database, lease: LeaseId, day: date) -> tuple[LeaseEnd, ...]:
    """Every record up to a day, oldest first."""

    def make(recorded: str, last: str | None, cause: str, reason: str) -> LeaseEnd:
        return LeaseEnd(date.fromisoformat(recorded), day_or_none(last), EndCause(cause), reason)

    return db.select(
        make,
        "SELECT recorded_on, last_day, cause, reason FROM lease_ending"
        " WHERE lease = ? AND recorded_on <= ? ORDER BY id",
        (lease, day.isoformat()),
    )
