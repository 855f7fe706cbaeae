"""A sheet as it was read: cells as text with their kind, lines numbered as in the file."""

from dataclasses import field
from enum import Enum

from app.core.records import dataclass
from app.transfer.limits import Limits


class CellKind(Enum):
    """What the file says a cell is. A text file knows text, empty and error only."""

    TEXT = "t"
    NUMBER = "n"
    DATE = "d"
    BOOL = "b"
    ERROR = "e"
    EMPTY = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. Number: plain digits with point; date: ISO; bool: 1 or 0; text: as written."""

    kind: CellKind
    text: str = field(repr=False)


EMPTY_CELL = Cell(CellKind.EMPTY, "")


@dataclass(frozen=True, slots=True)
class Row:
    """One line with content; `line` is 1 for the first line of the file."""

    line: int
    cells: tuple[Cell, ...]

    def cell(self, index: int) -> Cell:
        """The cell at `index`, empty beyond the end of the line."""
        return self.cells[index] if index < len(self.cells) else EMPTY_CELL

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if cell.text.strip())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file. `encoding` and `separator` are None for a workbook."""

    name: str
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str | None = None
    separator: str | None = None

    def row(self, line: int) -> Row:
        """The row on `line`; a line without content gives an empty row."""
        return next((row for row in self.rows if row.line == line), Row(line, ()))


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the officer has chosen; None means guess. `timeout` in seconds of wall time."""

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    timeout: float = 30.0
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """What a format's reader hands the child: the choices made, and the lines one by one."""

    name: str
    names: tuple[str, ...]
    encoding: str | None = None
    separator: str | None = None
