"""What is seen on a page, as a file: the same cells, safe to open in a spreadsheet.

In .xlsx a text cell is a text cell, so «=1+1» stands there as itself. A .csv has no such kinds:
a text that a spreadsheet would reckon with gets an apostrophe before it, as people do by hand,
and our own import takes it off again. Figures («-5», «+47 22 00 00 00») are left alone.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

import xlsxwriter

Value = str | int | float | bool | date | None
Rows = Iterable[Sequence[Value]]

_SIGNS = "=+-@\t\r\n＝＋－＠"
_FIGURES = re.compile(r"[+-]?\d[\d \u00a0]*(?:[.,]\d+)?")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_WIDEST = 60
_EPOCH = datetime(1980, 1, 1)
_WORKBOOK = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd.mm.yyyy",
}


class _Worksheet(Protocol):
    """The part of XlsxWriter's worksheet that is used here."""

    def write_string(self, row: int, col: int, string: str) -> int: ...
    def write_number(self, row: int, col: int, number: float) -> int: ...
    def write_datetime(self, row: int, col: int, date: date) -> int: ...


def to_csv(headings: Sequence[str], rows: Rows) -> bytes:
    """UTF-8 with byte order mark, semicolons, CR LF: what a Norwegian spreadsheet opens right."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_guarded(heading) for heading in headings])
    for row in rows:
        writer.writerow([_guarded(_text(value)) for value in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def to_xlsx(title: str, headings: Sequence[str], rows: Rows) -> bytes:
    """One sheet, headings fast and bold. Text stays text: no formula, no link, no number of it.

    Carries no name of who made it and no day, so that the same rows give the same bytes.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _WORKBOOK) as book:
        book.set_properties({"created": _EPOCH})
        page = book.add_worksheet(_sheet_name(title))
        page.freeze_panes(1, 0)
        page.set_row(0, None, book.add_format({"bold": True}))
        widths = [len(heading) for heading in headings]
        for column, heading in enumerate(headings):
            page.write_string(0, column, _clean(heading))
        for line, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _write(page, line, column, value)
                widths[column] = max(widths[column], len(_text(value)))
        for column, width in enumerate(widths):
            page.set_column(column, column, min(width, _WIDEST) + 2)
    return out.getvalue()


def _write(page: _Worksheet, line: int, column: int, value: Value) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool | str):
        page.write_string(line, column, _clean(_text(value)))
    elif isinstance(value, date):
        page.write_datetime(line, column, value)
    else:
        page.write_number(line, column, value)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, date):
        return f"{value.day:02}.{value.month:02}.{value.year:04}"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return str(value)


def _guarded(text: str) -> str:
    bare = text.lstrip(" \u00a0")
    risky = bare[:1] and bare[0] in _SIGNS and not _FIGURES.fullmatch(bare)
    return f"'{text}" if risky else text


def _clean(text: str) -> str:
    """Characters that no workbook can hold become a mark; the longest cell is cut."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)[:_LONGEST_CELL]


def _sheet_name(title: str) -> str:
    bare = _NOT_IN_A_SHEET_NAME.sub(" ", _clean(title)).strip(" '")
    return bare[:_LONGEST_NAME].strip(" '") or "Ark"
