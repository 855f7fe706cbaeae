"""«Maler for plan»: seen, filled and changed on the page."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.followup.model import LifeArea, MeasureKind
from app.office import Office
from tests.ui.walker import spoken_tree
from ui.followup.templates.dialogs import OUT, OWN
from ui.followup.templates.page import PlanTemplatesPage
from ui.kit.jobs import Jobs
from ui.kit.list import RowList
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


def rows(page: PlanTemplatesPage) -> list[str]:
    """What the measures in sight are called and say."""
    QApplication.processEvents()
    lists = [each for each in page.findChildren(RowList) if each.isVisible()]
    return [text for each in lists for row in each.rows for text in (row.title, row.why)]


def spoken(page: PlanTemplatesPage) -> str:
    """What the page says beside them."""
    return spoken_tree(page)


def test_the_first_ready_one_is_told_with_goal_need_and_measures(page: PlanTemplatesPage) -> None:
    told = spoken(page)
    assert "«Jeg vil ha orden på husleien.»" in told
    assert "Økonomi · Behov: Husleien blir betalt for sent." in told
    assert "Frivillig trekk av husleien" in rows(page)
    assert "Gjøres av personen selv" in rows(page)
    assert any("gjøres av Nav · innen 30\u00a0dager" in row for row in rows(page))


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
    assert rows(page) == ["Aktivitet på dagtid", "Gjøres av personen selv · innen 14\u00a0dager"]


def test_a_measure_and_a_goal_are_taken_out_and_the_template_put_away(
    page: PlanTemplatesPage, office: Office
) -> None:
    template = office.plan_templates.all()[0]
    goal = template.goals[0]
    dialog = page.dialogs.measure(goal, goal.measures[0])
    dialog.form.set_values({OUT: True})
    assert dialog.attempt()
    assert "Frivillig trekk av husleien" not in rows(page)
    dialog = page.dialogs.goal(template, template.goals[1])
    dialog.form.set_values({OUT: True})
    assert dialog.attempt()
    assert len(office.plan_templates.get(template.id).goals) == 1
    page._put(office.plan_templates.get(template.id))
    assert office.plan_templates.get(template.id) not in office.plan_templates.offered()
    page.show_template(template.id)
    assert "Malen er lagt bort" in spoken(page)
