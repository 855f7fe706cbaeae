"""Drawings that carry meaning: levels, bars and lines. Each is a Figure with its finding in words.

Shape, number, word and lightness all say the same, so that nothing hangs on colour.
"""

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin

from app.documents.archival import hex_text
from app.documents.flow import Piece, draw_line
from app.documents.fonts import Weight
from app.documents.lines import Line, break_lines
from app.documents.model import Bars, LevelLine, Segment, Trend
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import ACCENT, GREY, HAIR, INK, LINE, MM, THICK, Colour, Kind
from app.documents.tagging import TaggedCanvas

GREEN: Colour = (0.122, 0.478, 0.302)
YELLOW: Colour = (0.949, 0.761, 0.188)
RED: Colour = (0.702, 0.149, 0.118)
WHITE: Colour = (1.0, 1.0, 1.0)
SHADES: tuple[Colour, ...] = (
    (0.78, 0.83, 0.855), (0.9, 0.918, 0.925), (0.56, 0.655, 0.69), (0.97, 0.975, 0.98),
)  # fmt: skip

MARK_RADIUS = 12.5
BAR_HEIGHT = 18 * MM
LABEL_ROOM = 25 * MM
"""A segment narrower than this has its label below, on a leader."""
TREND_HEIGHT = 18 * MM

DrawFigure = Callable[[TaggedCanvas, Element, float, float], None]


def _figure(place: Place, alt: str, width: float, height: float, draw: DrawFigure) -> Piece:
    element = place.parent.add("Figure")

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        low = canvas.height - top - height
        box = f"{x:.2f} {low:.2f} {x + width:.2f} {low + height:.2f}".encode()
        element.extra = (
            b"/Alt " + hex_text(alt) + b"/A<</O/Layout/Placement/Block/BBox[" + box + b"]>>"
        )
        canvas.mark(element)
        draw(canvas, element, x, top)

    return Piece(height, drawn, before=12.0, after=12.0, least=8.0)


def level_line(block: LevelLine, place: Place) -> list[Piece]:
    """The levels on a line, with a mark over where the person is and over the goal."""
    kind = Kind(place.style.small.size + 0.5, place.style.small.leading + 1.5)
    cell = place.full / max(1, len(block.levels))
    texts = [break_lines([(lv.text, kind.weight)], kind.size, cell - 8) for lv in block.levels]
    centre = kind.leading + 6 + MARK_RADIUS + 6
    below = centre + MARK_RADIUS + 6
    height = below + max((len(lines) for lines in texts), default=0) * kind.leading

    def draw(canvas: TaggedCanvas, element: Element, x: float, top: float) -> None:
        for at, (level, lines) in enumerate(zip(block.levels, texts, strict=True)):
            middle = x + (at + 0.5) * cell
            if at:
                canvas.ink(HAIR)
                gap = MARK_RADIUS + 6
                canvas.rule(middle - cell + gap, top + centre, middle - gap, top + centre, LINE)
            draw_level(canvas, level.number, middle, top + centre, MARK_RADIUS)
            for number, line in enumerate(lines):
                y = top + below + number * kind.leading
                draw_line(canvas, element, line, kind, middle - line.width / 2, y)
            for mark, filled in ((block.now, True), (block.goal, False)):
                if mark and mark[0] == level.number:
                    _flag(canvas, mark[1], filled, middle, top, kind)

    return [_figure(place, block.alt, place.full, height, draw)]


def _flag(
    canvas: TaggedCanvas, text: str, filled: bool, middle: float, top: float, kind: Kind
) -> None:
    line = break_lines([(text, Weight.BOLD)], kind.size, 400)[0]
    x, width, height = middle - line.width / 2 - 6, line.width + 12, kind.leading + 3
    corners = ((x, top), (x + width, top), (x + width, top + height), (x, top + height))
    canvas.ink(INK)
    canvas.polygon(corners, 0.0 if filled else THICK)
    canvas.ink(WHITE if filled else INK)
    _centred(canvas, line, middle, top + 1.5 + kind.baseline, kind.size)


def _centred(canvas: TaggedCanvas, line: Line, middle: float, y: float, size: float) -> None:
    for part in line.parts:
        canvas.text(middle - line.width / 2 + part.x, y, part.text, part.weight, size)


def draw_level(canvas: TaggedCanvas, number: int, x: float, y: float, radius: float) -> None:
    """The mark of a level: rings, ring, triangle, square, octagon with a ring inside."""
    match number:
        case 0:
            canvas.ink(INK)
            canvas.disc(x, y, radius - 1, 1.6)
            canvas.disc(x, y, radius * 0.55, 1.6)
            canvas.disc(x, y, radius * 0.2)
            return
        case 1:
            canvas.ink(GREEN)
            canvas.disc(x, y, radius - 1.5, 3.0)
        case 2:
            _shape(canvas, _corners(x, y + radius * 0.2, radius * 1.15, 3, -pi / 2), YELLOW, INK)
        case 3:
            _shape(canvas, _corners(x, y, radius * 1.25, 4, pi / 4), RED, None)
        case _:
            _shape(canvas, _corners(x, y, radius * 1.08, 8, pi / 8), RED, None)
            canvas.ink(WHITE)
            canvas.polygon(_corners(x, y, radius * 0.86, 8, pi / 8), 1.1)
    canvas.ink(INK if number < 3 else WHITE)
    size = radius * (0.95 if number != 2 else 0.85)
    line = break_lines([(str(number), Weight.BOLD)], size, 100)[0]
    _centred(canvas, line, x, y + size * (0.36 if number != 2 else 0.6), size)


def _corners(
    x: float, y: float, radius: float, count: int, turn: float
) -> list[tuple[float, float]]:
    angles = [turn + 2 * pi * corner / count for corner in range(count)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


def _shape(
    canvas: TaggedCanvas, points: list[tuple[float, float]], fill: Colour, line: Colour | None
) -> None:
    canvas.ink(fill)
    canvas.polygon(points)
    if line:
        canvas.ink(line)
        canvas.polygon(points, THICK)


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

    return [_figure(place, block.alt, place.full, row * len(block.bars), draw)]


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
    return [_figure(place, block.alt, wide + label.width + 8, height, draw)]
