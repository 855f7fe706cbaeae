"""SQL of what effect is counted from: levels, groups and goals."""

from datetime import date

from app.applications.model import TargetGroup
from app.core.ids import PersonId
from app.overview.effect.model import GoalSums
from app.storage.database import Database


def groups(db: Database, day: date) -> dict[PersonId, TargetGroup]:
    """The primary group on a day of each who ever had a level: of their newest application (E5)."""
    found = db.select(
        lambda person, group: (PersonId(person), TargetGroup(group)),
        "SELECT a.applicant, g.target_group FROM application_group g"
        " JOIN application a ON a.id = g.application"
        " WHERE a.applicant IN (SELECT l.person FROM help_level l)"
        " AND g.since <= ?1 AND g.id = (SELECT n.id FROM application_group n"
        " JOIN application b ON b.id = n.application WHERE b.applicant = a.applicant"
        " AND n.since <= ?1 ORDER BY n.since DESC, n.id DESC LIMIT 1)",
        (day.isoformat(),),
    )
    return dict(found)


def goals(db: Database, first: date, last: date) -> GoalSums:
    """Goals reached from a day to another, both counted, that are still so on the last."""
    found = dict(
        db.select(
            lambda state, count: (str(state), int(count)),
            "SELECT s.state, count(*) FROM goal_state s WHERE s.since BETWEEN ?1 AND ?2"
            " AND s.id = (SELECT n.id FROM goal_state n WHERE n.goal = s.goal AND n.since <= ?2"
            " ORDER BY n.since DESC, n.id DESC LIMIT 1) GROUP BY s.state",
            (first.isoformat(), last.isoformat()),
        )
    )
    return GoalSums(found.get("reached", 0), found.get("partly_reached", 0))
