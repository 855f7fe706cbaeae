"""In what order hits stand: what an officer means first. Pure."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from app.core.ids import Ref
from app.core.order import search_words
from app.overview.model import Hit, HitKind
from app.overview.search.asked import Asked


class Fit(IntEnum):
    """How well a hit answers, the best first."""

    WHOLE_NUMBER = 0
    NAME_BEGINS = 1
    WORD_BEGINS = 2


def fit(hit: Hit, asked: Asked) -> Fit:
    """A number that is whole, then a name or an address that begins so, then any word in it."""
    number = search_words(hit.detail.partition(" · ")[0])
    if hit.kind is HitKind.KEY or (hit.kind is not HitKind.NOTE and number == asked.text):
        return Fit.WHOLE_NUMBER
    if hit.kind is HitKind.PERSON and (hit.day in asked.born or len(asked.digits) in _WHOLE):
        return Fit.WHOLE_NUMBER
    name = search_words(hit.title)
    family = name.rpartition(" ")[2]
    begins = bool(asked.words) and (name.startswith(asked.text) or family.startswith(asked.text))
    return Fit.NAME_BEGINS if begins else Fit.WORD_BEGINS


_WHOLE = (8, 11)  # a telephone, a birth number


def ranked(hits: Iterable[Hit], asked: Asked, used: Mapping[Ref, int]) -> tuple[Hit, ...]:
    """Of one kind: by fit, last used first, open and active before past; else as they came."""
    never = len(used)
    return tuple(
        sorted(hits, key=lambda hit: (fit(hit, asked), used.get(hit.ref, never), hit.past))
    )


def kinds_in_order(found: Mapping[HitKind, tuple[Hit, ...]], asked: Asked) -> tuple[HitKind, ...]:
    """The kinds with a whole number first, then in the order they always stand."""
    return tuple(
        sorted(
            (kind for kind in HitKind if found.get(kind)),
            key=lambda kind: fit(found[kind][0], asked) is not Fit.WHOLE_NUMBER,
        )
    )
