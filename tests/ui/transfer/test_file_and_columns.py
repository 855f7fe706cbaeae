"""The file on its way in: chosen or dropped, read and its columns told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from app.office import Office
from app.transfer.model import ImportKind
from tests.app.transfer import sheets
from tests.ui.transfer.conftest import Desk
from tests.ui.walker import spoken_tree
from ui.transfer.file_step import FOLDER_KEY
from ui.transfer.page import COLUMNS, CONTROL, FILE, READING


def test_a_file_may_fall_on_the_page(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheets.KOBO_SAMPLE))])
    none = Qt.MouseButton.NoButton
    copy = Qt.DropAction.CopyAction
    drop = QDropEvent(QPointF(9, 9), copy, data, none, Qt.KeyboardModifier.NoModifier)

    desk.page.file.dropEvent(drop)
    desk.qtbot.waitUntil(lambda: desk.page.step == READING, timeout=20_000)

    assert QSettings().value(FOLDER_KEY) == str(sheets.KOBO_SAMPLE.parent)


def test_the_dialog_begins_where_the_last_file_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []

    def choose_file(*said: object) -> tuple[str, str]:
        folders.append(str(said[2]))
        return str(sheets.KOBO_SAMPLE), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose_file)
    desk.page.file.choose_button.click()
    desk.qtbot.waitUntil(lambda: desk.page.step == READING, timeout=20_000)
    desk.page.file.choose()
    desk.qtbot.waitUntil(lambda: not desk.page.navigator.jobs.busy, timeout=20_000)

    assert folders == ["", str(sheets.KOBO_SAMPLE.parent)]


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "Filen er tom."), (b"%PDF-1.7 x", "ikke et regneark")]
)
def test_a_file_that_cannot_be_read_is_told_beside_the_way_to_another(
    desk: Desk, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "fil.csv"
    path.write_bytes(content)
    desk.begin("dwellings")

    desk.read(path)

    assert desk.page.step == FILE
    assert words in spoken_tree(desk.page.file)


def test_another_encoding_is_tried_and_one_that_does_not_fit_is_told(desk: Desk) -> None:
    desk.begin("dwellings")
    desk.read(sheets.KOBO_SAMPLE)
    reading = desk.page.reading
    assert (reading.encoding.value(), reading.separator.value()) == ("iso-8859-1", ";")

    reading.encoding.set_value("utf-8")
    reading._tell()
    desk.qtbot.waitUntil(lambda: not desk.page.navigator.jobs.busy, timeout=20_000)
    assert desk.page.step == READING
    assert "tegnkodingen" in spoken_tree(reading)

    reading.encoding.set_value("windows-1252")
    reading._tell()
    desk.qtbot.waitUntil(lambda: not desk.page.navigator.jobs.busy, timeout=20_000)
    assert desk.page.session.sheet is not None
    assert desk.page.session.sheet.encoding == "windows-1252"


def test_the_preview_masks_numbers(desk: Desk) -> None:
    desk.begin("applicants")
    desk.read(sheets.WAITING_SAMPLE)

    view = desk.page.reading.view
    assert view is not None
    model = view.model()
    texts = [
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert not [text for text in texts if sum(map(str.isdigit, text)) in {10, 11}]


def test_a_column_nobody_knows_is_chosen_once_and_remembered(
    desk: Desk, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(sheets.csv_bytes("Sted;Bruksenhet", "Testvegen;H0101"))
    desk.begin("dwellings")
    desk.read(path)
    desk.press_on()
    assert desk.page.step == COLUMNS
    assert desk.page.footer.on is not None
    assert not desk.page.footer.on.isEnabled()

    desk.page.columns.changed.emit("Sted", "gatenavn")
    desk.press_on()

    assert desk.page.step == CONTROL
    (profile,) = office.transfer.profiles(ImportKind.DWELLINGS)
    assert profile.name == "Kobo, 35 kolonner (vårt oppsett)"
    desk.page.start(ImportKind.DWELLINGS)
    desk.read(path)
    desk.press_on()
    assert desk.page.step == CONTROL


def test_cancelling_the_reading_stays_at_the_file(desk: Desk) -> None:
    desk.begin("dwellings")
    desk.page.file.take(sheets.KOBO_SAMPLE)
    assert desk.page.footer.isVisible()

    desk.page.navigator.jobs.cancel()
    desk.qtbot.waitUntil(lambda: not desk.page.navigator.jobs.busy, timeout=20_000)

    assert desk.page.step == FILE
    assert desk.page.session.sheet is None
    assert desk.failures == []
