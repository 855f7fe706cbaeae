"""What a document is, before it is a page: pure values that a slice's `prints.py` builds.

Nothing here knows a case, a font or a file. Text is plain: no markup is read in it, a line
break in it is a line break, and a hard blank keeps two words together. Every block may carry
`part`, the name of the required part it fulfils; `Document.requires` lists the parts without
which it is not printed.
"""

from datetime import datetime
from enum import Enum
from typing import Literal, TypeAlias

from app.core.records import dataclass
from app.documents.chart_model import (
    Bars,
    GroupedBars,
    IndicatorGrid,
    LevelLine,
    Target,
    Trend,
)
from app.documents.form_model import Boxes, Closing, FillIn, KeyGroups, Signatures

Language: TypeAlias = Literal["nb", "nn"]
"""The language of a whole document."""


class Form(Enum):
    """How the first page begins."""

    LETTER = "letter"
    """Window address on the left, sender's facts on the right."""
    SHEET = "sheet"
    """Letterhead over a rule, then the title: leases, plans, forms."""
    PLAIN = "plain"
    """No letterhead, only the title: the recovery key."""


class Size(Enum):
    """The size of the running text."""

    NORMAL = "normal"
    EASY = "easy"
    """For what its owner keeps and reads often, as a plan: 12 points in a wide column."""
    LARGE = "large"
    """For the one who wishes large print: 16 points over the full width."""


class Align(Enum):
    """How a table column stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes. All but the municipality may be empty."""

    municipality: str
    office: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    web: str = ""
    org_number: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value; `lead` is printed strong before the value."""

    label: str
    value: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the title. Level 2 or 3; a level that is skipped is drawn up.

    On a form it is `ruled` and may have a few grey words to its right (`aside`).
    """

    text: str
    level: Literal[2, 3] = 2
    ruled: bool = False
    aside: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `lead` is run in before it, strong; `language` is BCP 47 («se») if another."""

    text: str
    lead: str = ""
    small: bool = False
    language: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list; `lead` is printed strong before the text."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order. Plain strings are items without a lead."""

    items: tuple[str | Item, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """A numbered list from 1."""

    items: tuple[str | Item, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause of a contract.

    `note` explains it beside the text and is read after it; `framed` is for what must be seen
    before signing.
    """

    number: str
    title: str
    blocks: tuple["Block", ...]
    note: str = ""
    framed: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, row by row, over the full width."""

    rows: tuple[Fact, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column. `share` is its part of the width; 0 lets the content decide."""

    title: str
    align: Align = Align.LEFT
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names the row and whose head is repeated over a page break.

    Every row (and `total`, if any) has as many cells as there are columns; an empty cell is an
    empty string. `narrow` keeps it within the text column, `row_height` in mm leaves room to write;
    `dense` sets the rows closer. With `spans`, a row that begins with an empty cell belongs to the
    head of the row above, and they stand on one page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    total: tuple[str, ...] = ()
    narrow: bool = False
    row_height: float = 0.0
    dense: bool = False
    spans: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A frame for what must be read before signing or acted on. `number` prints large."""

    title: str
    text: str = ""
    number: str = ""
    blocks: tuple["Block", ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two stacks of blocks, read left first; `share` is the left one's part of the width.

    Two frames get the same height.
    """

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    share: float = 0.5
    part: str = ""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page if a page can hold them."""

    blocks: tuple["Block", ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    part: str = ""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Steps
    | Clause
    | Facts
    | Table
    | Callout
    | Beside
    | KeepTogether
    | Signatures
    | Closing
    | Boxes
    | FillIn
    | KeyGroups
    | LevelLine
    | Bars
    | GroupedBars
    | IndicatorGrid
    | Trend
    | Target
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `title` is the one top heading and says the answer; `kind` is the small line above it and
    stands in the footer with the reference. `issued` is the moment the file carries, with its
    offset. `recipient` (letters only) is what may show in the window, up to four lines: empty
    leaves it blank to be filled in by hand. `lead` is a sentence or two under the title; `footer`
    replaces reference and kind at the foot; `file_title` stands in the file's metadata instead of
    a title that holds a name. `folds` are the fold marks in mm from the top, for the envelope
    the office uses. As `slides` a sheet is shown on a wall: 1.4 times as large, on wide pages.
    """

    title: str
    language: Language
    issued: datetime
    reference: str
    letterhead: Letterhead
    recipient: tuple[str, ...] = ()
    sender_facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    requires: tuple[str, ...] = ()
    demo: bool = False
    draft: bool = False
    form: Form = Form.LETTER
    kind: str = ""
    lead: str = ""
    footer: str = ""
    size: Size = Size.NORMAL
    folds: tuple[float, ...] = (148.5,)
    landscape: bool = False
    slides: bool = False
    file_title: str = ""
