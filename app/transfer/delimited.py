"""Text files with separators: encoding and separator guessed, lines read within the limits.

Raises FileProblem and nothing else, whatever the bytes are.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from app.core.errors import FileProblem
from app.transfer.limits import Limits
from app.transfer.sheet import EMPTY_CELL, Cell, CellKind, RawSheet, Row

ENCODINGS = ("utf-8", "utf-8-sig", "iso-8859-1", "windows-1252", "utf-16")
SEPARATORS = (";", ",", "\t")
_UNDEFINED_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#I/T", "#NAVN?")
)
_LAST_LINE = "\x00end of file"
_SAMPLE_LINES = 40


def guess_encoding(data: bytes) -> str:
    """By byte order mark, then UTF-8 if it holds, then by the bytes only Windows uses."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        high = {byte for byte in data if 0x80 <= byte <= 0x9F}
        return "windows-1252" if high and not high & _UNDEFINED_1252 else "iso-8859-1"
    return "utf-8"


def guess_separator(text: str) -> str:
    """The separator that gives the most lines of one and the same width."""
    sample = list(_first_lines(text))
    return max(SEPARATORS, key=lambda separator: _evenness(sample, separator))


def decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The text and the encoding used; `sheet_encoding` when the chosen one does not fit."""
    chosen = encoding or guess_encoding(data)
    if chosen not in ENCODINGS:
        raise FileProblem("sheet_encoding", encoding=chosen, line=0)
    try:
        text = data.decode(chosen)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileProblem("sheet_encoding", encoding=chosen, line=line) from None
    if "\x00" in text:
        raise FileProblem("sheet_not_text", line=text.count("\n", 0, text.index("\x00")) + 1)
    if not text.strip("\ufeff\r\n\t ;,"):
        raise FileProblem("sheet_empty")
    return text, chosen


def open_delimited(
    data: bytes, encoding: str | None, separator: str | None, limits: Limits
) -> tuple[RawSheet, Iterator[Row]]:
    """The choices made and the lines with content, in order."""
    text, used = decode(data, encoding)
    between = separator or guess_separator(text)
    if between not in SEPARATORS:
        raise FileProblem("sheet_separator")
    return RawSheet("", (), used, between), _rows(text, between, limits)


def _rows(text: str, separator: str, limits: Limits) -> Iterator[Row]:
    csv.field_size_limit(limits.cell_chars)
    reader = csv.reader(_lines(text, limits), delimiter=separator)
    start = 1
    try:
        for fields in reader:
            if fields == [_LAST_LINE]:
                return
            if fields and fields[-1].endswith(_LAST_LINE):
                break
            if any(value.strip() for value in fields):
                yield Row(start, tuple(_cell(value) for value in fields))
            start = reader.line_num + 1
    except csv.Error:
        code = "sheet_quote" if reader.line_num > start else "sheet_line_too_long"
        raise FileProblem(code, line=start) from None
    raise FileProblem("sheet_quote", line=start)


def _lines(text: str, limits: Limits) -> Iterator[str]:
    """Physical lines, then a mark that comes out alone only when every quote was closed."""
    last = ""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > limits.line_chars:
            raise FileProblem("sheet_line_too_long", line=number)
        last = line
        yield line
    if not last.endswith(("\n", "\r")):
        yield "\n"
    yield _LAST_LINE


def _cell(value: str) -> Cell:
    if not value.strip():
        return EMPTY_CELL
    return Cell(CellKind.ERROR if value.strip() in _ERRORS else CellKind.TEXT, value)


def _first_lines(text: str) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text[:200_000], newline="")):
        if number == _SAMPLE_LINES:
            return
        yield line


def _evenness(lines: list[str], separator: str) -> int:
    """Cells on the lines of the commonest width; one column proves nothing."""
    try:
        widths = Counter(len(fields) for fields in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0
    return max((width * count for width, count in widths.items() if width > 1), default=0)
