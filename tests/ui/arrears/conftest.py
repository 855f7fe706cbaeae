"""What the tests of each part about unpaid rent need: where it led, what was told, the page."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId
from app.office import Office
from tests.app.arrears.desk import tenancy
from ui.arrears.tenancy import TenancyArrearsPage
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, Place


@pytest.fixture
def went() -> list[Place]:
    """Where the page led."""
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
def lease(office: Office) -> LeaseId:
    """A tenancy that runs, at 8 000 kroner."""
    return tenancy(office)


@pytest.fixture
def page(qtbot: QtBot, office: Office, told: list[str]) -> Iterator[TenancyArrearsPage]:
    """The page of one tenancy, in sight; what is wished is followed there."""
    navigator = Navigator(Jobs())
    made = TenancyArrearsPage(office, navigator)
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
