"""A town for the stories of leases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.town import Town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A machine where nothing was, after the first run."""
    made = Town.founded(tmp_path)
    yield made
    made.end()
