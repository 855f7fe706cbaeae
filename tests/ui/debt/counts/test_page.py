"""The waiting times of a day that is chosen, and of the months before it."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.app.debt.desk import asked
from tests.factories import a_person
from tests.ui.applications.desk import seen
from tests.ui.walker import unnamed_focusables
from ui.debt.counts.page import DebtCountsPage
from ui.navigation import Navigator


@pytest.fixture
def page(qtbot: QtBot, office: Office, navigator: Navigator) -> DebtCountsPage:
    for place, days in enumerate((3, 40, 120)):
        person = office.people.register(
            a_person(family_name=f"Test{place}", national_id="", address=None)
        )
        asked(office, person, days)
    made = DebtCountsPage(office, navigator)
    qtbot.addWidget(made)
    made.resize(1046, 700)
    made.show()
    made.refresh()
    return made


def words(page: DebtCountsPage) -> str:
    return seen(page).replace("\u00a0", " ")


def test_today_stands_there_first(page: DebtCountsPage) -> None:
    assert page.header.subtitle == "3 i kø 23.11.2026, 3 uten vedtak"
    assert "40 dager" in words(page)
    assert "1 uten vedtak" in words(page)
    assert "Over 90 dager" in words(page)


def test_another_day_is_as_it_was_then(page: DebtCountsPage, office: Office) -> None:
    page.on.set_value(office.clock.today() - timedelta(days=30))
    page.on.left.emit("on")
    assert page.header.subtitle == "2 i kø 24.10.2026, 2 uten vedtak"


def test_a_day_ahead_is_told_and_counts_as_today(page: DebtCountsPage, office: Office) -> None:
    page.on.set_value(office.clock.today() + timedelta(days=2))
    page.on.left.emit("on")
    assert page.count.on == office.clock.today()
    assert "Dagen har ikke vært ennå" in words(page)


def test_a_month_is_opened_by_its_row(page: DebtCountsPage, office: Office) -> None:
    month = office.debt_waiting.months(office.clock.today())[1]
    page.table.opened.emit(month)
    assert page.count == month


def test_the_table_names_nobody(page: DebtCountsPage) -> None:
    rows = page.table.seen().values
    assert len(rows) == 12
    assert not any("Test" in str(cell) for row in rows for cell in row)


def test_everything_on_the_page_has_a_name(page: DebtCountsPage) -> None:
    assert unnamed_focusables(page) == []
