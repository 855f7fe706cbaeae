"""Tables: lines, not colour; a head that is repeated; rows that do not break."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.documents.flow import Piece, draw_line, keep_all, text_pieces
from app.documents.fonts import Weight, advance
from app.documents.lines import Line, bind, break_lines, runs_of, split
from app.documents.model import Align, Column, Fact, Facts, Table
from app.documents.place import Place
from app.documents.structure import COLUMN_HEAD, ROW_HEAD, Element
from app.documents.style import GREY, HAIR, HEAVY, INK, LINE, MM, THICK, THIN, Colour, Kind
from app.documents.tagging import TaggedCanvas

PAD, MIDDLE, DENSE = 3.75, 2.4, 1.5
FEW = 5
"""A facts table with more rows than this is set closer."""
GUTTER = 4 * MM


@dataclass(frozen=True, slots=True)
class Rules:
    """Thickness and colour of the lines over and under a row, air inside, least height."""

    over: tuple[float, Colour] | None
    under: tuple[float, Colour] | None
    pad: float = PAD
    least: float = 0.0


@dataclass(slots=True)
class Cell:
    """The lines of one cell and where they stand; `element` None draws an artifact."""

    element: Element | None
    lines: list[Line]
    kind: Kind
    x: float
    width: float
    right: bool = False


def facts(block: Facts, place: Place) -> list[Piece]:
    """Label and value; a thick rule above, hairlines between."""
    if not block.rows:
        return []
    table = place.parent.add("Table")
    pad = PAD if len(block.rows) <= FEW else MIDDLE
    pieces = [
        piece
        for number, row in enumerate(block.rows)
        for piece in _fact(row, table, place, (number == 0, number == len(block.rows) - 1), pad)
    ]
    return _apart(pieces, 12.0)


def _apart(pieces: list[Piece], least: float) -> list[Piece]:
    """Air round a table, under a heading too."""
    pieces[0].before, pieces[0].least, pieces[-1].after = 12.0, least, 15.0
    return pieces


def _fact(
    row: Fact, table: Element, place: Place, ends: tuple[bool, bool], pad: float
) -> list[Piece]:
    """A row; inside a frame without rules, since the frame is rule enough."""
    kind = place.style.body
    if place.framed:
        kind = replace(kind, size=kind.size * 1.1, leading=kind.leading * 1.2)
    label_kind = replace(kind, colour=GREY) if place.framed else kind
    strong = kind.weight if place.framed else Weight.SEMIBOLD
    column = place.style.fact_label if place.full > 100 * MM else place.full * 0.36
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
    spans = _spans(block, place, full)
    own, ghost = (_head(block.columns, spans, place, row) for row in (root.add("TR"), None))
    pieces.append(own)
    for piece in pieces:
        piece.keep = True
    for number, row in enumerate(block.rows):
        last = number == len(block.rows) - 1
        pieces += _row(row, block, spans, place, root, last, strong=False, ghost=ghost)
    if block.total:
        pieces[-1].keep = True
        pieces += _row(block.total, block, spans, place, root, True, strong=True, ghost=ghost)
    return _apart(pieces, 8.0)


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
            _draw_cell(canvas, cell, x, top + (lowest - len(cell.lines)) * kind.leading)

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


def row_pieces(cells: list[Cell], place: Place, rules: Rules) -> list[Piece]:
    """One row as one piece; a row taller than a page is cut between lines."""
    leading = cells[0].kind.leading
    count = max(len(cell.lines) for cell in cells)
    most = max(1, int((place.tallest - 2 * PAD) / leading))
    cuts = list(range(0, count, most))
    return [
        _slice(
            cells,
            (at, min(at + most, count)),
            rules if at == 0 else replace(rules, over=None),
        )
        for at in cuts
    ]


def _slice(cells: list[Cell], span: tuple[int, int], rules: Rules) -> Piece:
    width = max(cell.x + cell.width for cell in cells)
    height = max((span[1] - span[0]) * cells[0].kind.leading + 2 * rules.pad, rules.least)

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        for edge, y in ((rules.over, top), (rules.under, top + height)):
            if edge:
                canvas.artifact("layout")
                canvas.ink(edge[1])
                canvas.rule(x, y, x + width, y, edge[0])
        for cell in cells:
            _draw_cell(canvas, cell, x, top + rules.pad, span)

    return Piece(height, drawn)


def _draw_cell(
    canvas: TaggedCanvas, cell: Cell, x: float, top: float, span: tuple[int, int] = (0, 999)
) -> None:
    for number, line in enumerate(cell.lines[span[0] : span[1]]):
        slack = cell.width - line.width if cell.right else 0.0
        y = top + number * cell.kind.leading
        draw_line(canvas, cell.element, line, cell.kind, x + cell.x + slack, y)


def _width(spans: list[tuple[float, float]]) -> float:
    x, width = spans[-1]
    return x + width


def _spans(block: Table, place: Place, full: float) -> list[tuple[float, float]]:
    """Left edge and width of each column: by share where given, else by what they hold."""
    room = full - GUTTER * (len(block.columns) - 1)
    wishes = [_wish(block, number, place, room) for number in range(len(block.columns))]
    shares = [column.share for column in block.columns]
    given = [room * share / sum(shares) for share in shares] if all(shares) else []
    blank = [n for n in range(len(shares)) if not any(row[n] for row in block.rows)]
    widths = given or _fit(wishes, room, blank)
    spans: list[tuple[float, float]] = []
    x = 0.0
    for width in widths:
        spans.append((x, width))
        x += width + GUTTER
    return spans


def _wish(block: Table, number: int, place: Place, room: float) -> tuple[float, float]:
    """The narrowest (its longest word) and the widest (its longest line) of a column."""
    texts = [row[number] for row in (*block.rows, block.total) if row]
    size = place.style.cell.size
    strong = Weight.SEMIBOLD
    head = place.style.head
    title = " ".join(split(bind(block.columns[number].title)))
    rows = [row for text in texts for row in bind(text).splitlines()]
    least = max((advance(word, strong) * size for row in rows for word in split(row)), default=0.0)
    most = max((advance(" ".join(split(row)), strong) * size for row in rows), default=0.0)
    for word in split(title):
        least = max(least, advance(word, head.weight) * head.size)
    most = max(most, advance(title, head.weight) * head.size)
    return min(least, room / 2) + 0.1, most + 0.1


def _fit(wishes: list[tuple[float, float]], room: float, blank: list[int]) -> list[float]:
    """Short columns get all they wish, the long ones share what is left; what nobody wishes goes
    to the columns that are blank to be written in, or to all alike."""
    narrow = sum(least for least, _ in wishes)
    if narrow >= room:
        return [least * room / narrow for least, _ in wishes]
    if sum(most for _, most in wishes) <= room:
        takers = blank or range(len(wishes))
        extra = (room - sum(most for _, most in wishes)) / len(takers)
        return [most + extra * (at in takers) for at, (_, most) in enumerate(wishes)]
    widths = [least for least, _ in wishes]
    open_ = sorted(range(len(wishes)), key=lambda at: wishes[at][1])
    spare = room - narrow
    while open_:
        at = open_.pop(0)
        least, most = wishes[at]
        given = min(most - least, spare / (len(open_) + 1)) if open_ else spare
        widths[at] += given
        spare -= given
    return widths
