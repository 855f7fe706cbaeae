"""I dag on a real register, in a window of its own."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, Place
from ui.today.page import TodayPage


@pytest.fixture
def copied(office: Office, tmp_path: Path) -> Office:
    """The office with a copy outside the machine, so that only cases need someone."""
    outside = tmp_path / "minnepinne"
    outside.mkdir()
    office.safekeeping.set_outside(str(outside))
    office.back_up()
    return office


@pytest.fixture
def went() -> list[Place]:
    """Where the page asked to go."""
    places: list[Place] = []
    return places


@pytest.fixture
def page(qtbot: QtBot, copied: Office, went: list[Place]) -> TodayPage:
    """The page, as seen in a wide window."""
    navigator = Navigator(Jobs())
    navigator.wanted.connect(went.append)
    made = TodayPage(copied, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    copied.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made
