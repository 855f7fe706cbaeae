"""SQL of needs and goals."""

from datetime import date

from app.core.ids import GoalId, NeedId, PersonId
from app.followup.model import LifeArea
from app.followup.plans.model import (
    Goal,
    GoalDraft,
    GoalState,
    Need,
    NeedDraft,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_NEEDS = "SELECT id, person, area, words, since FROM followup_need"
_GOALS = (
    "SELECT g.id, g.person, g.area, g.words, g.need, g.target_on, s.state, s.since, s.reason"
    " FROM goal g JOIN goal_state s ON s.id = (SELECT n.id FROM goal_state n"
    " WHERE n.goal = g.id AND n.since <= ?1 ORDER BY n.since DESC, n.id DESC LIMIT 1)"
)


def insert_need(unit: Unit, person: PersonId, draft: NeedDraft) -> NeedId:
    """One that is found today."""
    return NeedId(
        unit.insert(
            "followup_need",
            person=person,
            area=draft.area,
            words=draft.words.strip(),
            since=unit.today,
        )
    )


def update_need(unit: Unit, need: NeedId, draft: NeedDraft) -> None:
    """What was typed, put right."""
    unit.update("followup_need", need, area=draft.area, words=draft.words.strip())


def needs(db: Database, person: PersonId, day: date) -> tuple[Need, ...]:
    """Those known of a person on a day, in the order they were found."""
    sql = f"{_NEEDS} WHERE person = ? AND since <= ? ORDER BY id"
    return db.select(_need, sql, (person, day.isoformat()))


def need(db: Database, known: NeedId) -> Need | None:
    """One need."""
    return db.first(_need, f"{_NEEDS} WHERE id = ?", (known,))


def insert_goal(unit: Unit, person: PersonId, draft: GoalDraft) -> GoalId:
    """A new one, in work from today."""
    goal = GoalId(unit.insert("goal", person=person, **_columns(draft)))
    add_goal_state(unit, goal, GoalState.IN_PROGRESS, unit.today)
    return goal


def update_goal(unit: Unit, goal: GoalId, draft: GoalDraft) -> None:
    """What was typed, put right."""
    unit.update("goal", goal, **_columns(draft))


def _columns(draft: GoalDraft) -> dict[str, object]:
    return {
        "need": draft.need,
        "area": draft.area,
        "words": draft.words.strip(),
        "target_on": draft.target_on,
    }


def add_goal_state(
    unit: Unit,
    goal: GoalId,
    state: GoalState,
    since: date,
    reason: str = "",
    evaluation: int | None = None,
) -> None:
    """How it goes with it from a day; `evaluation` is where that was found, if at one."""
    unit.insert(
        "goal_state",
        goal=goal,
        since=since,
        state=state,
        reason=reason.strip(),
        evaluation=evaluation,
    )


def goals(db: Database, person: PersonId, day: date) -> tuple[Goal, ...]:
    """Those of a person on a day, what is in work first."""
    sql = f"{_GOALS} WHERE g.person = ?2 ORDER BY s.state <> 'in_progress', g.id"
    return db.select(_goal, sql, (day.isoformat(), person))


def goal(db: Database, known: GoalId, day: date) -> Goal | None:
    """One goal on a day."""
    return db.first(_goal, f"{_GOALS} WHERE g.id = ?2", (day.isoformat(), known))


def _need(row: int, person: int, area: str, words: str, since: str) -> Need:
    draft = NeedDraft(LifeArea(area), words)
    return Need(NeedId(row), PersonId(person), draft, date.fromisoformat(since))


def _goal(
    row: int,
    person: int,
    area: str,
    words: str,
    need: int,
    target: str | None,
    state: str,
    since: str,
    reason: str,
) -> Goal:
    draft = GoalDraft(LifeArea(area), words, NeedId(need), day_or_none(target))
    known = GoalState(state)
    return Goal(GoalId(row), PersonId(person), draft, known, date.fromisoformat(since), reason)
