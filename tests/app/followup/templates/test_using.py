"""A plan that begins from a template: all of it at once, none of it twice."""

import pytest

from app.core.errors import Conflict
from app.followup.model import LifeArea
from app.followup.plans.model import GoalDraft
from app.followup.templates.model import TemplateGoalDraft, TemplateMeasureDraft
from app.office import Office
from tests.factories import registered_person


def test_c7_the_plan_has_the_templates_goals_needs_and_measures_and_one_undo_takes_all_back(
    office: Office,
) -> None:
    person = registered_person(office)
    template = office.plan_templates.all()[0]
    office.template_use.begin(person, template.id)
    goals = office.plans.goals(person)
    assert [goal.draft.words for goal in goals] == [each.draft.words for each in template.goals]
    needs = {need.id: need.draft.words for need in office.plans.needs(person)}
    assert [needs[goal.draft.need] for goal in goals if goal.draft.need] == [
        each.draft.need for each in template.goals
    ]
    measures = office.followup.measures(person)
    assert len(measures) == sum(len(each.measures) for each in template.goals)
    assert all(measure.draft.goal for measure in measures)
    assert all(measure.draft.unit or measure.draft.own_task for measure in measures)
    office.history.undo()
    assert office.plans.of(person) is None
    assert office.plans.goals(person) == ()
    assert office.followup.measures(person) == ()


def test_a_running_plan_takes_more_but_never_the_same_goal_twice(office: Office) -> None:
    person = registered_person(office)
    first, second = office.plan_templates.all()[:2]
    office.template_use.begin(person, first.id)
    with pytest.raises(Conflict):
        office.template_use.begin(person, second.id)
    assert office.template_use.add(person, first.id) == ()
    added = office.template_use.add(person, second.id)
    assert len(added) == len(second.goals)
    own = GoalDraft(LifeArea.HOME, "Jeg vil ha katt.")
    office.plans.add_goal(person, own, "Er mye alene.")
    assert office.template_use.add(person, second.id) == ()


def test_a_measure_of_a_closed_unit_or_of_none_falls_to_this_office(office: Office) -> None:
    person, units = registered_person(office), office.service_units
    template = office.plan_templates.add("Egen mal")
    goal = office.plan_templates.add_goal(
        template, TemplateGoalDraft(LifeArea.MONEY, "Jeg vil betale i tide.", "Betaler sent.")
    )
    nav = next(unit for unit in units.all() if unit.code == "nav")
    office.plan_templates.add_measure(goal, TemplateMeasureDraft("Råd", unit=nav.id, due_after=10))
    office.plan_templates.add_measure(goal, TemplateMeasureDraft("Samtale"))
    units.close(nav.id, office.clock.today())
    office.template_use.begin(person, template)
    measures = office.followup.measures(person)
    assert {measure.draft.unit for measure in measures} == {units.ours().id}
    days = {measure.draft.due_on for measure in measures if measure.draft.due_on}
    assert [(day - office.clock.today()).days for day in days] == [10]
