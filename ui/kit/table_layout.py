"""What is remembered of a table: widths, order, hidden columns and sorting; and its menu."""

import json
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit import fonts
from ui.kit.columns import Column, SortBy
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
        self._hidden: set[str] = set()
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
        for place, column in enumerate(self._columns):
            self._header.setSectionHidden(place, column.key in self._hidden)
        self.spread(self._room)

    def spread(self, room: int) -> None:
        """Give columns their widths, and what is over to those that stretch."""
        self._room = room
        seen = [c for c in self._columns if c.key not in self._hidden]
        widths = {c.key: self._widths.get(c.key, fonts.px(c.width)) for c in seen}
        over = room - sum(widths.values())
        wide = [c for c in seen if c.stretch] or seen[:1]
        if over > 0 and wide:
            for column in wide:
                widths[column.key] += over // len(wide)
            widths[wide[0].key] += over % len(wide)
        self._busy = True
        for key, width in widths.items():
            self._header.resizeSection(self._place(key), width)
        self._busy = False

    @property
    def shown(self) -> tuple[Column[T], ...]:
        """The columns in sight, in the order they stand."""
        header = self._header
        order = [self._columns[header.logicalIndex(p)] for p in range(header.count())]
        return tuple(column for column in order if column.key not in self._hidden)

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Show or hide a column; the last one in sight stays."""
        if shown:
            self._hidden.discard(key)
        elif len(self.shown) > 1:
            self._hidden.add(key)
        self._apply()
        self.save()
        self.changed.emit()

    def reset(self) -> None:
        """As it was delivered."""
        self._widths.clear()
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
