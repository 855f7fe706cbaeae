"""A happening in a few words: what, and what is known of it. Pure; the words are the officer's."""

from collections.abc import Iterator

from app.core.money import format_kroner
from app.core.words import LANGUAGE, word
from app.followup.levels.model import HelpLevel
from app.overview.household.model import Happened, Happening


def headline(each: Happening, language: str = LANGUAGE) -> str:
    """«Vedtak: innvilget», «Telefon: nådd», «Nivå 3: oppfølging og tjenester»."""
    what, state = word(each.what, language), each.state
    if isinstance(state, HelpLevel):
        return _first(f"{what} {state.value}: {word(state, language)}")
    if each.what is Happened.CONTACT and state is not None:
        more = f": {word(each.more, language)}" if each.more is not None else ""
        return _first(f"{word(state, language)}{more}")
    return _first(f"{what}: {word(state, language)}" if state is not None else what)


def details(each: Happening, language: str = LANGUAGE) -> Iterator[str]:
    """What else is known: the sum, what it was about, and what was written."""
    if each.amount is not None:
        yield format_kroner(each.amount)
    if each.more is not None and each.what is not Happened.CONTACT:
        yield word(each.more, language)
    if each.words:
        yield " ".join(each.words.split())


def told(each: Happening) -> str:
    """All of it on one line."""
    return " · ".join((headline(each), *details(each)))


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]
