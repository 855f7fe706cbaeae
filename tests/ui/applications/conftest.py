"""The pages of applications on a real register, without the window around them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.ui.applications.desk import Heard
from ui.applications.application_page import ApplicationPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator


@pytest.fixture
def navigator(qtbot: QtBot) -> Iterator[Navigator]:
    """A navigator of its own."""
    jobs = Jobs()
    yield Navigator(jobs)
    jobs.stop_all()


@pytest.fixture
def heard(navigator: Navigator) -> Heard:
    """What the page asked the window for."""
    return Heard(navigator)


@pytest.fixture
def page(
    dressed: QApplication, office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot
) -> ApplicationPage:
    """The page of one application, shown in a window of usual size."""
    made = ApplicationPage(office, navigator)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1240, 800)
    made.show()
    made.activateWindow()
    dressed.processEvents()
    return made
