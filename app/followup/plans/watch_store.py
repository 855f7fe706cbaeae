"""SQL of plan, help and owner together, of those where one of them may be missed or waits."""

from datetime import date

from app.core.ids import PersonId
from app.followup.levels.model import Held, HelpLevel
from app.followup.levels.store import on_day
from app.followup.owners.store import GIVEN
from app.followup.plans.model import CaseDays, PlanDays
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database
from app.storage.dated import latest

RUNS = (
    f"{latest('plan_state', 'state', 'plan = p.id')} NOT IN ('completed', 'ended')"
    " AND EXISTS (SELECT 1 FROM plan_kind k WHERE k.plan = p.id AND k.since <= ?1)"
)
"""SQL for whether a plan `p` runs on the day ?1; no row is opened, it all stands in the indexes."""
_PLAN = (
    f"(SELECT p.id FROM plan p WHERE p.person = {{person}} AND {RUNS}"
    " ORDER BY p.started_on DESC, p.id DESC LIMIT 1)"
)
_LEVEL, _SINCE = on_day("level", "h"), on_day("since", "h")
_HELPED = f"EXISTS (SELECT 1 FROM help_standing h WHERE h.id = p.person AND {_LEVEL} >= 1)"
# a plan to be gone through or without help, help without an owner or the plan its level asks for
_WATCHED = (
    f"SELECT p.person FROM plan p WHERE (p.evaluation_on <= ?1 OR NOT {_HELPED}) AND {RUNS}"
    f" UNION SELECT h.id FROM help_standing h WHERE {_LEVEL} >= 1"
    f" AND (NOT {GIVEN.format(person='h.id')}"
    f" OR {_LEVEL} >= {HelpLevel.SUPPORT_AND_SERVICES.value}"
    f" AND {_PLAN.format(person='h.id')} IS NULL)"
)


def watched(db: Database, day: date) -> tuple[CaseDays, ...]:
    """How it stands with each of them, by person; of all others nothing is read."""
    levels = {level.value: level for level in HelpLevel}
    return db.select(
        lambda person, started, ahead, level, since, given: CaseDays(
            PersonId(person),
            PlanDays(day_of(started), day_or_none(ahead)) if started else None,
            Held(levels[level], day_of(since)) if level else None,
            bool(given),
        ),
        f"WITH w (person) AS MATERIALIZED ({_WATCHED})"
        f" SELECT w.person, l.started_on, l.evaluation_on, {_LEVEL}, {_SINCE},"
        f" {GIVEN.format(person='w.person')} FROM w"
        f" LEFT JOIN plan l ON l.person = w.person AND +l.id = {_PLAN.format(person='w.person')}"
        " LEFT JOIN help_standing h ON h.id = w.person ORDER BY w.person",
        (day.isoformat(),),
    )
