"""What the tests of cases need: where it led and what was told."""

import pytest

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
