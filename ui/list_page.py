"""A page that is one list: filters over it, ready sets in the sidebar, and the officer's own."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from app.office import Office
from ui.kit.filters import Choice, FilterRow, Pill
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable
from ui.navigation import SHOW_ALL, Navigator, Page, Place
from ui.own_lists import keep_lists

T = TypeVar("T")
"""A row of the list."""


class ListPage(Page, Generic[T]):
    """A subclass makes `which`, `filters` and `table`, lays them out, and then calls `tie`.

    `which` chooses among ready sets of rows. The key of a set is also the task that shows it.
    """

    which: Pill
    filters: FilterRow
    table: RecordTable[T]
    saved: ClassVar[Sequence[str]] = ()
    """The sets that stand under the page in the sidebar."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.rows: tuple[T, ...] = ()
        self.held: Mapping[object, int] = {}

    def tie(self) -> None:
        """What is filtered on is shown; a row opens; the officer may keep lists of her own."""
        self.filters.changed.connect(self.show_rows)
        keep_lists(self, self.filters, self.table, self.matching, self.worked_out_of)
        self.table.opened.connect(self.open_row)
        self.table.clear_filters.connect(self.filters.clear)

    # what a page says of itself

    def belongs(self, row: T, which: object) -> bool:
        """Whether a row is in a set; None for what is shown where none is chosen."""
        raise NotImplementedError

    def open_row(self, row: T) -> None:
        """Enter, or two clicks, on a row."""
        raise NotImplementedError

    def short_word(self, which: Choice) -> str:
        """What a set is called in the sidebar."""
        return which.words

    def worked_out_of(self) -> object:
        """All that the sets are counted in; equal means that no count differs."""
        return self.rows

    def whole(self, shown: int) -> int:
        """How many there are, of which so many are shown."""
        del shown
        return len(self.rows)

    # what is shown

    def take(self, rows: Sequence[T]) -> None:
        """The rows that were read, and how many each set holds."""
        self.rows = tuple(rows)
        sets = (None, *(choice.value for choice in self.which.choices))
        self.held = {which: sum(self.belongs(row, which) for row in self.rows) for which in sets}

    def matching(self) -> list[T]:
        """The rows that the filters keep, whatever is searched for."""
        return [row for row in self.rows if self.belongs(row, self.which.value)]

    def show_rows(self) -> None:
        """Show what the filters keep, and tell the sidebar."""
        rows = self.matching()
        self.table.search(self.filters.searched)
        self.table.set_rows(rows, whole=self.whole(len(rows)), filtered_by=self.filters.words)
        self.filters_changed.emit()

    def show_place(self, place: Place) -> None:
        if place.ref is not None:
            self.filters.clear()
            self.table.select(place.ref.id)
        if place.task == SHOW_ALL:
            self.filters.clear()
        for choice in self.which.choices:
            if place.task and place.task == str(choice.value):
                self.filters.only(self.which, choice.value)

    def saved_filters(self) -> tuple[NavFilter, ...]:
        choices = {choice.value: choice for choice in self.which.choices}
        return tuple(
            NavFilter(which, self.short_word(choices[which]), self.held.get(which, 0))
            for which in self.saved
        )

    def filter_in_force(self) -> str:
        return str(self.filters.alone(self.which) or "")
