"""What a table shows: columns as values, and the small record a cell is painted from."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from app.core.order import sort_key
from app.core.records import dataclass
from ui.kit.chips import Chip, ChipKind, Level, Tone

T = TypeVar("T")
SortValue = str | int | float | date | None
MISSING = "–"


class Align(Enum):
    """Words stand left; numbers, money, dates and days right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """All a cell is painted and read aloud from."""

    text: str
    second: str = ""
    align: Align = Align.LEFT
    strong: bool = False
    chip: Chip | None = None
    mark: ChipKind | None = None
    tone: Tone | None = None
    level: Level | None = None
    progress: float | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = [self.chip.text if self.chip else "", self.text or "mangler", self.second]
        if self.level:
            parts[1] = self.level.words
        if self.mark:
            parts.append(self.mark.word)
        if self.chip and (not self.text or self.text == self.chip.text):
            parts[1] = ""
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)  # no slots: Column[Row](…) cannot be called with them on 3.11
class Column(Generic[T]):
    """One column. `key` is its lasting name in the settings; `text` is also what is exported.

    `sort` gives the value to sort by (Norwegian order of `text` if left out); None sorts last.
    `value` gives what a sheet gets (text if left out). `hidden` columns are there to be chosen.
    `fit` makes it as wide as its longest text. Where there is no room for all, those with the
    lowest `spare` step aside first; 0 never does.
    """

    key: str
    title: str
    text: Callable[[T], str]
    sort: Callable[[T], SortValue] | None = None
    align: Align = Align.LEFT
    width: int = 120
    second: Callable[[T], str] | None = None
    chip: Callable[[T], Chip | None] | None = None
    mark: Callable[[T], ChipKind | None] | None = None
    tone: Callable[[T], Tone | None] | None = None
    level: Callable[[T], Level | None] | None = None
    progress: Callable[[T], float | None] | None = None
    value: Callable[[T], SortValue] | None = None
    strong: bool = False
    stretch: bool = False
    hidden: bool = False
    sortable: bool = True
    fit: bool = False
    spare: int = 0

    def cell(self, record: T) -> Cell:
        """What one record shows in this column."""
        return Cell(
            text=self.text(record),
            second=self.second(record) if self.second else "",
            align=self.align,
            strong=self.strong,
            chip=self.chip(record) if self.chip else None,
            mark=self.mark(record) if self.mark else None,
            tone=self.tone(record) if self.tone else None,
            level=self.level(record) if self.level else None,
            progress=self.progress(record) if self.progress else None,
        )

    def order(self, record: T) -> SortValue:
        """What a record is sorted by."""
        if self.sort is None:
            words = self.text(record)
            return sort_key(words) if words else None
        made = self.sort(record)
        return sort_key(made) if isinstance(made, str) else made

    def exported(self, record: T) -> SortValue:
        """What a sheet gets."""
        return self.value(record) if self.value else self.text(record)


@dataclass(frozen=True, slots=True)
class SortBy:
    """One step of a sorting: which column, which way."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown, for export: titles, texts as read, values for a sheet."""

    titles: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    values: tuple[tuple[SortValue, ...], ...]


def sorted_places(
    records: Sequence[T], places: Sequence[int], columns: Sequence[tuple[Column[T], bool]]
) -> list[int]:
    """Places in the order of the columns (first one decides); missing always last; stable."""
    made = list(places)
    for column, descending in reversed(columns):
        keys = {place: column.order(records[place]) for place in made}
        known = [place for place in made if keys[place] is not None]
        known.sort(key=lambda place: keys[place], reverse=descending)  # type: ignore[arg-type, return-value]  # one column gives one type
        made = known + [place for place in made if keys[place] is None]
    return made
