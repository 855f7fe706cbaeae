"""SQL of the days rents fall due."""

from app.core.ids import LeaseId
from app.storage.database import Database


def due_days(db: Database) -> dict[LeaseId, int]:
    """The day of the month each lease has its rent due."""
    found = db.select(
        lambda lease, day: (LeaseId(lease), int(day)), "SELECT id, due_day FROM lease"
    )
    return dict(found)
