"""SQL of the owners."""

from datetime import date

from app.core.ids import PersonId, ServiceUnitId
from app.followup.levels.store import NOW
from app.followup.owners.model import Owner, OwnerDraft
from app.storage.database import Database
from app.storage.unit import Unit

GIVEN = "EXISTS (SELECT 1 FROM case_owner g WHERE g.person = {person} AND g.since <= ?1)"
"""SQL for whether a case was given to somebody by a day: who has help, has that owner still."""
_COLUMNS = "o.id, o.person, o.unit, o.coordinator, o.phone, o.since, o.reason"


def insert(unit: Unit, new: Owner) -> int:
    """An owner from a day."""
    return unit.insert(
        "case_owner",
        person=new.person,
        since=new.since,
        unit=new.unit,
        coordinator=new.coordinator.strip(),
        phone=new.phone.strip(),
        reason=new.reason.strip(),
    )


def set_phone(unit: Unit, owner: int, phone: str) -> None:
    """Where the coordinator is rung."""
    unit.update("case_owner", owner, phone=phone)


def history(db: Database, person: PersonId) -> tuple[Owner, ...]:
    """All who were given the case, oldest first."""
    return db.select(
        _owner,
        f"SELECT {_COLUMNS} FROM case_owner o WHERE o.person = ? ORDER BY o.since, o.id",
        (person,),
    )


def every(db: Database, day: date) -> tuple[Owner, ...]:
    """Who owns each case on a day: of those who have help, the newest owner."""
    return db.select(
        _owner,
        f"SELECT {_COLUMNS} FROM case_owner o"
        " WHERE o.id = (SELECT n.id FROM case_owner n WHERE n.person = o.person"
        " AND n.since <= ?1 ORDER BY n.since DESC, n.id DESC LIMIT 1)"
        f" AND (SELECT l.level FROM help_level l WHERE l.id = {NOW.format(person='o.person')}) >= 1"
        " ORDER BY o.person",
        (day.isoformat(),),
    )


def _owner(
    row: int, person: int, unit: int, coordinator: str, phone: str, since: str, reason: str
) -> Owner:
    draft = OwnerDraft(ServiceUnitId(unit), coordinator, phone)
    return Owner(PersonId(person), draft, date.fromisoformat(since), reason, row)
