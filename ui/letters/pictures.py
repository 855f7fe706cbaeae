"""A scanned picture as a document of one page, so that it is shown and printed like the rest."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from app.core.errors import FileProblem
from app.letters.model import MediaType

DPI = 150


def as_pdf(content: bytes, media_type: MediaType) -> bytes:
    """The bytes as they are, or a picture on an A4 sheet; FileProblem when it is none."""
    if media_type is MediaType.PDF:
        return content
    image = QImage.fromData(content)
    if image.isNull():
        raise FileProblem("paper_not_as_named")
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.drawImage(_fitted(image, QRectF(painter.viewport())), image)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def _fitted(image: QImage, sheet: QRectF) -> QRectF:
    """As large as the sheet allows, at its true shape."""
    scale = min(sheet.width() / image.width(), sheet.height() / image.height())
    wide, high = image.width() * scale, image.height() * scale
    return QRectF((sheet.width() - wide) / 2, 0, wide, high)
