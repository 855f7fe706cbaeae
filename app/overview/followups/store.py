"""SQL of what the list of follow-up asks beside the services."""

from datetime import date

from app.core.ids import PersonId
from app.storage.database import Database


def with_open_measures(db: Database, day: date) -> frozenset[PersonId]:
    """Everyone for whom somebody is still to do something on a day.

    A condition alone runs with the lease: keeping it is no follow-up.
    """
    rows = db.select(
        PersonId,
        "SELECT p.person FROM (SELECT DISTINCT person FROM measure) p WHERE EXISTS"
        " (SELECT 1 FROM measure m WHERE m.person = p.person AND m.condition IS NULL"
        " AND (SELECT s.state FROM measure_state s WHERE s.measure = m.id AND s.since <= ?"
        " ORDER BY s.since DESC, s.id DESC LIMIT 1) NOT IN ('done', 'not_done'))",
        (day.isoformat(),),
    )
    return frozenset(rows)
