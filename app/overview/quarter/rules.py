"""What may be told in an edition, and whether it went the right way. Pure (B16)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.errors import Problem
from app.overview.effect.model import PLACES, Effect
from app.overview.figures.model import Figure
from app.overview.indicators.model import Indicator, IndicatorCard, Reading
from app.overview.quarter.model import MOST_WORDS, GroupNeed, Pack
from app.overview.small_numbers.model import CountTable, HiddenTable
from app.overview.small_numbers.rules import hide, hide_line


@dataclass(frozen=True, slots=True)
class Told:
    """The numbers of a pack as an edition tells them; None is held back."""

    matrix: HiddenTable | None
    waiting: tuple[int | None, ...]
    waiting_total: int | None
    allocated: tuple[int | None, ...]
    allocated_total: int | None
    kept: int | None
    lost: int | None
    ended: int | None
    opened: int | None


def told(pack: Pack, least: int) -> Told:
    """Every table of the pack with what must be held back; all of it where `least` is 0."""
    waiting, waiting_total = hide_line([each.waiting for each in pack.need], least)
    allocated, allocated_total = hide_line([each.allocated for each in pack.need], least)
    kept, lost = pack.cases.kept.count, pack.cases.lost.count
    (shown_kept, shown_lost), ended = hide_line([kept, lost], least)
    opened = pack.cases.opened.count
    return Told(
        matrix=None if pack.effect is None else hide(matrix(pack.effect), least),
        waiting=waiting,
        waiting_total=waiting_total,
        allocated=allocated,
        allocated_total=allocated_total,
        kept=shown_kept,
        lost=shown_lost,
        ended=ended,
        opened=opened if _large(opened, least) else None,
    )


def matrix(effect: Effect) -> CountTable:
    """From and to, as a table with names for its rows and columns."""
    names = tuple("none" if each is None else str(each.value) for each in PLACES)
    return CountTable(names, names, tuple(row.counts for row in effect.matrix))


def _large(count: int, least: int) -> bool:
    return count == 0 or count >= least


def is_told(reading: Reading, least: int) -> bool:
    """Whether a value may be told; a share tells both its part and the rest."""
    if reading.value is None or not least:
        return True
    parts = [reading.counted]
    if reading.whole is not None:
        parts.append(reading.whole.count - reading.counted)
    if reading.against is not None:
        parts.append(reading.against.count)
    return all(_large(part, least) for part in parts)


def now_told(card: IndicatorCard, shown: Told, least: int) -> bool:
    """As `is_told`, and no table of the pack may be undone by it."""
    if not least:
        return True
    if card.indicator is Indicator.WAITING and shown.waiting and shown.waiting_total is None:
        return False
    hidden = shown.matrix is not None and shown.matrix.hidden
    # those with a plan are a part of those on level 2 to 4 on the last day, sums of the matrix
    if card.indicator in {Indicator.LEVEL_MOVES, Indicator.WITH_PLAN} and hidden:
        return False
    return is_told(card.now, least)


def values_told(card: IndicatorCard, shown: Told, least: int) -> tuple[int | None, ...]:
    """The eight of a trend; None where nothing is known or told."""
    before = tuple(each.value if is_told(each, least) else None for each in card.trend[:-1])
    return (*before, card.now.value if now_told(card, shown, least) else None)


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
