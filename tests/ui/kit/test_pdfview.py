"""Documents: painted at true shape, readable as text, printed without a file."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from app.core.errors import OfficeError
from tests.ui import walker
from ui.kit.pdf_pages import PdfPages
from ui.kit.pdfview import PdfView
from ui.kit.printing import has_colour, options_of, paint_pages, send_to_spooler


def document(pages: int = 3) -> bytes:
    """A small PDF whose second page has colour and lies down."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    for place in range(pages):
        canvas.setPageSize(landscape(A4) if place == 1 else A4)
        canvas.drawString(72, 500, f"Side nummer {place + 1}")
        if place == 1:
            canvas.setFillColorRGB(1, 0, 0)
            canvas.rect(100, 100, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def test_the_view_turns_pages_zooms_and_reads(dressed: QApplication, qtbot: QtBot) -> None:
    view = PdfView("Vedtak om bolig", document())
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    dressed.processEvents()
    assert view._where.text() == "1 av 3"
    assert view._area.horizontalScrollBar().maximum() == 0
    view.go_to(1)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view._where.text() == "3 av 3"
    before = view.zoom
    view.step_zoom(1)
    assert view.zoom > before
    for _ in range(20):
        view.step_zoom(-1)
    assert view.zoom == 0.5
    view.text_button.click()
    assert "Side nummer 3" in view.as_text.toPlainText()
    assert not view.grab().isNull()
    assert walker.unnamed_focusables(view) == []


def test_another_version_stays_at_its_page_and_release_forgets(qtbot: QtBot) -> None:
    view = PdfView("Vedtak", document())
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.go_to(2)
    view.set_data(document(5))
    assert view._where.text().endswith("av 5")
    view.release()
    assert view.as_text.toPlainText() == ""
    assert "Side nummer" not in walker.spoken_tree(view)


@pytest.mark.parametrize("prints", [True, False])
def test_what_is_only_to_be_read_has_no_button_to_print(qtbot: QtBot, prints: bool) -> None:
    view = PdfView("Innsyn", document(), prints=prints)
    qtbot.addWidget(view)
    assert ("Skriv ut" in walker.spoken_tree(view)) is prints


def test_colour_is_seen() -> None:
    with PdfPages(document()) as pages:
        assert not has_colour(pages.image(0, 20))
        assert has_colour(pages.image(1, 20))
        assert pages.image(0, 40, grey=True).format() == QImage.Format.Format_Grayscale8


def test_the_spooler_gets_the_bytes_and_a_name_that_tells_nothing() -> None:
    sent: list[tuple[Sequence[str], bytes]] = []

    def send(command: Sequence[str], data: bytes) -> int:
        sent.append((command, data))
        return 0

    send_to_spooler("lp", b"%PDF", ["-n", "2"], send)
    assert sent == [(["lp", "-t", "Husrom", "-n", "2"], b"%PDF")]
    with pytest.raises(OfficeError) as refused:
        send_to_spooler("lp", b"%PDF", (), lambda _command, _data: 1)
    assert refused.value.code == "print_failed"


def test_a_spooler_that_is_not_there_is_told() -> None:
    with pytest.raises(OfficeError):
        send_to_spooler("/nowhere/lp", b"%PDF")


def test_painted_pages_keep_their_shape(tmp_path: Path, dressed: QApplication) -> None:
    out = tmp_path / "ut.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setCopyCount(2)
    assert options_of(printer)[-2:] == ["-n", "2"]
    with PdfPages(document()) as pages:
        paint_pages(printer, pages)
    with PdfPages(out.read_bytes()) as printed:
        assert len(printed) == 3
        wide, high = printed.sizes[1]
        assert wide > high
        assert has_colour(printed.image(1, 20))
