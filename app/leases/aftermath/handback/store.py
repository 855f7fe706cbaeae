"""SQL of dwellings that came back."""

from datetime import date

from app.core.ids import DwellingId, LeaseId
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, lease: LeaseId, handback: Handback) -> None:
    """The keys are back."""
    unit.insert("lease_handback", lease=lease, keys_on=handback.keys_on, **_told(handback))


def correct(unit: Unit, db: Database, lease: LeaseId, handback: Handback) -> None:
    """What was learned or typed wrong; the day stands."""
    row = db.first(int, "SELECT id FROM lease_handback WHERE lease = ?", (lease,))
    if row is not None:
        unit.update("lease_handback", row, **_told(handback))


def _told(handback: Handback) -> dict[str, object]:
    return {
        "moved_to": handback.moved_to,
        "condition": handback.condition.strip(),
        "meter_power": handback.meter_power.strip(),
        "meter_water": handback.meter_water.strip(),
        "keys_missing": handback.keys_missing.strip(),
    }


def of(db: Database, lease: LeaseId, day: date) -> Handback | None:
    """It, when the keys were back by a day."""

    def make(keys: str, moved: str, *told: str) -> Handback:
        return Handback(day_or_none(keys), MovedTo(moved), *told)

    return db.first(
        make,
        "SELECT keys_on, moved_to, condition, meter_power, meter_water, keys_missing"
        " FROM lease_handback WHERE lease = ? AND keys_on <= ?",
        (lease, day.isoformat()),
    )


def next_start(db: Database, lease: LeaseId, dwelling: DwellingId, after: date) -> date | None:
    """The first day of the next signed lease on the dwelling after a day."""
    return db.first(
        day_or_none,
        "SELECT min(l.start_on) FROM lease l WHERE l.dwelling = ? AND l.id <> ?"
        " AND l.start_on > ? AND (SELECT state FROM lease_state s WHERE s.lease = l.id"
        " ORDER BY s.id DESC LIMIT 1) = 'signed'",
        (dwelling, lease, after.isoformat()),
    )


def awaited(db: Database, today: date) -> tuple[tuple[LeaseId, date], ...]:
    """Leases that have ended and may not be back, with the last day of each, the oldest first."""
    return db.select(
        lambda lease, last: (LeaseId(lease), date.fromisoformat(last)),
        # first what leaves out all but a few, by one look at those that are back
        "SELECT e.lease, e.last_day FROM lease_ending e WHERE e.lease NOT IN"
        " (SELECT b.lease FROM lease_handback b) AND e.last_day < ?1 AND e.recorded_on <= ?1"
        " AND e.id = (SELECT max(n.id) FROM lease_ending n WHERE n.lease = e.lease"
        " AND n.recorded_on <= ?1) AND e.cause <> 'taken_over' ORDER BY e.last_day, e.lease",
        (today.isoformat(),),
    )
