"""SQL of how long waits have been, and of who has waited from which day to which."""

from datetime import date

from app.applications.fact_store import GROUP, latest
from app.applications.model import TargetGroup
from app.core.ids import ApplicationId
from app.overview.waiting_times.model import StillWaiting, Wait
from app.storage.columns import day_or_none
from app.storage.database import Database

_NEW = "a.kind = 'new' AND a.case_kind = 'allocation'"
_STATE, _SINCE = latest("application_state", "state"), latest("application_state", "since")
_GRANTED = (
    "(SELECT min(since) FROM application_state g WHERE g.application = a.id"
    " AND g.state = 'granted_waiting' AND g.since <= ?1)"
)


def waits(db: Database, first: date, last: date) -> tuple[Wait, ...]:
    """Every new household housed between the days and not without it again by the last."""

    def make(*row: object) -> Wait:
        return Wait(
            application=ApplicationId(int(str(row[0]))),
            group=None if row[1] is None else TargetGroup(str(row[1])),
            bedrooms=None if row[2] is None else int(str(row[2])),
            received=date.fromisoformat(str(row[3])),
            granted=day_or_none(row[4]),
            housed=date.fromisoformat(str(row[5])),
        )

    return db.select(
        make,
        f"SELECT a.id, {GROUP}, a.bedrooms, a.received_on, {_GRANTED}, {_SINCE} AS housed"
        " FROM (SELECT DISTINCT application AS id FROM application_state"
        " WHERE state = 'allocated' AND since BETWEEN ?2 AND ?1) x"
        f" CROSS JOIN application a ON a.id = x.id WHERE {_NEW} AND a.received_on <= ?1"
        f" AND {_STATE} = 'allocated' AND housed >= ?2"
        " ORDER BY a.id",
        (last.isoformat(), first.isoformat()),
    )


def still(db: Database, day: date) -> tuple[StillWaiting, ...]:
    """Every new household that waits on a day, and since when."""

    def make(application: int, group: str | None, bedrooms: int | None, since: str) -> StillWaiting:
        return StillWaiting(
            ApplicationId(application),
            None if group is None else TargetGroup(group),
            bedrooms,
            date.fromisoformat(since),
        )

    return db.select(
        make,
        f"SELECT a.id, {GROUP}, a.bedrooms, {_GRANTED} FROM application a WHERE {_NEW}"
        " AND a.received_on <= ?1 AND a.id IN (SELECT application FROM application_state"
        f" WHERE state = 'granted_waiting' AND since <= ?1) AND {_STATE} = 'granted_waiting'"
        " ORDER BY a.id",
        (day.isoformat(),),
    )


def spells(db: Database) -> tuple[tuple[date, date | None], ...]:
    """Every stretch a new household has waited: from its first day, until the day it did not."""
    return db.select(
        lambda since, until: (date.fromisoformat(since), day_or_none(until)),
        "SELECT max(s.since, s.received_on), s.next FROM (SELECT f.application, f.since, f.state,"
        " a.received_on, lead(f.since) OVER (PARTITION BY f.application ORDER BY f.since, f.id)"
        f" AS next FROM application_state f JOIN application a ON a.id = f.application WHERE {_NEW}"
        " AND a.id IN (SELECT application FROM application_state WHERE state = 'granted_waiting')"
        ") s WHERE s.state = 'granted_waiting'"
        " AND (s.next IS NULL OR s.next > max(s.since, s.received_on)) ORDER BY 1",
    )
