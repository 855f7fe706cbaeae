"""Bars on one scale, each with its parts named."""

from app.documents.chart_model import Bars, Segment
from app.documents.figures import figure
from app.documents.flow import Piece, draw_line
from app.documents.fonts import Weight
from app.documents.lines import break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import INK, LINE, MM, WHITE, Colour, Kind
from app.documents.tagging import TaggedCanvas

SHADES: tuple[Colour, ...] = (
    (0.78, 0.83, 0.855), (0.9, 0.918, 0.925), (0.56, 0.655, 0.69), (0.97, 0.975, 0.98),
)  # fmt: skip

BAR_HEIGHT = 18 * MM
LABEL_ROOM = 25 * MM
"""A segment narrower than this has its label below, on a leader."""


def bars(block: Bars, place: Place) -> list[Piece]:
    """Bars under each other on the scale of the longest."""
    longest = max((sum(part.size for part in bar.segments) for bar in block.bars), default=0.0)
    if longest <= 0:
        return []
    head, kind = place.style.h3, Kind(place.style.small.size, place.style.small.leading)
    scale = place.full / longest
    row = head.leading + 3 + BAR_HEIGHT + 2 * kind.leading + 12

    def draw(canvas: TaggedCanvas, element: Element, x: float, top: float) -> None:
        for bar in block.bars:
            line = break_lines([(bar.label, Weight.SEMIBOLD)], head.size, place.full)[0]
            draw_line(canvas, element, line, head, x, top)
            _bar(canvas, bar.segments, (x, top + head.leading + 3), scale, kind)
            top += row

    return [figure(place, block.alt, place.full, row * len(block.bars), draw)]


def _bar(
    canvas: TaggedCanvas, segments: tuple[Segment, ...], corner: tuple[float, float], scale: float,
    kind: Kind,
) -> None:  # fmt: skip
    x, top = corner
    narrow: list[tuple[Segment, float, float]] = []
    for at, part in enumerate(segments):
        width = max(0.0, part.size) * scale
        canvas.ink(WHITE if part.left else SHADES[at % len(SHADES)])
        box = ((x, top), (x + width, top), (x + width, top + BAR_HEIGHT), (x, top + BAR_HEIGHT))
        canvas.polygon(box)
        canvas.ink(INK)
        canvas.frame(x, top, width, BAR_HEIGHT, LINE)
        if part.left and width > 5:
            canvas.frame(x + 2, top + 2, width - 4, BAR_HEIGHT - 4, 1.6)
        if width >= LABEL_ROOM:
            _two_lines(canvas, part, x + 7, top + BAR_HEIGHT / 2 - kind.leading, kind, width - 10)
        else:
            narrow.append((part, x, width))
        x += width
    room = min(LABEL_ROOM * 2, x - corner[0])
    _under(canvas, narrow, (corner[0], top + BAR_HEIGHT), kind, room)


def _under(
    canvas: TaggedCanvas, narrow: list[tuple[Segment, float, float]], corner: tuple[float, float],
    kind: Kind, room: float,
) -> None:  # fmt: skip
    """Labels of narrow segments below on short leaders, from the right; what finds no room is
    left to the table."""
    left, top = corner
    limit = float("inf")
    for part, x, width in reversed(narrow):
        wide = max(
            break_lines([(text, Weight.SEMIBOLD)], kind.size, room)[0].width
            for text in (part.label, part.said)
        )
        at = max(min(x + width, limit) - wide, left)
        if at + wide > limit:
            return
        canvas.ink(INK)
        canvas.rule(x + width / 2, top, x + width / 2, top + 5, LINE)
        _two_lines(canvas, part, at, top + 5, kind, room)
        limit = at - 8


def _two_lines(
    canvas: TaggedCanvas, part: Segment, x: float, top: float, kind: Kind, width: float
) -> None:
    """Label over its sum."""
    label = break_lines([(part.label, Weight.SEMIBOLD)], kind.size, width)[0]
    said = break_lines([(part.said, kind.weight)], kind.size, width)[0]
    canvas.ink(INK)
    for number, line in enumerate((label, said)):
        for word in line.parts:
            y = top + number * kind.leading + kind.baseline
            canvas.text(x + word.x, y, word.text, word.weight, kind.size)
