"""Lines hold every word, keep to their width, and never part what belongs together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.fonts import Weight, advance
from app.documents.lines import bind, break_lines, runs_of

TEXT = st.text(alphabet="abcæøåčđŋšŧž §.-0123456789\n", max_size=300)


def shown(text: str, width: float) -> list[str]:
    lines = break_lines([(text, Weight.REGULAR)], 10, width)
    return ["".join(part.text for part in line.parts).rstrip() for line in lines]


@given(TEXT, st.floats(40, 400))
def test_no_letter_is_lost_and_none_is_added(text: str, width: float) -> None:
    kept = "".join("".join(shown(text, width)).split())
    assert kept == "".join(text.split())


@given(TEXT, st.floats(40, 400))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    for line in break_lines([(text, Weight.REGULAR)], 10, width):
        assert line.width <= width + 0.1


def test_a_lead_is_strong_and_run_in() -> None:
    (line,) = break_lines(runs_of("tre uker", Weight.REGULAR, "Frist:"), 10, 400)
    assert [(part.text, part.weight) for part in line.parts] == [
        ("Frist: ", Weight.SEMIBOLD),
        ("tre\xa0uker" if "\xa0" in bind("tre uker") else "tre uker", Weight.REGULAR),
    ]


def test_a_line_break_in_the_text_is_a_line_break() -> None:
    assert shown("Du kan miste boligen din.\nRing oss.", 400) == [
        "Du kan miste boligen din.",
        "Ring oss.",
    ]


def test_a_short_word_does_not_stand_alone_on_the_last_line() -> None:
    text = "en setning som går over to linjer nå"
    width = advance(text[:-3], Weight.REGULAR) * 10 + 1
    assert shown(text, width)[-1] == "linjer nå"


@pytest.mark.parametrize(
    "bound",
    ["§ 9-2", "9 450 kr", "12 345 678 kroner", "3 uker", "1. mars 2027", "kl. 9", "62 00 01 23",
     "50 %", "64 m²", "2299 kr", "104 B"],
)  # fmt: skip
def test_figures_stay_with_what_they_count(bound: str) -> None:
    assert " " not in bind(bound)
    assert bind(bound).replace("\xa0", " ") == bound


@pytest.mark.parametrize(
    "loose", ["den 1. og siste", "nr av", "bolig 3 har", "er siste dag", "2 H0201"]
)
def test_ordinary_blanks_may_break(loose: str) -> None:
    assert bind(loose) == loose
