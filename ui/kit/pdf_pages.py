"""Finished documents in memory: their pages, and several joined. The only user of pypdfium2.

The library is not safe in threads: everything here stays on the main thread.
"""

import io
from types import TracebackType

import pypdfium2
from PySide6.QtGui import QImage

from app.core.errors import FileProblem

POINTS_PER_INCH = 72


class PdfPages:
    """The pages of a PDF held in memory: sizes in points, images, text."""

    def __init__(self, data: bytes) -> None:
        """Raises FileProblem `pdf_unreadable` if the bytes are no PDF."""
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            raise FileProblem("pdf_unreadable") from None
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._document.get_page_size(place) for place in range(len(self._document))
        )

    def __enter__(self) -> "PdfPages":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, place: int, dpi: float, *, grey: bool = False) -> QImage:
        """A page painted at so many dots to the inch."""
        page = self._document[place]
        try:
            bitmap = page.render(scale=dpi / POINTS_PER_INCH, prefer_bgrx=True, grayscale=grey)
            form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
            data = bytes(bitmap.buffer)
            image = QImage(data, bitmap.width, bitmap.height, bitmap.stride, form)
            return image.copy()  # the bytes belong to the bitmap
        finally:
            page.close()

    def text(self, place: int) -> str:
        """The words of a page in reading order."""
        page = self._document[place]
        try:
            found = page.get_textpage()
            words = str(found.get_text_range())
            found.close()
        finally:
            page.close()
        return words.replace("\r\n", "\n").replace("\r", "\n")

    def close(self) -> None:
        """Let the document go; also done when the view is closed."""
        self._document.close()
        self.sizes = ()


class JoinedPdf:
    """Several documents as one to print. It is never kept: joining drops what makes one archival.

    With `own_sheet` every document begins on a sheet of its own when both sides are printed.
    """

    def __init__(self, *, own_sheet: bool = True) -> None:
        self._whole = pypdfium2.PdfDocument.new()
        self._own_sheet = own_sheet

    def add(self, data: bytes) -> None:
        """One more at the end. Raises FileProblem `pdf_unreadable`."""
        try:
            part = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            raise FileProblem("pdf_unreadable") from None
        try:
            if self._own_sheet and len(self._whole) % 2:
                self._whole.new_page(*part.get_page_size(0)).close()
            self._whole.import_pages(part)
        finally:
            part.close()

    def __len__(self) -> int:
        return len(self._whole)

    def data(self) -> bytes:
        """All of it; empty when nothing was added."""
        out = io.BytesIO()
        if len(self._whole):
            self._whole.save(out)
        return out.getvalue()

    def close(self) -> None:
        """Let the documents go."""
        self._whole.close()
