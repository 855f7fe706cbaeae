"""What the tests of each part of follow-up need: the page of one person."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.ui.sight import in_sight, wishes_of
from ui.followup.person import PersonFollowupPage
from ui.navigation import Place


@pytest.fixture
def page(
    qtbot: QtBot, office: Office, went: list[Place], told: list[str]
) -> Iterator[PersonFollowupPage]:
    """The page of one person, in sight."""
    with in_sight(PersonFollowupPage, office, qtbot) as made:
        wishes_of(made.navigator, went, told)
        yield made
