"""Lines to sign on, and the end of a letter."""

from app.documents.flow import Piece, keep_all
from app.documents.fonts import Weight
from app.documents.form_model import Closing, Signatures, Signer
from app.documents.frames import side_by_side
from app.documents.lines import runs_of
from app.documents.place import Place
from app.documents.style import INK, LINE, MM, Kind
from app.documents.tagging import TaggedCanvas

FREE = 14 * MM
"""White paper over a line to sign on."""
COLUMN_GAP = 10 * MM


def signatures(block: Signatures, place: Place) -> list[Piece]:
    """Two signers beside each other, all of them on one page."""
    pieces: list[Piece] = []
    half = place.within(place.parent, (place.full - COLUMN_GAP) / 2)
    for at in range(0, len(block.signers), 2):
        columns = [_signer(one, block.dated, half) for one in block.signers[at : at + 2]]
        columns.append([])
        offset = half.width + COLUMN_GAP
        pieces.append(side_by_side(columns[0], columns[1], offset, before=15.0))
    if pieces:
        pieces[0].least = 9.0
    return keep_all(pieces)


def _signer(signer: Signer, dated: bool, place: Place) -> list[Piece]:
    body, label = place.style.body, place.style.label
    pieces = place.paragraph(runs_of("", body.weight, signer.act), body, 0) if signer.act else []
    words = place.words
    captions = [words.place_and_date, words.signature] if dated else [words.signature]
    if dated and place.style.one_line:
        captions = [words.date_and_signature]
    for caption in captions:
        pieces.append(_line_to_sign(place.width))
        pieces += place.paragraph([(caption, label.weight)], label, 2)
    named = runs_of(f", {signer.role}" if signer.role else "", body.weight, signer.name)
    if signer.name:
        pieces += place.paragraph(_closed_up(named), body, 1)
    return pieces


def _closed_up(runs: list[tuple[str, Weight]]) -> list[tuple[str, Weight]]:
    """«Name, role»: the comma belongs to the name."""
    if len(runs) == 2 and runs[1][0].startswith(","):
        return [(runs[0][0] + ",", runs[0][1]), (runs[1][0][1:], runs[1][1])]
    return runs


def _line_to_sign(width: float) -> Piece:
    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.artifact("layout")
        canvas.ink(INK)
        canvas.rule(x, top + FREE, x + width, top + FREE, LINE)

    return Piece(FREE, drawn)


def closing(block: Closing, place: Place) -> list[Piece]:
    """Greeting, names, enclosures and copies; never parted by a page."""
    body, small = place.style.body, place.style.small
    pieces = place.paragraph([(block.greeting, body.weight)], body, body.leading)
    half = place.within(place.parent, (place.width - COLUMN_GAP / 2) / 2)
    column = half if len(block.signers) > 1 else place
    for at in range(0, len(block.signers), 2):
        columns = [_stands_for(one, column) for one in block.signers[at : at + 2]]
        columns.append([])
        offset = half.width + COLUMN_GAP / 2
        pieces.append(side_by_side(columns[0], columns[1], offset, before=body.leading / 2))
    if block.note:
        pieces += place.paragraph([(block.note, small.weight)], small, 5)
    before = 9.0
    for label, names in (
        (place.words.enclosures, block.enclosures),
        (place.words.copies, block.copies),
    ):
        if names:
            runs = runs_of(", ".join(names), small.weight, label)
            pieces += place.paragraph(runs, _inked(small), before)
            before = 0.0
    return keep_all(pieces)


def _inked(kind: Kind) -> Kind:
    return Kind(kind.size, kind.leading, kind.weight, INK)


def _stands_for(signer: Signer, place: Place) -> list[Piece]:
    body = place.style.body
    runs = runs_of(f", {signer.role}" if signer.role else "", body.weight, signer.name)
    pieces = place.paragraph(_closed_up(runs), body, 0)
    if signer.act:
        pieces += place.paragraph([(signer.act, body.weight)], body, 0)
    return pieces
