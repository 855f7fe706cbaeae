"""What is kept of a pack, and whether it went the right way. Pure."""

from collections.abc import Iterator, Sequence

from app.core.errors import Problem
from app.overview.figures.model import Figure
from app.overview.indicators.model import IndicatorCard
from app.overview.quarter.model import MOST_WORDS, GroupNeed, Pack


def better(card: IndicatorCard) -> bool | None:
    """Whether it went the right way since the period before; None where it did not move."""
    if not card.change:
        return None
    return (card.change < 0) == card.indicator.at_most


def figures(pack: Pack) -> tuple[Figure, ...]:
    """What is kept of a pack: every number with what stands behind it."""
    return tuple(_figures(pack))


def _figures(pack: Pack) -> Iterator[Figure]:
    for card in pack.sheet.cards:
        reading = card.now
        if reading.value is None:
            continue
        yield reading.figure
        if reading.whole is not None:
            yield reading.whole
        if reading.against is not None:
            yield reading.against
    cases = pack.cases
    yield from (cases.opened, cases.kept, cases.lost)
    for each in pack.need:
        name = "none" if each.group is None else each.group.value
        yield Figure(f"need.{name}.waiting", value=each.waiting)
        yield Figure(f"need.{name}.allocated", value=each.allocated)


def most_wanting(need: Sequence[GroupNeed]) -> GroupNeed | None:
    """The named group in which most wait; None when nobody does."""
    named = [each for each in need if each.group is not None and each.waiting]
    return max(named, key=lambda each: each.waiting, default=None)


def check_words(words: str) -> tuple[Problem, ...]:
    """What stops the officer's own text."""
    if len(words) > MOST_WORDS:
        return (Problem("words", "pack_text_too_long", facts={"most": MOST_WORDS}),)
    return ()
