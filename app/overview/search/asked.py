"""Reads what was typed into the box: words, a number, a day of birth. Pure."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from app.core.order import search_words
from app.core.records import dataclass
from app.letters.model import DocumentKind

NOTE_LETTERS = 4
"""Shorter words stand in every other note."""
SLIP_LETTERS = 4
"""One wrong letter of fewer would be another word."""
_MOST_LETTERS = 16
_MARK = 3
"""So many letters stand before the digits of a number at the most."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DAY = re.compile(r"\s*(\d{1,2})[ ./-]+(\d{1,2})[ ./-]+(\d{4}|\d{2})\s*")
_PACKED = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_PHONE, _COUNTRY = 8, ("47", "0047")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed. `digits` is a number without its blanks, `born` the days it may be.

    `kinds` are the documents some of the words name, `beside` the words that name none.
    """

    words: tuple[str, ...]
    digits: str = ""
    born: tuple[date, ...] = ()
    kinds: frozenset[DocumentKind] = frozenset()
    beside: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words as one, without marks and capitals."""
        return " ".join(self.words)

    @property
    def may_be_number(self) -> bool:
        """Whether the words may begin the number of a case: «s», «s2026 01»."""
        return all(len(word) <= _MARK or any(map(str.isdigit, word)) for word in self.words)


def read(text: str, named: Mapping[DocumentKind, str] | None = None) -> Asked:
    """What is asked for; `named` are the words the kinds of documents go by."""
    words = tuple(re.findall(r"\w+", search_words(text)))
    joined = "".join(words)
    digits = joined if joined.isdigit() and len(joined) >= 6 else ""
    kinds, beside = _documents(words, named or {})
    return Asked(words, digits, _born(text, digits), kinds, beside)


def _documents(
    words: tuple[str, ...], named: Mapping[DocumentKind, str]
) -> tuple[frozenset[DocumentKind], tuple[str, ...]]:
    """The kinds that hold as many of the first words as any does, and the words after those."""
    known = {kind: f" {search_words(said)}" for kind, said in named.items()}
    held = frozenset(known)
    for at, word in enumerate(words):
        fewer = frozenset(kind for kind in held if len(word) > 2 and f" {word}" in known[kind])
        if not fewer:
            return (held if at else frozenset()), words[at:]
        held = fewer
    return (held if words else frozenset()), ()


def _born(text: str, digits: str) -> tuple[date, ...]:
    """«14.06.89», «14 06 1989» and «140689» as days; none that has not been."""
    match = _DAY.fullmatch(text) or _PACKED.fullmatch(digits)
    if match is None:
        return ()
    day, month, year = (int(part) for part in match.groups())
    years = (year,) if len(match[3]) == 4 else (1900 + year, 2000 + year)
    return tuple(_days(years, month, day))


def _days(years: tuple[int, ...], month: int, day: int) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def query(asked: Asked) -> str:
    """The words as an FTS expression, each the beginning of a word; quoted, so none is an operator.

    A number of a telephone is also tried without and with its country.
    """
    if not asked.digits:
        return " ".join(f'"{word}"*' for word in asked.words)
    return " OR ".join(f'"{each}"*' for each in _numbers(asked.digits))


def _numbers(digits: str) -> Iterator[str]:
    yield digits
    for country in _COUNTRY:
        if len(digits) == _PHONE:
            yield f"{country}{digits}"
        elif digits.startswith(country) and len(digits) == len(country) + _PHONE:
            yield digits.removeprefix(country)


def slips(asked: Asked) -> Iterator[tuple[str, str]]:
    """FTS expressions with one letter wrong in one of the words: too many, too few, another.

    With each the other words alone: where they find nothing, neither will it.
    """
    for at, word in enumerate(asked.words):
        if not (SLIP_LETTERS <= len(word) <= _MOST_LETTERS and word.isalpha()):
            continue
        others = [f'"{other}"*' for place, other in enumerate(asked.words) if place != at]
        tried = " OR ".join((*(f'"{each}"*' for each in sorted(_one_off(word))), f'"{word[:-1]}"'))
        beside = " AND ".join(others)
        yield f"{beside} AND ({tried})" if beside else tried, beside


def _one_off(word: str) -> set[str]:
    """Beginnings of words; what begins with the word itself, or holds all that does, is left out.

    Without its last letter it is looked for whole: as a beginning it would find the word again.
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(head + tail[1:] for head, tail in cuts if tail),
        *(head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1),
        *(head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS),
        *(head + letter + tail for head, tail in cuts if tail for letter in _LETTERS),
    } - {word, word[:-1]}


def note_pattern(word: str) -> str:
    """What a word may look like in a note, as LIKE sees it; its vowels are looked at afterwards."""
    return "%" + re.sub(r"[aeiouy]+", "%", word) + "%"
