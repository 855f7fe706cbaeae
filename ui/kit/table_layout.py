"""What is remembered of a table: widths, order, columns and sorting; what has room; its menu."""

import json
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit import fonts
from ui.kit.cells import EDGE_PAD, PAD, cell_width
from ui.kit.columns import Cell, Column, SortBy
from ui.kit.header_view import TableHeader

T = TypeVar("T")


class TableLayout(QObject, Generic[T]):
    """Applies and keeps the officer's own layout of one table, by the table's lasting key."""

    changed = Signal()

    def __init__(
        self,
        key: str,
        columns: Sequence[Column[T]],
        header: TableHeader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = f"tables/{key}"
        self._columns = tuple(columns)
        self._header = header
        self._busy = False
        self._room = 0
        self._widths: dict[str, int] = {}
        self._fitted: dict[str, int] = {}
        self._rows: Sequence[T] = ()
        self._hidden: set[str] = set()
        self._asked: set[str] = set()
        self.sorting: tuple[SortBy, ...] = ()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._moved())

    def load(self) -> None:
        """Read what is kept and lay the header out."""
        kept = self._read()
        known = {column.key for column in self._columns}
        widths = kept.get("widths", {})
        if isinstance(widths, dict):
            self._widths = {k: int(w) for k, w in widths.items() if k in known}
        hidden = kept.get("hidden")
        usual = {column.key for column in self._columns if column.hidden}
        self._hidden = set(hidden) & known if isinstance(hidden, list) else usual
        asked = kept.get("asked")
        self._asked = set(asked) & known if isinstance(asked, list) else set()
        sorting = kept.get("sorting")
        if isinstance(sorting, list):
            self.sorting = tuple(SortBy(k, bool(d)) for k, d in sorting if k in known)
        order = kept.get("order")
        self._arrange([n for n in order if n in known] if isinstance(order, list) else [])
        self._apply()

    def _arrange(self, order: Sequence[str]) -> None:
        self._busy = True
        for place, name in enumerate(order):
            self._header.moveSection(self._header.visualIndex(self._place(name)), place)
        self._busy = False

    def _read(self) -> dict[str, object]:
        text = QSettings().value(self._group, "{}")
        try:
            made = json.loads(str(text))
        except ValueError:
            return {}
        return made if isinstance(made, dict) else {}

    def save(self) -> None:
        """Keep the layout."""
        header = self._header
        order = [self._columns[header.logicalIndex(p)].key for p in range(header.count())]
        kept = {
            "widths": self._widths,
            "hidden": sorted(self._hidden),
            "asked": sorted(self._asked),
            "sorting": [[step.column, step.descending] for step in self.sorting],
            "order": order,
        }
        QSettings().setValue(self._group, json.dumps(kept))

    def _place(self, key: str) -> int:
        return [column.key for column in self._columns].index(key)

    def _moved(self) -> None:
        if not self._busy:
            self.save()
            self.changed.emit()

    def _resized(self, section: int, before: int, after: int) -> None:
        if not self._busy and after > 0:
            self._widths[self._columns[section].key] = after
            self.save()

    def _apply(self) -> None:
        self.spread(self._room)

    def fit(self, rows: Sequence[T]) -> None:
        """Make columns that fit as wide as their longest text; they never shrink again."""
        self._rows = rows
        grown = dict(self._fitted)
        for column in (c for c in self._columns if c.fit and c.key not in self._hidden):
            cells = (
                Cell(words, align=column.align, strong=column.strong)
                for words in set(map(column.text, rows))
            )
            widths = [cell_width(cell) for cell in cells]
            grown[column.key] = max([grown.get(column.key, 0), *widths])
        if grown != self._fitted:
            self._fitted = grown
            self.spread(self._room)

    def _width(self, column: Column[T]) -> int:
        usual = max(fonts.px(column.width), self._fitted.get(column.key, 0))
        return self._widths.get(column.key, usual)

    def _widths_of(self, seen: Sequence[Column[T]]) -> dict[str, int]:
        """Those of some columns beside each other: the outermost stand further from the edge."""
        widths = {column.key: self._width(column) for column in seen}
        in_sight = sorted(widths, key=lambda key: self._header.visualIndex(self._place(key)))
        for key in {*in_sight[:1], *in_sight[-1:]} - self._widths.keys():
            widths[key] += fonts.px(EDGE_PAD - PAD)
        return widths

    def _in_room(self, room: int) -> list[Column[T]]:
        """The chosen columns less those that step aside; what was asked for stays."""
        seen = [c for c in self._columns if c.key not in self._hidden]
        spare = sorted(
            (c for c in seen if c.spare and c.key not in self._asked), key=lambda c: c.spare
        )
        while room and spare and sum(self._widths_of(seen).values()) > room:
            seen.remove(spare.pop(0))
        return seen

    def spread(self, room: int) -> None:
        """Give columns their widths, and what is over to those that stretch.

        What is lacking, those that were made as wide as their texts give back.
        """
        self._room = room
        seen = self._in_room(room)
        widths = self._widths_of(seen)
        over = room - sum(widths.values())
        wide = [c for c in seen if c.stretch] or seen[:1]
        if over > 0 and wide:
            for column in wide:
                widths[column.key] += over // len(wide)
            widths[wide[0].key] += over % len(wide)
        for column in sorted(seen, key=lambda c: not c.stretch) if room else ():
            grown = self._width(column) - fonts.px(column.width)
            given = max(0, min(grown, -over)) if column.key not in self._widths else 0
            widths[column.key] -= given
            over += given
        self._busy = True
        for place, column in enumerate(self._columns):
            self._header.setSectionHidden(place, column.key not in widths)
        for key, width in widths.items():
            self._header.resizeSection(self._place(key), width)
        self._busy = False

    @property
    def shown(self) -> tuple[Column[T], ...]:
        """The chosen columns in the order they stand, also those there is no room for now."""
        header = self._header
        order = [self._columns[header.logicalIndex(p)] for p in range(header.count())]
        return tuple(column for column in order if column.key not in self._hidden)

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Show or hide a column; the last one in sight stays."""
        if shown:
            self._hidden.discard(key)
            self._asked.add(key)
        elif len(self.shown) > 1:
            self._hidden.add(key)
            self._asked.discard(key)
        self.fit(self._rows)
        self._apply()
        self.save()
        self.changed.emit()

    def show_only(self, keys: Sequence[str]) -> None:
        """Show these and no others, in their order; none leaves it as it is."""
        if keys:
            self._hidden = {column.key for column in self._columns} - set(keys)
            self._asked = set(keys)
            self._arrange(keys)
            self.fit(self._rows)
        self._apply()
        self.save()
        self.changed.emit()

    def reset(self) -> None:
        """As it was delivered."""
        self._widths.clear()
        self._asked.clear()
        self._hidden = {column.key for column in self._columns if column.hidden}
        self._arrange([column.key for column in self._columns])
        self._apply()
        self.save()
        self.changed.emit()

    def menu(self, parent: QWidget) -> QMenu:
        """Which columns are shown, and the way back."""
        menu = QMenu("Kolonner", parent)
        for column in self._columns:
            action = QAction(column.title.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(column.key not in self._hidden)
            action.toggled.connect(lambda on, key=column.key: self.set_shown(key, shown=on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Vis kolonnene slik de var").triggered.connect(lambda _=False: self.reset())
        return menu
