"""Which of several near answers is likest what was typed. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz

from app.core.order import search_words
from app.overview.model import Hit
from app.overview.search.asked import Asked


def likest(hits: Iterable[Hit], asked: Asked) -> tuple[Hit, ...]:
    """The likest first, each marked as no more than similar."""
    return tuple(
        replace(hit, similar=True)
        for hit in sorted(
            hits, key=lambda hit: -fuzz.partial_ratio(asked.text, search_words(hit.title))
        )
    )
