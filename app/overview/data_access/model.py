"""What is held about one person, row by row, with what may not be told taken out."""

from collections.abc import Iterator
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from app.core.ids import PersonId
from app.core.records import dataclass
from app.core.text import Language
from app.settings.model import OfficeProfile

Held = str | int | float | None


class Withheld(StrEnum):
    """Why a value is not told."""

    OTHERS = "others"
    SHIELDED = "shielded"


class MentionKind(StrEnum):
    """Why a sentence may be about somebody else: what it holds that is not the person's own."""

    TOGETHER = "together"  # the name of one who lives, or has lived, with the person
    KNOWN = "known"  # the name of another whom the person's own rows point at
    REGISTERED = "registered"  # given and family name of anybody else in the register
    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing in a sentence that is somebody else's, as it is written there."""

    kind: MentionKind
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Sentence:
    """A sentence as it is written, with the blanks after it.

    Those with the same `key` say the same, and are kept or left out together.
    """

    text: str
    key: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class HeldText:
    """One free text: where it stands first, of which day, and in how many places it stands."""

    table: str
    column: str
    on: date | None
    places: int
    sentences: tuple[Sentence, ...]

    @property
    def mentions_others(self) -> bool:
        """Whether any sentence of it does."""
        return any(each.mentions for each in self.sentences)


@dataclass(frozen=True, slots=True, repr=False)
class TextReview:
    """The free texts that would be given out, those that mention others first."""

    texts: tuple[HeldText, ...]

    @property
    def suggested(self) -> frozenset[str]:
        """The keys of the sentences that mention others; the officer decides."""
        return frozenset(each.key for each in self._sentences() if each.mentions)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all that was gone through."""
        return frozenset(each.key for each in self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        return (each for text in self.texts for each in text.sentences)


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
    left_out: int = 0  # sentences about others that the officer took out

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
