"""Label and value, row by row."""

from dataclasses import replace

from app.documents.column_widths import GUTTER
from app.documents.flow import Piece
from app.documents.fonts import Weight
from app.documents.lines import break_lines, runs_of
from app.documents.model import Fact, Facts
from app.documents.place import Place
from app.documents.structure import ROW_HEAD, Element
from app.documents.style import GREY, HAIR, HEAVY, INK, LINE, MM, THIN
from app.documents.table_rows import MIDDLE, PAD, Cell, Rules, apart, row_pieces

FEW = 5
"""A facts table with more rows than this is set closer."""


def facts(block: Facts, place: Place) -> list[Piece]:
    """Label and value; a thick rule above, hairlines between."""
    if not block.rows:
        return []
    table = place.parent.add("Table")
    pad = MIDDLE if place.style.closer or len(block.rows) > FEW else PAD
    pieces = [
        piece
        for number, row in enumerate(block.rows)
        for piece in _fact(row, table, place, (number == 0, number == len(block.rows) - 1), pad)
    ]
    return apart(pieces, 12.0)


def _fact(
    row: Fact, table: Element, place: Place, ends: tuple[bool, bool], pad: float
) -> list[Piece]:
    """A row; inside a frame without rules, since the frame is rule enough."""
    kind = place.style.body
    if place.framed:
        kind = replace(kind, size=kind.size * 1.1, leading=kind.leading * 1.2)
    label_kind = replace(kind, colour=GREY) if place.framed else kind
    strong = kind.weight if place.framed else Weight.SEMIBOLD
    column = max(place.style.fact_label, place.full / 5)
    if place.full <= 100 * MM:
        column = place.full * 0.36
    element = table.add("TR")
    label = break_lines([(row.label, strong)], kind.size, column - GUTTER / 2)
    wide = place.full - column
    plain = Weight.SEMIBOLD if place.framed else kind.weight
    value = break_lines(runs_of(row.value, plain, row.lead), kind.size, wide)
    cells = [
        Cell(element.add("TH", ROW_HEAD), label, label_kind, 0, column),
        Cell(element.add("TD"), value, kind, column, wide),
    ]
    if place.framed:
        return row_pieces(cells, place, Rules(None, None, pad=1.8))
    over = (HEAVY, INK) if ends[0] else None
    under = (LINE, INK) if ends[1] else (THIN, HAIR)
    return row_pieces(cells, place, Rules(over, under, pad))
