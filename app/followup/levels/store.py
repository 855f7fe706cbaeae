"""SQL of the levels."""

from datetime import date

from app.core.ids import PersonId
from app.followup.levels.model import HelpLevel, LevelOn
from app.storage.database import Database
from app.storage.dated import latest
from app.storage.unit import Unit

NOW = (
    "(SELECT n.id FROM help_level n WHERE n.person = {person} AND n.since <= ?1"
    " ORDER BY n.since DESC, n.id DESC LIMIT 1)"
)
_COLUMNS = "l.id, l.person, l.level, l.since, l.reason"


def insert(unit: Unit, new: LevelOn, owner: int | None) -> int:
    """A level from a day; whoever gets help has the owner it was set under."""
    return unit.insert(
        "help_level",
        person=new.person,
        since=new.since,
        level=new.level,
        reason=new.reason.strip(),
        owner=owner,
    )


def history(db: Database, person: PersonId) -> tuple[LevelOn, ...]:
    """All a person has had, oldest first."""
    return db.select(
        _level,
        f"SELECT {_COLUMNS} FROM help_level l WHERE l.person = ? ORDER BY l.since, l.id",
        (person,),
    )


def every(db: Database, day: date) -> tuple[LevelOn, ...]:
    """What holds on a day for each who has a level."""
    return db.select(
        _level,
        f"SELECT {_COLUMNS} FROM help_level l WHERE l.id = {NOW.format(person='l.person')}"
        " ORDER BY l.person",
        (day.isoformat(),),
    )


def on_day(value: str, of: str) -> str:
    """SQL for level or since of a person on the day ?1, out of a row `of` what is kept of each.

    That is the newest; only where it is from a later day the older are looked at. NULL before the
    first.
    """
    older = latest("help_level", value, f"person = {of}.id")
    return f"CASE WHEN {of}.since <= ?1 THEN {of}.{value} ELSE {older} END"


def has_vedtak(db: Database, person: PersonId) -> bool:
    """Whether a vedtak that holds has granted the person something (D6)."""
    found = db.value(
        int,
        "SELECT count(*) FROM vedtak v JOIN application a ON a.id = v.application"
        " WHERE a.applicant = ? AND v.result IN ('granted', 'partly_granted')"
        " AND 'issued' = (SELECT s.state FROM vedtak_state s WHERE s.vedtak = v.id"
        " ORDER BY s.since DESC, s.id DESC LIMIT 1)",
        (person,),
    )
    return found > 0


def _level(row: int, person: int, level: int, since: str, reason: str) -> LevelOn:
    return LevelOn(PersonId(person), HelpLevel(level), date.fromisoformat(since), reason, row)
