"""Whatever the file is: a sheet or a message of its own, and the program lives on."""

import contextlib
import sys
import time
from pathlib import Path

import pytest
import xlsxwriter

from app.core.errors import FileProblem, OfficeError
from app.transfer import reader
from app.transfer.limits import Limits
from app.transfer.reader import read_sheet
from app.transfer.sheet import CellKind, ReadOptions, Sheet
from tests.app.transfer import sheets

_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600
_LOCKED = _OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600


def code_of(path: Path, options: ReadOptions | None = None) -> str:
    """The code the file is refused with."""
    with pytest.raises(OfficeError) as caught:
        read_sheet(path, options)
    assert isinstance(caught.value, FileProblem)
    return caught.value.code


def written(path: Path, data: bytes) -> Path:
    """The path, with these bytes in it."""
    path.write_bytes(data)
    return path


def read_bytes(tmp_path: Path, data: bytes, options: ReadOptions | None = None) -> Sheet:
    """The sheet of a text file with these bytes."""
    return read_sheet(written(tmp_path / "liste.csv", data), options)


def test_a_text_file_keeps_its_line_numbers_and_its_letters() -> None:
    sheet = read_sheet(sheets.KOBO_SAMPLE)

    assert (sheet.encoding, sheet.separator) == ("iso-8859-1", ";")
    assert [row.line for row in sheet.rows[:3]] == [1, 2, 3]
    assert sheet.row(26).cell(5).text == "Øvre Ålgata"
    assert sheet.row(40).cell(26).text == "Nøkkel i boks 12; kode hos vaktmester"
    assert {row.line for row in sheet.rows}.isdisjoint({25, 48})


def test_a_workbook_keeps_kinds_and_line_numbers() -> None:
    sheet = read_sheet(sheets.WAITING_SAMPLE)

    assert (sheet.name, sheet.names) == ("Venteliste sept", ("Venteliste sept",))
    fifth = sheet.row(5)
    assert fifth.cell(1).kind is CellKind.NUMBER
    assert fifth.cell(3) == sheets.cell("2026-07-22", CellKind.DATE)
    assert sheet.row(8).cell(3).kind is CellKind.TEXT
    assert sheet.row(26).cell(8).text == "<b>Ring etter kl. 12</b>"


def test_a_sheet_that_begins_further_down_and_right_keeps_its_places(tmp_path: Path) -> None:
    path = sheets.workbook(tmp_path / "a.xlsx", {"C4": "Navn", "D6": True, "D7": 1.5})

    sheet = read_sheet(path)

    assert [row.line for row in sheet.rows] == [4, 6, 7]
    assert sheet.row(4).cell(2).text == "Navn"
    assert sheet.row(6).cell(3) == sheets.cell("1", CellKind.BOOL)
    assert sheet.row(7).cell(3) == sheets.cell("1.5", CellKind.NUMBER)


