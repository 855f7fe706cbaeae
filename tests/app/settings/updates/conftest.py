"""A publisher, a memory stick, and the program that knows the publisher's key."""

from pathlib import Path

import pytest

from app.settings.updates.model import MachineSystem
from app.settings.updates.service import Updates
from tests.app.settings.updates.publisher import Publisher


@pytest.fixture
def publisher() -> Publisher:
    return Publisher()


@pytest.fixture
def stick(publisher: Publisher, tmp_path: Path) -> Path:
    """A newer version with everything that belongs to it."""
    return publisher.give_out(tmp_path / "minnepinne")


@pytest.fixture
def public(publisher: Publisher, tmp_path: Path) -> Path:
    """The public half of its key, as a build gets it."""
    path = tmp_path / "update.pub"
    path.write_bytes(publisher.public)
    return path


@pytest.fixture
def updates(public: Path) -> Updates:
    """As on a Windows machine."""
    return Updates(public, MachineSystem.WINDOWS)
