"""Numbered clauses of a contract as pieces, each with its note beside it."""

from app.documents.flow import Draw, Piece, draw_line, keep_all, shifted, stack, total
from app.documents.frames import framed
from app.documents.lines import Line, break_lines
from app.documents.model import Clause
from app.documents.place import Place
from app.documents.prose import heading_pieces
from app.documents.structure import Element
from app.documents.style import ACCENT, LINE, MM, Kind
from app.documents.tagging import TaggedCanvas

CLAUSE_INDENT = 8 * MM
SIDE_GAP = 3 * MM
SIDE_ROOM = 46 * MM
"""A clause inside a frame or a column has no side; its note stands under it."""
SHORT_CLAUSE = 0.2
"""A clause that takes less than this part of a page does not break."""


def clause(block: Clause, place: Place) -> list[Piece]:
    """Number and title over the text, the note beside it or after it."""
    section = place.parent.add("Sect")
    inner = place.within(section, place.width - CLAUSE_INDENT)
    body = place.style.body
    head = heading_pieces(block.title, place.style.h3, 2, inner, body.leading * 0.6, block.number)
    head[-1].after = 0.0
    head[0].draw = _with_number(head[0].draw, section, block.number, place.style.h3)
    pieces = shifted(head + place.typeset(block.blocks, inner), CLAUSE_INDENT)
    if total(pieces) < place.tallest * SHORT_CLAUSE:
        keep_all(pieces)
    beside = place.style.side_notes and place.full - place.width > SIDE_ROOM
    if block.note and not beside:
        note = inner.paragraph([(block.note, body.weight)], place.style.note, 4)
        pieces += shifted(note, CLAUSE_INDENT)
    if block.framed:
        pieces = framed(pieces, place.width, place.tallest, hang=2.5 * MM, pad=2.5 * MM)
    if block.note and beside:
        pieces = _with_note(pieces, block, inner, place)
    return pieces


def _with_number(draw: Draw, section: Element, number: str, kind: Kind) -> Draw:
    heading_element = section.children[-1]
    line = break_lines([(number + " ", kind.weight)], kind.size, CLAUSE_INDENT * 3)[0]

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw_line(canvas, heading_element, line, kind, x - CLAUSE_INDENT, top)
        draw(canvas, x, top)

    return drawn


def _with_note(pieces: list[Piece], block: Clause, inner: Place, place: Place) -> list[Piece]:
    """The note stands beside as much of the clause as is needed to hold it on one page."""
    kind = place.style.note
    side = place.page.side - place.page.left
    lines = break_lines([(block.note, kind.weight)], kind.size, place.page.right - place.page.side)
    drop = 4.0 if block.framed else 1.0
    needed = len(lines) * kind.leading + drop
    if needed > place.tallest:
        runs = [(block.note, kind.weight)]
        return pieces + shifted(inner.paragraph(runs, kind, 4), CLAUSE_INDENT)
    count = 1
    while count < len(pieces) and (total(pieces[:count]) < needed or pieces[count - 1].keep):
        count += 1
    beside = stack(pieces[:count], pieces[0].before)
    beside.height = max(beside.height, needed)
    beside.after = pieces[count - 1].after
    element = inner.parent.add("P")
    beside.draw = _beside(beside.draw, element, lines, kind, side, drop, ruled=not block.framed)
    return [beside, *pieces[count:]]


def _beside(
    draw: Draw, element: Element, lines: list[Line], kind: Kind, side: float, drop: float,
    ruled: bool,
) -> Draw:  # fmt: skip
    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw(canvas, x, top)
        if ruled:
            canvas.artifact("layout")
            canvas.ink(ACCENT)
            at = x + side - SIDE_GAP
            canvas.rule(at, top + drop, at, top + drop + len(lines) * kind.leading, LINE)
        for number, line in enumerate(lines):
            draw_line(canvas, element, line, kind, x + side, top + drop + number * kind.leading)

    return drawn