def test_cells_that_could_not_be_reckoned_out_are_errors_not_gaps(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Tom")
        page = book.add_worksheet("Leie & annet")
        page.write("B2", "Leie")
        page.write_formula("B3", "=1/0", None, "#DIV/0!")
        page.write_formula("AB3", "=A0", None, "#REF!")
        page.write_formula("B4", "=1+1", None, 2)

    sheet = read_sheet(path)

    assert sheet.name == "Leie & annet"
    assert sheet.row(3).cell(1).kind is CellKind.ERROR
    assert sheet.row(3).cell(27).kind is CellKind.ERROR
    assert sheet.row(4).cell(1) == sheets.cell("2", CellKind.NUMBER)


def test_the_first_sheet_with_content_is_read_unless_another_is_wanted(tmp_path: Path) -> None:
    path = sheets.workbook(tmp_path / "a.xlsx", {}, {"A1": "to"}, {"A1": "tre"})

    assert read_sheet(path).rows[0].cell(0).text == "to"
    assert read_sheet(path).names == ("Sheet1", "Sheet2", "Sheet3")
    assert read_sheet(path, ReadOptions(sheet="Sheet3")).rows[0].cell(0).text == "tre"
    assert code_of(path, ReadOptions(sheet="Sheet9")) == "sheet_missing"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet_empty"),
        (b"\r\n \r\n", "sheet_empty"),
        (b";;;\r\n;;;\r\n", "sheet_empty"),
        (b"Navn;Dato\r\nA\x00b;1\r\n", "sheet_not_text"),
        (b"\x00" * 100, "sheet_not_text"),
        (b'Navn;Dato\r\n"Ola;1\r\nKari;2\r\n', "sheet_quote"),
        (b"Navn;Dato\r\n" + b"x" * 40_000, "sheet_line_too_long"),
        (b"%PDF-1.7\n%\xe2\xe3", "sheet_kind"),
        (b"<html><table></table></html>", "sheet_kind"),
        (b"\x89PNG\r\n\x1a\n", "sheet_kind"),
        (_OLE, "sheet_kind"),
        (_LOCKED, "sheet_locked"),
        (b"PK\x03\x04 and no more", "sheet_damaged"),
    ],
)
def test_every_bad_file_has_its_own_message(tmp_path: Path, data: bytes, code: str) -> None:
    assert code_of(written(tmp_path / "liste.xlsx", data)) == code


def test_a_file_that_is_not_there_or_no_file(tmp_path: Path) -> None:
    assert code_of(tmp_path / "borte.csv") == "sheet_not_found"
    assert code_of(tmp_path) == "sheet_not_found"


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_refuse_absent", lambda path: None)

    assert code_of(tmp_path / "borte.csv") == "sheet_unreadable"


def test_a_truncated_workbook_is_damaged(tmp_path: Path) -> None:
    whole = sheets.WAITING_SAMPLE.read_bytes()

    for length in (100, len(whole) // 2, len(whole) - 10):
        assert code_of(written(tmp_path / "a.xlsx", whole[:length])) == "sheet_damaged"


def test_a_flipped_byte_never_brings_more_than_a_message(tmp_path: Path) -> None:
    whole = bytearray(sheets.WAITING_SAMPLE.read_bytes())
    for place in range(600, len(whole), len(whole) // 12):
        whole[place] ^= 0xFF
        path = written(tmp_path / "a.xlsx", bytes(whole))
        whole[place] ^= 0xFF
        with contextlib.suppress(FileProblem):
            read_sheet(path)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [("content.xml", "ods"), ("word/document.xml", "docx"), ("xl/workbook.bin", "xlsb")],
)
def test_other_archives_are_named(tmp_path: Path, entry: str, kind: str) -> None:
    path = sheets.archive(tmp_path / "a.xlsx", {entry: b"<x/>"})

    with pytest.raises(FileProblem) as caught:
        read_sheet(path)

    assert (caught.value.code, caught.value.facts) == ("sheet_kind", {"kind": kind})


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = sheets.archive(
        tmp_path / "a.xlsx", {"xl/workbook.xml": b"<x/>", "xl/big.xml": b" " * 40_000_000}
    )
    started = time.monotonic()

    assert code_of(bomb) == "sheet_bomb"
    assert time.monotonic() - started < 5


def test_an_archive_of_very_many_entries_is_refused(tmp_path: Path) -> None:
    assert code_of(written(tmp_path / "a.xlsx", sheets.zip_of(1_500))) == "sheet_bomb"


def test_a_list_that_lies_about_its_sizes_meets_the_walls(tmp_path: Path) -> None:
    huge = b"<?xml version='1.0'?><worksheet><sheetData>" + b" " * 30_000_000
    parts = {"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": huge}
    data = sheets.archive(tmp_path / "a.xlsx", parts).read_bytes()
    lie = data.replace(len(huge).to_bytes(4, "little"), (1000).to_bytes(4, "little"))

    assert code_of(written(tmp_path / "b.xlsx", lie)) == "sheet_damaged"


def test_the_sparse_sheet_ends_the_child_and_not_the_program(tmp_path: Path) -> None:
    assert code_of(sheets.sparse(tmp_path / "a.xlsx")) == "sheet_too_big"
    assert read_sheet(sheets.WAITING_SAMPLE).rows


def test_a_line_of_a_hundred_megabytes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b"x" * 100_000_000)

    assert code_of(path) == "sheet_line_too_long"


