"""The household card, in sight."""

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from ui.household.page import HouseholdPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> HouseholdPage:
    """The page, in sight; what it does to the register comes back to it."""
    made = HouseholdPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1040, 760)
    made.show()
    office.listen(made.learn)
    return made


@pytest.fixture
def told(page: HouseholdPage) -> list[tuple[str, bool]]:
    said: list[tuple[str, bool]] = []
    page.navigator.told.connect(lambda words, undo: said.append((words, undo)))
    return said
