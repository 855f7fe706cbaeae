"""The officer's verbs on templates of plans."""

from dataclasses import replace

from app.core.errors import NotFound, demand
from app.core.ids import Ref
from app.followup.templates import rules, store
from app.followup.templates.model import (
    PlanTemplate,
    TemplateGoal,
    TemplateGoalDraft,
    TemplateMeasureDraft,
)
from app.storage.database import Database


class PlanTemplates:
    """Made and changed here; a plan that began from one is not touched by what comes later."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[PlanTemplate, ...]:
        """Also those that are put away."""
        return store.everyone(self._db)

    def offered(self) -> tuple[PlanTemplate, ...]:
        """Those a plan can begin from today."""
        today = self._db.clock.today()
        return tuple(
            each for each in self.all() if each.put_away_on is None or today < each.put_away_on
        )

    def get(self, template: int) -> PlanTemplate:
        """One of them; NotFound when there is none."""
        found = next((each for each in self.all() if each.id == template), None)
        if found is None:
            raise NotFound("template_not_found")
        return found

    def add(self, name: str) -> int:
        """A new one with nothing in it; Invalid without a name of its own."""
        demand(rules.check_name(name, self.all()))
        with self._db.unit("template.added") as unit:
            made = store.insert(unit, name.strip())
            unit.about(_ref(made))
            return made

    def copy(self, template: int, name: str) -> int:
        """The same under another name, to change."""
        known = self.get(template)
        demand(rules.check_name(name, self.all()))
        with self._db.unit("template.added") as unit:
            made = store.insert(unit, name.strip())
            unit.about(_ref(made))
            for goal in known.goals:
                copied = store.insert_goal(unit, made, goal.draft)
                for measure in goal.measures:
                    store.insert_measure(unit, copied, measure.draft)
            return made

    def rename(self, template: int, name: str) -> None:
        """Another name; Invalid when it is taken."""
        if self.get(template).name == name.strip():
            return
        demand(rules.check_name(name, (each for each in self.all() if each.id != template)))
        with self._db.unit("template.changed", _ref(template)) as unit:
            store.rename(unit, template, name.strip())

    def put_away(self, template: int) -> None:
        """No plan begins from it any more."""
        self.get(template)
        with self._db.unit("template.put_away", _ref(template)) as unit:
            store.put_away(unit, template, unit.today)

    def take_out(self, template: int) -> None:
        """It is offered again."""
        self.get(template)
        with self._db.unit("template.taken_out", _ref(template)) as unit:
            store.put_away(unit, template, None)

    # what stands in one

    def add_goal(self, template: int, draft: TemplateGoalDraft) -> int:
        """One more goal; Invalid without words or the need behind it (D18)."""
        self.get(template)
        draft = _tidy_goal(draft)
        with self._db.unit("template.changed", _ref(template)) as unit:
            return store.insert_goal(unit, template, draft)

    def change_goal(self, goal: int, draft: TemplateGoalDraft) -> None:
        """Other words."""
        template, known = self._goal(goal)
        draft = _tidy_goal(draft)
        if draft == known.draft:
            return
        with self._db.unit("template.changed", _ref(template.id)) as unit:
            store.update_goal(unit, goal, draft)

    def remove_goal(self, goal: int) -> None:
        """Out of the template, with its measures."""
        template, known = self._goal(goal)
        with self._db.unit("template.changed", _ref(template.id)) as unit:
            store.delete_goal(unit, known)

    def add_measure(self, goal: int, draft: TemplateMeasureDraft) -> int:
        """One more for a goal; Invalid when it says nothing."""
        template, _ = self._goal(goal)
        draft = _tidy_measure(draft)
        with self._db.unit("template.changed", _ref(template.id)) as unit:
            return store.insert_measure(unit, goal, draft)

    def change_measure(self, measure: int, draft: TemplateMeasureDraft) -> None:
        """Another one in its place."""
        template, known = self._measure(measure)
        draft = _tidy_measure(draft)
        if draft == known:
            return
        with self._db.unit("template.changed", _ref(template.id)) as unit:
            store.update_measure(unit, measure, draft)

    def remove_measure(self, measure: int) -> None:
        """Out of the template."""
        template, _ = self._measure(measure)
        with self._db.unit("template.changed", _ref(template.id)) as unit:
            store.delete_measure(unit, measure)

    def _goal(self, goal: int) -> tuple[PlanTemplate, TemplateGoal]:
        for template in self.all():
            for each in template.goals:
                if each.id == goal:
                    return template, each
        raise NotFound("template_not_found")

    def _measure(self, measure: int) -> tuple[PlanTemplate, TemplateMeasureDraft]:
        for template in self.all():
            for goal in template.goals:
                for each in goal.measures:
                    if each.id == measure:
                        return template, each.draft
        raise NotFound("template_not_found")


def _ref(template: int) -> Ref:
    return Ref("plan_template", template)


def _tidy_goal(draft: TemplateGoalDraft) -> TemplateGoalDraft:
    demand(rules.check_goal(draft))
    return replace(draft, words=draft.words.strip(), need=draft.need.strip())


def _tidy_measure(draft: TemplateMeasureDraft) -> TemplateMeasureDraft:
    demand(rules.check_measure(draft))
    return replace(draft, words=draft.words.strip())
