"""Who moved between the levels, with the target picture and its table. Pure (E2, E3)."""

from collections.abc import Iterator

from app.core.days import day_and_year
from app.core.text import grouped
from app.documents.chart_model import Target, TargetCrossing, TargetRing
from app.documents.model import Align, Beside, Block, Column, Heading, Paragraph, Table
from app.documents.texts import Text
from app.followup.levels.model import HelpLevel
from app.overview.effect.model import PLACES, Effect, Place
from app.overview.quarter.model import PackPaper, PackShape
from app.overview.quarter.rules import Told
from app.overview.quarter.wording import count_words
from app.overview.small_numbers.model import HiddenTable

_RIGHT = Align.RIGHT


def movement(paper: PackPaper, shown: Told, text: Text, part: str) -> Iterator[Block]:
    """The picture above its table; on a slide beside it."""
    effect = paper.pack.effect
    if effect is None or shown.matrix is None:
        yield Heading(text.passage("heading_levels"))
        yield Paragraph(text.passage("nothing_levels"), part=part)
        return
    moves, whole = effect.moves, not shown.matrix.hidden
    said = text.passage("heading_levels")
    if whole and (moves.inwards or moves.outwards):
        inwards, outwards = grouped(moves.inwards), grouped(moves.outwards)
        said = text.passage("finding_levels", inwards=inwards, outwards=outwards)
    days = {"first": day_and_year(effect.first), "last": day_and_year(effect.last)}
    picture = _target(effect, shown.matrix, said, days, text)
    table = _matrix(effect, shown.matrix, text, part)
    reading = Paragraph(text.passage("reading" if whole else "reading_hidden", **days), small=True)
    yield Heading(said)
    if paper.shape is PackShape.SLIDES:
        yield Beside((picture,), (table, reading), share=0.38)
        return
    yield picture
    yield reading
    yield table


def _target(
    effect: Effect, table: HiddenTable, said: str, days: dict[str, str], text: Text
) -> Target:
    """Arrows only where every move may be told: they could be worked out from each other."""
    ended = dict(zip(PLACES, table.column_totals, strict=True))

    def arrow(count: int) -> str:
        return grouped(count) if count and not table.hidden else ""

    crossings = tuple(
        TargetCrossing(each.outer, arrow(each.inwards), arrow(each.outwards))
        for each in effect.crossings
    )
    rings = (
        TargetRing(0, count_words(ended[HelpLevel.MANAGES_ALONE])),
        TargetRing(1, count_words(ended[HelpLevel.ADVICE])),
        TargetRing(2, count_words(ended[HelpLevel.SUPPORT])),
        TargetRing(3, count_words(ended[HelpLevel.SUPPORT_AND_SERVICES])),
        TargetRing(4, count_words(ended[HelpLevel.LASTING_SERVICES])),
    )
    return Target(rings, crossings, text.passage("alt_levels", said=said, **days))


def _matrix(effect: Effect, table: HiddenTable, text: Text, part: str) -> Table:
    columns = (
        Column(text.passage("column_from"), share=0.34),
        *(Column(_short(each, text), _RIGHT, share=0.092) for each in PLACES),
        Column(text.passage("column_sum"), _RIGHT, share=0.108),
    )
    rows = tuple(
        (_place(row.start, text), *map(count_words, counts), count_words(total))
        for row, counts, total in zip(effect.matrix, table.counts, table.row_totals, strict=True)
        if row.total
    )
    ended = (*map(count_words, table.column_totals), count_words(table.total))
    total = (text.passage("total"), *ended)
    return Table(columns, rows, text.passage("caption_levels"), total, dense=True, part=part)


def _place(place: Place, text: Text) -> str:
    if place is None:
        return text.passage("no_level")
    return f"{place.value} {text.passage(f'level_{place.value}')}"


def _short(place: Place, text: Text) -> str:
    return text.passage("none") if place is None else str(place.value)
