"""What lines count, in words, for screen and print alike."""

from collections.abc import Iterable
from dataclasses import replace

from app.applications.model import TargetGroup
from app.core.days import short_day
from app.core.words import explanation, word
from app.overview.kostra.model import Asked, LineCount, LineFault


def told(lines: Iterable[LineCount]) -> tuple[LineCount, ...]:
    """Each line with what it counts, and what is the matter with it."""
    return tuple(
        replace(each, says=asked_words(each.asked), trouble=fault_words(each)) for each in lines
    )


def asked_words(asked: Asked | None) -> str:
    """«Nye husstander som fikk bolig: flyktning»; empty where nothing is counted."""
    if asked is None:
        return ""
    words = _capital(word(asked.query))
    if asked.groups is None:
        return words
    named = [word(each) for each in TargetGroup if each in asked.groups]
    named += ["uten gruppe"] if None in asked.groups else []
    return f"{words}: {', '.join(named)}"


def fault_words(count: LineCount) -> str:
    """What is the matter with a line; empty where nothing is."""
    if count.fault is None:
        return ""
    words = _capital(word(count.fault))
    if count.fault is LineFault.COUNTED_FROM and count.began is not None:
        return f"{words} {short_day(count.began)}"
    return words


def means(lines: tuple[LineCount, ...]) -> tuple[tuple[str, str], ...]:
    """Each query in use once, and what it takes in."""
    queries = dict.fromkeys(each.asked.query for each in lines if each.asked is not None)
    return tuple((_capital(word(query)), explanation(query)) for query in queries)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
