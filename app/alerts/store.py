"""SQL of what is put off."""

from datetime import date

from app.alerts.model import Alert, AlertId, Snooze
from app.core.ids import Ref
from app.storage.database import Database
from app.storage.unit import Unit


def snoozes(db: Database) -> tuple[Snooze, ...]:
    """Everything put off, ended or not, oldest first."""
    return db.select(
        _snooze, "SELECT id, alert, case_kind, case_id, until, reason FROM snooze ORDER BY id"
    )


def _snooze(
    snooze: int, alert: str, case_kind: str, case_id: int, until: str, reason: str
) -> Snooze:
    return Snooze(
        snooze, AlertId(alert), Ref(case_kind, case_id), date.fromisoformat(until), reason
    )


def insert(unit: Unit, alert: Alert, until: date, reason: str) -> int:
    """Put one off."""
    return unit.insert(
        "snooze",
        alert=alert.id,
        case_kind=alert.case.kind,
        case_id=alert.case.id,
        until=until,
        reason=reason,
    )


def delete(unit: Unit, snoozes: tuple[Snooze, ...]) -> None:
    """Put off no longer."""
    for snooze in snoozes:
        unit.delete("snooze", snooze.id)
