"""«Ledighet og kostnad»: days and kroner without a tenant, for any period."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.core.money import Ore
from app.dwellings.model import DwellingStatus
from app.office import Office
from tests.factories import registered_dwelling
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.overview.vacancy_page import VacancyPage


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> VacancyPage:
    """One flat that was mended in September and October, and is ready since."""
    flat = registered_dwelling(
        office, status=DwellingStatus.MAINTENANCE, status_since=date(2026, 9, 1), rent=Ore(900_000)
    )
    office.dwellings.change_status(flat, DwellingStatus.READY, date(2026, 11, 1))
    navigator = Navigator(Jobs())
    made = VacancyPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def test_this_year_is_shown_by_cause_and_by_house(page: VacancyPage) -> None:
    assert [line.days for line in page.costs.lines] == [61, 23]
    names = [page.sums.model.record(at).name for at in range(page.sums.model.rowCount())]
    assert names == ["repair", "waiting_for_allocation"]
    page.by.set_value("building")
    page.by.chosen.emit("building")
    assert [page.sums.model.record(0).name] == ["Ødegårdsvegen 4"]


def test_another_period_is_asked_for(page: VacancyPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"first": date(2026, 9, 1), "last": date(2026, 9, 30)})
    dialog.verb_button.click()
    assert page.costs.total.amount == 900_000
    assert (page.first, page.last) == (date(2026, 9, 1), date(2026, 9, 30))


def test_a_period_turned_is_told_beside_its_field(page: VacancyPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"first": date(2026, 9, 30), "last": date(2026, 9, 1)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    assert page.last == date(2026, 11, 23)
    dialog.reject()


def test_a_line_opens_its_dwelling_and_the_list_can_be_printed(page: VacancyPage) -> None:
    heard: list[Place] = []
    page.navigator.wanted.connect(heard.append)
    line = page.costs.lines[0]
    page.table.opened.emit(line)
    assert heard[-1] == Place(PageId.DWELLING, Ref("dwelling", line.dwelling))
    dialog = page.show_paper()
    assert dialog is not None
    dialog.reject()
