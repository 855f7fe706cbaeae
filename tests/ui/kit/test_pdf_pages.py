"""Pages of a document in memory, and several documents as one."""

import pytest
from PySide6.QtGui import QColor
from reportlab.lib.pagesizes import A4

from app.core.errors import FileProblem
from tests.ui.kit.test_pdfview import document
from ui.kit.pdf_pages import JoinedPdf, PdfPages


def test_pages_have_sizes_images_and_text() -> None:
    with PdfPages(document()) as pages:
        assert len(pages) == 3
        assert pages.sizes[0] == pytest.approx(A4, abs=0.1)
        image = pages.image(0, 96)
        assert (image.width(), image.height()) == pytest.approx((794, 1123), abs=2)
        assert image.pixelColor(2, 2) == QColor("white")
        assert pages.text(1).strip() == "Side nummer 2"


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(FileProblem) as refused:
        PdfPages(b"ikke en pdf")
    assert refused.value.code == "pdf_unreadable"


def joined(*counts: int, own_sheet: bool) -> list[str]:
    """The words of each page of documents of so many pages, as one."""
    whole = JoinedPdf(own_sheet=own_sheet)
    for count in counts:
        whole.add(document(count))
    data = whole.data()
    whole.close()
    with PdfPages(data) as pages:
        return [pages.text(place).strip() for place in range(len(pages))]


def test_each_document_begins_on_a_sheet_of_its_own() -> None:
    first, second = "Side nummer 1", "Side nummer 2"
    assert joined(1, 2, 1, own_sheet=True) == [first, "", first, second, first]
    assert joined(1, 2, 1, own_sheet=False) == [first, first, second, first]


def test_nothing_joined_is_nothing_and_what_is_no_pdf_is_told() -> None:
    whole = JoinedPdf()
    assert whole.data() == b""
    with pytest.raises(FileProblem) as refused:
        whole.add(b"ikke en pdf")
    assert refused.value.code == "pdf_unreadable"
    whole.close()
