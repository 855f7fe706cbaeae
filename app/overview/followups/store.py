"""SQL of what the list of follow-up asks beside the services."""

from datetime import date

from app.core.ids import PersonId
from app.followup.levels.model import HelpLevel
from app.followup.levels.store import on_day
from app.followup.plans.watch_store import RUNS
from app.storage.database import Database

_LEVEL = on_day("level", "h")
_OPEN = (
    "m.condition IS NULL AND (SELECT s.state FROM measure_state s WHERE s.measure = m.id"
    " AND s.since <= ?1 ORDER BY s.since DESC, s.id DESC LIMIT 1) NOT IN ('done', 'not_done')"
)


def with_open_measures(db: Database, day: date) -> frozenset[PersonId]:
    """Everyone for whom somebody is still to do something on a day.

    A condition alone runs with the lease: keeping it is no follow-up.
    """
    rows = db.select(
        PersonId,
        "SELECT p.person FROM (SELECT DISTINCT person FROM measure) p WHERE EXISTS"
        f" (SELECT 1 FROM measure m WHERE m.person = p.person AND {_OPEN})",
        (day.isoformat(),),
    )
    return frozenset(rows)


def beside_watched(db: Database, day: date) -> frozenset[PersonId]:
    """Of those with help the ones on level 2 without a plan, of others those with a measure.

    With `Plans.watched` they are all who may lack something on a day; nothing is read of the rest.
    """
    rows = db.select(
        PersonId,
        f"SELECT h.id FROM help_standing h WHERE {_LEVEL} = {HelpLevel.SUPPORT.value}"
        f" AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.person = h.id AND {RUNS})"
        " UNION SELECT m.person FROM measure m WHERE m.person NOT IN"
        f" (SELECT h.id FROM help_standing h WHERE {_LEVEL} >= 1) AND {_OPEN}",
        (day.isoformat(),),
    )
    return frozenset(rows)
