"""Headings, paragraphs, lists and clauses as pieces."""

from app.documents.archival import hex_text
from app.documents.flow import Draw, Piece, draw_line, keep_all, shifted, stack, text_pieces, total
from app.documents.frames import framed
from app.documents.lines import Line, break_lines, runs_of
from app.documents.model import Clause, Heading, Item, Paragraph
from app.documents.place import Place
from app.documents.structure import BULLETED, NUMBERED, Element
from app.documents.style import ACCENT, INK, LINE, MM, THICK, Kind
from app.documents.tagging import TaggedCanvas

CLAUSE_INDENT = 8 * MM
SIDE_GAP = 3 * MM
SIDE_ROOM = 46 * MM
"""A clause inside a frame or a column has no side; its note stands under it."""
SHORT_CLAUSE = 0.2
"""A clause that takes less than this part of a page does not break."""
NUMBER_INDENT, BULLET_INDENT = 1.5, 1.2
"""In parts of the type size."""


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
    for number, item in enumerate(items, start=1):
        entry = item if isinstance(item, Item) else Item(item)
        pieces += _entry(entry, number if numbered else 0, root, place)
    return pieces


def _entry(item: Item, number: int, root: Element, place: Place) -> list[Piece]:
    kind = place.style.body
    element = root.add("LI")
    label = element.add("Lbl")
    indent = kind.size * (NUMBER_INDENT if number else BULLET_INDENT)
    lines = break_lines(runs_of(item.text, kind.weight, item.lead), kind.size, place.width - indent)
    pieces = shifted(text_pieces(element.add("LBody"), lines, kind, kind.leading / 4), indent)
    pieces[0].draw = _with_label(pieces[0].draw, label, number, kind)
    return pieces


def _with_label(draw: Draw, label: Element, number: int, kind: Kind) -> Draw:
    strong = runs_of("", kind.weight, f"{number}." if number else "•")[:1]
    line = break_lines(strong, kind.size, 100)[0]

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw_line(canvas, label, line, kind, x, top)
        draw(canvas, x, top)

    return drawn


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
