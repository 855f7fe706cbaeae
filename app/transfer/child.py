"""The process that reads a stranger's file: `husrom --read-sheet`.

One request (JSON) on standard input; on standard output one JSON line for the choices made,
one for each line with content, and last `{"end": true}` or `{"error": code, "facts": {…}}`.
Whatever ends this process ends only this process.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from app.core.errors import FileProblem
from app.transfer.limits import Limits, confine
from app.transfer.sheet import CellKind, RawSheet, Row

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"<", "html"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"),
    (b"\x1f\x8b", "zip"),
)


def main() -> int:
    """Read the request, go behind the walls, stream the sheet. 0 when all of it went out."""
    request = json.loads(sys.stdin.readline())
    limits = Limits(**request["limits"])
    confine(limits)
    try:
        head, rows = _open(Path(request["path"]), request, limits)
        _say({"name": head.name, "names": head.names, "encoding": head.encoding,
              "separator": head.separator})  # fmt: skip
        for row in within(rows, limits):
            _say({"line": row.line, "cells": [(c.kind.value, c.text) for c in row.cells]})
        _say({"end": True})
    except FileProblem as problem:
        _say({"error": problem.code, "facts": problem.facts})
    except MemoryError:
        _say({"error": "sheet_too_big", "facts": {}})
    sys.stdout.flush()
    return 0


def within(rows: Iterator[Row], limits: Limits) -> Iterator[Row]:
    """The same rows, trailing empty cells cut, until a cap is passed: `sheet_too_big`."""
    count = cells = chars = 0
    for row in rows:
        short = _cut(row)
        wide = sum(len(cell.text) for cell in short.cells)
        count, cells, chars = count + 1, cells + len(short.cells), chars + wide
        if wide > limits.line_chars:
            raise FileProblem("sheet_line_too_long", line=row.line)
        if (
            count > limits.rows
            or cells > limits.cells
            or chars > limits.all_chars
            or len(short.cells) > limits.columns
        ):
            raise FileProblem("sheet_too_big", line=row.line)
        yield short
    if not count:
        raise FileProblem("sheet_empty")


def _open(
    path: Path, request: dict[str, str | None], limits: Limits
) -> tuple[RawSheet, Iterator[Row]]:
    """The reader that fits what the file begins with, never what it is called."""
    try:
        with path.open("rb") as file:
            head = file.read(limits.line_chars)
            size = path.stat().st_size
            _refuse_foreign(head, size, limits)
            if head.startswith((_ZIP, _EMPTY_ZIP)):
                from app.transfer.workbook import open_workbook

                return open_workbook(path, request["sheet"], limits)
            from app.transfer.delimited import open_delimited

            data = head + file.read()
    except OSError:
        raise FileProblem("sheet_unreadable") from None
    return open_delimited(data, request["encoding"], request["separator"], limits)


def _refuse_foreign(head: bytes, size: int, limits: Limits) -> None:
    if not head.strip(b"\x00\r\n\t "):
        raise FileProblem("sheet_not_text" if b"\x00" in head else "sheet_empty")
    if head.startswith(_OLE):
        if _ENCRYPTED_STREAM in head:
            raise FileProblem("sheet_locked")
        raise FileProblem("sheet_kind", kind="xls")
    start = head.lstrip(b"\xef\xbb\xbf\r\n\t ")
    kind = next((kind for magic, kind in _FOREIGN if start.startswith(magic)), None)
    if kind is not None:
        raise FileProblem("sheet_kind", kind=kind)
    full = len(head) == limits.line_chars
    if full and not head.startswith(_ZIP) and not {b"\n"[0], b"\r"[0]} & set(head):
        raise FileProblem("sheet_line_too_long", line=1)
    if size > limits.file_bytes:
        raise FileProblem("sheet_too_big", bytes=size)


def _cut(row: Row) -> Row:
    length = len(row.cells)
    while length and row.cells[length - 1].kind is CellKind.EMPTY:
        length -= 1
    return Row(row.line, row.cells[:length])


def _say(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    sys.exit(main())
