"""What is written on by hand: tick boxes and fields."""

from app.documents.archival import hex_text
from app.documents.flow import Draw, Piece, draw_line, keep_all, stack, text_pieces
from app.documents.form_model import Box, Boxes, Field, FillIn
from app.documents.lines import Line, break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import INK, LINE, MM, Kind
from app.documents.tagging import TaggedCanvas

FIELD_GAP = 4 * MM
FIELD_HEIGHT = 8.5 * MM
CELL_WIDTH = 5 * MM
TICK = 10.0


def boxes(block: Boxes, place: Place) -> list[Piece]:
    """Tick boxes with their words. A ticked form says of each box whether it is ticked."""
    body = place.style.body
    pieces = place.paragraph([(block.question, body.weight)], body, 9) if block.question else []
    across = max(1, block.across)
    wide = (place.width if across == 1 else place.full) / across
    said = any(option.ticked for option in block.options)
    for at in range(0, len(block.options), across):
        options = block.options[at : at + across]
        row = [_box(option, place, wide - FIELD_GAP, said) for option in options]
        pieces.append(_across(row, [wide] * across, 4.0))
    return keep_all(pieces) if len(pieces) <= 12 else pieces


def _box(option: Box, place: Place, width: float, said: bool) -> Piece:
    kind, indent = place.style.body, TICK + 6
    extra = b""
    if said:
        words = place.words.ticked if option.ticked else place.words.not_ticked
        extra = b"/ActualText " + hex_text(words.format(label=option.label))
    lines = break_lines([(option.label, kind.weight)], kind.size, width - indent)
    inner = text_pieces(place.parent.add("P", extra), lines, kind, 0)
    whole = stack(inner, 0)
    words_draw = whole.draw

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.artifact("layout")
        canvas.ink(INK)
        y = top + kind.baseline + 1.0 - TICK
        canvas.frame(x, y, TICK, TICK, LINE)
        if option.ticked:
            canvas.rule(x + 2, y + 5, x + 4.2, y + 7.8, 1.4)
            canvas.rule(x + 4.0, y + 7.8, x + 8.2, y + 2, 1.4)
        words_draw(canvas, x + indent, top)

    return Piece(whole.height, drawn)


def _across(row: list[Piece], widths: list[float], before: float) -> Piece:
    """Pieces beside each other."""

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        for piece, width in zip(row, widths, strict=False):
            piece.draw(canvas, x, top)
            x += width

    return Piece(max(piece.height for piece in row), drawn, before)


def fill_in(block: FillIn, place: Place) -> list[Piece]:
    """Fields beside each other, each with its label above."""
    if not block.fields:
        return []
    shares = sum(field.share for field in block.fields)
    room = place.full + FIELD_GAP
    widths = [room * field.share / shares for field in block.fields]
    height = FIELD_HEIGHT * max(1, block.lines)
    row = [
        _field(field, place, width - FIELD_GAP, height, block.ruled)
        for field, width in zip(block.fields, widths, strict=True)
    ]
    lowest = max(piece.height for piece in row)
    for piece in row:
        piece.draw = _lowered(piece.draw, lowest - piece.height)
    return [_across(row, widths, 6.0)]


def _lowered(draw: Draw, by: float) -> Draw:
    return lambda canvas, x, top: draw(canvas, x, top + by)


def _field(field: Field, place: Place, width: float, height: float, ruled: bool) -> Piece:
    kind = Kind(9.5, 13)
    if kind.size < place.style.label.size:
        kind = place.style.label
    label = break_lines([(field.label, kind.weight)], kind.size, width)
    over = len(label) * kind.leading + 1
    element = place.parent.add("P")
    body = place.style.body
    value = break_lines([(field.value, body.weight)], body.size, width - 8) if field.value else []
    value_element = place.parent.add("P")

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        for number, line in enumerate(label):
            draw_line(canvas, element, line, kind, x, top + number * kind.leading)
        canvas.artifact("layout")
        canvas.ink(INK)
        _draw_space(canvas, field, x, top + over, width, height, ruled)
        _draw_value(canvas, value_element, value, body, x + 4, top + over + 4)

    return Piece(max(height, len(value) * body.leading + 8) + over, drawn)


def _draw_value(
    canvas: TaggedCanvas, element: Element, value: list[Line], kind: Kind, x: float, top: float
) -> None:
    for number, line in enumerate(value):
        draw_line(canvas, element, line, kind, x, top + number * kind.leading)


def _draw_space(
    canvas: TaggedCanvas, field: Field, x: float, top: float, width: float, height: float,
    ruled: bool,
) -> None:  # fmt: skip
    if field.cells:
        for group in field.cells:
            for number in range(group):
                canvas.frame(x + number * CELL_WIDTH, top, CELL_WIDTH, height, LINE)
            x += group * CELL_WIDTH + 1.5 * MM
    elif ruled:
        for number in range(1, round(height / FIELD_HEIGHT) + 1):
            y = top + number * FIELD_HEIGHT
            canvas.rule(x, y, x + width, y, LINE)
    else:
        canvas.frame(x, top, width, height, LINE)
