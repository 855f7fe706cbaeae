"""Numbers and names in bokmål and nynorsk."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text import grouped, percent, percent_in_words, plural, tidy_name


def soft(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 dager"), (1, "1 dag"), (2, "2 dager"), (1200, "1 200 dager")]
)
def test_one_text_for_each_number(number: int, words: str) -> None:
    assert soft(plural(number, "dag", "dager")) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("12.25", "12,25"), ("12.250", "12,25"), ("10", "10"), ("100", "100"), ("-0.5", "−0,5")],
)
def test_per_cent(number: str, words: str) -> None:
    assert soft(percent(Decimal(number))) == f"{words} %"
    assert soft(percent_in_words(Decimal(number))) == f"{words} prosent"


@given(st.integers())
def test_grouping_keeps_the_number(number: int) -> None:
    bare = grouped(number).replace("\N{NO-BREAK SPACE}", "").replace("\N{MINUS SIGN}", "-")
    assert int(bare) == number


def test_names_are_kept_as_their_owner_writes_them() -> None:
    assert tidy_name(" A\N{COMBINING ACUTE ACCENT}ile  Njárga ") == "Áile  Njárga"
    assert tidy_name("de la Cruz-ÅS") == "de la Cruz-ÅS"
