"""The two samples, read once."""

import pytest

from app.transfer.reader import read_sheet
from app.transfer.sheet import Sheet
from tests.app.transfer import sheets


@pytest.fixture(scope="session")
def kobo() -> Sheet:
    """The sample of dwellings."""
    return read_sheet(sheets.KOBO_SAMPLE)


@pytest.fixture(scope="session")
def waiting() -> Sheet:
    """The sample of applicants."""
    return read_sheet(sheets.WAITING_SAMPLE)
