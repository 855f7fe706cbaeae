"""The eight indicators of a pack, as they are drawn. Pure (E11)."""

from typing import Literal, TypeAlias

from app.core.text import grouped
from app.documents.chart_model import IndicatorFigure, IndicatorGrid
from app.documents.texts import Text
from app.overview.indicators.model import Indicator, IndicatorCard, IndicatorVerdict, Reading
from app.overview.quarter import editions
from app.overview.quarter.model import PackPaper, PackShape
from app.overview.quarter.wording import NOT_TOLD, name_of, period_words

ACROSS = {PackShape.PAGES: 2, PackShape.SLIDES: 4}
Mark: TypeAlias = Literal["reached", "near", "missed"]
_MARKS: dict[IndicatorVerdict, Mark] = {
    IndicatorVerdict.REACHED: "reached",
    IndicatorVerdict.NEAR: "near",
    IndicatorVerdict.MISSED: "missed",
}


def cards(paper: PackPaper, text: Text, part: str) -> IndicatorGrid:
    """Two beside each other on a page, four on a slide."""
    figures = tuple(_figure(card, paper, text) for card in paper.pack.sheet.cards)
    return IndicatorGrid(figures, ACROSS[paper.shape], part)


def _figure(card: IndicatorCard, paper: PackPaper, text: Text) -> IndicatorFigure:
    pack, least = paper.pack, paper.least
    is_told = editions.now_told(card, pack, least)
    values = editions.values_told(card, pack, least)
    number, unit = _number(card.now, text) if is_told else (NOT_TOLD, "")
    before = editions.before_told(card, pack, least)
    previous = _value(card.before, text) if before else NOT_TOLD
    target = card.target
    aimed = NOT_TOLD if target is None else _with_unit(card.indicator, target)
    name = name_of(card.indicator, text)
    slide = paper.shape is PackShape.SLIDES
    judged = is_told and card.verdict in _MARKS
    return IndicatorFigure(
        title=name,
        number=number,
        unit=unit,
        lines=(
            text.passage("target", target=aimed)
            if target is not None
            else text.passage("no_target"),
            text.passage(f"previous_{paper.pack.period.span.value}", value=previous),
        ),
        note=_said(card.now, paper, text, is_told=is_told),
        status=_mark(card.verdict) if judged else "",
        status_words=text.passage(f"verdict_{card.verdict.value}") if judged else "",
        values=tuple(None if each is None else float(each) for each in values),
        alt=_alt(card, paper, values, name, text),
        target=None if target is None else float(target),
        target_label="" if target is None else text.passage("target_label"),
        caption="" if slide else text.passage(f"caption_{paper.pack.period.span.value}"),
    )


def _mark(verdict: IndicatorVerdict) -> Mark:
    return _MARKS[verdict]


def _with_unit(indicator: Indicator, value: int) -> str:
    return f"{grouped(value)}\u00a0%" if indicator.percent else grouped(value)


def _value(reading: Reading, text: Text) -> str:
    """In a line of words."""
    if reading.value is None:
        return NOT_TOLD
    if reading.indicator is Indicator.EVICTIONS_AVERTED and reading.whole is not None:
        whole = grouped(reading.whole.count)
        return text.passage("of", part=grouped(reading.counted), whole=whole)
    return _with_unit(reading.indicator, reading.value)


def _number(reading: Reading, text: Text) -> tuple[str, str]:
    """The large number and what it counts."""
    if reading.value is None:
        return NOT_TOLD, ""
    if reading.indicator is Indicator.EVICTIONS_AVERTED and reading.whole is not None:
        whole = grouped(reading.whole.count)
        return grouped(reading.counted), text.passage("unit_of", whole=whole)
    return grouped(reading.value), text.passage(f"unit_{reading.indicator.value}")


def _said(reading: Reading, paper: PackPaper, text: Text, *, is_told: bool) -> str:
    """On a slide there is no room for more than the number."""
    if paper.shape is PackShape.SLIDES:
        return ""
    return _note(reading, text) if is_told else text.passage("held_back")


def _note(reading: Reading, text: Text) -> str:
    """What stands behind the number, or why there is none."""
    name = reading.indicator.value
    if reading.before_register:
        return text.passage("before_register")
    if reading.value is None:
        return text.passage(f"none_{name}")
    facts = {"count": grouped(reading.counted)}
    if reading.whole is not None:
        facts["whole"] = grouped(reading.whole.count)
    if reading.against is not None:
        facts["against"] = grouped(reading.against.count)
    return text.passage(f"note_{name}", **facts)


def _alt(
    card: IndicatorCard, paper: PackPaper, values: tuple[int | None, ...], name: str, text: Text
) -> str:
    """The first and the last value that are told."""
    known = [
        (period, value)
        for period, value in zip(paper.pack.sheet.periods, values, strict=True)
        if value is not None
    ]
    if not known:
        return text.passage("alt_none", name=name)
    (began, first), (ended, last) = known[0], known[-1]
    return text.passage(
        "alt",
        name=name,
        first=_with_unit(card.indicator, first),
        began=period_words(began, text),
        last=_with_unit(card.indicator, last),
        ended=period_words(ended, text),
    )
