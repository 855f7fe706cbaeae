"""SQL of who bills, and for which dwelling."""

from datetime import date

from app.arrears.model import Biller
from app.core.ids import BillerId, DwellingId, OwnerId
from app.storage.columns import day_or_none
from app.storage.database import Database


def billers(db: Database) -> tuple[Biller, ...]:
    """Everyone who bills or has billed, by name."""
    return db.select(_biller, "SELECT id, name, owner, account, closed_on FROM biller ORDER BY id")


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


def _biller(
    biller: int, name: str, owner: int | None, account: str, closed_on: str | None
) -> Biller:
    whose = None if owner is None else OwnerId(owner)
    return Biller(BillerId(biller), name, whose, account, day_or_none(closed_on))
