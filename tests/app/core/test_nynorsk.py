"""No word of bokmål stands in what is written in nynorsk: codes, columns and letters."""

import pytest

from app.core import words
from app.documents.texts import FOLDER, versions
from tests.nynorsk import bokmal_in

TEXTS = sorted(path.stem for path in FOLDER.glob("nn/*.toml"))


@pytest.mark.parametrize("file", ["states", "columns", "tables"])
def test_no_word_of_a_code_is_bokmal(file: str) -> None:
    found = [
        (part, name, said)
        for part, told in words._read(file, "nn").items()
        for name, said in told.items()
        if bokmal_in(said)
    ]
    assert found == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_passage_has_a_word_of_bokmal(name: str) -> None:
    found = [
        (key, bokmal_in(said))
        for text in versions(name, "nn")
        for key, said in text.passages.items()
        if bokmal_in(said)
    ]
    assert found == []
