"""Rows that share the head beside them: a goal, and what is done for it."""

from collections.abc import Sequence
from dataclasses import replace

from app.documents.flow import Draw, Piece, keep_all
from app.documents.fonts import Weight
from app.documents.lines import break_lines
from app.documents.place import Place
from app.documents.structure import ROWS_HEAD, Element
from app.documents.style import HAIR, INK, LINE, THIN
from app.documents.table_rows import PAD, Cell, Rules, draw_cell, row_pieces
from app.documents.tagging import TaggedCanvas

Row = Sequence[str]
Spans = Sequence[tuple[float, float]]


def groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Each row with those after it that begin with an empty cell."""
    found: list[list[Row]] = []
    for row in rows:
        if row[0] or not found:
            found.append([])
        found[-1].append(row)
    return found


def spanned(
    rows: Sequence[Row], spans: Spans, place: Place, root: Element, pad: float = PAD
) -> list[Piece]:
    """The rows on one page, with their head drawn once; none when a page cannot hold them."""
    kind = place.style.cell
    x, width = spans[0]
    lines = break_lines([(rows[0][0], Weight.SEMIBOLD)], kind.size, width)
    own = [root.add("TR") for _ in rows]
    head = Cell(own[0].add("TH", ROWS_HEAD % len(rows)), lines, kind, x, width)
    rest = len(lines) * kind.leading + 2 * pad
    pieces: list[Piece] = []
    for at, (row, element) in enumerate(zip(rows, own, strict=True)):
        last = at == len(rows) - 1
        rules = Rules(None, None, pad, rest if last else 0.0)
        made = row_pieces(_cells(row, spans, place, element), place, rules)
        rest -= sum(each.height for each in made)
        pieces += [_ruled(each, spans, whole=last) for each in made]
    if sum(each.height for each in pieces) > place.tallest:
        root.children = [each for each in root.children if each not in own]
        return []
    pieces[0].draw = _with_head(pieces[0], head, pad)
    return keep_all(pieces)


def _cells(row: Row, spans: Spans, place: Place, element: Element) -> list[Cell]:
    kind = place.style.cell
    return [
        Cell(
            element.add("TD"),
            break_lines([(text, kind.weight)], kind.size, width),
            kind,
            x,
            width,
        )
        for text, (x, width) in zip(row[1:], spans[1:], strict=True)
    ]


def _ruled(piece: Piece, spans: Spans, *, whole: bool) -> Piece:
    """A line under the row: right of the head within it, and over the page after it."""
    start = 0.0 if whole else spans[1][0]
    end = spans[-1][0] + spans[-1][1]
    thick, ink = (LINE, INK) if whole else (THIN, HAIR)
    draw, height = piece.draw, piece.height

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.artifact("layout")
        canvas.ink(ink)
        canvas.rule(x + start, top + height, x + end, top + height, thick)
        draw(canvas, x, top)

    return replace(piece, draw=drawn)


def _with_head(piece: Piece, head: Cell, pad: float) -> Draw:
    draw = piece.draw

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw_cell(canvas, head, x, top + pad)
        draw(canvas, x, top)

    return drawn
