"""Counts, days and names in bokmål and nynorsk."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.periods import Period, Unit
from app.core.text import (
    Language,
    clock_time,
    day_and_month,
    day_in_words,
    grouped,
    how_long,
    length,
    length_in_words,
    month_in_words,
    percent,
    percent_in_words,
    plural,
    short_day,
    span,
    tidy_name,
)

NB, NN = Language.NB, Language.NN
D = date.fromisoformat


def soft(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 dager"), (1, "1 dag"), (2, "2 dager"), (1200, "1 200 dager")]
)
def test_one_text_for_each_number(number: int, words: str) -> None:
    assert soft(plural(number, "dag", "dager")) == words


@pytest.mark.parametrize(
    ("period", "language", "digits", "words"),
    [
        (Period(1, Unit.DAYS), NB, "1 dag", "én dag"),
        (Period(3, Unit.WEEKS), NB, "3 uker", "tre uker"),
        (Period(3, Unit.WEEKS), NN, "3 veker", "tre veker"),
        (Period(1, Unit.WEEKS), NN, "1 veke", "éi veke"),
        (Period(1, Unit.MONTHS), NB, "1 måned", "én måned"),
        (Period(6, Unit.MONTHS), NN, "6 månader", "seks månader"),
        (Period(1, Unit.YEARS), NB, "1 år", "ett år"),
        (Period(12, Unit.MONTHS), NB, "12 måneder", "tolv måneder"),
        (Period(14, Unit.DAYS), NN, "14 dagar", "14 dagar"),
    ],
)
def test_lengths(period: Period, language: Language, digits: str, words: str) -> None:
    assert soft(length(period, language)) == digits
    assert soft(length_in_words(period, language)) == words


@pytest.mark.parametrize(
    ("day", "bokmal", "nynorsk"),
    [
        ("2026-11-23", "mandag 23. november 2026", "måndag 23. november 2026"),
        ("2026-03-17", "tirsdag 17. mars 2026", "tysdag 17. mars 2026"),
        ("2026-02-28", "lørdag 28. februar 2026", "laurdag 28. februar 2026"),
        ("2026-03-01", "søndag 1. mars 2026", "sundag 1. mars 2026"),
    ],
)
def test_days_in_words(day: str, bokmal: str, nynorsk: str) -> None:
    assert day_in_words(D(day)) == bokmal
    assert day_in_words(D(day), NN) == nynorsk


def test_days_in_tables_and_parts() -> None:
    assert short_day(D("2026-03-07")) == "07.03.2026"
    assert day_and_month(D("2026-11-23")) == "23. november"
    assert month_in_words(D("2026-06-01")) == "juni 2026"
    assert soft(clock_time(time(10, 5))) == "kl. 10.05"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-06-01", "2026-06-30", "1.–30. juni 2026"),
        ("2026-06-01", "2029-05-31", "1. juni 2026 til 31. mai 2029"),
        ("2026-06-01", "2027-06-30", "1. juni 2026 til 30. juni 2027"),
        ("2026-06-01", "2026-06-01", "1. juni 2026"),
    ],
)
def test_spans(first: str, last: str, words: str) -> None:
    assert span(D(first), D(last)) == words


@pytest.mark.parametrize(
    ("day", "bokmal", "nynorsk"),
    [
        ("2026-11-21", "i dag", "i dag"),
        ("2026-11-22", "i morgen", "i morgon"),
        ("2026-11-20", "i går", "i går"),
        ("2026-11-28", "om 7 dager", "om 7 dagar"),
        ("2026-11-18", "for 3 dager siden", "for 3 dagar sidan"),
    ],
)
def test_how_long(day: str, bokmal: str, nynorsk: str) -> None:
    assert soft(how_long(D("2026-11-21"), D(day))) == bokmal
    assert soft(how_long(D("2026-11-21"), D(day), NN)) == nynorsk


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
