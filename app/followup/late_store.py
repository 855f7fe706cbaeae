"""SQL of measures whose day has come, over all people."""

from datetime import date

from app.core.ids import PersonId
from app.followup.model import MeasuresDue
from app.storage.columns import day_or_none
from app.storage.database import Database

# the register keeps the days that wait: each by its own index, so that no row is opened
_WAITING = (
    "SELECT person, due_on AS late, NULL AS unseen FROM measure_waiting WHERE due_on < ?1"
    " UNION ALL SELECT person, NULL, evaluate_on FROM measure_waiting WHERE evaluate_on <= ?1"
)
_STATE = (
    "(SELECT n.state FROM measure_state n WHERE n.measure = m.id AND n.since <= ?1"
    " ORDER BY n.id DESC LIMIT 1)"
)
# what waited on a day gone by, among all there are
_WAITED = (
    "SELECT m.person, m.due_on AS late, NULL AS unseen FROM measure m"
    f" WHERE m.due_on < ?1 AND {_STATE} NOT IN ('done', 'not_done')"
    " UNION ALL SELECT m.person, NULL, m.evaluate_on FROM measure m"
    f" WHERE m.evaluate_on <= ?1 AND {_STATE} <> 'not_done' AND NOT EXISTS (SELECT 1"
    " FROM measure_evaluation v WHERE v.measure = m.id AND v.evaluated_on >= m.evaluate_on)"
)


def due(db: Database, day: date) -> tuple[MeasuresDue, ...]:
    """One for each person with any, by their ids; on a day ahead as it is if nothing is done."""
    days = _WAITED if day < db.clock.today() else _WAITING
    return db.select(
        lambda person, late, since, unseen, first: MeasuresDue(
            PersonId(person), late, day_or_none(since), unseen, day_or_none(first)
        ),
        "SELECT person, count(late), min(late), count(unseen), min(unseen)"
        f" FROM ({days}) GROUP BY person ORDER BY person",
        (day.isoformat(),),
    )
