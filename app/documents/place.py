"""Where a block is laid out: under which element, how wide, in which style."""

from collections.abc import Callable
from dataclasses import replace

from app.core.records import dataclass
from app.documents.flow import Piece, text_pieces
from app.documents.lines import Run, break_lines
from app.documents.model import Block
from app.documents.page import Page
from app.documents.structure import Element
from app.documents.style import Kind, Style
from app.documents.words import Words

Typeset = Callable[[tuple[Block, ...], "Place"], list[Piece]]


@dataclass(slots=True)
class Levels:
    """The last heading level, so that none is skipped."""

    last: int = 0

    def take(self, wanted: int) -> int:
        """The level to use: as wanted, but at most one under the last."""
        self.last = min(wanted, self.last + 1)
        return self.last


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a block.

    `width` is for running text, `full` for tables and frames; `page` the paper; `typeset` lays
    out inner blocks; `framed` says that a frame stands round.
    """

    parent: Element
    width: float
    full: float
    style: Style
    page: Page
    words: Words
    levels: Levels
    typeset: Typeset
    framed: bool = False

    def within(self, parent: Element, width: float) -> "Place":
        """The same for inner blocks, which get one width for all."""
        return replace(self, parent=parent, width=width, full=width)

    def paragraph(
        self, runs: list[Run], kind: Kind, before: float, extra: bytes = b"", width: float = 0.0
    ) -> list[Piece]:
        """A paragraph element with its lines."""
        lines = break_lines(runs, kind.size, width or self.width)
        return text_pieces(self.parent.add("P", extra), lines, kind, before)

    @property
    def tallest(self) -> float:
        """The most that one piece may be and still go on any page."""
        return self.page.bottom - self.page.next_top - 60
