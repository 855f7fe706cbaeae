"""A line of values through time, with its target."""

from itertools import pairwise

from app.documents.chart_model import Trend
from app.documents.figures import figure
from app.documents.flow import Piece, draw_line
from app.documents.lines import break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import ACCENT, GREY, LINE, MM
from app.documents.tagging import TaggedCanvas

TREND_HEIGHT = 18 * MM


def trend(block: Trend, place: Place) -> list[Piece]:
    """Values from left to right, the last with a dot, the target dashed."""
    if len(block.values) < 2:
        return []
    kind = place.style.small
    known = [*block.values, *([block.target] if block.target is not None else [])]
    low, high = min(known), max(known)
    label = break_lines([(block.target_label, kind.weight)], kind.size, 100)[0]
    wide = min(place.width, place.full) - label.width - 8

    def height_of(value: float) -> float:
        return TREND_HEIGHT * (1 - (value - low) / ((high - low) or 1.0)) * 0.9 + 4

    def draw(canvas: TaggedCanvas, element: Element, x: float, top: float) -> None:
        if block.target is not None:
            y = top + height_of(block.target)
            canvas.ink(GREY)
            canvas.dashed(x, y, x + wide, LINE)
            draw_line(canvas, element, label, kind, x + wide + 4, y - kind.leading / 2)
        canvas.ink(ACCENT)
        step = wide / (len(block.values) - 1)
        points = [(x + n * step, top + height_of(v)) for n, v in enumerate(block.values)]
        for start, end in pairwise(points):
            canvas.rule(*start, *end, 1.6)
        canvas.disc(*points[-1], 3.2)
        caption = break_lines([(block.caption, kind.weight)], kind.size, wide)[0]
        draw_line(canvas, element, caption, kind, x, top + TREND_HEIGHT + 6)

    height = TREND_HEIGHT + 6 + (kind.leading if block.caption else 0)
    return [figure(place, block.alt, wide + label.width + 8, height, draw)]
