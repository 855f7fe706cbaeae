"""From text to lines: no hyphenation, no justification, hard blanks where words belong together."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from app.core.days import MONTHS
from app.documents.fonts import Weight, advance, clean

Run = tuple[str, Weight]
"""A stretch of text in one weight."""

SHORT_WORD = 7
"""A last line of one word up to this length takes the word before with it."""

_MONTHS = "|".join(MONTHS)
_UNITS = "kroner|kr|uker|veker|dager|dagar|måneder|månader|år|prosent|%|m²"
_BOUND = re.compile(
    r"(?<=§) (?=\d)"
    r"|(?<=\d) (?=\d{3}(?!\d))"
    r"|(?<=\d\d) (?=\d\d(?!\d))"
    rf"|(?<=\d) (?=(?:{_UNITS})\b|%|m²)"
    rf"|(?<=\d\.) (?=(?:{_MONTHS})\b)"
    rf"|(?<=\b(?:kl|nr)\.) (?=\d)"
    r"|(?<=\d) (?=[A-H]\b)"
)
_BLANKS = re.compile(r"[ \t\r\n]")
_BOUND_YEAR = re.compile(rf"(\d\.\xa0(?:{_MONTHS})) (?=\d{{4}}\b)")


class Part(NamedTuple):
    """Words in one weight, `x` from the start of the line."""

    x: float
    text: str
    weight: Weight


class Line(NamedTuple):
    """A line of text and how wide it is."""

    parts: tuple[Part, ...]
    width: float


class _Word(NamedTuple):
    text: str
    weight: Weight
    wide: float
    starts_line: bool


@lru_cache(maxsize=4_000)
def bind(text: str) -> str:
    """With hard blanks in «§ 9-2», «9 450 kr», «3 uker», «1. mars 2027», «kl. 9», «4 B»."""
    return _BOUND_YEAR.sub("\\1\xa0", _BOUND.sub("\xa0", clean(text)))


def break_lines(runs: Sequence[Run], size: float, width: float) -> list[Line]:
    """The runs, a blank between them, as lines no wider than `width`; one empty line if no text."""
    words = [word for text, weight in runs for word in _words(text, weight, size, width)]
    rows: list[list[_Word]] = []
    room = 0.0
    for word in words:
        blank = advance(" ", word.weight) * size
        if not rows or word.starts_line or blank + word.wide > room + 0.01:
            rows.append([word])
            room = width - word.wide
        else:
            rows[-1].append(word)
            room -= blank + word.wide
    _pull_down(rows, width, size)
    return [_line(row, size, last=row is rows[-1]) for row in rows] or [Line((), 0.0)]


def split(row: str) -> list[str]:
    """The words of a row; a hard blank is inside a word."""
    return [word for word in _BLANKS.split(row) if word]


def runs_of(text: str, kind_weight: Weight, lead: str = "") -> list[Run]:
    """Text with an optional strong lead run in before it."""
    strong = Weight.BOLD if kind_weight is Weight.BOLD else Weight.SEMIBOLD
    return [(lead, strong), (text, kind_weight)] if lead else [(text, kind_weight)]


def _words(text: str, weight: Weight, size: float, width: float) -> list[_Word]:
    found: list[_Word] = []
    for number, row in enumerate(bind(text).splitlines()):
        for place, word in enumerate(split(row)):
            found += _fitting(word, weight, size, width, number > 0 and place == 0)
    return found


def _fitting(word: str, weight: Weight, size: float, width: float, first: bool) -> list[_Word]:
    """The word itself, or where none can hold it, as much of it as goes on each line."""
    wide = advance(word, weight) * size
    if wide <= width:
        return [_Word(word, weight, wide, first)]
    found: list[_Word] = []
    while word:
        end = len(word)
        while end > 1 and advance(word[:end], weight) * size > width:
            end -= 1
        wide = advance(word[:end], weight) * size
        found.append(_Word(word[:end], weight, wide, first or bool(found)))
        word = word[end:]
    return found


def _pull_down(rows: list[list[_Word]], width: float, size: float) -> None:
    """Moves a word down when the last line would hold one short word alone."""
    if len(rows) < 2 or len(rows[-1]) != 1 or len(rows[-2]) < 3:
        return
    alone = rows[-1][0]
    moved = rows[-2][-1]
    if alone.starts_line or len(alone.text) > SHORT_WORD:
        return
    if moved.wide + alone.wide + advance(" ", alone.weight) * size <= width:
        rows[-1].insert(0, rows[-2].pop())


def _line(row: list[_Word], size: float, last: bool) -> Line:
    parts: list[Part] = []
    x, start, held = 0.0, 0.0, [row[0].text]
    weight = row[0].weight
    x = row[0].wide
    for word in row[1:]:
        x += advance(" ", word.weight) * size
        if word.weight is weight:
            held.append(word.text)
        else:
            parts.append(Part(start, " ".join(held) + " ", weight))
            start, held, weight = x, [word.text], word.weight
        x += word.wide
    # A blank at the end keeps the words of two lines apart for a screen reader.
    parts.append(Part(start, " ".join(held) + ("" if last else " "), weight))
    return Line(tuple(parts), x)
