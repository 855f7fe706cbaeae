"""Text files: what was guessed is right, and no bytes bring anything but a FileProblem."""

import contextlib
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import FileProblem
from app.transfer.delimited import (
    ENCODINGS,
    SEPARATORS,
    guess_encoding,
    guess_separator,
    open_delimited,
)
from app.transfer.limits import Limits
from app.transfer.sheet import CellKind, Row
from tests.app.transfer import sheets

_WORDS = "Navn;Åse Øygård;Čuvttiš"


def read(data: bytes, encoding: str | None = None, separator: str | None = None) -> list[Row]:
    """The rows of a text file."""
    return list(open_delimited(data, encoding, separator, Limits())[1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_recognised_with_and_without_a_mark(encoding: str) -> None:
    data = sheets.csv_bytes(_WORDS, encoding=encoding)

    assert guess_encoding(data) == encoding
    assert [cell.text for cell in read(data)[0].cells] == _WORDS.split(";")


def test_latin_and_windows_are_told_apart_by_what_only_windows_has() -> None:
    assert guess_encoding("Ødegård".encode("iso-8859-1")) == "iso-8859-1"
    assert guess_encoding("Ødegård – «nr. 4»".encode("windows-1252")) == "windows-1252"
    assert guess_encoding(b"\xd8deg\x81rd") == "iso-8859-1"


def test_an_encoding_that_does_not_fit_says_on_which_line() -> None:
    data = "Navn;Sted\r\nOla;Sør\r\n".encode("iso-8859-1")

    with pytest.raises(FileProblem) as caught:
        read(data, "utf-8")

    assert caught.value.code == "sheet_encoding"
    assert caught.value.facts == {"encoding": "utf-8", "line": 2}


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_separator_is_the_one_that_gives_even_lines(separator: str) -> None:
    lines = [
        separator.join(("Navn", "Leie", "Merknad")),
        separator.join(("Ola", '"7 850,00"', '"a; b, c"')),
        separator.join(("Kari", "8000", "")),
    ]

    assert guess_separator("\n".join(lines)) == separator


def test_quotes_hold_separators_lines_and_quotes() -> None:
    data = b'a;b\r\n"x;y\r\nz";"say ""hi"""\r\nlast;1\r\n'

    rows = read(data)

    assert [row.line for row in rows] == [1, 2, 4]
    assert [cell.text for cell in rows[1].cells] == ["x;y\r\nz", 'say "hi"']


def test_a_quote_inside_a_word_is_a_letter() -> None:
    assert read(b'a;b\n6" skjerm;2\n')[1].cells[0].text == '6" skjerm'


def test_a_quote_never_closed_is_told_with_its_line_and_swallows_nothing() -> None:
    with pytest.raises(FileProblem) as caught:
        read(b'a;b\n1;2\n"3;4\n5;6\n')

    assert (caught.value.code, caught.value.facts) == ("sheet_quote", {"line": 3})


def test_blank_lines_count_and_are_left_out() -> None:
    assert [row.line for row in read(b"a;b\n\n;;\n1;2")] == [1, 4]


def test_a_fault_that_a_spreadsheet_wrote_out_is_an_error_cell() -> None:
    assert read(b"a;b\n#REF!;2\n")[1].cells[0].kind is CellKind.ERROR


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8")),
    st.sampled_from((None, *ENCODINGS, "utf-7")),
    st.sampled_from((None, *SEPARATORS, "|")),
)
def test_no_bytes_bring_anything_but_a_file_problem(
    data: bytes, encoding: str | None, separator: str | None
) -> None:
    rows: list[Row] = []
    with contextlib.suppress(FileProblem):
        rows = read(data, encoding, separator)
    assert rows == sorted(rows, key=lambda row: row.line)
    assert all(row.filled for row in rows)


_CELLS = st.text(max_size=12).filter(lambda text: "\x00" not in text)


@given(
    st.lists(st.lists(_CELLS, min_size=2, max_size=4), min_size=1, max_size=6),
    st.sampled_from(SEPARATORS),
)
def test_what_the_csv_module_writes_is_read_back(table: list[list[str]], separator: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows([["kept", "x"], *table])

    rows = read(out.getvalue().encode("utf-8-sig"), None, separator)

    kept = [line for line in table if any(text.strip() for text in line)]
    assert [[cell.text for cell in row.cells] for row in rows[1:]] == [
        [text if text.strip() else "" for text in line] for line in kept
    ]
