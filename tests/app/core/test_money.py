"""Sums are read strictly and written the Norwegian way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.core.money import (
    Ambiguous,
    Ore,
    Rounding,
    format_kroner,
    format_letter,
    format_sums,
    kroner,
    parse_kroner,
    part_of,
)

sums = st.integers(-(10**14) + 1, 10**14 - 1).map(Ore)


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("8200", 820000),
        ("8 200", 820000),
        ("8\N{NO-BREAK SPACE}200", 820000),
        ("8\N{THIN SPACE}200", 820000),
        ("8\N{NARROW NO-BREAK SPACE}200", 820000),
        ("1 234 567", 123456700),
        ("8200,50", 820050),
        ("8200,5", 820050),
        ("7 850,00", 785000),
        ("kr 8 200", 820000),
        ("Kr. 8 200", 820000),
        ("8 200 kr", 820000),
        ("8 200 kroner", 820000),
        ("8 200,-", 820000),
        ("8 200,–", 820000),
        ("-8 200", -820000),
        ("−8 200", -820000),
        ("− 8 200,50 kr", -820050),
        ("kr −8 200", -820000),
        ("−kr 8 200", -820000),
        ("  0,05 ", 5),
        ("0", 0),
    ],
)
def test_reads_what_a_norwegian_writes(text: str, ore: int) -> None:
    assert parse_kroner(text) == ore


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("10.000", (1000000, 1000)),
        ("8.250", (825000, 825)),
        ("8,250", (825000, 825)),
        ("kr 8.250", (825000, 825)),
        ("8.250 kr", (825000, 825)),
        ("−8.250", (-825000, -825)),
        ("1.235", (123500, 124)),
    ],
)
def test_asks_where_it_could_be_two_sums(text: str, readings: tuple[int, ...]) -> None:
    with pytest.raises(Ambiguous) as caught:
        parse_kroner(text)
    assert caught.value.code == "money_ambiguous"
    assert caught.value.readings == readings
    assert caught.value.facts == {"readings": readings}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kr",
        "åtte tusen",
        "8 20",
        "82 00",
        "8200 500",
        "8  200",
        "8\t200",
        "8200,123456",
        "8200.50",
        "1250.000",
        "1,234.50",
        "8'200",
        "1e3",
        "0x10",
        "+8200",
        "--8200",
        "08200",
        "0.500",
        "(8 200)",
        "8 200 EUR",
        "kr 8 200 kr",
        "٨٢٠٠",
        "1234567890123",
    ],
)
def test_refuses_everything_else(text: str) -> None:
    with pytest.raises(OfficeError) as caught:
        parse_kroner(text)
    assert caught.value.code == "money_unreadable"


@pytest.mark.parametrize(
    ("ore", "screen", "letter"),
    [
        (820000, "8 200 kr", "8 200 kroner"),
        (134550, "1 345,50 kr", "1 345,50 kroner"),
        (-5, "−0,05 kr", "−0,05 kroner"),
        (123456700, "1 234 567 kr", "1 234 567 kroner"),
        (0, "0 kr", "0 kroner"),
    ],
)
def test_writes_with_hard_blanks(ore: int, screen: str, letter: str) -> None:
    assert format_kroner(Ore(ore)) == screen.replace(" ", "\N{NO-BREAK SPACE}")
    assert format_letter(Ore(ore)) == letter.replace(" ", "\N{NO-BREAK SPACE}")


@given(sums)
def test_what_is_written_is_read_as_the_same(ore: Ore) -> None:
    assert parse_kroner(format_kroner(ore)) == ore
    assert parse_kroner(format_kroner(ore, unit=False)) == ore
    assert parse_kroner(format_letter(ore)) == ore


@given(st.from_regex(r"(kr )?-?[0-9]{1,3}([ .,][0-9]{1,3}){0,2}( kr|,-)?", fullmatch=True))
def test_near_sums_are_read_asked_about_or_refused(text: str) -> None:
    try:
        read = parse_kroner(text)
    except Ambiguous as asked:
        larger, smaller = asked.readings
        assert abs(larger) > abs(smaller)
        return
    except OfficeError:
        return
    assert parse_kroner(format_kroner(read)) == read


@pytest.mark.parametrize(
    ("base", "factor", "rounding", "whole"),
    [
        (750, "0.05", Rounding.HALF_UP, 38),
        (750, "0.15", Rounding.HALF_UP, 113),
        (1345, "1.25", Rounding.DOWN, 1681),
        (1345, "1.35", Rounding.DOWN, 1815),
        (1345, "2.1", Rounding.DOWN, 2824),
        (1345, "2", Rounding.DOWN, 2690),
    ],
)
def test_fees_are_whole_kroner(base: int, factor: str, rounding: Rounding, whole: int) -> None:
    assert part_of(kroner(base), Decimal(factor), rounding) == kroner(whole)


def test_sums_below_each_other_have_the_same_number_of_digits_after_the_comma() -> None:
    hard = "\N{NO-BREAK SPACE}"
    assert format_sums([Ore(845000), Ore(3800)]) == (f"8{hard}450{hard}kr", f"38{hard}kr")
    assert format_sums([Ore(845000), Ore(21145), Ore(-100)], unit=False) == (
        f"8{hard}450,00",
        "211,45",
        "\N{MINUS SIGN}1,00",
    )
    assert format_sums([]) == ()
