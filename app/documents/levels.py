"""The levels of help on a line: where a person is, and where to."""

from math import cos, pi, sin

from app.documents.chart_model import LevelLine
from app.documents.figures import figure
from app.documents.flow import Piece, draw_line
from app.documents.fonts import Weight
from app.documents.lines import Line, break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import HAIR, INK, LINE, THICK, WHITE, Colour, Kind
from app.documents.tagging import TaggedCanvas

GREEN: Colour = (0.122, 0.478, 0.302)
YELLOW: Colour = (0.949, 0.761, 0.188)
RED: Colour = (0.702, 0.149, 0.118)

MARK_RADIUS = 12.5


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

    return [figure(place, block.alt, place.full, height, draw)]


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
    """The mark of a level: rings, ring, diamond, square, octagon with a ring inside."""
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
            _shape(canvas, _corners(x, y, radius * 1.2, 4, 0), YELLOW, INK)
        case 3:
            _shape(canvas, _corners(x, y, radius * 1.25, 4, pi / 4), RED, None)
        case _:
            _shape(canvas, _corners(x, y, radius * 1.08, 8, pi / 8), RED, None)
            canvas.ink(WHITE)
            canvas.polygon(_corners(x, y, radius * 0.86, 8, pi / 8), 1.1)
    canvas.ink(INK if number < 3 else WHITE)
    size = radius * (0.95 if number != 2 else 0.9)
    line = break_lines([(str(number), Weight.BOLD)], size, 100)[0]
    _centred(canvas, line, x, y + size * 0.36, size)


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
