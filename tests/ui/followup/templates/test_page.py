"""«Maler for plan»: seen, filled and changed on the page."""

import pytest
from pytestqt.qtbot import QtBot

from app.followup.model import LifeArea, MeasureKind
from app.office import Office
from tests.ui.walker import spoken_tree
from ui.followup.templates.dialogs import OUT, OWN
from ui.followup.templates.page import PlanTemplatesPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> PlanTemplatesPage:
    """The page in sight, made anew after every change."""
    made = PlanTemplatesPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1100, 800)
    made.show()
    made.refresh()
    return made


def spoken(page: PlanTemplatesPage) -> str:
    return spoken_tree(page)


def test_the_first_ready_one_is_told_with_goal_need_and_measures(page: PlanTemplatesPage) -> None:
    told = spoken(page)
    for words in (
        "Orden på husleien",
        "Jeg vil ha orden på husleien.",
        "Husleien blir betalt for sent.",
        "Frivillig trekk av husleien",
        "gjøres av Nav",
        "gjøres av personen selv",
    ):
        assert words in told


def test_a_new_one_is_filled_by_dialogs(page: PlanTemplatesPage, office: Office) -> None:
    dialog = page.dialogs.new(page.show_template)
    dialog.form.set_values({"name": "Mer folk rundt seg"})
    assert dialog.attempt()
    (made,) = (each for each in office.plan_templates.all() if each.name == "Mer folk rundt seg")
    assert "Malen er tom" in spoken(page)
    dialog = page.dialogs.goal(made)
    assert not dialog.attempt()
    assert "Skriv behovet" in spoken_tree(dialog)
    dialog.form.set_values(
        {"words": "Jeg vil ut blant folk.", "need": "Er mye alene.", "area": LifeArea.NETWORK}
    )
    assert dialog.attempt()
    (goal,) = office.plan_templates.get(made.id).goals
    dialog = page.dialogs.measure(goal)
    dialog.form.field("kind").set_value(MeasureKind.ACTIVITY)
    dialog.form.field("kind").left.emit("kind")
    dialog.form.set_values({"unit": OWN, "due_after": 14})
    assert dialog.attempt()
    told = spoken(page)
    assert "Aktivitet på dagtid" in told
    assert "innen 14\u00a0dager" in told


def test_a_measure_and_a_goal_are_taken_out_and_the_template_put_away(
    page: PlanTemplatesPage, office: Office
) -> None:
    template = office.plan_templates.all()[0]
    goal = template.goals[0]
    dialog = page.dialogs.measure(goal, goal.measures[0])
    dialog.form.set_values({OUT: True})
    assert dialog.attempt()
    assert "Frivillig trekk av husleien" not in spoken(page)
    dialog = page.dialogs.goal(template, template.goals[1])
    dialog.form.set_values({OUT: True})
    assert dialog.attempt()
    assert len(office.plan_templates.get(template.id).goals) == 1
    page._put(office.plan_templates.get(template.id))
    assert office.plan_templates.get(template.id) not in office.plan_templates.offered()
    page.show_template(template.id)
    assert "Malen er lagt bort" in spoken(page)
