"""Several documents are read one by one, printed once, and stop when the officer says so."""

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import NotFound, OfficeError
from tests.ui.kit.test_pdfview import document
from ui.kit import print_many
from ui.kit.pdf_pages import PdfPages
from ui.kit.print_many import PrintManyDialog


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What reached the printer."""
    sent: list[bytes] = []

    def keep(_parent: object, data: bytes) -> bool:
        sent.append(data)
        return True

    monkeypatch.setattr(print_many, "print_pdf", keep)
    return sent


def test_all_of_them_become_one_print(qtbot: QtBot, printed: list[bytes]) -> None:
    dialog = PrintManyDialog("Skriv ut brev", [lambda: document(2)] * 5, lambda _error: None)
    qtbot.addWidget(dialog)
    assert dialog.primary is not None
    with qtbot.waitSignal(dialog.accepted):
        dialog.primary.click()
    assert dialog.told.text() == "5 av 5"
    with PdfPages(printed[0]) as pages:
        assert len(pages) == 10


def test_leaving_stops_between_two_and_nothing_is_printed(
    qtbot: QtBot, printed: list[bytes]
) -> None:
    read: list[int] = []

    def one() -> bytes:
        read.append(1)
        if len(read) == 3:
            dialog.reject()
        return document(1)

    dialog = PrintManyDialog("Skriv ut brev", [one] * 50, lambda _error: None)
    qtbot.addWidget(dialog)
    assert dialog.primary is not None
    dialog.primary.click()
    qtbot.waitUntil(lambda: len(read) == 3)
    with qtbot.assertNotEmitted(dialog.finished, wait=30):
        pass
    assert (len(read), printed) == (3, [])


def test_one_that_cannot_be_read_is_told_and_nothing_is_printed(
    qtbot: QtBot, printed: list[bytes]
) -> None:
    told: list[OfficeError] = []

    def gone() -> bytes:
        raise NotFound("document_not_found")

    dialog = PrintManyDialog("Skriv ut brev", [gone], told.append)
    qtbot.addWidget(dialog)
    assert dialog.primary is not None
    with qtbot.waitSignal(dialog.rejected):
        dialog.primary.click()
    assert [error.code for error in told] == ["document_not_found"]
    assert printed == []
