"""What the tests of each part about unpaid rent need: a tenancy, and the page."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId
from app.office import Office
from tests.app.arrears.desk import tenancy
from tests.ui.sight import in_sight, wishes_of
from ui.arrears.tenancy import TenancyArrearsPage
from ui.navigation import Place


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """A tenancy that runs, at 8 000 kroner."""
    return tenancy(office)


@pytest.fixture
def page(
    qtbot: QtBot, office: Office, went: list[Place], told: list[str]
) -> Iterator[TenancyArrearsPage]:
    """The page of one tenancy, in sight."""
    with in_sight(TenancyArrearsPage, office, qtbot) as made:
        wishes_of(made.navigator, went, told)
        yield made
