"""The import page on an empty register, and the two samples."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.app.transfer import sheets
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.transfer.page import CONTROL, READING, SheetImportPage


class Desk:
    """The page with what it asked the window for."""

    def __init__(self, page: SheetImportPage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot
        self.places: list[Place] = []
        self.failures: list[object] = []
        self.told: list[str] = []
        page.navigator.wanted.connect(self.places.append)
        page.navigator.failed.connect(self.failures.append)
        page.navigator.told.connect(lambda words, _undo: self.told.append(words))

    def begin(self, task: str) -> None:
        """As from the list's button."""
        self.page.show_place(Place(PageId.SHEET_IMPORT, task=task))

    def read(self, path: Path) -> None:
        """Choose a file and wait until it is read or refused."""
        jobs = self.page.navigator.jobs
        self.page.file.take(path)
        self.qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)

    def control(self, task: str, path: Path) -> None:
        """Go on until the lines are seen."""
        self.begin(task)
        self.read(path)
        assert self.page.step == READING
        self.press_on()
        if self.page.step != CONTROL:
            self.press_on()
        assert self.page.step == CONTROL

    def press_on(self) -> None:
        """The primary button."""
        button = self.page.footer.on
        assert button is not None
        button.click()
        self.qtbot.waitUntil(lambda: not self.page.navigator.jobs.busy, timeout=60_000)

    def dwellings(self) -> None:
        """The sample of dwellings, checked."""
        self.control("dwellings", sheets.KOBO_SAMPLE)

    def applicants(self) -> None:
        """The sample of applicants, checked."""
        self.control("applicants", sheets.WAITING_SAMPLE)


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> Desk:
    """The page, shown wide."""
    page = SheetImportPage(office, Navigator(Jobs()))
    qtbot.addWidget(page)
    office.listen(page.learn)
    page.resize(1260, 760)
    page.show()
    page.refresh()
    return Desk(page, qtbot)
