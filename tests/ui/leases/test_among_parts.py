"""Among the parts of a lease by keyboard, and on into the part by Tab."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import LeaseId, Ref
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from ui.kit.buttons import Button
from ui.kit.jobs import Jobs
from ui.leases.lease import LeasePage
from ui.leases.parts import AGREEMENT, TERM
from ui.leases.standing import Standing
from ui.main_window import OfficeView
from ui.navigation import PageId, Place


@pytest.fixture
def made(desk: LeaseDesk, lease: LeaseId) -> LeaseId:
    """The lease, issued."""
    desk.office.leases.issue(lease)
    return lease


@pytest.fixture
def view(qtbot: QtBot, office: Office, made: LeaseId) -> Iterator[OfficeView]:
    """The open register in its window, on what was agreed."""
    window = OfficeView(office, Jobs())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.go(Place(PageId.LEASE, Ref("lease", made), AGREEMENT))
    yield window
    window.leave()


def standing(view: OfficeView) -> Standing:
    """What is shown of the lease."""
    page = view.shell.pages.currentWidget()
    assert isinstance(page, LeasePage)
    assert isinstance(page.view, Standing)
    return page.view


def held(view: OfficeView) -> QWidget:
    """What has the keyboard."""
    found = view.window().focusWidget()
    assert found is not None
    return found


def test_the_keyboard_stays_on_the_part_that_was_chosen(view: OfficeView, qtbot: QtBot) -> None:
    before = standing(view)
    before.parts.setFocus()
    names = [
        each for each in standing(view).parts.findChildren(Button) if each.text() == "Leietiden"
    ]
    names[0].click()
    qtbot.waitUntil(lambda: standing(view) is not before)
    assert standing(view).parts.value == TERM
    here = held(view)
    assert isinstance(here, Button)
    assert here.text() == "Leietiden"
    assert standing(view).parts.isAncestorOf(here)


def test_tab_goes_from_the_parts_into_the_part_and_not_to_its_history(view: OfficeView) -> None:
    shown = standing(view)
    shown.parts.setFocus()
    shown.parts.focusNextChild()
    while shown.parts.isAncestorOf(held(view)):
        shown.parts.focusNextChild()
    assert shown.part.isAncestorOf(held(view))


def test_the_arrow_goes_on_from_part_to_part(view: OfficeView, qtbot: QtBot) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    standing(view).parts.setFocus()
    for task in ("handover", "residents", "rent"):
        QTest.keyClick(held(view), Qt.Key.Key_Right)
        qtbot.waitUntil(lambda wanted=task: standing(view).shown.task == wanted)  # type: ignore[misc]  # asked at once
        assert held(view) is QApplication.focusWidget()


def test_keys_typed_ahead_go_to_the_part_that_is_to_be_shown(view: OfficeView) -> None:
    """The second arrow is pressed before the window has had time for anything."""
    standing(view).parts.setFocus()
    for _ in range(2):
        QTest.keyClick(held(view), Qt.Key.Key_Right)
    assert standing(view).shown.task == "residents"
    assert standing(view).parts.isAncestorOf(held(view))
    QTest.keyClick(held(view), Qt.Key.Key_Left)
    assert standing(view).shown.task == "handover"
