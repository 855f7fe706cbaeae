"""The page on a real register, without the window around it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.applications.desk import Heard
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
