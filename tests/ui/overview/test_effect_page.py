"""«Nivåbevegelser»: the picture, its table and its groups tell the same (E2, E5)."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.followup.levels.model import HelpLevel
from app.office import Office
from tests.factories import registered_person
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.overview import effect_page
from ui.overview.effect_page import EffectPage

TODAY = date(2026, 11, 23)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> EffectPage:
    """Two at level 3 since January; one moved inwards in June, and one came in October."""
    people = [registered_person(office, national_id="", given_name=name) for name in "ABC"]
    for person in people[:2]:
        office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Avtalt", date(2026, 1, 10))
    office.levels.set(people[0], HelpLevel.ADVICE, "Går bra", date(2026, 6, 15))
    office.levels.set(people[2], HelpLevel.ADVICE, "Ny", date(2026, 10, 20))
    navigator = Navigator(Jobs())
    made = EffectPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def _rows(page: EffectPage) -> list[tuple[object, int]]:
    model = page.table.model
    return [(model.record(at).start, model.record(at).total) for at in range(model.rowCount())]


def test_the_last_half_year_is_shown(page: EffectPage) -> None:
    """E2: rows sum to those at the start."""
    assert (page.first, page.last) == (date(2026, 5, 24), TODAY)
    assert _rows(page) == [(HelpLevel.SUPPORT_AND_SERVICES, 2), (None, 1)]
    assert page.effect.moves.inwards == 1
    assert unnamed_focusables(page) == []


def test_the_picture_says_its_finding_in_words(page: EffectPage) -> None:
    said = page.target.accessibleDescription()
    assert said == "1 fikk mindre støtte, 0 fikk mer, 1 er på samme nivå, og 1 kom til."
    assert page.told.text() == "1\u00a0person har mindre støtte enn 24.05.2026"
    assert page.header.title == "Nivåbevegelser"


def test_a_ready_period_is_one_click(page: EffectPage) -> None:
    page.ready.chosen.emit("quarter")
    assert (page.first, page.last) == (date(2026, 10, 1), TODAY)
    assert page.effect.moves.inwards == 0
    page.ready.chosen.emit("year")
    assert page.first == date(2026, 1, 1)
    assert page.effect.moves.new == 3


def test_two_other_days_are_asked_for(page: EffectPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"first": date(2026, 6, 1), "last": date(2026, 5, 1)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    assert page.last == TODAY
    dialog.form.set_values({"first": date(2026, 6, 1), "last": date(2026, 7, 1)})
    dialog.verb_button.click()
    assert (page.effect.first, page.effect.last) == (date(2026, 6, 1), date(2026, 7, 1))
    assert page.effect.moves.new == 0


def test_the_report_is_read_and_the_table_exported(
    page: EffectPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = page.show_paper()
    assert dialog is not None
    dialog.reject()
    path = tmp_path / "effekt.xlsx"
    monkeypatch.setattr("ui.navigation.ask_where", lambda *_: path)
    page.export_button.click()
    assert path.exists()


def test_with_no_levels_it_says_the_next_step(qtbot: QtBot, office: Office) -> None:
    made = effect_page.EffectPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.refresh()
    assert not made.print_button.isEnabled()
    assert made.print_button.toolTip()
