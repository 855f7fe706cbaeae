"""SQL of who waited on a day, and of who was allocated a dwelling in a period."""

from datetime import date

from app.applications.fact_store import GROUP, latest
from app.applications.model import TargetGroup
from app.core.ids import ApplicationId
from app.overview.figures import beginning
from app.storage.database import Database

Grouped = tuple[ApplicationId, TargetGroup | None]

_NEWEST = "a.id IN (SELECT id FROM application_newest WHERE state = '{state}')"
# most never waited: only those who did are asked where they stood on the day
_EVER = (
    "a.id IN (SELECT application FROM application_state"
    " WHERE state = 'granted_waiting' AND since <= ?1)"
)


def began(db: Database) -> date | None:
    """From which day it is known who waits; None while there is no application."""
    return beginning.began(db, "SELECT min(received_on) FROM application")


def waiting(db: Database, day: date, kind: str, *, now: bool) -> tuple[Grouped, ...]:
    """Those granted a dwelling and waiting for it that day; `now` when the day is today."""
    state = (
        _NEWEST.format(state="granted_waiting")
        if now
        else f"{_EVER} AND {latest('application_state', 'state')} = 'granted_waiting'"
    )
    return db.select(
        _grouped,
        f"SELECT a.id, {GROUP} FROM application a WHERE a.kind = ?2"
        f" AND a.case_kind = 'allocation' AND a.received_on <= ?1 AND {state} ORDER BY a.id",
        (day.isoformat(), kind),
    )


def allocated(db: Database, first: date, last: date) -> tuple[Grouped, ...]:
    """New households allocated a dwelling between the days and not without it again by the last."""
    state, since = latest("application_state", "state"), latest("application_state", "since")
    return db.select(
        _grouped,
        # the few who were allocated first: the others' states are not looked at
        f"SELECT a.id, {GROUP} FROM (SELECT DISTINCT application AS id FROM application_state"
        " WHERE state = 'allocated' AND since BETWEEN ?2 AND ?1) x"
        " CROSS JOIN application a ON a.id = x.id WHERE a.kind = 'new'"
        " AND a.case_kind = 'allocation' AND a.received_on <= ?1"
        f" AND {state} = 'allocated' AND {since} >= ?2"
        " ORDER BY a.id",
        (last.isoformat(), first.isoformat()),
    )


def _grouped(application: int, group: str | None) -> Grouped:
    return ApplicationId(application), None if group is None else TargetGroup(group)
