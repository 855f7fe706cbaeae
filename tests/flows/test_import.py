"""The first morning: the municipality's own sheets become a register, by the window's buttons."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.app.transfer import sheets
from ui.kit import start
from ui.kit.jobs import Jobs
from ui.kit.palette import Scheme
from ui.main_window import OfficeView
from ui.navigation import PageId, Place
from ui.transfer.page import CONTROL, READING, RESULT, SheetImportPage


@pytest.fixture
def view(office: Office, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> OfficeView:
    """The window's inside over an empty register, dressed, with settings of its own."""
    start.dress(qapp, Scheme.LIGHT)
    QCoreApplication.setOrganizationName("husrom-test")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    folder = str(tmp_path / "settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    made = OfficeView(office, Jobs())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def the_page(view: OfficeView, task: str) -> SheetImportPage:
    """The import, begun as from a list's button."""
    view.go(Place(PageId.SHEET_IMPORT, task=task))
    page = view.shell.page(PageId.SHEET_IMPORT.value)
    assert isinstance(page, SheetImportPage)
    return page


def press_on(page: SheetImportPage) -> None:
    """The one primary button."""
    assert page.footer.on is not None
    page.footer.on.click()


def read(page: SheetImportPage, path: Path, wait: Callable[..., None]) -> None:
    """Choose the file; the child process reads it."""
    page.file.take(path)
    wait(lambda: page.step == READING, timeout=30_000)


def test_both_sheets_become_a_register_and_one_step_takes_one_out(
    view: OfficeView, office: Office, qtbot: QtBot
) -> None:
    page = the_page(view, "dwellings")
    read(page, sheets.KOBO_SAMPLE, qtbot.waitUntil)
    press_on(page)
    assert page.step == CONTROL

    page.control.stand_on(36)
    radios = page.control.panel.findChildren(QRadioButton)
    next(each for each in radios if each.text() == "8\u00a0250\u00a0kr").click()
    button = page.control.panel.apply_button
    assert button is not None
    button.click()
    press_on(page)
    assert page.step == RESULT
    assert (len(office.dwellings.rows()), len(office.leases.rows())) == (56, 31)

    page = the_page(view, "applicants")
    read(page, sheets.WAITING_SAMPLE, qtbot.waitUntil)
    press_on(page)
    press_on(page)
    assert page.step == RESULT
    assert len(office.allocation.waiting_list()) == 38

    view.undo()
    assert (len(office.applications.rows()), len(office.dwellings.rows())) == (0, 56)
    assert page.step == CONTROL  # the lines stand ready to be taken in again

    press_on(page)
    assert len(office.applications.rows()) == 38
    page = the_page(view, "dwellings")
    read(page, sheets.KOBO_SAMPLE, qtbot.waitUntil)
    press_on(page)
    assert page.session.checked is not None
    assert page.session.checked.counts.taken == 0
    assert page.session.checked.counts.doubles == 57 - 1
    assert page.footer.on is not None
    assert not page.footer.on.isEnabled()
