"""The values behind every line, and how each is counted. Pure (E11)."""

from collections.abc import Iterator

from app.core.text import grouped
from app.documents.model import (
    Align,
    Block,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.overview.indicators.model import Indicator, IndicatorCard
from app.overview.quarter import editions
from app.overview.quarter.model import PackEdition, PackPaper, PackShape
from app.overview.quarter.wording import NOT_TOLD, name_of, short_period

_NAMES = 0.25
"""What the names take; «1. halvår» must have room over a number."""


def annex(paper: PackPaper, text: Text, part: str) -> Iterator[Block]:
    """Eight values of eight indicators, and their definitions."""
    sheet = paper.pack.sheet
    share = (1 - _NAMES) / len(sheet.periods)
    columns = (
        Column(text.passage("column_indicator"), share=_NAMES),
        *(Column(short_period(each, text), Align.RIGHT, share=share) for each in sheet.periods),
    )
    rows = tuple(
        (
            name_of(card.indicator, text),
            *(_cell(card, value) for value in editions.values_told(card, paper.pack, paper.least)),
        )
        for card in sheet.cards
    )
    yield Heading(text.passage("heading_values"))
    yield Table(columns, rows, dense=True, part=part)
    if paper.edition is PackEdition.OUTSIDE:
        yield Paragraph(text.passage("hidden", least=grouped(paper.least)), small=True)
    yield Paragraph(text.passage("unknown"), small=True)
    if paper.shape is PackShape.SLIDES:
        yield PageBreak()
    yield Heading(text.passage("heading_definitions"))
    names = (
        Column(text.passage("column_indicator"), share=0.28),
        Column(text.passage("column_how")),
    )
    told = tuple(
        (name_of(each, text), text.passage(f"definition_{each.value}")) for each in Indicator
    )
    yield Table(names, told, dense=True)


def _cell(card: IndicatorCard, value: int | None) -> str:
    if value is None:
        return NOT_TOLD
    return f"{grouped(value)}\u00a0%" if card.indicator.percent else grouped(value)
