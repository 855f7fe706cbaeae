"""Cells of a workbook that hold «#REF!», «#DIV/0!» and the like.

calamine gives them as empty; a rent that could not be reckoned out is not a rent left out.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from app.core.errors import FileProblem

_BLOCK = 1024 * 1024
_LONGEST_TAG = 2_048
_MOST_INDEX = 4 * 1024 * 1024
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FAULT = re.compile(
    rb"<(?:\w{1,9}:)?c\s(?=[^>]{0,200}\bt=[\"']e[\"'])[^>]{0,200}\br=[\"']([A-Z]{1,3})([0-9]{1,7})"
)


def fault_cells(path: Path, sheet: str) -> frozenset[tuple[int, int]]:
    """Line (from 1) and column (from 0) of each; empty where the sheet's part is not found."""
    try:
        with zipfile.ZipFile(path) as archive:
            part = _part(archive, sheet)
            return frozenset(_faults(archive, part)) if part else frozenset()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError):
        raise FileProblem("sheet_damaged") from None


def _part(archive: zipfile.ZipFile, sheet: str) -> str:
    """The archive's entry for a sheet, by way of the workbook and its relations."""
    wanted = ""
    for tag in _SHEET.findall(_index(archive, "xl/workbook.xml")):
        attributes = _attributes(tag)
        if attributes.get("name") == sheet:
            wanted = next((v for k, v in attributes.items() if k.endswith(":id")), "")
    for tag in _RELATION.findall(_index(archive, "xl/_rels/workbook.xml.rels")):
        attributes = _attributes(tag)
        if wanted and attributes.get("Id") == wanted:
            target = attributes.get("Target", "")
            name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            return name if name in archive.namelist() else ""
    return ""


def _index(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        return file.read(_MOST_INDEX)


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        key.decode("ascii", "replace"): unescape((double or single).decode("utf-8", "replace"))
        for key, double, single in _ATTRIBUTE.findall(tag)
    }


def _faults(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, int]]:
    with archive.open(part) as file:
        kept = b""
        while block := file.read(_BLOCK):
            text = kept + block
            for letters, digits in _FAULT.findall(text):
                yield int(digits), _column(letters)
            kept = text[-_LONGEST_TAG:]


def _column(letters: bytes) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
