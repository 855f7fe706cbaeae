"""What stands round the text: letterhead, address, sender's facts, footer, marks."""

from app.core.errors import Invalid, Problem
from app.core.records import dataclass
from app.documents.flow import draw_line
from app.documents.fonts import Weight
from app.documents.lines import Line, break_lines, runs_of
from app.documents.model import Document, Form, Letterhead, Size
from app.documents.page import Page
from app.documents.structure import Element
from app.documents.style import GREY, HAIR, INK, LINE, MM, THIN, Kind
from app.documents.tagging import TaggedCanvas
from app.documents.words import WORDS, long_date

WINDOW_WIDTH = 76 * MM
"""What shows in every window: x 20 to 96 mm."""
ADDRESS = {3: (Kind(10, 12), 48.6 * MM), 4: (Kind(9, 10.2), 47.2 * MM)}
"""Type and first baseline, by the number of lines."""
NAME_WIDTH = 74 * MM
"""Beside it stands the mark of a demo or a draft."""
NEXT_HEAD_LINES = 2
LEAST_SPACE = 2.0
FACTS_TOP = 36 * MM
FACTS_BOTTOM = 88 * MM
NAME, OFFICE, RETURN = Kind(12, 16, Weight.BOLD), Kind(9.5, 13), Kind(8, 10.5)
LONG_NAME, LONG_OFFICE = Kind(10, 12, Weight.BOLD), Kind(8.5, 10.5)
"""So set, two lines of each still end above the free zone."""
MARK = Kind(10, 14, Weight.BOLD)


@dataclass(frozen=True, slots=True)
class Address:
    """The window address as lines that fit."""

    lines: tuple[Line, ...]
    kind: Kind
    baseline: float


def address_of(document: Document) -> Address:
    """Raises Invalid `address_too_long` when the address does not fit the window in four lines."""
    texts = [line for line in document.recipient if line.strip()]
    for most, (kind, baseline) in ADDRESS.items():
        lines = [
            line
            for text in texts
            for line in break_lines([(text, kind.weight)], kind.size, WINDOW_WIDTH)
        ]
        wrapped = len(lines) > len(texts)
        if len(lines) <= most and not (wrapped and most == min(ADDRESS)):
            return Address(tuple(lines), kind, baseline)
    raise Invalid([Problem("recipient", "address_too_long", facts={"most": max(ADDRESS)})])


def draw_first(canvas: TaggedCanvas, document: Document, page: Page, root: Element) -> None:
    """Everything but the text on page 1. A letter's address and facts are content."""
    draw_mark(canvas, document, page, root)
    if document.form is not Form.PLAIN:
        _letterhead(canvas, document.letterhead, page, _tag(document))
    if document.form is Form.SHEET:
        canvas.ink(HAIR)
        canvas.rule(page.left, 26 * MM, page.right, 26 * MM, THIN)
    if document.form is Form.LETTER:
        _address(canvas, address_of(document), page, root)
        _facts(canvas, document, page, root)
        _folds(canvas, document)


def _tag(document: Document) -> tuple[str, str]:
    words = WORDS[document.language]
    return words.switchboard, words.organisation


def _letterhead(
    canvas: TaggedCanvas, head: Letterhead, page: Page, patterns: tuple[str, str]
) -> None:
    phone, organisation = patterns
    lines = [
        *head.address,
        head.email,
        head.web,
        phone.format(phone=head.phone) if head.phone else "",
        organisation.format(number=head.org_number) if head.org_number else "",
    ]
    canvas.artifact("header")
    short = _fits(head.municipality, NAME) and _fits(head.office, OFFICE)
    name, office, below = (NAME, OFFICE, 9.3 * MM) if short else (LONG_NAME, LONG_OFFICE, 7.2 * MM)
    below += _write(canvas, head.municipality, name, INK, page.left, below, NAME_WIDTH)
    _write(canvas, head.office, office, GREY, page.left, below + 0.8, NAME_WIDTH)
    top = 9.6 * MM
    for text in lines:
        top += _write(canvas, text, RETURN, GREY, page.side, top, page.right - page.side)


def _fits(text: str, kind: Kind) -> bool:
    return len(break_lines([(text, kind.weight)], kind.size, NAME_WIDTH)) == 1


def _write(
    canvas: TaggedCanvas, text: str, kind: Kind, colour: tuple[float, float, float],
    x: float, top: float, width: float,
) -> float:  # fmt: skip
    """Lines that belong to the mark that is open; gives their height, 0 for no text."""
    if not text:
        return 0.0
    canvas.ink(colour)
    lines = break_lines([(text, kind.weight)], kind.size, width)
    for number, line in enumerate(lines):
        for part in line.parts:
            y = top + number * kind.leading + kind.baseline
            canvas.text(x + part.x, y, part.text, part.weight, kind.size)
    return len(lines) * kind.leading


def _address(canvas: TaggedCanvas, address: Address, page: Page, root: Element) -> None:
    element = root.add("P")
    for number, line in enumerate(address.lines):
        top = address.baseline + number * address.kind.leading - address.kind.baseline
        draw_line(canvas, element, line, address.kind, page.left, top)


