"""Pieces that do not break, and how they fall on pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Sheet:
    """One page: pieces with their distance from the top of the body."""

    placed: list[tuple[float, Piece]] = field(default_factory=list)
    filled: float = 0.0


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
    """The pieces moved to the right."""
    for piece in pieces:
        piece.draw = _moved(piece.draw, by)
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


def paginate(pieces: Sequence[Piece], first: float, rest: float) -> list[Sheet]:
    """Lays pieces on pages whose body is `first` tall on page 1 and `rest` after it."""
    sheets = [Sheet()]
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) - 1 and pieces[end].keep:
            end += 1
        cluster = pieces[start : end + 1]
        if _must_turn(sheets, cluster, first, rest):
            sheets.append(Sheet())
        for piece in cluster:
            room = first if len(sheets) == 1 else rest
            _put(sheets, piece, room)
        start = end + 1
    return sheets


def _must_turn(sheets: list[Sheet], cluster: Sequence[Piece], first: float, rest: float) -> bool:
    sheet = sheets[-1]
    if not sheet.placed:
        return False
    if cluster[0].new_page:
        return True
    room = first if len(sheets) == 1 else rest
    needed = gap(sheet.placed[-1][1], cluster[0]) + total(cluster)
    return sheet.filled + needed > room + 0.01 and _opening(cluster) <= rest


def _opening(cluster: Sequence[Piece]) -> float:
    head = cluster[0].head
    return total(cluster) + (head.height if head else 0.0)


def _put(sheets: list[Sheet], piece: Piece, room: float) -> None:
    sheet = sheets[-1]
    above = sheet.placed[-1][1] if sheet.placed else None
    top = sheet.filled + gap(above, piece)
    if above is not None and top + piece.height > room + 0.01:
        sheet, above, top = Sheet(), None, 0.0
        sheets.append(sheet)
    if above is None and piece.head is not None:
        sheet.placed.append((0.0, piece.head))
        top = piece.head.height
    sheet.placed.append((top, piece))
    sheet.filled = top + piece.height
