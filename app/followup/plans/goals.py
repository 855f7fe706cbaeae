"""The officer's verbs on what a person lacks and wants to reach (D18)."""

from dataclasses import replace
from datetime import date

from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import GoalId, NeedId, PersonId, Ref
from app.followup.plans import goal_store, rules
from app.followup.plans.model import (
    Goal,
    GoalDraft,
    GoalState,
    Need,
    NeedDraft,
)
from app.people.service import People
from app.storage.database import Database
from app.storage.unit import Unit


class Goals:
    """Needs, and goals that hang on them; they live on from one plan to the next."""

    def __init__(self, db: Database, people: People) -> None:
        self._db = db
        self._people = people

    def needs(self, person: PersonId, on: date | None = None) -> tuple[Need, ...]:
        """What a person was known to lack on a day."""
        return goal_store.needs(self._db, person, on or self._today)

    def add_need(self, person: PersonId, draft: NeedDraft, *, unit: Unit | None = None) -> NeedId:
        """One more, in a larger unit if given; Invalid without words, NotFound person_not_found."""
        self._people.get(person)
        demand(rules.check_need(draft))
        with self._db.within(unit, "need.added", Ref("person", person)) as inside:
            return goal_store.insert_need(inside, person, draft)

    def change_need(self, need: NeedId, draft: NeedDraft) -> None:
        """Say it otherwise."""
        known = self._need(need)
        demand(rules.check_need(draft))
        if draft == known.draft:
            return
        with self._db.unit("need.changed", Ref("person", known.person)) as unit:
            goal_store.update_need(unit, need, draft)

    def goals(self, person: PersonId, on: date | None = None) -> tuple[Goal, ...]:
        """Every goal of a person as it stands on a day, those in work first."""
        return goal_store.goals(self._db, person, on or self._today)

    def goal(self, goal: GoalId) -> Goal:
        """One of them; NotFound when there is none."""
        found = goal_store.goal(self._db, goal, self._today)
        if found is None:
            raise NotFound("goal_not_found")
        return found

    def add_goal(
        self, person: PersonId, draft: GoalDraft, need: str = "", *, unit: Unit | None = None
    ) -> GoalId:
        """One more, in a larger unit if given; `need` are the words of a need not known before.

        Invalid without words or a need (D18), or with the need of another.
        """
        self._people.get(person)
        demand(self.goal_problems(person, draft, need))
        with self._db.within(unit, "goal.added", Ref("person", person)) as inside:
            return goal_store.insert_goal(inside, person, _hung(inside, person, draft, need))

    def change_goal(self, goal: GoalId, draft: GoalDraft, need: str = "") -> None:
        """Say it otherwise, or hang it on another need."""
        known = self.goal(goal)
        demand(self.goal_problems(known.person, draft, need, known.draft))
        if draft == known.draft and not need.strip():
            return
        with self._db.unit("goal.changed", Ref("person", known.person)) as unit:
            goal_store.update_goal(unit, goal, _hung(unit, known.person, draft, need))

    def set_goal(self, goal: GoalId, state: GoalState, reason: str = "") -> None:
        """How it goes with a goal from today; Invalid without a reason where one is asked for."""
        known = self.goal(goal)
        if known.state is state:
            return
        if not rules.goal_may(known.state, state):
            raise OfficeError("goal_cannot_move", before=known.state, after=state)
        if rules.goal_needs_reason(state) and not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        with self._db.unit("goal.set", Ref("person", known.person)) as unit:
            goal_store.add_goal_state(unit, goal, state, unit.today, reason)

    def goal_problems(
        self, person: PersonId, draft: GoalDraft, need: str = "", known: GoalDraft | None = None
    ) -> tuple[Problem, ...]:
        """What is wrong with a goal, beside its fields."""
        found = goal_store.need(self._db, draft.need) if draft.need is not None else None
        own = found is not None and found.person == person
        same_day = known is not None and known.target_on == draft.target_on
        day = None if same_day else self._today
        return rules.check_goal(draft, need, own_need=own, today=day)

    def _need(self, need: NeedId) -> Need:
        found = goal_store.need(self._db, need)
        if found is None:
            raise NotFound("need_not_found")
        return found

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _hung(unit: Unit, person: PersonId, draft: GoalDraft, need: str) -> GoalDraft:
    if draft.need is not None or not need.strip():
        return draft
    made = goal_store.insert_need(unit, person, NeedDraft(draft.area, need))
    return replace(draft, need=made)