def _facts(canvas: TaggedCanvas, document: Document, page: Page, root: Element) -> None:
    """Label over value on the side axis; set closer when there are many."""
    label, value = _fact_kinds(document)
    width = page.right - page.side
    set_facts = [
        (
            break_lines([(fact.label, label.weight)], label.size, width),
            break_lines(runs_of(fact.value, value.weight, fact.lead), value.size, width),
        )
        for fact in document.sender_facts
    ]
    height = sum(len(a) * label.leading + len(b) * value.leading for a, b in set_facts)
    spare = (FACTS_BOTTOM - FACTS_TOP - height) / max(1, len(set_facts))
    top = FACTS_TOP
    for labels, values in set_facts:
        for lines, kind in ((labels, label), (values, value)):
            element = root.add("P")
            for line in lines:
                draw_line(canvas, element, line, kind, page.side, top)
                top += kind.leading
        top += min(5.0, max(LEAST_SPACE, spare))


def _fact_kinds(document: Document) -> tuple[Kind, Kind]:
    """How labels and values are set."""
    if document.size is Size.LARGE:
        return Kind(12, 14.5, Weight.REGULAR, GREY), Kind(12, 14.5, Weight.MEDIUM)
    return Kind(7.5, 10, Weight.REGULAR, GREY), Kind(9, 11.5, Weight.MEDIUM)


def facts_height(document: Document, page: Page) -> float:
    """How far down the sender's facts reach, in points from the top of the paper."""
    width = page.right - page.side
    label, value = _fact_kinds(document)
    rows = sum(
        len(break_lines(runs, kind.size, width)) * kind.leading
        for fact in document.sender_facts
        for runs, kind in (
            ([(fact.label, label.weight)], label),
            (runs_of(fact.value, value.weight, fact.lead), value),
        )
    )
    return FACTS_TOP + rows + LEAST_SPACE * len(document.sender_facts)


def _folds(canvas: TaggedCanvas, document: Document) -> None:
    canvas.artifact("layout")
    canvas.ink(HAIR)
    for fold in document.folds:
        canvas.rule(0, fold * MM, 5 * MM, fold * MM, 0.4)


def draw_next(canvas: TaggedCanvas, document: Document, page: Page) -> None:
    """The head of a page after the first: municipality, and date or kind."""
    draw_mark(canvas, document, page, None)
    canvas.artifact("header")
    name = Kind(12 if document.size is Size.LARGE else 10, 14, Weight.SEMIBOLD)
    _write(canvas, document.letterhead.municipality, name, INK, page.left, 11 * MM, NAME_WIDTH)
    letter = document.form is Form.LETTER
    text = long_date(document.issued) if letter else document.title
    large = document.size is Size.LARGE
    kind, width = Kind(12, 15) if large else Kind(9, 12), page.right - page.side
    shown = break_lines([(text, kind.weight)], kind.size, width)[:NEXT_HEAD_LINES]
    short = " ".join(part.text.strip() for line in shown for part in line.parts)
    _write(canvas, short, kind, GREY, page.side, 11.4 * MM, width)


def draw_mark(canvas: TaggedCanvas, document: Document, page: Page, root: Element | None) -> None:
    """«Demo – ikke ekte» and «Utkast» over the head; read aloud on page 1."""
    words = WORDS[document.language]
    marks = [words.demo] * document.demo + [words.draft] * document.draft
    if not marks:
        return
    line = break_lines([(" · ".join(marks), MARK.weight)], MARK.size, page.full)[0]
    x, top = page.side - 6 * MM - line.width - 12, 10 * MM
    canvas.artifact("pagination")
    canvas.ink(INK)
    canvas.frame(x, top, line.width + 12, MARK.leading + 1, LINE)
    draw_line(canvas, root.add("P") if root else None, line, MARK, x + 6, top)


def draw_footer(canvas: TaggedCanvas, document: Document, page: Page, at: int, of: int) -> None:
    """Reference and kind to the left, so that a scan can be matched; page number to the right."""
    words = WORDS[document.language]
    reference = f"Ref. {document.reference}" if document.reference else ""
    foot = document.footer or " · ".join(filter(None, (reference, document.kind)))
    size = 12 if document.size is Size.LARGE else 7.8
    left, right = Kind(size, size * 1.3), Kind(size, size * 1.3, Weight.SEMIBOLD)
    canvas.artifact("footer")
    canvas.ink(HAIR)
    canvas.rule(page.left, page.footer_rule, page.right, page.footer_rule, THIN)
    number = break_lines([(words.page.format(page=at, pages=of), right.weight)], size, page.full)[0]
    y = page.footer_text + (2 * MM if size > 8 else 0) - left.baseline
    _write(canvas, foot, left, GREY, page.left, y, page.full - number.width - 5 * MM)
    canvas.ink(INK)
    for part in number.parts:
        canvas.text(
            page.right - number.width + part.x, y + right.baseline, part.text, part.weight, size
        )
