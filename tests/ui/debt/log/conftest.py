"""The page of one case of advice, in sight."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.ui.sight import in_sight, wishes_of
from ui.debt.case import DebtCasePage
from ui.navigation import Place


@pytest.fixture
def page(
    qtbot: QtBot, office: Office, went: list[Place], told: list[str]
) -> Iterator[DebtCasePage]:
    """The page of one case, in sight."""
    with in_sight(DebtCasePage, office, qtbot, (1046, 760)) as made:
        wishes_of(made.navigator, went, told)
        yield made
