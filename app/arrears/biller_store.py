"""SQL of who bills for which dwelling."""

from datetime import date

from app.core.ids import DwellingId, LeaseId, OwnerId
from app.storage.database import Database


def billed_by_owner(db: Database, day: date) -> dict[DwellingId, OwnerId]:
    """The dwellings whose owner on a day sends the bills himself."""
    found = db.select(
        lambda dwelling, owner: (DwellingId(dwelling), OwnerId(owner)),
        "SELECT f.dwelling, f.owner FROM dwelling_owner f WHERE f.since <= ?1"
        " AND f.id = (SELECT n.id FROM dwelling_owner n WHERE n.dwelling = f.dwelling"
        " AND n.since <= ?1 ORDER BY n.since DESC, n.id DESC LIMIT 1)"
        " AND (SELECT t.done_by FROM owner_task t WHERE t.owner = f.owner AND t.task = 'bill'"
        " AND t.since <= ?1 ORDER BY t.since DESC, t.id DESC LIMIT 1) = 'owner'",
        (day.isoformat(),),
    )
    return dict(found)


def owner_name(db: Database, owner: OwnerId) -> str:
    """What an owner is called."""
    return db.first(str, "SELECT name FROM owner WHERE id = ?", (owner,)) or ""


def owner_account(db: Database, owner: OwnerId) -> str:
    """Where an owner has the rent paid."""
    return db.first(str, "SELECT rent_account FROM owner WHERE id = ?", (owner,)) or ""


def due_days(db: Database) -> dict[LeaseId, int]:
    """The day of the month each lease has its rent due."""
    found = db.select(
        lambda lease, day: (LeaseId(lease), int(day)), "SELECT id, due_day FROM lease"
    )
    return dict(found)
