"""The target («blinken») in print: counts in the rings, arrows over the lines between them."""

from app.documents.chart_model import Target, TargetRing
from app.documents.figures import figure
from app.documents.flow import Piece, draw_line
from app.documents.fonts import Weight
from app.documents.levels import draw_level
from app.documents.lines import break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import HAIR, INK, LINE, NORMAL, THICK, WHITE, Colour, Kind
from app.documents.tagging import TaggedCanvas

LARGEST = 330.0
GROUNDS: tuple[Colour, ...] = (  # from the centre outwards: lighter and lighter, also in grey
    (1.0, 1.0, 1.0),
    (0.74, 0.79, 0.82),
    (0.83, 0.87, 0.89),
    (0.91, 0.93, 0.94),
    (1.0, 1.0, 1.0),
)
BADGE = 8.5


def target(block: Target, place: Place) -> list[Piece]:
    """Five rings, the outermost first; who moves inwards goes to the left."""
    larger = max(1.0, place.style.body.size / NORMAL.body.size)
    size = min(place.full, LARGEST * larger, place.tallest - 24)
    whole = size / 2
    kind = Kind(place.style.small.size + 1.5, place.style.small.leading + 1.5)

    def draw(canvas: TaggedCanvas, element: Element, x: float, top: float) -> None:
        centre = (x + whole, top + whole)
        for ring in sorted(block.rings, key=lambda each: -each.number):
            _ring(canvas, element, ring, centre, whole, kind)
        for crossing in block.crossings:
            at = centre[0] + whole * crossing.outer / 5
            _arrow(canvas, element, at, centre[1] - 15, crossing.inwards, kind, inwards=True)
            _arrow(canvas, element, at, centre[1] + 15, crossing.outwards, kind, inwards=False)

    return [figure(place, block.alt, size, size, draw)]


def _ring(
    canvas: TaggedCanvas,
    element: Element,
    ring: TargetRing,
    centre: tuple[float, float],
    whole: float,
    kind: Kind,
) -> None:
    x, y = centre
    radius = whole * (ring.number + 1) / 5 - 1
    canvas.ink(GROUNDS[ring.number])
    canvas.disc(x, y, radius)
    canvas.ink(INK)
    canvas.disc(x, y, radius, 2.5 if ring.number == 0 else LINE)
    middle = 0.0 if ring.number == 0 else whole * (ring.number + 0.5) / 5
    _words(canvas, element, ring.count, x, y - middle - kind.leading / 2, kind)
    if ring.number:
        draw_level(canvas, ring.number, x - middle, y, BADGE)


def _arrow(
    canvas: TaggedCanvas,
    element: Element,
    at: float,
    y: float,
    words: str,
    kind: Kind,
    *,
    inwards: bool,
) -> None:
    """Over a line: filled and to the left is inwards, open and to the right outwards."""
    if not words:
        return
    half, head = 11.0, 7.0
    turn = -1.0 if inwards else 1.0
    tip = at + turn * half
    canvas.ink(INK)
    canvas.rule(at - turn * half, y, tip - turn * head, y, 1.2)
    corners = [(tip, y), (tip - turn * head, y - 4.0), (tip - turn * head, y + 4.0)]
    if inwards:
        canvas.polygon(corners)
    else:
        canvas.ink(WHITE)
        canvas.polygon(corners)
        canvas.ink(INK)
        canvas.polygon(corners, THICK)
    above = y - kind.leading - 4 if inwards else y + 5
    canvas.ink(WHITE)
    canvas.disc(at, above + kind.leading / 2, kind.leading * 0.55)
    _words(canvas, element, words, at, above, kind)


def _words(
    canvas: TaggedCanvas, element: Element, text: str, middle: float, top: float, kind: Kind
) -> None:
    canvas.ink(INK)
    line = break_lines([(text, Weight.BOLD)], kind.size, 200)[0]
    draw_line(canvas, element, line, kind, middle - line.width / 2, top)
    canvas.ink(HAIR)
