"""Templates of plans: ready ones, and the municipality's own."""

import pytest

from app.core.errors import Invalid, NotFound
from app.followup.model import LifeArea, MeasureKind
from app.followup.templates.model import TemplateGoalDraft, TemplateMeasureDraft
from app.followup.templates.service import PlanTemplates
from app.office import Office

GOAL = TemplateGoalDraft(LifeArea.NETWORK, "Jeg vil ha noen å snakke med.", "Er mye alene.")
CAFE = TemplateMeasureDraft("Kafé på Frivilligsentralen", MeasureKind.ACTIVITY, own_task=True)


@pytest.fixture
def templates(office: Office) -> PlanTemplates:
    """Those of a new register."""
    return office.plan_templates


def test_those_that_come_with_the_program_hang_together(templates: PlanTemplates) -> None:
    """D18: each measure hangs on a goal, and each goal on a need."""
    ready = templates.offered()
    assert len(ready) == 5
    for template in ready:
        assert template.goals
        for goal in template.goals:
            assert goal.draft.need
            assert goal.measures


def test_one_is_made_filled_and_used_by_another_name(templates: PlanTemplates) -> None:
    made = templates.add("Mer folk rundt seg")
    goal = templates.add_goal(made, GOAL)
    measure = templates.add_measure(goal, CAFE)
    copy = templates.copy(made, "Mer folk rundt seg, unge")
    assert [each.draft for each in templates.get(copy).goals] == [GOAL]
    templates.remove_measure(measure)
    assert templates.get(made).goals[0].measures == ()
    assert [each.draft for each in templates.get(copy).goals[0].measures] == [CAFE]
    templates.remove_goal(goal)
    assert templates.get(made).goals == ()
    with pytest.raises(NotFound):
        templates.add_measure(goal, CAFE)


def test_one_that_is_put_away_is_not_offered_and_can_be_taken_out(
    templates: PlanTemplates, office: Office
) -> None:
    first = templates.all()[0].id
    templates.put_away(first)
    assert first not in {each.id for each in templates.offered()}
    office.history.undo()
    assert first in {each.id for each in templates.offered()}
    templates.put_away(first)
    templates.take_out(first)
    assert first in {each.id for each in templates.offered()}


def test_what_is_missing_is_told_beside_its_field(templates: PlanTemplates) -> None:
    ready = templates.all()[0]
    with pytest.raises(Invalid) as caught:
        templates.add_goal(ready.id, TemplateGoalDraft(LifeArea.HOME, " ", ""))
    assert {each.field for each in caught.value.problems} == {"words", "need"}
    goal = ready.goals[0].id
    for draft, field in (
        (TemplateMeasureDraft(""), "words"),
        (TemplateMeasureDraft("Noe", due_after=-1), "due_after"),
        (TemplateMeasureDraft("Noe", due_after=3661), "due_after"),
    ):
        with pytest.raises(Invalid) as caught:
            templates.add_measure(goal, draft)
        assert [each.field for each in caught.value.problems] == [field]
    with pytest.raises(Invalid):
        templates.add(ready.name.upper())


def test_other_words_are_kept_and_no_change_is_no_event(templates: PlanTemplates) -> None:
    ready = templates.all()[0]
    goal, measure = ready.goals[0], ready.goals[0].measures[0]
    templates.change_goal(goal.id, goal.draft)
    templates.change_measure(measure.id, measure.draft)
    templates.rename(ready.id, ready.name)
    templates.rename(ready.id, "Husleie")
    templates.change_goal(goal.id, GOAL)
    templates.change_measure(measure.id, CAFE)
    now = templates.get(ready.id)
    assert (now.name, now.goals[0].draft) == ("Husleie", GOAL)
    assert now.goals[0].measures[0].draft == CAFE
