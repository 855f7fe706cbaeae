"""A goal, the need behind it and what is done first, as one act (D18)."""

from dataclasses import replace

from app.core.errors import demand
from app.core.ids import GoalId, PersonId, Ref
from app.followup.model import MeasureDraft
from app.followup.plans.model import GoalDraft
from app.followup.plans.service import Plans
from app.followup.service import Followup
from app.storage.database import Database

MEASURE = "measure_"
"""Stands before the name of a field where the problem is in the measure."""


class GoalMaking:
    """What makes a plan quick to write: one dialog, one act, one «Angre»."""

    def __init__(self, db: Database, plans: Plans, followup: Followup) -> None:
        self._db = db
        self._plans = plans
        self._followup = followup

    def add(
        self, person: PersonId, goal: GoalDraft, need: str = "", measure: MeasureDraft | None = None
    ) -> GoalId:
        """Both or nothing; Invalid beside the fields, those of the measure named measure_…."""
        problems = self._plans.goal_problems(person, goal, need)
        if measure is not None:
            found = self._followup.problems(person, measure)
            problems += tuple(replace(each, field=f"{MEASURE}{each.field}") for each in found)
        demand(problems)
        with self._db.unit("goal.added", Ref("person", person)) as unit:
            made = self._plans.add_goal(person, goal, need, unit=unit)
            if measure is not None:
                # whether the goal is theirs was asked above; its row is new in this act
                self._followup.plan_measure(person, replace(measure, goal=made), unit=unit)
        return made
