"""Read-only table models: one over a tuple of records, one over a window of ids."""

from __future__ import annotations  # array[int] is only a type, not an object, on 3.11

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.kit.columns import Align, Cell, Column, SortBy, sorted_places

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 2
PAGE_ROWS = 128
PAGES_KEPT = 24
_ROOT = QModelIndex()


class TableModel(QAbstractTableModel, Generic[T]):
    """What both models share: columns, cells, spoken text, header words."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.sorting: tuple[SortBy, ...] = ()

    def record(self, row: int) -> T:
        """The record of a row."""
        raise NotImplementedError

    def sort_by(self, sorting: tuple[SortBy, ...]) -> None:
        """Sort by columns, the first deciding; an empty tuple is the given order."""
        raise NotImplementedError

    def column_named(self, key: str) -> int:
        """Which place a column has; ValueError if there is none."""
        return [column.key for column in self.columns].index(key)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index) or not index.isValid():
            return None
        record = self.record(index.row())
        if role == RECORD_ROLE:
            return record
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == CELL_ROLE:
            return column.cell(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.cell(record).spoken}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column.align is Align.RIGHT
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def cell(self, row: int, column: int) -> Cell:
        """What is painted in a place."""
        return self.columns[column].cell(self.record(row))

    def headerData(  # noqa: N802  Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self.columns[section].title if 0 <= section < len(self.columns) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class RecordModel(TableModel[T]):
    """A read-only model over a tuple of records, up to some 20,000."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        records: Sequence[T] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._records: tuple[T, ...] = tuple(records)
        self._filter: Callable[[T], bool] | None = None
        self._places: list[int] = list(range(len(self._records)))

    @property
    def records(self) -> tuple[T, ...]:
        """All records, shown or not, in the given order."""
        return self._records

    @property
    def shown(self) -> tuple[T, ...]:
        """The records as shown: filtered and sorted."""
        return tuple(self._records[place] for place in self._places)

    def record(self, row: int) -> T:
        """The record of a row."""
        return self._records[self._places[row]]

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._places)

    def set_records(self, records: Sequence[T]) -> None:
        """Other records; sorting and filter stay."""
        self.beginResetModel()
        self._records = tuple(records)
        self._places = self._arranged()
        self.endResetModel()

    def set_filter(self, keeps: Callable[[T], bool] | None) -> None:
        """Show only the records that are kept; None shows all."""
        self.beginResetModel()
        self._filter = keeps
        self._places = self._arranged()
        self.endResetModel()

    def sort_by(self, sorting: tuple[SortBy, ...]) -> None:
        """Sort by columns; selections follow their records."""
        self.sorting = sorting
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self._places[index.row()] for index in before]
        self._places = self._arranged()
        row_of = {place: row for row, place in enumerate(self._places)}
        after = [
            self.index(row_of[place], index.column())
            for place, index in zip(places, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arranged(self) -> list[int]:
        keeps = self._filter
        places = [p for p, r in enumerate(self._records) if keeps is None or keeps(r)]
        chosen = [(self.columns[self.column_named(s.column)], s.descending) for s in self.sorting]
        return sorted_places(self._records, places, chosen)


class IdWindowModel(TableModel[T]):
    """Ids of all rows in memory (8 bytes each), records fetched a page at a time.

    `order` gives the ids for a sorting (one SQL statement), `fetch` the records of some ids,
    in any order; `identity` tells a record's id. A record gone meanwhile raises KeyError there.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        order: Callable[[tuple[SortBy, ...]], array[int]],
        fetch: Callable[[Sequence[int]], Sequence[T]],
        identity: Callable[[T], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._order, self._fetch, self._identity = order, fetch, identity
        self._pages: OrderedDict[int, tuple[T, ...]] = OrderedDict()
        self._ids: array[int] = order(())

    @property
    def ids(self) -> array[int]:
        """The ids in the order shown."""
        return self._ids

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._ids)

    def record(self, row: int) -> T:
        """The record of a row, with its page if it is not at hand."""
        page, place = divmod(row, PAGE_ROWS)
        if page not in self._pages:
            wanted = self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
            found = {self._identity(record): record for record in self._fetch(wanted)}
            self._pages[page] = tuple(found[one] for one in wanted)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][place]

    def sort_by(self, sorting: tuple[SortBy, ...]) -> None:
        """Ask for the ids in another order."""
        self.sorting = sorting
        self.refresh()

    def refresh(self) -> None:
        """Ask for ids and records anew."""
        self.beginResetModel()
        self._pages.clear()
        self._ids = self._order(self.sorting)
        self.endResetModel()
