"""Every screen test runs dressed, offscreen, with its own settings, and no Qt warning may pass."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QSettings,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from tests.ui.sight import wishes_of
from ui.kit import palette, start
from ui.kit.jobs import Jobs
from ui.kit.palette import Scheme
from ui.navigation import Navigator, Place

_TOLERATED = ("propagateSizeHints", "This plugin does not support")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """pytest-qt makes this application once."""
    return QApplication


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with our fonts, style, colours and texts."""
    start.dress(qapp, Scheme.LIGHT)
    return qapp


@pytest.fixture(scope="module", autouse=True)
def _all_looked_through() -> Iterator[None]:
    """Once for each file, also what its own fixtures left in circles."""
    yield
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _taken_down(dressed: QApplication) -> Iterator[None]:
    """What a test closed is gone before the next: Qt would keep it until somebody waits.

    As in the program, a job's thread never looks for garbage (`ui.kit.sweeping`). What was there
    before the test is not looked through again after each: that took more than the tests did.
    """
    gc.disable()
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    QCoreApplication.setOrganizationName("husrom-test")
    QCoreApplication.setApplicationName("husrom-test")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _light(dressed: QApplication) -> Iterator[None]:
    """Each test starts and leaves in the light scheme."""
    yield
    if palette.current() is not Scheme.LIGHT:
        palette.apply(dressed, Scheme.LIGHT)


@pytest.fixture(autouse=True)
def qt_warnings(dressed: QApplication) -> Iterator[list[str]]:
    """What Qt complains about; anything left at the end fails the test."""
    said: list[str] = []

    def keep(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(word in message for word in _TOLERATED):
            said.append(message)

    before = qInstallMessageHandler(keep)
    yield said
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(autouse=True)
def _nothing_in_the_way(dressed: QApplication) -> Iterator[None]:
    """A dialog or menu left open by one test would keep the keyboard from the next."""
    yield
    for find in (QApplication.activePopupWidget, QApplication.activeModalWidget):
        for _ in range(5):
            found = find()
            if found is None:
                break
            found.close()


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
    return wishes_of(Navigator(Jobs()), went, told)
