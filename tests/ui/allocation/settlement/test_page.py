"""«Bosetting»: the year's number, who comes, and the forecast."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.allocation.settlement.model import SettlementState
from app.core.ids import ApplicationId
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.factories import registered_dwelling
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.allocation.settlement.page import SettlementPage
from ui.navigation import Navigator, PageId

TODAY = date(2026, 11, 23)


@pytest.fixture
def page(office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot) -> SettlementPage:
    """The page, seen."""
    made = SettlementPage(office, navigator)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1240, 760)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def application(office: Office) -> ApplicationId:
    """One who asks."""
    return office.applications.register(a_new_application(bedrooms=2))


def test_the_year_begins_without_a_number(page: SettlementPage) -> None:
    assert "Ikke satt" in seen(page)
    assert "Ingen bosettinger er avtalt" in seen(page)
    assert walker.unnamed_focusables(page) == []
    assert walker.roleless_focusables(page) == []
    assert walker.rich_labels(page) == []


def test_the_number_is_set_with_its_source(page: SettlementPage, office: Office) -> None:
    dialog = page.dialogs.quota(2026)
    assert not dialog.attempt()
    dialog.form.set_values({"persons": 20, "source": "sak 41/26"})
    assert dialog.attempt()
    assert "20 personer (sak 41/26)" in seen(page)
    assert office.settlements.year(2026).left == 20


def test_a_household_is_agreed_expected_and_settled(
    page: SettlementPage, office: Office, application: ApplicationId
) -> None:
    dialog = page.dialogs.agree(2026)
    assert not dialog.attempt()
    dialog.form.set_values(
        {"application": application, "persons": 4, "expected_on": date(2027, 1, 15)}
    )
    assert dialog.attempt()
    (row,) = office.settlements.rows()
    page.table.select(row.settlement.id)
    assert page.settled_button.isEnabled()
    later = page.dialogs.expected(row)
    later.form.set_values({"day": date(2027, 2, 1)})
    assert later.attempt()
    assert page.dialogs.settled(row).attempt()
    (row,) = office.settlements.rows()
    assert row.settlement.state is SettlementState.SETTLED
    assert not page.settled_button.isEnabled()


def test_a_settlement_can_fall_away(
    page: SettlementPage, office: Office, application: ApplicationId
) -> None:
    dialog = page.dialogs.agree(2026)
    dialog.form.set_values({"application": application, "persons": 4})
    assert dialog.attempt()
    (row,) = office.settlements.rows()
    assert page.dialogs.cancelled(row).attempt()
    assert office.settlements.year(2026).agreed == 0


def test_the_forecast_lists_the_dwelling_and_opens_it(
    page: SettlementPage, office: Office, heard: Heard
) -> None:
    dwelling = registered_dwelling(office)
    page.refresh()
    assert "1\xa0bolig er eller kan bli ledig" in page.told.text()
    assert page.forecast.model.rowCount() == 1
    page.homes.activated_key.emit(int(dwelling))
    assert heard.places[-1].page is PageId.DWELLING
