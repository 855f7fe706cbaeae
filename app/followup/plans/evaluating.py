"""Going through the plan together: what was seen, how it goes, when next (D4, AL-15)."""

from dataclasses import replace

from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import PlanId, Ref
from app.followup import store as measure_store
from app.followup.model import MeasureEvaluation
from app.followup.owners.service import Owners
from app.followup.plans import edition_store, goal_store, rules, store
from app.followup.plans.goals import Goals
from app.followup.plans.model import (
    Evaluation,
    EvaluationDraft,
    Goal,
    GoalOutcome,
    Plan,
)
from app.followup.service import Followup
from app.people.service import People
from app.storage.database import Database
from app.storage.unit import Unit


class Evaluating(Goals):
    """Evaluations of plans, each with its goals and measures."""

    def __init__(self, db: Database, people: People, followup: Followup, owners: Owners) -> None:
        super().__init__(db, people)
        self._followup = followup
        self._owners = owners

    def evaluations(self, plan: PlanId) -> tuple[Evaluation, ...]:
        """Every time a plan was gone through, the oldest first."""
        return edition_store.evaluations(self._db, plan)

    def evaluation_problems(self, plan: PlanId, draft: EvaluationDraft) -> tuple[Problem, ...]:
        """What is wrong with an evaluation, beside its fields."""
        known = self._evaluated(plan)
        goals, measures = self.goals(known.person), self._followup.measures(known.person)
        wrong = rules.check_evaluation(known, draft, goals, measures, self._today)
        given = draft.hand_on
        if given is not None:
            wrong += self._owners.check(known.person, given.owner, self._today, given.reason)
        return wrong

    def evaluate(self, plan: PlanId, draft: EvaluationDraft) -> int:
        """What was seen, how each goal and measure goes, and when next; one act.

        Invalid beside the fields; Conflict plan_is_over.
        """
        known = self._evaluated(plan)
        demand(self.evaluation_problems(plan, draft))
        goals = {each.id: each for each in self.goals(known.person)}
        with self._db.unit("plan.evaluated", Ref("person", known.person)) as unit:
            made = edition_store.add_evaluation(unit, plan, draft)
            for outcome in draft.goals:
                self._set_outcome(unit, goals[outcome.goal], outcome, draft, made)
            for found in draft.measures:
                looked = MeasureEvaluation(draft.evaluated_on, found.result, found.words.strip())
                measure_store.add_evaluation(unit, found.measure, looked, made)
            if draft.next_on != known.draft.evaluation_on:
                store.update(unit, plan, replace(known.draft, evaluation_on=draft.next_on))
            self._hand_on(unit, known, draft)
        return made

    def _set_outcome(
        self, unit: Unit, goal: Goal, outcome: GoalOutcome, draft: EvaluationDraft, made: int
    ) -> None:
        """From the day it was found; a goal that came to its state later keeps the order."""
        since = max(draft.evaluated_on, goal.since)
        goal_store.add_goal_state(unit, goal.id, outcome.state, since, outcome.reason, made)

    def _hand_on(self, unit: Unit, plan: Plan, draft: EvaluationDraft) -> None:
        given = draft.hand_on
        if given is not None:
            self._owners.take_on(unit, plan.person, given.owner, unit.today, given.reason)

    def _evaluated(self, plan: PlanId) -> Plan:
        found = store.get(self._db, plan, self._today)
        if found is None:
            raise NotFound("plan_not_found")
        if found.state.over:
            raise Conflict("plan_is_over")
        return found
