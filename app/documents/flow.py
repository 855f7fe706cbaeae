"""Pieces that do not break."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.core.records import dataclass
from app.documents.lines import Line
from app.documents.structure import Element
from app.documents.style import Kind
from app.documents.tagging import TaggedCanvas

Draw = Callable[[TaggedCanvas, float, float], None]
"""Draws a piece with its upper left corner at x, top."""


@dataclass(slots=True, eq=False)
class Piece:
    """Something drawn whole: a line of text, a row, a frame.

    `before` and `after` are space above and below, of which the larger counts; `close` (a
    heading) lets only `least` of the next count, and `hugs` (small print) ignores what is above.
    `keep` holds it on the page of the next; `head` is drawn first when the piece opens a page.
    """

    height: float
    draw: Draw
    before: float = 0.0
    after: float = 0.0
    least: float = 0.0
    close: bool = False
    hugs: bool = False
    keep: bool = False
    head: "Piece | None" = None
    new_page: bool = False
    stretches: bool = False


def gap(previous: Piece | None, piece: Piece) -> float:
    """The space between two pieces, none over the first."""
    if previous is None:
        return 0.0
    if piece.hugs:
        return piece.before
    return max(previous.after, piece.least if previous.close else piece.before)


def total(pieces: Sequence[Piece]) -> float:
    """The height of pieces under each other, without space over the first."""
    last: Piece | None = None
    height = 0.0
    for piece in pieces:
        height += gap(last, piece) + piece.height
        last = piece
    return height


def draw_stack(pieces: Sequence[Piece], canvas: TaggedCanvas, x: float, top: float) -> None:
    """Draws pieces under each other."""
    last: Piece | None = None
    for piece in pieces:
        top += gap(last, piece)
        piece.draw(canvas, x, top)
        top += piece.height
        last = piece


def stack(pieces: Sequence[Piece], before: float) -> Piece:
    """Several pieces as one that does not break."""
    inner = tuple(pieces)
    return Piece(total(inner), lambda c, x, y: draw_stack(inner, c, x, y), before)


def shifted(pieces: Sequence[Piece], by: float) -> list[Piece]:
    """The pieces moved to the right, with what is repeated over them on a new page."""
    for piece in pieces:
        piece.draw = _moved(piece.draw, by)
        if piece.head is not None:
            piece.head = replace(piece.head, draw=_moved(piece.head.draw, by))
    return list(pieces)


def _moved(draw: Draw, by: float) -> Draw:
    return lambda canvas, x, top: draw(canvas, x + by, top)


def keep_all(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces held together on one page if a page can hold them."""
    for piece in pieces[:-1]:
        piece.keep = True
    return list(pieces)


def draw_line(
    canvas: TaggedCanvas, element: Element | None, line: Line, kind: Kind, x: float, top: float
) -> None:
    """One line as content of the element, or as an artifact when there is none."""
    if not line.parts:
        return
    if element is None:
        canvas.artifact("pagination")
    else:
        canvas.mark(element)
    canvas.ink(kind.colour)
    y = top + kind.baseline
    for part in line.parts:
        canvas.text(x + part.x, y, part.text, part.weight, kind.size)


def text_pieces(element: Element, lines: Sequence[Line], kind: Kind, before: float) -> list[Piece]:
    """A paragraph: a piece for each line, two at least together at either side of a page."""
    last = len(lines) - 1
    return [
        Piece(
            kind.leading,
            _line_drawer(element, line, kind),
            before if at == 0 else 0.0,
            keep=last > 0 and at in (0, last - 1),
        )
        for at, line in enumerate(lines)
    ]


def _line_drawer(element: Element, line: Line, kind: Kind) -> Draw:
    return lambda canvas, x, top: draw_line(canvas, element, line, kind, x, top)
