"""Days and lengths of time in bokmål and nynorsk."""

from datetime import date, time

import pytest

from app.core.days import (
    clock_time,
    day_and_month,
    day_in_words,
    how_long,
    length,
    length_in_words,
    month_in_words,
    short_day,
    span,
)
from app.core.periods import Period, Unit
from app.core.text import Language

NB, NN = Language.NB, Language.NN
D = date.fromisoformat


def soft(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


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
        ("2027-01-20", "om 60 dager", "om 60 dagar"),
        ("2027-01-21", "om 2 måneder", "om 2 månader"),
        ("2026-05-21", "for 6 måneder siden", "for 6 månader sidan"),
        ("2028-10-21", "om 23 måneder", "om 23 månader"),
        ("2028-11-21", "om 2 år", "om 2 år"),
        ("2029-11-30", "om 3 år", "om 3 år"),
        ("2021-11-21", "for 5 år siden", "for 5 år sidan"),
    ],
)
def test_how_long(day: str, bokmal: str, nynorsk: str) -> None:
    assert soft(how_long(D("2026-11-21"), D(day))) == bokmal
    assert soft(how_long(D("2026-11-21"), D(day), NN)) == nynorsk
