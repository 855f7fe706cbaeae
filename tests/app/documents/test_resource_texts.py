"""Every text that is shipped: both languages, the same passages, and all of it printable."""

from datetime import date

import pytest

from app.documents.fonts import demand_glyphs
from app.documents.texts import FOLDER, Text, versions

NAMES = sorted({path.stem for path in FOLDER.glob("n[bn]/*.toml")})


def by_day(texts: tuple[Text, ...]) -> dict[date, Text]:
    return {text.valid_from: text for text in texts}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_hold_the_same_passages_from_the_same_days(name: str) -> None:
    bokmal, nynorsk = by_day(versions(name, "nb")), by_day(versions(name, "nn"))
    assert bokmal.keys() == nynorsk.keys()
    for day, text in bokmal.items():
        other = nynorsk[day]
        assert text.passages.keys() == other.passages.keys(), day
        for key in text.passages:
            assert text.placeholders(key) == other.placeholders(key), (day, key)


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_can_be_printed(name: str) -> None:
    for text in (*versions(name, "nb"), *versions(name, "nn")):
        demand_glyphs(text.passages.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_two_versions_begin_on_the_same_day(name: str) -> None:
    for texts in (versions(name, "nb"), versions(name, "nn")):
        assert len(by_day(texts)) == len(texts)
