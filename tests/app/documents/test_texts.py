"""A letter says what was in force on its day, and never lets a text reach beyond its facts."""

from datetime import date
from pathlib import Path

import pytest

from app.core.errors import NotFound, OfficeError
from app.documents.texts import load_text

TWO = """
[[version]]
valid_from = 2026-01-01
source = "FV-10"
[version.passages]
period = "Siste dag er {period}."
plain = "  Ring oss. "

[[version]]
valid_from = 2026-07-01
source = "FV-10, ny lov"
[version.passages]
period = "Fristen er {period}."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "vedtak.toml").write_text(TWO, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 1, 1), "Siste dag er tre uker."),
        (date(2026, 6, 30), "Siste dag er tre uker."),
        (date(2026, 7, 1), "Fristen er tre uker."),
    ],
)
def test_the_day_decides_the_version(folder: Path, on: date, expected: str) -> None:
    text = load_text("vedtak", "nb", on, folder)
    assert text.passage("period", period="tre uker") == expected


def test_before_the_first_version_there_is_no_text(folder: Path) -> None:
    with pytest.raises(NotFound) as caught:
        load_text("vedtak", "nb", date(2025, 12, 31), folder)
    assert caught.value.code == "text"


def test_an_unknown_document_or_passage_is_named(folder: Path) -> None:
    with pytest.raises(NotFound) as caught:
        load_text("ukjent", "nb", date(2026, 1, 1), folder)
    assert caught.value.facts["text"] == "ukjent"
    with pytest.raises(NotFound) as caught:
        load_text("vedtak", "nb", date(2026, 1, 1), folder).passage("nei")
    assert (caught.value.code, caught.value.facts["key"]) == ("text_passage", "nei")


def test_a_fact_that_is_missing_is_named(folder: Path) -> None:
    text = load_text("vedtak", "nb", date(2026, 1, 1), folder)
    assert text.placeholders("period") == {"period"}
    with pytest.raises(OfficeError) as caught:
        text.passage("period")
    assert (caught.value.code, caught.value.facts["facts"]) == ("text_fact", ("period",))


def test_a_fact_is_put_in_as_it_stands(folder: Path) -> None:
    text = load_text("vedtak", "nb", date(2026, 1, 1), folder)
    assert text.passage("period", period="{period} {x.y} \\1") == "Siste dag er {period} {x.y} \\1."
    assert text.passage("plain") == "Ring oss."


@pytest.mark.parametrize("text", ["{a.b}", "{0}", "{a!r}", "{a:>9}", "{", "}", "{{a}}", "{A}"])
def test_nothing_but_a_plain_placeholder_is_allowed(tmp_path: Path, text: str) -> None:
    (tmp_path / "nn").mkdir()
    body = f'[[version]]\nvalid_from = 2026-01-01\nsource = "x"\n[version.passages]\na = "{text}"\n'
    (tmp_path / "nn" / "brev.toml").write_text(body, encoding="utf-8")
    with pytest.raises(OfficeError) as caught:
        load_text("brev", "nn", date(2026, 1, 1), tmp_path)
    assert caught.value.code == "text_form"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "version = 3",
        "[[version]]\nvalid_from = 2026-01-01\n",
        '[[version]]\nvalid_from = "2026-01-01"\nsource = "x"\n[version.passages]\na = "b"\n',
        '[[version]]\nvalid_from = 2026-01-01\nsource = "x"\n[version.passages]\n',
        "not toml",
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, body: str) -> None:
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "brev.toml").write_text(body, encoding="utf-8")
    with pytest.raises(OfficeError) as caught:
        load_text("brev", "nb", date(2026, 1, 1), tmp_path)
    assert caught.value.code == "text_form"
