"""From I dag to the calendar and to the stand-in's paper, and back, in the window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from ui.kit.jobs import Jobs
from ui.main_window import OfficeView
from ui.navigation import PageId, Place


@pytest.fixture
def view(qtbot: QtBot, office: Office) -> Iterator[OfficeView]:
    """The open register in its window."""
    view = OfficeView(office, Jobs())
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    yield view
    view.leave()


@pytest.mark.parametrize("page", [PageId.CALENDAR, PageId.HANDOVER])
def test_a_row_under_i_dag_leads_there_and_i_dag_leads_back(view: OfficeView, page: PageId) -> None:
    view.go(Place(PageId.TODAY))
    sidebar = view.shell.sidebar
    assert list(sidebar.filter_buttons) == [PageId.CALENDAR.value, PageId.HANDOVER.value]
    assert sidebar.filter_key == ""
    sidebar.filter_buttons[page.value].click()
    assert view.place.page is page
    assert sidebar.filter_key == page.value, "the row says where one is"
    sidebar.buttons[PageId.TODAY.value].click()
    assert view.place.page is PageId.TODAY
    view.go_back()
    assert view.place.page is page
