"""Early signs in words: which and when, children with a petition, and no colour alone."""

from datetime import date, timedelta

import pytest

from app.arrears.signals.model import (
    EarlySignal,
    EarlySignalKind,
    SignalLevel,
    SignalSource,
    SignalStanding,
)
from app.core.ids import PersonId
from ui.signal_words import because_words, days_words, kinds_words, level_chip

KARI = PersonId(1)
TODAY = date(2026, 11, 23)


def late(days_ago: int) -> EarlySignal:
    return EarlySignal(
        KARI, EarlySignalKind.LATE_RENT, TODAY - timedelta(days=days_ago), SignalSource.ACCOUNT
    )


@pytest.mark.parametrize("level", list(SignalLevel))
def test_every_level_has_a_word_and_a_shape(level: SignalLevel) -> None:
    assert level_chip(level).text
    assert level_chip(level).kind.icon


def test_a_petition_is_said_first_and_children_with_it() -> None:
    found = SignalStanding(KARI, SignalLevel.RED, (late(3),), petition=True, children=2)
    assert because_words(found).replace("\u00a0", " ") == (
        "Begjæring om utkastelse er sendt. 2 barn bor her. Sen husleie 20.11.2026."
    )
    assert days_words(found) == "Begjæring om utkastelse er sendt"


def test_many_signs_are_told_in_short() -> None:
    signs = tuple(late(days) for days in (50, 40, 30, 20, 10))
    found = SignalStanding(KARI, SignalLevel.YELLOW, signs)
    assert "og 1 til" in because_words(found)
    assert days_words(found).replace("\u00a0", " ") == "5 tegn med 40 dager mellom"
    assert kinds_words(signs) == "Sen husleie"


def test_nothing_is_said_plainly() -> None:
    assert because_words(SignalStanding(KARI, SignalLevel.NONE)) == "Ingen åpne tegn."
    assert days_words(SignalStanding(KARI, SignalLevel.NONE)) == ""
