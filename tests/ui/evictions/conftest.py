"""What the tests of each part of a case need: the page of one case."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.ui.sight import in_sight, wishes_of
from ui.evictions.case import EvictionPage
from ui.navigation import Place


@pytest.fixture
def page(
    qtbot: QtBot, office: Office, went: list[Place], told: list[str]
) -> Iterator[EvictionPage]:
    """The page of one case, in sight."""
    with in_sight(EvictionPage, office, qtbot, (1046, 760)) as made:
        wishes_of(made.navigator, went, told)
        yield made
