"""So many applications that they are read a page at a time: same page, one order, still found."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.applications.model import ApplicationDraft, ApplicationState
from app.office import Office
from tests.factories import registered_person
from ui.applications import page as page_module
from ui.applications.page import ApplicationsPage
from ui.kit.filters import SearchField
from ui.kit.jobs import Jobs
from ui.kit.models import IdWindowModel, RecordModel
from ui.navigation import Navigator, PageId, Place

S = ApplicationState


@pytest.fixture
def page(qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch) -> ApplicationsPage:
    """The list where two are many: three withdrawn, one that waits."""
    monkeypatch.setattr(page_module, "LONG", 1)
    today = office.clock.today()
    for serial, name in enumerate(("Even", "Odd", "Siv", "Roar")):
        draft = ApplicationDraft(
            applicant=registered_person(office, given_name=name, national_id=""),
            received_on=today - timedelta(days=serial * 30),
        )
        application = office.applications.register(draft)
        if name != "Roar":
            office.applications.take(application, S.WITHDRAWN, today, "Fant bolig selv.")
    navigator = Navigator(Jobs())
    made = ApplicationsPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def names(page: ApplicationsPage) -> list[str]:
    model = page.table.model
    return [model.record(row).row.name.split()[0] for row in range(model.rowCount())]


def test_the_open_ones_are_read_whole_and_the_closed_a_page_at_a_time(
    page: ApplicationsPage,
) -> None:
    assert isinstance(page.table.model, RecordModel)
    assert names(page) == ["Roar"]
    page.show_place(Place(PageId.APPLICATIONS, task="closed"))
    page.reload()
    assert isinstance(page.table.model, IdWindowModel)
    assert names(page) == ["Even", "Odd", "Siv"]


def test_all_begins_with_the_unanswered_and_turns_by_the_day_received(
    page: ApplicationsPage,
) -> None:
    page.show_place(Place(PageId.APPLICATIONS, task="all"))
    page.reload()
    assert names(page) == ["Roar", "Even", "Odd", "Siv"]
    page.table.sort("received")
    assert names(page) == ["Siv", "Odd", "Even", "Roar"]


def test_one_is_found_by_name_in_a_long_list(qtbot: QtBot, page: ApplicationsPage) -> None:
    page.show_place(Place(PageId.APPLICATIONS, task="closed"))
    page.reload()
    (search,) = page.findChildren(SearchField)
    with qtbot.waitSignal(page.filters.changed):
        search.setText("odd")
    assert names(page) == ["Odd"]
