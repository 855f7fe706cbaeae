"""SQL of what the office can give."""

from datetime import date

from app.debt.queue.capacity.model import (
    Absence,
    AbsenceDraft,
    Capacity,
    DebtAbsenceKind,
)
from app.storage.database import Database
from app.storage.unit import Unit


def rows(db: Database) -> tuple[Capacity, ...]:
    """Every change of the capacity, oldest first; those from a coming day too."""
    return db.select(
        lambda since, share, week, least, usual, most, reason: Capacity(
            date.fromisoformat(since), share, week, least, usual, most, reason
        ),
        "SELECT since, share_percent, week_minutes, least_hours, usual_hours, most_hours, reason"
        " FROM debt_capacity ORDER BY since, id",
    )


def insert(unit: Unit, row: Capacity) -> int:
    """What the office can give from a day."""
    return unit.insert(
        "debt_capacity",
        since=row.since,
        share_percent=row.share_percent,
        week_minutes=row.week_minutes,
        least_hours=row.least_hours,
        usual_hours=row.usual_hours,
        most_hours=row.most_hours,
        reason=row.reason,
    )


def absences(db: Database) -> tuple[Absence, ...]:
    """The days away, the first first."""
    return db.select(
        lambda row, kind, first, last: Absence(
            row, DebtAbsenceKind(kind), date.fromisoformat(first), date.fromisoformat(last)
        ),
        "SELECT id, kind, first_day, last_day FROM debt_absence ORDER BY first_day, id",
    )


def insert_absence(unit: Unit, draft: AbsenceDraft) -> int:
    """Nobody gives advice on these days."""
    return unit.insert(
        "debt_absence", kind=draft.kind, first_day=draft.first_day, last_day=draft.last_day
    )


def delete_absence(unit: Unit, absence: int) -> None:
    """Somebody is there after all."""
    unit.delete("debt_absence", absence)
