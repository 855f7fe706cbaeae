"""The page of billers' lists on a register with some tenancies."""

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from ui.arrears.biller_list.page import BillerListPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, Place


class ListDesk:
    """The page with what it asked the window for."""

    def __init__(self, page: BillerListPage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot
        self.places: list[Place] = []
        self.failures: list[object] = []
        page.navigator.wanted.connect(self.places.append)
        page.navigator.failed.connect(self.failures.append)


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> ListDesk:
    """The page, shown wide."""
    page = BillerListPage(office, Navigator(Jobs()))
    qtbot.addWidget(page)
    office.listen(page.learn)
    page.resize(1100, 760)
    page.show()
    page.refresh()
    return ListDesk(page, qtbot)
