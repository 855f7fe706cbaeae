"""From a document to the bytes of one PDF/A-2a and PDF/UA-1 file."""

from dataclasses import replace

from app.core.records import dataclass
from app.documents import stationery
from app.documents.flow import Piece
from app.documents.fonts import demand_glyphs
from app.documents.layout import typeset
from app.documents.lines import break_lines
from app.documents.model import Document, Form, Size
from app.documents.page import LANDSCAPE, PORTRAIT, SLIDE, Page
from app.documents.pagination import Sheet, paginate
from app.documents.parts import demand_parts, texts_of
from app.documents.place import Levels, Place
from app.documents.prose import heading_pieces
from app.documents.structure import Element
from app.documents.style import (
    CLOSER,
    EASY,
    EASY_CLOSER,
    LARGE,
    MM,
    NORMAL,
    PLAIN,
    SHEET,
    SLIDES,
    Style,
)
from app.documents.tagging import TaggedCanvas
from app.documents.words import WORDS

LANDSCAPE_TEXT = 150 * MM
SHORT_END = 75 * MM
"""What may stand on a letter's last page before it is worth a page."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document as pieces on pages, with the structure they belong to."""

    root: Element
    front: Element
    sheets: list[Sheet]


def render(document: Document) -> bytes:
    """The file; the same document gives the same bytes. `issued` must carry its offset.

    Raises Invalid `missing_part` for each required part that is not there and `address_too_long`,
    OfficeError `glyph_missing` with the code points that the font lacks.
    """
    if document.issued.utcoffset() is None:
        raise ValueError("the moment of issue has no offset")
    demand_parts(document)
    demand_glyphs(texts_of(document))
    page = _page(document)
    laid = _laid(document, page)
    root, front, sheets = laid.root, laid.front, laid.sheets
    canvas = TaggedCanvas(page.width, page.height, WORDS[document.language].tag, root)
    for number, sheet in enumerate(sheets, start=1):
        if number == 1:
            stationery.draw_first(canvas, document, page, front)
        else:
            stationery.draw_next(canvas, document, page)
        _draw(canvas, sheet, page, _top(document, page) if number == 1 else page.next_top)
        stationery.draw_footer(canvas, document, page, number, len(sheets))
        canvas.end_page()
    return canvas.finish(_file_title(document), document.letterhead.municipality, document.issued)


def _page(document: Document) -> Page:
    if document.slides:
        return SLIDE
    return LANDSCAPE if document.landscape else PORTRAIT


def _draw(canvas: TaggedCanvas, sheet: Sheet, page: Page, top: float) -> None:
    for offset, piece in sheet.placed:
        piece.draw(canvas, page.left, top + offset)


def _laid(document: Document, page: Page) -> _Laid:
    """A letter whose last page holds little more than the greeting is tried in closer lines.

    So is what its owner keeps, whatever is left: a page less is a page less to lose.
    """
    style = _style(document)
    laid = _in_style(document, page, style)
    short = laid.sheets[-1].filled < SHORT_END
    closer = EASY_CLOSER if style is EASY else CLOSER if style is NORMAL and short else None
    if closer is not None and len(laid.sheets) > 1:
        tried = _in_style(document, page, closer)
        if len(tried.sheets) < len(laid.sheets):
            return tried
    return laid


def _in_style(document: Document, page: Page, style: Style) -> _Laid:
    root = Element("Document")
    front = root.add("Sect") if document.form is Form.LETTER else root
    place = Place(
        parent=root,
        width=max(style.text_width, LANDSCAPE_TEXT) if document.landscape else style.text_width,
        full=page.full,
        style=style,
        page=page,
        words=WORDS[document.language],
        levels=Levels(),
        typeset=typeset,
    )
    pieces = [*_title(document, place), *typeset(document.blocks, place)]
    first = page.bottom - _top(document, page)
    return _Laid(root, front, paginate(pieces, first, page.bottom - page.next_top))


def _title(document: Document, place: Place) -> list[Piece]:
    """The kind in small, the title as the one top heading, and what leads in."""
    style = place.style
    wide = replace(place, width=place.full)
    pieces: list[Piece] = []
    if document.kind:
        pieces = wide.paragraph([(document.kind, style.kind.weight)], style.kind, 0)
    rows = break_lines([(document.title, style.title.weight)], style.title.size, place.full)
    kind = style.title if len(rows) == 1 else style.title_long
    pieces += heading_pieces(document.title, kind, 1, wide, 1.0)
    if document.lead:
        pieces += place.paragraph([(document.lead, style.body.weight)], style.body, 6.0)
    for piece in pieces:
        piece.keep = True
    pieces[-1].after = max(pieces[-1].after, 7.5)
    return pieces


def _style(document: Document) -> Style:
    if document.size is not Size.NORMAL:
        return LARGE if document.size is Size.LARGE else EASY
    if document.slides:
        return SLIDES
    return {Form.LETTER: NORMAL, Form.SHEET: SHEET, Form.PLAIN: PLAIN}[document.form]


def _top(document: Document, page: Page) -> float:
    """Where the text of page 1 begins: under the window and the sender's facts."""
    if document.form is not Form.LETTER:
        return page.sheet_top if document.form is Form.SHEET else page.sheet_top - 12 * MM
    return max(page.letter_top, stationery.facts_height(document, page) + 4 * MM)


def _file_title(document: Document) -> str:
    """Title and reference, without any name; a demo or draft says so."""
    words = WORDS[document.language]
    marks = [words.demo] * document.demo + [words.draft] * document.draft
    title = document.file_title or document.title
    named = f"{title} ({document.reference})" if document.reference else title
    return ": ".join([*marks, " ".join(named.split())])
