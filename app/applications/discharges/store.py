"""SQL of the days applicants leave institutions and prisons."""

from datetime import date

from app.applications.discharges.model import (
    DayLess,
    Leaving,
    LeavingHeard,
    LeavingKind,
    LeavingPlace,
    PlannedDischarge,
)
from app.core.ids import ApplicationId
from app.people.address_store import PROTECTION_ON
from app.storage.database import Database
from app.storage.unit import Unit

# the person last: of the open ones most are not told of here
_OPEN = (
    " JOIN application_newest n ON n.id = a.id"
    " AND n.state IN ('received', 'incomplete', 'in_assessment', 'granted_waiting')"
    " CROSS JOIN person p ON p.id = a.applicant"
)
_NAME = "trim(p.given_name || ' ' || p.family_name)"
_LEAVING = (
    f"SELECT a.id, a.number, {_NAME}, f.leaves_on, f.since"
    f" FROM planned_discharge f JOIN application a ON a.id = f.application{_OPEN}"
    " WHERE f.since <= ?1 AND f.leaves_on <= ?2 AND NOT EXISTS (SELECT 1 FROM planned_discharge l"
    " WHERE l.application = f.application AND l.since <= ?1 AND (l.since, l.id) > (f.since, f.id))"
    " ORDER BY f.leaves_on, a.id"
)
# who has said that the day is not known has answered; a need told after that asks anew
_DAYLESS = (
    f"SELECT a.id, a.number, {_NAME}, f.category, min(f.since)"
    f" FROM application_need f JOIN application a ON a.id = f.application{_OPEN}"
    " WHERE f.category IN ('release_no_home', 'discharge_no_home') AND f.since <= ?1"
    " AND (f.until IS NULL OR f.until > ?1) AND NOT EXISTS (SELECT 1 FROM planned_discharge l"
    " WHERE l.application = f.application AND l.since BETWEEN f.since AND ?1)"
    " AND NOT EXISTS (SELECT 1 FROM planned_discharge l WHERE l.application = f.application"
    " AND l.leaves_on >= ?1) GROUP BY a.id ORDER BY 5, a.id"
)


def told(db: Database, application: ApplicationId, on: date) -> PlannedDischarge | None:
    """As told last by a day; None where nothing is told, or it is called off."""
    return db.first(
        _told,
        "SELECT kind, place, leaves_on, heard_from, since FROM planned_discharge"
        " WHERE application = ? AND since <= ? ORDER BY since DESC, id DESC LIMIT 1",
        (application, on.isoformat()),
    )


def guarded(db: Database, application: ApplicationId, on: date) -> bool:
    """Whether the applicant's address is protected."""
    sql = (
        f"SELECT {PROTECTION_ON} <> 'none' FROM application a JOIN person p ON p.id = a.applicant"
        " WHERE a.id = ?2"
    )
    return bool(db.first(bool, sql, (on.isoformat(), application)))


def leaving(db: Database, on: date, until: date) -> tuple[Leaving, ...]:
    """Every applicant without a home who leaves by a day, the first to leave first."""
    return db.select(_leaving, _LEAVING, (on.isoformat(), until.isoformat()))


def dayless(db: Database, on: date) -> tuple[DayLess, ...]:
    """Those with the need and no day, the oldest first."""
    return db.select(_dayless, _DAYLESS, (on.isoformat(),))


def insert(
    unit: Unit, application: ApplicationId, each: PlannedDischarge, on: date, *, off: bool
) -> None:
    """One more row; without a day it is called off."""
    unit.insert(
        "planned_discharge",
        application=application,
        since=on,
        kind=each.kind,
        place=each.place or "",
        leaves_on=None if off else each.leaves_on,
        heard_from=each.heard_from or "",
    )


def _told(
    kind: str, place: str, leaves_on: str | None, heard_from: str, since: str
) -> PlannedDischarge | None:
    if leaves_on is None:
        return None
    return PlannedDischarge(
        LeavingKind(kind),
        date.fromisoformat(leaves_on),
        LeavingPlace(place) if place else None,
        LeavingHeard(heard_from) if heard_from else None,
        date.fromisoformat(since),
    )


def _leaving(application: int, number: str, name: str, leaves_on: str, since: str) -> Leaving:
    day, known = date.fromisoformat(leaves_on), date.fromisoformat(since)
    return Leaving(ApplicationId(application), number, name, day, known)


def _dayless(application: int, number: str, name: str, category: str, since: str) -> DayLess:
    kind = next(each for each in LeavingKind if each.need == category)
    return DayLess(ApplicationId(application), number, name, kind, date.fromisoformat(since))
