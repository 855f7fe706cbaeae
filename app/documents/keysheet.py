"""The groups of a recovery key: large, numbered, every character in a cell of its own."""

from app.documents.archival import hex_text
from app.documents.flow import Piece, text_pieces
from app.documents.fonts import Weight, advance
from app.documents.form_model import KeyGroups
from app.documents.frames import framed
from app.documents.lines import break_lines
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.style import HAIR, INK, MM, THIN, Kind
from app.documents.tagging import TaggedCanvas

ACROSS = 4
PAD = 8 * MM
GAP = 5 * MM
CHARACTER = Kind(21, 27, Weight.SEMIBOLD)


def key_groups(block: KeyGroups, place: Place) -> list[Piece]:
    """All groups in one frame, read group by group with the characters parted."""
    rows = [block.groups[at : at + ACROSS] for at in range(0, len(block.groups), ACROSS)]
    wide = (place.full - 2 * PAD - (ACROSS - 1) * GAP) / ACROSS
    pieces = [_row(groups, number * ACROSS + 1, wide, place) for number, groups in enumerate(rows)]
    return framed(pieces, place.full, place.tallest, pad=PAD, rule=2.0)


def _row(groups: tuple[str, ...], first: int, wide: float, place: Place) -> Piece:
    kind = place.style.note
    labels: list[Piece] = []
    elements: list[Element] = []
    for number in range(first, first + len(groups)):
        name = place.words.group.format(number=number)
        label = break_lines([(name, kind.weight)], kind.size, wide)
        labels += text_pieces(place.parent.add("P"), label[:1], kind, 0)
        spoken = b"/ActualText " + hex_text(" ".join(groups[number - first]))
        elements.append(place.parent.add("P", spoken))

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        for label, element, group in zip(labels, elements, groups, strict=True):
            label.draw(canvas, x, top)
            _draw_group(canvas, element, group, x, top + kind.leading, wide)
            x += wide + GAP

    return Piece(kind.leading + CHARACTER.leading + 8, drawn, before=7 * MM)


def _draw_group(
    canvas: TaggedCanvas, element: Element, group: str, x: float, top: float, wide: float
) -> None:
    cell = wide / max(1, len(group))
    size = min(CHARACTER.size, cell)
    for number, character in enumerate(group):
        canvas.mark(element)
        canvas.ink(INK)
        slack = (cell - advance(character, CHARACTER.weight) * size) / 2
        at = x + number * cell + slack
        canvas.text(at, top + CHARACTER.baseline, character, CHARACTER.weight, size)
    canvas.artifact("layout")
    canvas.ink(HAIR)
    y = top + CHARACTER.leading + 3
    canvas.rule(x, y, x + wide, y, THIN)
