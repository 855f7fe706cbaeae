"""Every kind of block to its pieces."""

from dataclasses import replace

from app.documents.bars import bars
from app.documents.chart_model import (
    Bars,
    GroupedBars,
    IndicatorGrid,
    LevelLine,
    Target,
    Trend,
)
from app.documents.clauses import clause
from app.documents.facts import facts
from app.documents.flow import Piece, keep_all
from app.documents.form_model import Boxes, Closing, FillIn, KeyGroups, Signatures
from app.documents.forms import boxes, fill_in
from app.documents.frames import PAD, framed, side_by_side
from app.documents.grouped_bars import grouped_bars
from app.documents.indicator_grid import indicator_grid
from app.documents.keysheet import key_groups
from app.documents.levels import level_line
from app.documents.model import (
    Beside,
    Block,
    Bullets,
    Callout,
    Clause,
    Facts,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Steps,
    Table,
)
from app.documents.place import Place
from app.documents.prose import heading, heading_pieces, listing, paragraph
from app.documents.signing import COLUMN_GAP, closing, signatures
from app.documents.style import MM, Kind
from app.documents.tables import table
from app.documents.target import target
from app.documents.trend import trend

FRAME_GAP = 4 * MM


def typeset(blocks: tuple[Block, ...], place: Place) -> list[Piece]:
    """The pieces of blocks under each other."""
    pieces: list[Piece] = []
    turn = False
    for block in blocks:
        if isinstance(block, PageBreak):
            turn = True
            continue
        made = _pieces(block, place)
        if made and turn:
            made[0].new_page, turn = True, False
        if _signed(block) and made:
            _hold_end(pieces)
        pieces += made
    return pieces


def _pieces(block: Block, place: Place) -> list[Piece]:
    match block:
        case Heading() | Paragraph() | Bullets() | Steps() | Clause():
            return _prose(block, place)
        case Facts():
            return facts(block, place)
        case Table():
            return table(block, place)
        case Callout():
            return _callout(block, place)
        case Beside():
            return _beside(block, place)
        case KeepTogether():
            return keep_all(typeset(block.blocks, place))
        case PageBreak():
            return []
        case LevelLine() | Bars() | GroupedBars() | IndicatorGrid() | Trend() | Target():
            return _drawn(block, place)
        case _:
            return _written_on(block, place)


def _prose(block: Heading | Paragraph | Bullets | Steps | Clause, place: Place) -> list[Piece]:
    match block:
        case Heading():
            return heading(block, place)
        case Paragraph():
            return paragraph(block, place)
        case Clause():
            return clause(block, place)
        case Bullets() | Steps():
            if not block.items:
                return []
            return listing(block.items, place, numbered=isinstance(block, Steps))


def _written_on(
    block: Signatures | Closing | Boxes | FillIn | KeyGroups, place: Place
) -> list[Piece]:
    match block:
        case Signatures():
            return signatures(block, place)
        case Closing():
            return closing(block, place)
        case Boxes():
            return boxes(block, place)
        case FillIn():
            return fill_in(block, place)
        case KeyGroups():
            return key_groups(block, place)


def _drawn(
    block: LevelLine | Bars | GroupedBars | IndicatorGrid | Trend | Target, place: Place
) -> list[Piece]:
    match block:
        case LevelLine():
            return level_line(block, place)
        case Bars():
            return bars(block, place)
        case GroupedBars():
            return grouped_bars(block, place)
        case IndicatorGrid():
            return indicator_grid(block, place)
        case Trend():
            return trend(block, place)
        case Target():
            return target(block, place)


def _callout(block: Callout, place: Place) -> list[Piece]:
    width = place.full - 2 * PAD
    inner = replace(place.within(place.parent.add("Sect"), width), framed=True)
    style, body = place.style, place.style.body
    kind = Kind(style.h2.size - 1, style.h2.leading, style.h2.weight)
    pieces: list[Piece] = []
    if block.title:
        pieces = heading_pieces(block.title, kind, 2, inner, 0)
    if block.text:
        pieces += inner.paragraph([(block.text, body.weight)], body, body.leading / 4)
    if block.number:
        number = style.number
        pieces += inner.paragraph([(block.number, number.weight)], number, 2)
    pieces += typeset(block.blocks, inner)
    return framed(pieces, place.full, place.tallest) if pieces else []


def _beside(block: Beside, place: Place) -> list[Piece]:
    frames = all(isinstance(side[0], Callout) for side in (block.left, block.right) if side)
    between = FRAME_GAP if frames else COLUMN_GAP
    wide = (place.full - between) * block.share
    left = typeset(block.left, place.within(place.parent, wide))
    right = typeset(block.right, place.within(place.parent, place.full - between - wide))
    before = max((pieces[0].before for pieces in (left, right) if pieces), default=0.0)
    whole = side_by_side(left, right, wide + between, before)
    if whole.height > place.tallest:
        return left + right
    whole.after = max((pieces[-1].after for pieces in (left, right) if pieces), default=0.0)
    whole.least = max((pieces[0].least for pieces in (left, right) if pieces), default=0.0)
    return [whole] if left or right else []


def _signed(block: Block) -> bool:
    """Whether lines to sign on, or names under a greeting, stand in the block."""
    match block:
        case Signatures() | Closing():
            return True
        case KeepTogether():
            return any(map(_signed, block.blocks))
        case _:
            return False


def _hold_end(pieces: list[Piece]) -> None:
    """No page of signatures alone: what stands last before them, with its heading, comes along."""
    for piece in reversed(pieces):
        if not piece.keep:
            piece.keep = True
            return
