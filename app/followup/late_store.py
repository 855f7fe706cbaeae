"""SQL of measures whose day has come, over all people."""

from datetime import date

from app.core.ids import PersonId
from app.followup.model import MeasuresDue
from app.storage.columns import day_or_none
from app.storage.database import Database

_LATE = "s.state NOT IN ('done', 'not_done') AND m.due_on < ?1"
_TO_EVALUATE = (
    "s.state <> 'not_done' AND m.evaluate_on <= ?1 AND NOT EXISTS (SELECT 1"
    " FROM measure_evaluation v WHERE v.measure = m.id AND v.evaluated_on >= m.evaluate_on)"
)


def due(db: Database, day: date) -> tuple[MeasuresDue, ...]:
    """One for each person with any, in the order of their ids."""
    return db.select(
        lambda person, name, late, since, unseen, first: MeasuresDue(
            PersonId(person), name, late, day_or_none(since), unseen, day_or_none(first)
        ),
        "SELECT m.person, p.given_name || ' ' || p.family_name,"
        f" count(CASE WHEN {_LATE} THEN 1 END), min(CASE WHEN {_LATE} THEN m.due_on END),"
        f" count(CASE WHEN {_TO_EVALUATE} THEN 1 END),"
        f" min(CASE WHEN {_TO_EVALUATE} THEN m.evaluate_on END)"
        " FROM measure m JOIN person p ON p.id = m.person"
        " JOIN measure_state s ON s.id = (SELECT n.id FROM measure_state n"
        " WHERE n.measure = m.id AND n.since <= ?1 ORDER BY n.id DESC LIMIT 1)"
        " WHERE (m.due_on < ?1 OR m.evaluate_on <= ?1)"
        f" AND (({_LATE}) OR ({_TO_EVALUATE})) GROUP BY m.person ORDER BY m.person",
        (day.isoformat(),),
    )
