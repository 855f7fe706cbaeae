"""A row of a table: its cells, the lines over and under it, and how a tall one is cut."""

from dataclasses import replace

from app.core.records import dataclass
from app.documents.flow import Piece, draw_line
from app.documents.lines import Line
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import Colour, Kind
from app.documents.tagging import TaggedCanvas

PAD, MIDDLE, DENSE = 3.75, 2.4, 1.5


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


def apart(pieces: list[Piece], least: float) -> list[Piece]:
    """Air round a table, under a heading too."""
    pieces[0].before, pieces[0].least, pieces[-1].after = 12.0, least, 15.0
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
            draw_cell(canvas, cell, x, top + rules.pad, span)

    return Piece(height, drawn)


def draw_cell(
    canvas: TaggedCanvas, cell: Cell, x: float, top: float, span: tuple[int, int] = (0, 999)
) -> None:
    """The lines of a cell from the left or right edge; `span` of them, of a row that is cut."""
    for number, line in enumerate(cell.lines[span[0] : span[1]]):
        slack = cell.width - line.width if cell.right else 0.0
        y = top + number * cell.kind.leading
        draw_line(canvas, cell.element, line, cell.kind, x + cell.x + slack, y)
