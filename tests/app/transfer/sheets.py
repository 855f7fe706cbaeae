"""Small sheets for the tests, made in memory, and the two samples."""

import io
import zipfile
from pathlib import Path

import xlsxwriter

from app.transfer.sheet import Cell, CellKind, Row, Sheet

SAMPLES = Path(__file__).resolve().parents[2] / "files" / "sheets"
KOBO_SAMPLE = SAMPLES / "boliger_kobo_latin1.csv"
WAITING_SAMPLE = SAMPLES / "venteliste.xlsx"

# Synthetic (month + 80), nobody's
PERSON = "15888512389"
PERSON_WITH_ZERO = "09839317872"


def sheet(*lines: tuple[str, ...] | None, first: int = 1) -> Sheet:
    """A text sheet; None is a blank line."""
    rows = [
        Row(number, tuple(cell(text) for text in line))
        for number, line in enumerate(lines, start=first)
        if line is not None
    ]
    return Sheet("", (), tuple(rows), "utf-8", ";")


def cell(text: str, kind: CellKind = CellKind.TEXT) -> Cell:
    """One cell; empty text is an empty cell."""
    return Cell(kind if text else CellKind.EMPTY, text)


def workbook(path: Path, *sheets: dict[str, object]) -> Path:
    """An .xlsx with these cells («A1» and value) on each sheet."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
        for cells in sheets:
            page = book.add_worksheet()
            for place, value in cells.items():
                page.write(place, value)
    return path


def archive(path: Path, entries: dict[str, bytes]) -> Path:
    """A zip with these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return path


def sparse(path: Path) -> Path:
    """A1 and the last cell a sheet can have: calamine would ask for 550 GB."""
    return workbook(path, {"A1": "x", "XFD1048576": "x"})


def csv_bytes(*lines: str, encoding: str = "utf-8") -> bytes:
    """Lines joined as Windows does."""
    return "".join(f"{line}\r\n" for line in lines).encode(encoding)


def zip_of(entries: int) -> bytes:
    """A zip with many tiny entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for number in range(entries):
            file.writestr(f"{number}", b"")
    return out.getvalue()
