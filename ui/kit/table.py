"""The table of a page: card, header, rows, footer with counts, and what stands when empty."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.core.order import search_words
from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.cards import Card, Hairline, clear
from ui.kit.columns import Column, Seen, SortBy
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.models import IdWindowModel, RecordModel, TableModel
from ui.kit.palette import Token
from ui.kit.table_layout import TableLayout
from ui.kit.table_view import TableView
from ui.kit.words import ElidedLabel, Label

T = TypeVar("T")
TWO_LINES = 46
ONE_LINE = 34
MOST_SORTS = 2


def number(count: int) -> str:
    """A count with hard blanks between thousands."""
    return f"{count:,}".replace(",", "\u00a0")


class RecordTable(Card, Generic[T]):
    """A register on a card.

    `key` is the table's lasting name in the settings, `name` what a screen reader calls it.
    `opened` gives the record on Enter or double click, `current_changed` the one stood on
    (None for none), `clear_filters` asks the page to take its filters away.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    clear_filters = Signal()

    def __init__(
        self,
        key: str,
        name: str,
        model: TableModel[T],
        *,
        empty: EmptyState | None = None,
        identity: Callable[[T], object] | None = None,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(flush=True, parent=parent)
        if not name:
            raise ValueError("a table must have an accessible name")
        self.setAccessibleName("")
        self.model = model
        self._identity = identity or (lambda record: record)
        two = any(column.second for column in model.columns) and not compact
        self.view = TableView(name, TWO_LINES if two else ONE_LINE)
        self.view.setModel(model)
        self._layout: TableLayout[T] = TableLayout(key, model.columns, self.view.header, self)
        self._build(empty or EmptyState("Ingenting her ennå", drawing=False))
        self._connect()
        self._layout.load()
        if self._layout.sorting:
            model.sort_by(self._layout.sorting)
        self._tell()

    def _build(self, empty: EmptyState) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self._nothing = QWidget()
        self._nothing_box = QVBoxLayout(self._nothing)
        self._stack.addWidget(self._nothing)
        self._filtered_by, self._searched, self._said = "", "", ""
        self._whole: int | None = None
        self._count = Label("", Type.LABEL, tabular=True)
        self._note = ElidedLabel("", Type.HELP, Token.TEXT2)
        foot = QHBoxLayout()
        foot.setContentsMargins(fonts.px(15), fonts.px(9), fonts.px(15), fonts.px(7))
        foot.setSpacing(fonts.px(6))
        foot.addWidget(self._count)
        foot.addWidget(self._note, 1)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(Hairline())
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.view.opened.connect(lambda row: self.opened.emit(self.model.record(row)))
        self.view.resized.connect(self._resized)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._tell())
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.model.modelReset.connect(self._tell)
        header = self.view.header
        header.sectionClicked.connect(self._clicked)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)

    # rows

    def set_rows(
        self, rows: Sequence[T], *, whole: int | None = None, filtered_by: str = ""
    ) -> None:
        """Show records; the one stood on stays current if it is still there, else its place.

        `whole` is how many there are without the filter, `filtered_by` names the filters.
        """
        if not isinstance(self.model, RecordModel):
            raise TypeError("a window over ids is refreshed, not filled")
        self._whole, self._filtered_by = whole, filtered_by
        with self._in_place():
            self.model.set_records(rows)
            self._layout.fit(rows)
        self._tell()

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """The record stood on stays current; is it gone, the keyboard stays in its place."""
        before, place = self._stood_on, self.view.currentIndex().row()
        yield
        if before is not None:
            self.select(before)
        if self.view.hasFocus():
            self.view.stand(place)

    def show_whole(self, most: int) -> None:
        """As high as its rows, `most` of them at most: for a table on a page that scrolls."""
        rows = min(self.model.rowCount(), most) if self._stack.currentIndex() == 0 else 0
        if rows:
            each = self.view.verticalHeader().defaultSectionSize()
            self._stack.setFixedHeight(self.view.header.sizeHint().height() + rows * each + 2)

    def refresh(self, *, whole: int | None = None, filtered_by: str = "") -> None:
        """Ask a window over ids for its rows anew."""
        if not isinstance(self.model, IdWindowModel):
            raise TypeError("records are set with set_rows")
        self._whole, self._filtered_by = whole, filtered_by
        with self._in_place():
            self.model.refresh()
        self._tell()

    def search(self, words: str) -> None:
        """Show only rows where every word is found in some column; before or after `set_rows`."""
        if not isinstance(self.model, RecordModel):
            raise TypeError("a window over ids is searched by its own query")
        wanted = search_words(words).split()
        self._searched = f"søk «{words}»" if wanted else ""
        with self._in_place():
            self.model.set_filter((lambda record: self._holds(record, wanted)) if wanted else None)
        self._tell()

    def count_found(self, rows: Sequence[T], words: str) -> int:
        """How many of these records a search would show."""
        wanted = search_words(words).split()
        return sum(self._holds(record, wanted) for record in rows) if wanted else len(rows)

    def _holds(self, record: T, wanted: Sequence[str]) -> bool:
        columns = self.model.columns
        held = [search_words(column.text(record)) for column in columns]
        held += [search_words(c.second(record)) for c in columns if c.second]
        return all(any(word in one for one in held) for word in wanted)

    @property
    def current(self) -> T | None:
        """The record stood on."""
        row = self.view.currentIndex().row()
        return self.model.record(row) if 0 <= row < self.model.rowCount() else None

    @property
    def _stood_on(self) -> object:
        """What `select` finds the record stood on by; a window over ids knows it unread."""
        row = self.view.currentIndex().row()
        if isinstance(self.model, IdWindowModel):
            return self.model.ids[row] if 0 <= row < len(self.model.ids) else None
        current = self.current
        return None if current is None else self._identity(current)

    def select(self, identity: object) -> bool:
        """Stand on the record with this identity; False if it is not shown."""
        if isinstance(self.model, IdWindowModel):
            ids = self.model.ids
            row = ids.index(identity) if isinstance(identity, int) and identity in ids else -1
        else:
            rows = range(self.model.rowCount())
            found = (r for r in rows if self._identity(self.model.record(r)) == identity)
            row = next(found, -1)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, self.view.header.edges()[0]))
        return row >= 0

    def _moved(self, index: QModelIndex) -> None:
        self.current_changed.emit(self.model.record(index.row()) if index.isValid() else None)

    # sorting and columns

    def _clicked(self, section: int) -> None:
        column = self.model.columns[section]
        shift = Qt.KeyboardModifier.ShiftModifier
        add = bool(QGuiApplication.keyboardModifiers() & shift)
        if column.sortable:
            self.sort(column.key, add=add)

    def sort(self, column: str, *, add: bool = False) -> None:
        """Sort by a column; again turns it; `add` makes it the second."""
        old = {step.column: step for step in self.model.sorting}
        turned = column in old and not old[column].descending
        step = SortBy(column, turned)
        rest = tuple(s for s in self.model.sorting if s.column != column)
        if add and column in old:
            sorting = tuple(step if s.column == column else s for s in self.model.sorting)
        else:
            sorting = (*rest, step)[-MOST_SORTS:] if add else (step,)
        self.model.sort_by(sorting)
        self._layout.sorting = sorting
        self._layout.save()
        self.view.header.viewport().update()
        self._tell()

    def arrange(self, sorting: tuple[SortBy, ...], columns: Sequence[str]) -> None:
        """Sort, and show these columns in their order; what is empty or gone is left out."""
        known = {column.key for column in self.model.columns}
        steps = tuple(step for step in sorting if step.column in known)
        if steps:
            self.model.sort_by(steps)
            self._layout.sorting = steps
        self._layout.show_only([key for key in columns if key in known])
        self.view.header.viewport().update()
        self._tell()

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The chosen columns in the order they stand."""
        return tuple(column.key for column in self._layout.shown)

    def columns_menu(self) -> QMenu:
        """Columns shown, and sorting by keyboard; for the button «Kolonner»."""
        menu = self._layout.menu(self)
        sorting = QMenu("Sorter etter", menu)
        group = QActionGroup(sorting)
        by = self.model.sorting[0].column if self.model.sorting else ""
        for column in self._layout.shown:
            action = sorting.addAction(column.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column.key == by)
            action.setEnabled(column.sortable)
            action.triggered.connect(lambda _=False, key=column.key: self.sort(key))
            group.addAction(action)
        menu.insertMenu(menu.actions()[0], sorting)
        menu.insertSeparator(menu.actions()[1])
        return menu

    def open_columns_menu(self, button: Button) -> None:
        """Show the menu under its button."""
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _header_menu(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.header.mapToGlobal(at))

    # what is shown

    def seen(self) -> Seen:
        """Everything shown (all rows, the columns in sight), for export."""
        columns: tuple[Column[T], ...] = self._layout.shown
        records = [self.model.record(row) for row in range(self.model.rowCount())]
        return Seen(
            tuple(column.title for column in columns),
            tuple(tuple(c.text(record) for c in columns) for record in records),
            tuple(tuple(c.exported(record) for c in columns) for record in records),
        )

    def set_note(self, words: str) -> None:
        """The sum or fact after the count («sum leie 2 344 600 kr per måned»)."""
        self._note.setText(f"· {words}" if words else "")

    @property
    def counts(self) -> str:
        """«1–11 av 38», and of the whole when a filter hides rows."""
        rows = self.model.rowCount()
        first, last = self.view.rows_in_sight()
        if rows == 0:
            made = "0 rader"
        elif first == 0 and last == rows - 1:
            made = f"1–{number(rows)} av {number(rows)}"
        else:
            made = f"{number(first + 1)}–{number(last + 1)} av {number(rows)}"
        if self._all != rows:
            made += f" (av {number(self._all)} i alt)"
        return made

    @property
    def _all(self) -> int:
        """How many there are without filter and search."""
        if self._whole is not None:
            return self._whole
        model = self.model
        return len(model.records) if isinstance(model, RecordModel) else model.rowCount()

    @property
    def _hiding(self) -> str:
        """Which filters and words hide rows; a page may have named the search already."""
        parts = [self._filtered_by]
        if self._searched not in self._filtered_by:
            parts.append(self._searched)
        return ", ".join(part for part in parts if part)

    def _resized(self) -> None:
        self._layout.spread(self.view.viewport().width())
        self._tell()

    def _tell(self) -> None:
        self._count.setText(self.counts)
        rows = self.model.rowCount()
        if rows:
            self._stack.setCurrentIndex(0)
        elif self._hiding:
            self._say_filtered()
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(1)

    def _say_filtered(self) -> None:
        words = f"Dette skjuler alle: {self._hiding}."
        if words == self._said:
            return
        self._said = words
        clear(self._nothing_box)
        self._nothing_box.addWidget(
            EmptyState(
                "Ingen rader passer",
                words,
                secondary=Button("Ta bort filtrene", self.clear_filters.emit),
                drawing=False,
            )
        )
