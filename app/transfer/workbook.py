"""Workbooks (.xlsx): weighed as an archive before anything is unpacked, then read by calamine.

Runs in the reading child only: calamine ends the process on a sparse sheet.
"""

import struct
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.core.errors import FileProblem
from app.transfer.fault_cells import fault_cells
from app.transfer.limits import Limits
from app.transfer.sheet import EMPTY_CELL, Cell, CellKind, RawSheet, Row

_ENCRYPTED = 0x1
_FAULT = Cell(CellKind.ERROR, "#")
_SMALL = 4 * 1024 * 1024
_OTHER_ARCHIVES = (
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
    ("content.xml", "ods"),
)
_BAD_ARCHIVE = (
    zipfile.BadZipFile,
    NotImplementedError,
    OverflowError,
    EOFError,
    ValueError,
    OSError,
    struct.error,
)


def weigh(path: Path, limits: Limits) -> None:
    """Refuse by the archive's own list, nothing unpacked: `sheet_bomb`, `sheet_damaged`, …"""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except _BAD_ARCHIVE:
        raise FileProblem("sheet_damaged") from None
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if (
        len(entries) > limits.entries
        or unpacked > limits.unpacked_bytes
        or packed > path.stat().st_size
        or any(_inflated(entry, limits.ratio) for entry in entries)
    ):
        raise FileProblem("sheet_bomb", entries=len(entries), unpacked=unpacked)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise FileProblem("sheet_locked")
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        raise FileProblem("sheet_kind", kind=_archive_kind(names))


def open_workbook(path: Path, wanted: str | None, limits: Limits) -> tuple[RawSheet, Iterator[Row]]:
    """The first visible sheet with content, or the one `wanted`, and its lines in order."""
    weigh(path, limits)
    try:
        workbook = CalamineWorkbook.from_path(path)
        visible = tuple(
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        )
        if wanted is not None and wanted not in visible:
            raise FileProblem("sheet_missing", sheets=len(visible))
        for name in (wanted,) if wanted is not None else visible:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.start is not None:
                return RawSheet(name, visible), _rows(sheet, fault_cells(path, name))
    except PasswordError:
        raise FileProblem("sheet_locked") from None
    except (CalamineError, OSError, ValueError):
        raise FileProblem("sheet_damaged") from None
    raise FileProblem("sheet_empty")


def _rows(sheet: CalamineSheet, faults: frozenset[tuple[int, int]]) -> Iterator[Row]:
    """calamine gives every line from the first of the sheet, every column from the first filled."""
    skipped = (sheet.start or (0, 0))[1]
    before = (EMPTY_CELL,) * skipped
    faulty = {line for line, _ in faults}
    for line, values in enumerate(sheet.iter_rows(), start=1):
        cells = tuple(_cell(value) for value in values)
        if line in faulty:
            cells = tuple(
                _FAULT if (line, at) in faults else cell
                for at, cell in enumerate(cells, start=skipped)
            )
        if any(cell is not EMPTY_CELL for cell in cells):
            yield Row(line, before + cells)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return Cell(CellKind.TEXT, value) if value.strip() else EMPTY_CELL
    if isinstance(value, bool):
        return Cell(CellKind.BOOL, "1" if value else "0")
    if isinstance(value, int | float):
        return Cell(CellKind.NUMBER, _number(value))
    if isinstance(value, datetime):
        return Cell(CellKind.DATE, value.date().isoformat())
    if isinstance(value, date):
        return Cell(CellKind.DATE, value.isoformat())
    return Cell(CellKind.TEXT, str(value))


def _number(value: float) -> str:
    """Whole numbers without a point, others as short as they read back the same."""
    return str(int(value)) if value == int(value) else repr(value)


def _inflated(entry: zipfile.ZipInfo, ratio: int) -> bool:
    return entry.file_size > _SMALL and entry.file_size > ratio * max(entry.compress_size, 1)


def _archive_kind(names: set[str]) -> str:
    return next((kind for name, kind in _OTHER_ARCHIVES if name in names), "zip")
