"""«Regler for tildeling»: typed, seen through, adopted; nothing holds before that."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.allocation.rulesets.content import KEYS
from app.allocation.rulesets.model import RankingMode, RuleSet
from app.applications.model import ApplicationDraft, TargetGroup
from app.office import Office
from tests.factories import registered_person
from tests.ui import walker
from ui.allocation.rulesets.form import RuleSetForm
from ui.allocation.rulesets.page import RuleSetPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> RuleSetPage:
    """The page in a wide window, with one who waits for an answer."""
    received = office.clock.today() - timedelta(days=4)
    office.applications.register(
        ApplicationDraft(applicant=registered_person(office), received_on=received)
    )
    navigator = Navigator(Jobs())
    made = RuleSetPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def adopt(page: RuleSetPage) -> None:
    """Fill the dialog and take the rules into use."""
    dialog = page.adopt()
    assert dialog is not None
    dialog.form.set_values(
        {"name": "Regler 2026", "case_number": "41/26", "adopted_by": "Kommunestyret"}
    )
    dialog.verb_button.click()


def test_every_key_of_a_rule_set_has_a_place_on_the_form(qtbot: QtBot) -> None:
    form = RuleSetForm()
    qtbot.addWidget(form)
    assert set(KEYS) - {*form.names, "groups"} == set()


@pytest.mark.parametrize("name", ["small", "strict_residence", "income_in_g"])
def test_what_is_shown_is_what_is_read_back(qtbot: QtBot, office: Office, name: str) -> None:
    form = RuleSetForm()
    qtbot.addWidget(form)
    rules = next(each.rules for each in office.rule_sets.ready() if each.name == name)
    form.show_rules(rules)
    assert form.rules() == rules


def test_a_change_tells_the_keys_and_who_it_is_for_and_saves_nothing(
    page: RuleSetPage, office: Office
) -> None:
    page.form.set_groups((TargetGroup.HOMELESS,))
    page.form.set_values({"residence_months": 36})
    page.judge()
    assert "residence_months" in {row.key for row in page.panel.keys.rows}
    assert "1\N{NO-BREAK SPACE}sak uten vedtak" in page.panel.told.text()
    assert not office.rule_sets.in_force().adopted
    assert office.rule_sets.in_force().rules.residence_months == 24


def test_rules_are_adopted_with_case_and_body_and_can_be_taken_back(
    page: RuleSetPage, office: Office
) -> None:
    page.form.set_groups((TargetGroup.REFUGEE, TargetGroup.HOMELESS))
    page.form.set_values({"offer_answer_days": 5})
    page.judge()
    adopt(page)
    page.refresh()
    now = office.rule_sets.in_force()
    assert (now.rules.offer_answer_days, now.case_number) == (5, "41/26")
    assert "Kommunestyret" in page.header.subtitle
    assert not page.adopt_button.isEnabled()
    office.history.undo()
    page.refresh()
    assert not office.rule_sets.in_force().adopted


def test_what_is_wrong_stands_beside_its_field_and_is_not_adopted(page: RuleSetPage) -> None:
    page.form.set_values({"ranking": RankingMode.ORDERED_GROUPS, "quarantine_months": 40})
    page.judge()
    assert "quarantine_months" in {each.field for each in page.form.problems}
    assert page.adopt() is None


def test_a_ready_set_is_filled_in_and_holds_nowhere_yet(page: RuleSetPage, office: Office) -> None:
    dialog = page.begin_with()
    dialog.form.set_values({"ready": "strict_residence"})
    dialog.verb_button.click()
    assert page.form.rules() != RuleSet()
    assert not office.rule_sets.in_force().adopted


def test_the_guidelines_are_shown_as_they_would_be_adopted(page: RuleSetPage) -> None:
    page.form.set_groups((TargetGroup.HOMELESS,))
    page.judge()
    assert len(page.show_guidelines().views) == 1


def test_everything_has_a_name(page: RuleSetPage) -> None:
    for fold in page.form.folds:
        fold.set_open(opened=True)
    assert walker.unnamed_focusables(page) == []
    assert walker.roleless_focusables(page) == []
    assert walker.rich_labels(page) == []
    assert walker.silent_icon_buttons(page) == []
