"""«Utkastelser år for år»: the table, the chosen year in words, and the report to print."""

import pytest
from pytestqt.qtbot import QtBot

from app.evictions.model import EvictionOutcome
from app.office import Office
from tests.app.evictions.desk import open_case
from tests.ui.walker import rich_labels, unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.overview.eviction_report_page import EvictionReportPage


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> EvictionReportPage:
    """The page as it opens."""
    navigator = Navigator(Jobs())
    made = EvictionReportPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def test_the_year_is_told_in_numbers_and_words(page: EvictionReportPage, office: Office) -> None:
    case = open_case(office)
    office.eviction_cases.close(case, EvictionOutcome.PAID, "Nav betalte")
    page.refresh()
    model = page.table.model
    said = [column.text(model.record(0)) for column in model.columns]
    assert said[:2] == ["2026", "1"]
    assert "100 %" in said
    assert "1\u00a0ny sak i 2026, boligen beholdt i 1 av 1" in page.header.subtitle
    assert page.show_paper() is not None
    assert unnamed_focusables(page) == []
    assert rich_labels(page) == []


def test_without_a_case_nothing_can_be_printed(page: EvictionReportPage) -> None:
    page.refresh()
    assert page.table.model.rowCount() == 0
    assert not page.print_button.isEnabled()
    assert page.print_button.toolTip()
