"""What the tests of each part of follow-up need: where it led, what was told, the page itself."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from ui.followup.person import PersonFollowupPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, Place


@pytest.fixture
def went() -> list[Place]:
    """Where the part led."""
    return []


@pytest.fixture
def told() -> list[str]:
    """What the toasts said."""
    return []


@pytest.fixture
def navigator(went: list[Place], told: list[str]) -> Navigator:
    """Notes what is wished."""
    made = Navigator(Jobs())
    made.wanted.connect(went.append)
    made.told.connect(lambda words, _undo: told.append(words))
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Office, told: list[str]) -> Iterator[PersonFollowupPage]:
    """The page of one person, in sight; what is wished is followed there."""
    navigator = Navigator(Jobs())
    made = PersonFollowupPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(made.show_place)
    navigator.told.connect(lambda words, _undo: told.append(words))
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()
