"""Paper from PDF bytes: `lp` on Linux, painted pages through QPrinter elsewhere. No file."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.core.errors import OfficeError
from ui.kit.pdf_pages import PdfPages

PRINT_DPI = 300
LP_SECONDS = 30
COLOUR_SAMPLE_DPI = 20
Send = Callable[[Sequence[str], bytes], int]


def print_pdf(parent: QWidget | None, data: bytes) -> bool:
    """Ask for printer and copies, then print. False if the officer left.

    Raises OfficeError `print_failed`, FileProblem `pdf_unreadable`.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    with PdfPages(data) as pages:
        printer.setFromTo(1, max(1, len(pages)))
        spooler = shutil.which("lp") if sys.platform.startswith("linux") else None
        if spooler and not QPrinterInfo.availablePrinterNames():
            send_to_spooler(spooler, data)
            return True
        dialog = QPrintDialog(printer, parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        if spooler and not printer.outputFileName():
            send_to_spooler(spooler, data, options_of(printer))
        else:
            paint_pages(printer, pages)
    return True


def options_of(printer: QPrinter) -> list[str]:
    """What was chosen in the dialog, as arguments for `lp`."""
    made = ["-d", printer.printerName()] if printer.printerName() else []
    made += ["-n", str(max(1, printer.copyCount()))]
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        made += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    return made


def _run(command: Sequence[str], data: bytes) -> int:
    try:
        done = subprocess.run(
            list(command), input=data, capture_output=True, timeout=LP_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return 1
    return done.returncode


def send_to_spooler(
    spooler: str, data: bytes, options: Sequence[str] = (), send: Send = _run
) -> None:
    """Hand the bytes over on standard input, under a name that tells nothing."""
    if send([spooler, "-t", "Husrom", *options], data) != 0:
        raise OfficeError("print_failed")


def paint_pages(printer: QPrinter, pages: PdfPages) -> None:
    """One page at a time at 300 dpi; grey unless the page has colour."""
    printer.setResolution(PRINT_DPI)
    printer.setFullPage(True)
    painter = QPainter()
    first = max(1, printer.fromPage()) - 1
    last = min(len(pages), printer.toPage() or len(pages))
    for place in range(first, last):
        _set_paper(printer, pages.sizes[place])
        begun = painter.begin(printer) if place == first else printer.newPage()
        if not begun:
            raise OfficeError("print_failed")
        grey = not has_colour(pages.image(place, COLOUR_SAMPLE_DPI))
        image = pages.image(place, PRINT_DPI, grey=grey)
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(sheet), image)
    painter.end()


def _set_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    wide, high = size
    upright = QSizeF(min(wide, high), max(wide, high))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
    lying = wide > high
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )


def has_colour(image: QImage) -> bool:
    """Whether any dot of a small picture of the page is more than grey."""
    return not image.convertToFormat(QImage.Format.Format_RGB32).allGray()
