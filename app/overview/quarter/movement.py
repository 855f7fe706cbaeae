"""Who moved between the levels, with the target picture and its table. Pure (E2, E3)."""

from collections.abc import Iterator

from app.core.days import day_and_year
from app.core.text import grouped
from app.documents.chart_model import Target, TargetCrossing, TargetRing
from app.documents.model import Align, Beside, Block, Column, Heading, Paragraph, Table
from app.documents.texts import Text
from app.followup.levels.model import HelpLevel
from app.overview.effect.model import PLACES, Effect, Place
from app.overview.quarter.editions import LevelsTold, Told
from app.overview.quarter.model import PackPaper, PackShape
from app.overview.quarter.wording import count_words
from app.overview.small_numbers.model import CountTable

_RIGHT = Align.RIGHT


def movement(paper: PackPaper, shown: Told, text: Text, part: str) -> Iterator[Block]:
    """The picture above its table; on a slide beside it."""
    effect = paper.pack.effect
    if effect is None or shown.levels is None:
        yield Heading(text.passage("heading_levels"))
        yield Paragraph(text.passage("nothing_levels"), part=part)
        return
    moves, whole = effect.moves, shown.matrix is not None
    said = text.passage("heading_levels")
    if whole and (moves.inwards or moves.outwards):
        inwards, outwards = grouped(moves.inwards), grouped(moves.outwards)
        said = text.passage("finding_levels", inwards=inwards, outwards=outwards)
    days = {"first": day_and_year(effect.first), "last": day_and_year(effect.last)}
    picture = _target(effect, shown.levels, said, days, text, whole=whole)
    table = (
        _both_ends(shown.levels, days, text, part)
        if shown.matrix is None
        else _matrix(effect, shown.matrix, text, part)
    )
    reading = Paragraph(text.passage("reading" if whole else "reading_hidden", **days), small=True)
    yield Heading(said)
    if paper.shape is PackShape.SLIDES:
        yield Beside((picture,), (table, reading), share=0.38)
        return
    yield picture
    yield reading
    yield table


def _target(
    effect: Effect, told: LevelsTold, said: str, days: dict[str, str], text: Text, *, whole: bool
) -> Target:
    """Arrows only where every move may be told: they could be worked out from each other."""

    def arrow(count: int) -> str:
        return grouped(count) if count and whole else ""

    crossings = tuple(
        TargetCrossing(each.outer, arrow(each.inwards), arrow(each.outwards))
        for each in effect.crossings
    )
    zero, one, two, three, four = map(count_words, told.ended)
    rings = (
        TargetRing(0, zero),
        TargetRing(1, one),
        TargetRing(2, two),
        TargetRing(3, three),
        TargetRing(4, four),
    )
    return Target(rings, crossings, text.passage("alt_levels", said=said, **days))


def _both_ends(told: LevelsTold, days: dict[str, str], text: Text, part: str) -> Table:
    """How many stood on each level at both ends, where the moves between cannot be told."""
    columns = (
        Column(text.passage("column_level"), share=0.5),
        Column(text.passage("column_then"), _RIGHT, share=0.25),
        Column(text.passage("column_now"), _RIGHT, share=0.25),
    )
    rows = tuple(
        (_place(level, text), count_words(then), count_words(now))
        for level, then, now in zip(HelpLevel, told.started, told.ended, strict=True)
    )
    return Table(columns, rows, text.passage("caption_ends", **days), dense=True, part=part)


def _matrix(effect: Effect, table: CountTable, text: Text, part: str) -> Table:
    columns = (
        Column(text.passage("column_from"), share=0.34),
        *(Column(_short(each, text), _RIGHT, share=0.092) for each in PLACES),
        Column(text.passage("column_sum"), _RIGHT, share=0.108),
    )
    rows = tuple(
        (_place(row.start, text), *map(grouped, row.counts), grouped(row.total))
        for row in effect.matrix
        if row.total
    )
    ended = map(grouped, map(sum, zip(*table.counts, strict=True)))
    total = (text.passage("total"), *ended, grouped(table.total))
    return Table(columns, rows, text.passage("caption_levels"), total, dense=True, part=part)


def _place(place: Place, text: Text) -> str:
    if place is None:
        return text.passage("no_level")
    return f"{place.value} {text.passage(f'level_{place.value}')}"


def _short(place: Place, text: Text) -> str:
    return text.passage("none") if place is None else str(place.value)
