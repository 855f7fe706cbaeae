"""A file is what was seen: every text itself, and nothing a spreadsheet would reckon with."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from app.transfer.check import check_sheet
from app.transfer.columns import WAITING_PROFILE
from app.transfer.delimited import open_delimited
from app.transfer.export import to_csv, to_xlsx
from app.transfer.limits import Limits
from app.transfer.model import ApplicantRow
from app.transfer.reader import read_sheet

_EVIL = ("=1+1", "<b>Ola", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "http://x.example", "007")
_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


def cells(data: bytes) -> list[list[object]]:
    """The cells of the only sheet."""
    page = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    return [list(row) for row in page.to_python()]


def test_a_workbook_holds_every_text_as_itself() -> None:
    data = to_xlsx("Søkere", ("Navn",), [(text,) for text in _EVIL])

    assert cells(data) == [["Navn"], *([text] for text in _EVIL)]
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        page = book.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in page
        assert b"hyperlink" not in page
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in book.namelist()


def test_a_workbook_keeps_numbers_days_and_gaps() -> None:
    data = to_xlsx("x", ("a", "b", "c", "d"), [(1, 2.5, date(2026, 3, 1), None), ("", 3, True, "")])

    assert cells(data)[1] == [1.0, 2.5, date(2026, 3, 1), ""]
    assert cells(data)[2] == ["", 3.0, "1", ""]


def test_a_workbook_says_nothing_of_who_made_it_and_is_the_same_each_time() -> None:
    data = to_xlsx("x", ("a",), [("b",)])

    assert data == to_xlsx("x", ("a",), [("b",)])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert b"<dc:creator></dc:creator>" in book.read("docProps/core.xml")


@pytest.mark.parametrize("title", ["", "'", "a/b:c", "x" * 80, "Søkere [1]"])
def test_any_title_makes_a_sheet_name(title: str) -> None:
    assert cells(to_xlsx(title, ("a",), [])) == [["a"]]


def test_what_no_workbook_can_hold_becomes_a_mark() -> None:
    data = to_xlsx("x", ("a",), [("bel\x07l",), ("x" * 40_000,)])

    assert cells(data)[1] == ["bel\N{REPLACEMENT CHARACTER}l"]
    assert len(str(cells(data)[2][0])) == 32_767


def test_a_text_file_opens_right_and_reckons_with_nothing() -> None:
    data = to_csv(("Navn", "Tlf"), [("=1+1", "+47 91 22 33 44"), (" ＝1", "-5"), ("Åse;x", None)])

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Navn;Tlf",
        "'=1+1;+47 91 22 33 44",
        "' ＝1;-5",
        '"Åse;x";',
        "",
    ]


def test_days_figures_and_marks_are_written_as_in_norway() -> None:
    data = to_csv(("a", "b", "c", "d"), [(date(2026, 3, 1), 2.5, True, False)])

    assert data.decode("utf-8-sig").split("\r\n")[1] == "01.03.2026;2,5;1;"


@pytest.mark.parametrize("name", ["=1+1", "<b>Ola", "@Kari", "-Per", "+Nils", "O'Brien"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_name_comes_back_as_itself(tmp_path: Path, name: str, form: str) -> None:
    headings, rows = ("Etternavn", "Gruppe"), [(name, "rus")]
    data = to_csv(headings, rows) if form == "csv" else to_xlsx("Liste", headings, rows)
    path = tmp_path / "liste.bin"
    path.write_bytes(data)

    (row,) = check_sheet(read_sheet(path), WAITING_PROFILE).rows

    assert isinstance(row, ApplicantRow)
    assert row.person.family_name == name


@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=5))
def test_every_text_is_in_the_file(rows: list[tuple[str, str]]) -> None:
    _, read = open_delimited(to_csv(("a", "b"), rows), None, ";", Limits())

    found = {row.line: row for row in read}
    for line, row in enumerate(rows, start=2):
        for at, text in enumerate(row):
            if text.strip():
                shown = found[line].cell(at).text
                assert shown in (text, f"'{text}")
                assert shown.lstrip()[:1] not in "=@＝＠"