def test_a_file_over_the_size(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(b"Navn;Dato\r\n")
        file.truncate(60_000_000)

    assert code_of(path) == "sheet_too_big"


@pytest.mark.parametrize(
    "small", [Limits(rows=3), Limits(cells=30), Limits(columns=20), Limits(all_chars=500)]
)
def test_more_rows_cells_or_letters_than_the_caps(small: Limits) -> None:
    assert code_of(sheets.KOBO_SAMPLE, ReadOptions(limits=small)) == "sheet_too_big"


def test_too_little_memory_ends_the_child_only(tmp_path: Path) -> None:
    text = written(tmp_path / "a.csv", b"Navn;Dato\r\n" + b"Ola Eksempelsen;1\r\n" * 500_000)
    tight = Limits(memory_bytes=48 * 1024 * 1024)

    assert code_of(text, ReadOptions(limits=tight)) == "sheet_too_big"


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reader, "child_command", lambda: waits)

    assert code_of(sheets.KOBO_SAMPLE, ReadOptions(timeout=0.2)) == "sheet_timeout"


def test_cancelling_ends_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reader, "child_command", lambda: waits)
    started = time.monotonic()

    with pytest.raises(FileProblem) as caught:
        read_sheet(sheets.KOBO_SAMPLE, cancelled=lambda: True)

    assert caught.value.code == "sheet_cancelled"
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "says",
    [
        "pass",
        "print('not json')",
        "print('[1]')",
        'print(\'{"line": 1, "cells": []}\')',
        """print('{"line": 1}')""",
        """print('{"line": 1, "cells": [["t"], 5]}')""",
        """print('{"line": 1, "cells": [["?", "x"]]}')""",
        "raise SystemExit(1)",
    ],
)
def test_a_child_that_talks_nonsense_is_a_damaged_sheet(
    monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    monkeypatch.setattr(reader, "child_command", lambda: [sys.executable, "-c", says])

    assert code_of(sheets.KOBO_SAMPLE) == "sheet_damaged"


def test_a_child_that_never_listens_is_a_damaged_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "child_command", lambda: [sys.executable, "-S", "-c", "pass"])

    assert code_of(sheets.KOBO_SAMPLE, ReadOptions(separator=";" * 500_000)) == "sheet_damaged"


def test_a_file_with_markup_bombs_reads_nothing_from_outside(tmp_path: Path) -> None:
    evil = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>'
    path = sheets.archive(tmp_path / "a.xlsx", {"xl/workbook.xml": evil})

    assert code_of(path) in {"sheet_damaged", "sheet_empty"}


def test_nothing_is_written_beside_the_file(tmp_path: Path) -> None:
    read_bytes(tmp_path, b"Navn;Dato\r\nOla;1\r\n")

    assert [path.name for path in tmp_path.iterdir()] == ["liste.csv"]


def test_nothing_of_the_content_stands_in_a_repr() -> None:
    sheet = read_sheet(sheets.WAITING_SAMPLE)

    assert "Eksempelsen" not in repr(sheet)
    assert "20916239700" not in repr(sheet)


def test_the_officer_can_change_what_was_guessed(tmp_path: Path) -> None:
    data = "Navn;Sted\r\nÅse,Ås;x\r\n".encode()

    assert read_bytes(tmp_path, data).row(2).cell(0).text == "Åse,Ås"
    latin = read_bytes(tmp_path, data, ReadOptions(encoding="iso-8859-1"))
    assert latin.row(2).cell(0).text == "Ã\x85se,Ã\x85s"
    comma = read_bytes(tmp_path, data, ReadOptions(separator=","))
    assert comma.row(2).cell(1).text == "Ås;x"


def test_packed_the_child_is_the_command_whichever_program_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/husrom/husrom-app")
    assert reader.child_command() == ["/usr/lib/husrom/husrom", "--read-sheet"]
