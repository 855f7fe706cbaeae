"""A plan that begins from a template, or takes more from one."""

from datetime import timedelta

from app.core.ids import GoalId, PersonId, PlanId, Ref, ServiceUnitId
from app.followup.model import MeasureDraft
from app.followup.plans.model import GoalDraft, GoalState
from app.followup.plans.service import Plans
from app.followup.service import Followup
from app.followup.templates.model import (
    PlanTemplate,
    TemplateGoal,
    TemplateMeasureDraft,
)
from app.followup.templates.service import PlanTemplates
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database
from app.storage.unit import Unit


class TemplateUse:
    """Copies what stands in a template; each use is one act with one «Angre»."""

    def __init__(
        self,
        db: Database,
        templates: PlanTemplates,
        plans: Plans,
        followup: Followup,
        units: ServiceUnits,
        settings: Settings,
    ) -> None:
        self._db = db
        self._templates = templates
        self._plans = plans
        self._followup = followup
        self._units = units
        self._settings = settings

    def begin(self, person: PersonId, template: int) -> PlanId:
        """A målplan with all that stands in the template; Conflict plan_runs when there is one."""
        known = self._templates.get(template)
        with self._db.unit("plan.begun", Ref("person", person)) as unit:
            plan = self._plans.begin(person, unit=unit)
            self._copy(unit, person, known)
        return plan

    def add(self, person: PersonId, template: int) -> tuple[GoalId, ...]:
        """Goals that are not there yet, with needs and measures; none when all of them are."""
        known = self._templates.get(template)
        if not self._new(person, known):
            return ()
        with self._db.unit("goal.added", Ref("person", person)) as unit:
            return self._copy(unit, person, known)

    def _new(self, person: PersonId, template: PlanTemplate) -> list[TemplateGoal]:
        there = {
            goal.draft.words
            for goal in self._plans.goals(person)
            if goal.state is GoalState.IN_PROGRESS
        }
        return [goal for goal in template.goals if goal.draft.words not in there]

    def _copy(self, unit: Unit, person: PersonId, template: PlanTemplate) -> tuple[GoalId, ...]:
        made = []
        for goal in self._new(person, template):
            draft = GoalDraft(goal.draft.area, goal.draft.words)
            mine = self._plans.add_goal(person, draft, goal.draft.need, unit=unit)
            made.append(mine)
            for measure in goal.measures:
                self._followup.plan_measure(
                    person, self._measure(unit, mine, measure.draft), unit=unit
                )
        return tuple(made)

    def _measure(self, unit: Unit, goal: GoalId, draft: TemplateMeasureDraft) -> MeasureDraft:
        due = None if draft.due_after is None else unit.today + timedelta(days=draft.due_after)
        return MeasureDraft(
            draft.words,
            self._me if self._is_ours(draft) else "",
            due,
            draft.kind,
            None if draft.own_task else self._unit(draft.unit),
            draft.own_task,
            goal,
        )

    def _unit(self, wanted: ServiceUnitId | None) -> ServiceUnitId:
        """The unit of the template; this office where none is named, or it is closed."""
        return (
            wanted if wanted in {unit.id for unit in self._units.open()} and wanted else self._ours
        )

    def _is_ours(self, draft: TemplateMeasureDraft) -> bool:
        return not draft.own_task and self._unit(draft.unit) == self._ours

    @property
    def _ours(self) -> ServiceUnitId:
        return self._units.ours().id

    @property
    def _me(self) -> str:
        me = self._settings.me
        return me.name if me else ""
