"""No part of a page is ever a window of its own: it would flash, and take the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId, Ref
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from ui.kit.jobs import Jobs
from ui.leases.parts import PARTS
from ui.main_window import OfficeView
from ui.navigation import PageId, Place
from ui.pages import PAGES


class Windows(QObject):
    """Writes down every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} «{watched.accessibleName()}»")
        return False


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """Signed today."""
    desk = LeaseDesk(office)
    lease = desk.prepared()
    desk.leases.issue(lease)
    desk.leases.signed(lease, office.clock.today())
    return lease


@pytest.fixture
def view(qtbot: QtBot, office: Office, lease: LeaseId) -> Iterator[OfficeView]:
    """The open register in its window."""
    view = OfficeView(office, Jobs())
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    yield view
    view.leave()


def test_walking_through_every_page_and_part_opens_no_window(
    view: OfficeView, lease: LeaseId, dressed: QApplication
) -> None:
    windows = Windows()
    dressed.installEventFilter(windows)
    places = [Place(spec.page) for spec in PAGES if spec.page is not PageId.LEASE]
    places += [Place(PageId.LEASE, Ref("lease", lease), spec.task) for spec in PARTS]
    for place in places:
        view.go(place)
        dressed.processEvents()
        assert windows.shown == [], place
    dressed.removeEventFilter(windows)
