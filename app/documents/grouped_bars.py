"""Bars in groups from a common zero, told apart by lightness and edge, with their numbers."""

from app.core.charts import BarChart, BarGroup
from app.core.text import grouped
from app.documents.chart_model import GroupedBars
from app.documents.figures import figure
from app.documents.flow import Piece, draw_line
from app.documents.fonts import Weight
from app.documents.lines import break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import ACCENT, HAIR, INK, LINE, THIN, Colour, Kind
from app.documents.tagging import TaggedCanvas

BAR, APART, BETWEEN = 8.0, 1.5, 6.0
SHADES: tuple[Colour, ...] = (ACCENT, (0.82, 0.87, 0.89), (0.5, 0.6, 0.64))
MOST_LABEL = 0.4
NOT_TOLD = "–"


def grouped_bars(block: GroupedBars, place: Place) -> list[Piece]:
    """One drawing, or several under each other where the groups pass a page."""
    chart = block.chart
    if not chart.groups:
        return []
    high = _group_height(chart)
    most = max(int((place.tallest - high) // (high + BETWEEN)), 1)
    parts = [chart.groups[at : at + most] for at in range(0, len(chart.groups), most)]
    return [_drawing(chart, groups, place) for groups in parts]


def _group_height(chart: BarChart) -> float:
    bars = max(len(chart.series), 1)
    return bars * BAR + (bars - 1) * APART


def _drawing(chart: BarChart, groups: tuple[BarGroup, ...], place: Place) -> Piece:
    kind = Kind(place.style.small.size, place.style.small.leading)
    legend = kind.leading + 4 if len(chart.series) > 1 else 0.0
    high = legend + len(groups) * (_group_height(chart) + BETWEEN)
    left = _label_width(groups, kind, place.full) + 8
    number = break_lines([(grouped(chart.largest), Weight.SEMIBOLD)], kind.size, 200)[0].width
    scale = (place.full - left - number - 6) / (chart.largest or 1)

    def draw(canvas: TaggedCanvas, element: Element, x: float, top: float) -> None:
        if legend:
            _legend(canvas, element, chart.series, kind, (x, top))
        low = top + legend
        canvas.ink(HAIR)
        canvas.rule(x + left, low, x + left, top + high - BETWEEN, THIN)
        for group in groups:
            _group(canvas, element, group, kind, (x, low, left, scale))
            low += _group_height(chart) + BETWEEN

    return figure(place, chart.said, place.full, high, draw)


def _label_width(groups: tuple[BarGroup, ...], kind: Kind, full: float) -> float:
    wide = (break_lines([(group.label, kind.weight)], kind.size, full)[0].width for group in groups)
    return min(max(wide), full * MOST_LABEL)


def _legend(
    canvas: TaggedCanvas,
    element: Element,
    series: tuple[str, ...],
    kind: Kind,
    corner: tuple[float, float],
) -> None:
    x, top = corner
    for number, name in enumerate(series):
        _bar(canvas, x, top + (kind.leading - BAR) / 2, BAR, number)
        line = break_lines([(name, kind.weight)], kind.size, 400)[0]
        draw_line(canvas, element, line, kind, x + BAR + 4, top)
        x += BAR + 4 + line.width + 14


def _group(
    canvas: TaggedCanvas,
    element: Element,
    group: BarGroup,
    kind: Kind,
    at: tuple[float, float, float, float],
) -> None:
    x, top, left, scale = at
    high = len(group.values) * (BAR + APART) - APART
    label = break_lines([(group.label, kind.weight)], kind.size, left - 8)[0]
    draw_line(canvas, element, label, kind, x, top + (high - kind.leading) / 2)
    strong = Kind(kind.size, kind.leading, Weight.SEMIBOLD, INK)
    for number, value in enumerate(group.values):
        width = (value or 0) * scale
        if width:
            _bar(canvas, x + left, top, max(width, 1.0), number)
        said = NOT_TOLD if value is None else grouped(value)
        line = break_lines([(said, strong.weight)], strong.size, 200)[0]
        draw_line(
            canvas, element, line, strong, x + left + width + 4, top + BAR / 2 - kind.leading / 2
        )
        top += BAR + APART


def _bar(canvas: TaggedCanvas, x: float, top: float, width: float, number: int) -> None:
    canvas.ink(SHADES[number % len(SHADES)])
    canvas.polygon(((x, top), (x + width, top), (x + width, top + BAR), (x, top + BAR)))
    canvas.ink(ACCENT)
    canvas.frame(x, top, width, BAR, LINE)
