"""The pages here count beside the screen; a test waits for the numbers, however busy it is."""

import pytest

from ui.overview import counting


@pytest.fixture(autouse=True)
def _counted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "AT_ONCE_MS", 60_000)
