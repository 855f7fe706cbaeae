"""«Om Husrom» says how Qt is used, and opens the page for IT to be read, printed and saved."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.ui import walker
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.settings.about_cards import ForItDialog, qt_words
from ui.settings.about_part import AboutPart, licences


@pytest.fixture
def part(qtbot: QtBot, office: Office) -> AboutPart:
    """«Om Husrom», shown."""
    made = AboutPart(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.show()
    return made


def test_the_page_for_it_opens_by_keyboard(part: AboutPart) -> None:
    part.for_it.button.setFocus()
    QTest.keyClick(part.for_it.button, Qt.Key.Key_Space)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ForItDialog)
    assert walker.unnamed_focusables(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_it_is_saved_where_the_officer_says(
    qtbot: QtBot, part: AboutPart, office: Office, tmp_path: Path
) -> None:
    dialog = part.for_it.show_page()
    qtbot.addWidget(dialog)
    assert dialog.save_to(tmp_path / "it.pdf")
    with pypdfium2.PdfDocument(tmp_path / "it.pdf") as saved:
        text = "".join(each.get_textpage().get_text_range() for each in saved)
    assert "Argon2id" in text
    assert office.settings.profile.municipality not in text


def test_what_the_disk_refuses_is_told(qtbot: QtBot, part: AboutPart, tmp_path: Path) -> None:
    dialog = part.for_it.show_page()
    qtbot.addWidget(dialog)
    assert not dialog.save_to(tmp_path / "ikke" / "her.pdf")


def test_it_says_how_qt_is_used() -> None:
    said = qt_words()
    assert all(word in said for word in (qt_version, "LGPL-3.0", "byttes ut", "Kildekoden"))
    names = {path.stem for path in licences()}
    assert {"Qt-og-PySide6", "LGPL-3.0", "GPL-3.0"} <= names
