"""A goal with its need and first measure is one act (D18, P9)."""

import pytest

from app.core.errors import Invalid
from app.followup.model import LifeArea, MeasureDraft, MeasureKind
from app.followup.plans.model import GoalDraft
from app.office import Office
from tests.factories import registered_person

GOAL = GoalDraft(LifeArea.HOME, "Jeg vil bli boende")


def test_d18_goal_need_and_measure_hang_together_and_are_undone_together(office: Office) -> None:
    person = registered_person(office)
    first = MeasureDraft("Vi møtes hver tirsdag", "Ane", kind=MeasureKind.HOME_VISIT)
    made = office.goal_making.add(person, GOAL, "Mister oversikten", first)
    (need,) = office.plans.needs(person)
    (goal,) = office.plans.goals(person)
    (measure,) = office.followup.measures(person)
    assert (goal.id, goal.draft.need, measure.draft.goal) == (made, need.id, made)
    office.history.undo()
    assert not office.plans.goals(person)
    assert not office.plans.needs(person)
    assert not office.followup.measures(person)


def test_doc_09_a_goal_without_a_need_and_a_measure_without_an_owner_are_told_apart(
    office: Office,
) -> None:
    person = registered_person(office)
    with pytest.raises(Invalid) as refused:
        office.goal_making.add(person, GOAL, "", MeasureDraft("Besøk"))
    told = {(each.field, each.code) for each in refused.value.problems}
    assert told == {
        ("need", "goal_without_need"),
        ("measure_responsible", "measure_responsible_missing"),
    }
    assert not office.plans.goals(person)
