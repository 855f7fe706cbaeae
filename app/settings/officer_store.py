"""SQL of those who may open the register."""

from datetime import date

from app.core.ids import OfficerId
from app.settings.model import Officer
from app.storage.database import Database
from app.storage.unit import Unit


def insert_officer(
    unit: Unit, name: str, title: str, slot: str, since: date, until: date | None
) -> OfficerId:
    """A person with a way in."""
    return OfficerId(
        unit.insert("officer", name=name, title=title, slot=slot, since=since, until=until)
    )


def officers(db: Database) -> tuple[Officer, ...]:
    """Everyone who may or might open the register, oldest first."""
    return db.select(
        _officer, "SELECT id, name, title, slot, since, until FROM officer ORDER BY id"
    )


def _officer(
    officer: int, name: str, title: str, slot: str, since: str, until: str | None
) -> Officer:
    return Officer(
        OfficerId(officer),
        name,
        title,
        slot,
        date.fromisoformat(since),
        date.fromisoformat(until) if until else None,
    )
