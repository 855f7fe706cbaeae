"""Tables: lines, not colour; a head that is repeated; rows that do not break."""

from collections.abc import Sequence

from app.documents.column_widths import column_spans
from app.documents.flow import Piece, keep_all, text_pieces
from app.documents.fonts import Weight
from app.documents.lines import break_lines, runs_of
from app.documents.model import Align, Column, Table
from app.documents.place import Place
from app.documents.spanned_rows import groups, spanned
from app.documents.structure import COLUMN_HEAD, ROW_HEAD, Element
from app.documents.style import HAIR, INK, MM, THICK, THIN
from app.documents.table_rows import DENSE, MIDDLE, PAD, Cell, Rules, apart, draw_cell, row_pieces
from app.documents.tagging import TaggedCanvas


def table(block: Table, place: Place) -> list[Piece]:
    """Head, rows and total; the first column names the row."""
    if not place.style.wide_tables and len(block.columns) > 2:
        return _as_blocks(block, place)
    root = place.parent.add("Table")
    pieces: list[Piece] = []
    full = place.width if block.narrow else place.full
    if block.caption:
        head = place.style.head
        lines = break_lines([(block.caption, head.weight)], head.size, full)
        pieces += text_pieces(root.add("Caption"), lines, head, 9)
    spans = column_spans(block, place, full)
    own, ghost = (_head(block.columns, spans, place, row) for row in (root.add("TR"), None))
    pieces.append(own)
    for piece in pieces:
        piece.keep = True
    pieces += _body(block, spans, place, root, ghost)
    if block.total:
        pieces[-1].keep = True
        pieces += _row(block.total, block, spans, place, root, True, strong=True, ghost=ghost)
    return apart(pieces, 8.0)


def _body(
    block: Table, spans: list[tuple[float, float]], place: Place, root: Element, ghost: Piece
) -> list[Piece]:
    pieces: list[Piece] = []
    for rows in groups(block.rows) if block.spans else [[row] for row in block.rows]:
        held = (
            spanned(rows, spans, place, root, MIDDLE if block.dense else PAD) if block.spans else []
        )
        for piece in held:
            piece.head = ghost
        pieces += held
        for row in () if held else rows:
            last = row is block.rows[-1]
            pieces += _row(row, block, spans, place, root, last, strong=False, ghost=ghost)
    return pieces


def _as_blocks(block: Table, place: Place) -> list[Piece]:
    """In large print: the row's name in bold, then each cell with its title before it."""
    kind = place.style.body
    pieces: list[Piece] = []
    for row in (*block.rows, block.total) if block.total else block.rows:
        entry = place.paragraph([(row[0], Weight.BOLD)], kind, kind.leading / 2) if row[0] else []
        for column, text in zip(block.columns[1:], row[1:], strict=True):
            if text:
                runs = runs_of(text, kind.weight, f"{column.title}:")
                entry += place.paragraph(runs, kind, 0)
        pieces += keep_all(entry)
    return pieces


def _head(
    columns: Sequence[Column], spans: list[tuple[float, float]], place: Place, row: Element | None
) -> Piece:
    kind = place.style.head
    cells = [
        Cell(
            row.add("TH", COLUMN_HEAD) if row else None,
            break_lines([(column.title, kind.weight)], kind.size, width),
            kind,
            x,
            width,
            column.align is Align.RIGHT,
        )
        for column, (x, width) in zip(columns, spans, strict=True)
    ]
    lowest = max(len(cell.lines) for cell in cells)
    height = lowest * kind.leading + PAD

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.artifact("layout")
        canvas.ink(INK)
        canvas.rule(x, top + height, x + _width(spans), top + height, THICK)
        for cell in cells:
            # Titles of one line stand on the rule beside titles of two.
            draw_cell(canvas, cell, x, top + (lowest - len(cell.lines)) * kind.leading)

    return Piece(height, drawn)


def _row(
    texts: Sequence[str], block: Table, spans: list[tuple[float, float]], place: Place,
    root: Element, last: bool, strong: bool, ghost: Piece,
) -> list[Piece]:  # fmt: skip
    kind = place.style.cell
    element = root.add("TR")
    cells: list[Cell] = []
    for number, (text, column) in enumerate(zip(texts, block.columns, strict=True)):
        weight = Weight.SEMIBOLD if strong or number == 0 else kind.weight
        x, width = spans[number]
        cells.append(
            Cell(
                element.add("TH", ROW_HEAD) if number == 0 else element.add("TD"),
                break_lines([(text, weight)], kind.size, width),
                kind,
                x,
                width,
                column.align is Align.RIGHT,
            )
        )
    over = (THICK, INK) if strong else None
    under = (THICK, INK) if last else (THIN, HAIR)
    rules = Rules(over, under, DENSE if block.dense else PAD, block.row_height * MM)
    pieces = row_pieces(cells, place, rules)
    for piece in pieces:
        piece.head = ghost
    return pieces


def _width(spans: list[tuple[float, float]]) -> float:
    x, width = spans[-1]
    return x + width
