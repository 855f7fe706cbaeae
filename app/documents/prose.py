"""Headings, paragraphs and lists as pieces."""

from app.documents.archival import hex_text
from app.documents.flow import Draw, Piece, draw_line, shifted, text_pieces
from app.documents.lines import Line, break_lines, runs_of
from app.documents.model import Heading, Item, Paragraph
from app.documents.place import Place
from app.documents.structure import BULLETED, NUMBERED, Element
from app.documents.style import INK, THICK, Kind
from app.documents.tagging import TaggedCanvas

NUMBER_INDENT, BULLET_INDENT = 1.5, 1.2
LABEL_GAP = 0.4
"""In parts of the type size; a wide number pushes the text of its whole list."""


def heading_pieces(
    text: str, kind: Kind, wanted: int, place: Place, before: float, number: str = ""
) -> list[Piece]:
    """A heading with its bookmark, kept with what follows."""
    level = place.levels.take(wanted)
    element = place.parent.add(f"H{level}")
    lines = break_lines([(text, kind.weight)], kind.size, place.width)
    pieces = text_pieces(element, lines, kind, before)
    pieces[0].draw = _with_bookmark(pieces[0].draw, f"{number} {text}", level - 1)
    for piece in pieces:
        piece.keep = True
        piece.close = True
    pieces[-1].after = place.style.body.leading / 4
    return pieces


def _with_bookmark(draw: Draw, text: str, level: int) -> Draw:
    title = " ".join(text.split())

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.outline(title, top, level)
        draw(canvas, x, top)

    return drawn


def heading(block: Heading, place: Place) -> list[Piece]:
    """A heading of level 2 or 3."""
    kind = place.style.h2 if block.level == 2 else place.style.h3
    before = place.style.body.leading * (0.95 if block.level == 2 else 0.7)
    pieces = heading_pieces(block.text, kind, block.level, place, before)
    return _ruled(pieces, block, place) if block.ruled else pieces


def _ruled(pieces: list[Piece], block: Heading, place: Place) -> list[Piece]:
    """The heading over a rule across the page, with its few words at the right end."""
    kind = place.style.small
    aside = break_lines([(block.aside, kind.weight)], kind.size, place.full / 2)[0]
    element = place.parent.add("P")
    last = pieces[-1]
    draw, height = last.draw, last.height

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw(canvas, x, top)
        y = top + height - kind.leading - 1
        draw_line(canvas, element, aside, kind, x + place.full - aside.width, y)
        canvas.artifact("layout")
        canvas.ink(INK)
        canvas.rule(x, top + height + 3, x + place.full, top + height + 3, THICK)

    last.draw, last.height, last.after = drawn, height + 3, 7.0
    return pieces


def paragraph(block: Paragraph, place: Place) -> list[Piece]:
    """Running text, in its own language if it has one."""
    if not (block.text or block.lead):
        return []
    kind = place.style.small if block.small else place.style.body
    extra = b"/Lang " + hex_text(block.language) if block.language else b""
    runs = runs_of(block.text, kind.weight, block.lead)
    pieces = place.paragraph(
        runs, kind, place.style.body.leading / (3 if block.small else 2), extra
    )
    pieces[0].hugs = block.small
    return pieces


def listing(items: tuple[str | Item, ...], place: Place, numbered: bool) -> list[Piece]:
    """A list; the first item stands close to the paragraph that announces it."""
    root = place.parent.add("L", NUMBERED if numbered else BULLETED)
    pieces: list[Piece] = []
    indent = _indent(len(items) if numbered else 0, place.style.body)
    for number, item in enumerate(items, start=1):
        entry = item if isinstance(item, Item) else Item(item)
        pieces += _entry(entry, number if numbered else 0, root, place, indent)
    return pieces


def _indent(last: int, kind: Kind) -> float:
    """How far in the text of a list stands whose last number is `last`, 0 for bullets."""
    if not last:
        return kind.size * BULLET_INDENT
    return max(kind.size * NUMBER_INDENT, _label(last, kind).width + kind.size * LABEL_GAP)


def _entry(item: Item, number: int, root: Element, place: Place, indent: float) -> list[Piece]:
    kind = place.style.body
    element = root.add("LI")
    label = element.add("Lbl")
    lines = break_lines(runs_of(item.text, kind.weight, item.lead), kind.size, place.width - indent)
    pieces = shifted(text_pieces(element.add("LBody"), lines, kind, kind.leading / 4), indent)
    pieces[0].draw = _with_label(pieces[0].draw, label, number, kind)
    return pieces


def _with_label(draw: Draw, label: Element, number: int, kind: Kind) -> Draw:
    line = _label(number, kind)

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw_line(canvas, label, line, kind, x, top)
        draw(canvas, x, top)

    return drawn


def _label(number: int, kind: Kind) -> Line:
    """A number or a bullet."""
    strong = runs_of("", kind.weight, f"{number}." if number else "•")[:1]
    return break_lines(strong, kind.size, 100)[0]
