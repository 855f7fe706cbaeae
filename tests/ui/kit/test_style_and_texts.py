"""The style holds in Qt's own widgets, Qt's own texts are Norwegian, and None keeps its count."""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QColor, QKeySequence, QStandardItem
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollBar,
    QSlider,
    QSpinBox,
    QTabWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.kit import i18n, palette
from ui.kit.buttons import Button, ButtonKind
from ui.kit.palette import Scheme, Token, color

ROOT = Path(__file__).resolve().parents[3]


def test_no_reference_to_none_is_lost() -> None:
    """Qt for Python 6.12.0 loses one at every call and dies after some thousand."""
    item = QStandardItem()
    before = sys.getrefcount(None)
    for _ in range(300):
        item.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_no_style_sheet_anywhere() -> None:
    call = "setStyle" + "Sheet"
    for path in (ROOT / "ui").rglob("*.py"):
        assert call not in path.read_text(encoding="utf-8"), path.name


def test_the_kit_knows_nothing_of_the_case() -> None:
    for path in (ROOT / "ui" / "kit").glob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("from app", "import app")):
                assert line.startswith("from app.core"), path.name


@pytest.mark.parametrize("module", ["qtawesome", "pypdfium2"])
def test_untyped_libraries_stand_behind_one_module(module: str) -> None:
    users = {
        path.name
        for path in (ROOT / "ui").rglob("*.py")
        if f"import {module}" in path.read_text(encoding="utf-8")
    }
    assert users == {{"qtawesome": "icons.py", "pypdfium2": "pdf_pages.py"}[module]}


@pytest.mark.parametrize("scheme", list(Scheme))
def test_qts_own_widgets_are_painted(
    dressed: QApplication, qtbot: QtBot, scheme: Scheme, qt_warnings: list[str]
) -> None:
    palette.apply(dressed, scheme)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    combo = QComboBox()
    combo.addItems(["En", "To"])
    half = QCheckBox("Delvis")
    half.setTristate(True)
    half.setCheckState(Qt.CheckState.PartiallyChecked)
    off = QCheckBox("Av")
    off.setEnabled(False)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
    parts: list[QWidget] = [
        QLineEdit("tekst"), QPlainTextEdit("linjer"), combo, half, off, QRadioButton("Valg"),
        QSpinBox(), QDateEdit(), QProgressBar(), QGroupBox("Gruppe"), QTabWidget(), QTreeView(),
        QScrollBar(Qt.Orientation.Horizontal), QSlider(), QToolButton(), buttons,
        QMenu(),
    ]  # fmt: skip
    for part in parts:
        column.addWidget(part)
    window.show()
    for part in parts:
        part.setFocus()
        assert not window.grab().isNull()
    assert qt_warnings == []


@pytest.mark.parametrize("scheme", list(Scheme))
def test_a_primary_button_has_its_colours(
    dressed: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    palette.apply(dressed, scheme)
    button = Button("Send vedtak", kind=ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    picture = button.grab().toImage()
    dots = {
        picture.pixelColor(x, y).name()
        for x in range(4, picture.width() - 4)
        for y in range(4, picture.height() - 4)
    }
    assert color(Token.ACCENTFILL).name() in dots


def test_focus_is_seen(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    line.resize(200, 36)
    other = QLineEdit(window)
    window.show()
    window.activateWindow()
    other.setFocus()
    dressed.processEvents()
    without = line.grab().toImage()
    line.setFocus()
    line.deselect()
    dressed.processEvents()
    assert line.grab().toImage() != without
    ring = QColor(color(Token.FOCUS))
    assert line.grab().toImage().pixelColor(100, 0) == ring


@pytest.mark.parametrize(
    ("context", "english", "norwegian"),
    [
        ("QLineEdit", "Select All", "Merk alt"),
        ("QFileDialog", "File &name:", "Fil&navn:"),
        ("QPrintDialog", "Print", "Skriv ut"),
        ("QPlatformTheme", "Cancel", "Avbryt"),
        ("QShortcut", "Shift", "Skift"),
        ("QSpiAccessibleBridge", "push button", "knapp"),
    ],
)
def test_qts_own_texts_are_norwegian(context: str, english: str, norwegian: str) -> None:
    assert QCoreApplication.translate(context, english) == norwegian


def test_the_context_menu_of_a_field_is_norwegian(qtbot: QtBot) -> None:
    line = QLineEdit("Ødegård")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    words = [a.text().split("\t")[0].replace("&", "") for a in menu.actions() if a.text()]
    assert words == ["Angre", "Gjør om", "Klipp ut", "Kopier", "Lim inn", "Slett", "Merk alt"]
    menu.deleteLater()


def test_every_text_has_a_translation_with_its_places() -> None:
    tree = ElementTree.parse(i18n.FILE.with_suffix(".ts"))  # noqa: S314  our own file
    messages = tree.findall(".//message")
    assert len(messages) > 400
    for message in messages:
        source, made = message.findtext("source", ""), message.findtext("translation", "")
        assert made.strip(), source
        for place in ("%1", "%2", "%3"):
            assert source.count(place) == made.count(place), source


def test_the_locale_is_norwegian() -> None:
    assert QLocale().language() == QLocale.Language.NorwegianBokmal


def test_a_shortcut_is_shown_in_norwegian() -> None:
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+N").toString(native) == "Ctrl+Skift+N"


def test_missing_texts_are_loud(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(i18n, "FILE", tmp_path / "none.qm")
    monkeypatch.setattr(i18n, "_installed", [])
    with pytest.raises(i18n.MissingTextsError):
        i18n.install(dressed)


def test_qts_own_file_dialog_is_norwegian(dressed: QApplication, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert words == {"Se i:", "Filnavn:", "Filtype:"}
    tips = {button.toolTip() for button in dialog.findChildren(QToolButton)}
    assert {"Tilbake", "Fram", "Lag ny mappe"} <= tips
