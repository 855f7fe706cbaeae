"""What is held about one person, row by row, with what may not be told taken out."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from app.core.ids import PersonId
from app.core.text import Language
from app.settings.model import OfficeProfile

Held = str | int | float | None


class Withheld(StrEnum):
    """Why a value is not told."""

    OTHERS = "others"
    SHIELDED = "shielded"


@dataclass(frozen=True, slots=True)
class HeldFact:
    """One column of one row; `name` is what the row of `target` it points at is called."""

    column: str
    value: Held = field(repr=False)
    name: str = field(default="", repr=False)
    withheld: Withheld | None = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One row of a table."""

    id: int
    facts: tuple[HeldFact, ...]


@dataclass(frozen=True, slots=True)
class HeldTable:
    """The rows of one table, the oldest first."""

    name: str
    rows: tuple[HeldRow, ...]


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A document to or from the person, as it is kept."""

    name: str = field(repr=False)
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Holding:
    """Everything about one person on a day; `hidden` when an address there is protected."""

    person: PersonId
    name: str
    on: date
    hidden: bool
    tables: tuple[HeldTable, ...]
    files: tuple[HeldFile, ...] = ()

    @property
    def facts(self) -> int:
        """How many rows there are."""
        return sum(len(table.rows) for table in self.tables)


@dataclass(frozen=True, slots=True, repr=False)
class HoldingPaper:
    """What the readable part is made of."""

    office: OfficeProfile
    issued: datetime
    holding: Holding


class Wording(Protocol):
    """How the officer's program words a column and its value."""

    def column(self, table: str, column: str, language: Language) -> str:
        """What a column is called; empty for what only the program needs."""

    def value(self, table: str, column: str, value: Held, language: Language) -> str:
        """A value in words."""
