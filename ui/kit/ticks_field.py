"""Any number of ticks in columns; Tab stops once, the arrows move among them."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from ui.kit import fonts
from ui.kit.field import Field

COLUMN = 250
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class TicksField(Field):
    """The value is a frozenset of the ticked values."""

    def __init__(
        self,
        name: str,
        label: str,
        options: Sequence[tuple[Enum, str]],
        *,
        hint: str = "",
        column: int = COLUMN,
    ) -> None:
        super().__init__(name, label, hint=hint)
        self.boxes = {value: self._box(words) for value, words in options}
        self._order = list(self.boxes.values())
        self._least, self._columns = column, 0
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(fonts.px(16))
        self._grid.setVerticalSpacing(fonts.px(3))
        self._arrange(1)
        first = self._order[0]
        words = first.text()
        self._place(holder, first)
        first.setAccessibleName(words)
        for box in self._order:
            box.setAccessibleDescription(label)
        self._stop_at(first)
        self._settled()

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words.replace("&", "&&"))
        box.setAccessibleName(words)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(fonts.px(120))
        box.setToolTip(words)
        box.clicked.connect(lambda _=False: self._clicked())
        box.installEventFilter(self)
        return box

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 0)
        self._columns = columns
        for place, box in enumerate(self._order):
            self._grid.removeWidget(box)
            self._grid.addWidget(box, place // columns, place % columns)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange(max(1, min(4, self.width() // fonts.px(self._least))))

    def value(self) -> object:
        return frozenset(value for value, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: object) -> None:
        chosen = value if isinstance(value, frozenset) else frozenset()
        for each, box in self.boxes.items():
            box.setChecked(each in chosen)
        self._settled()

    def _clicked(self) -> None:
        self.changed.emit(self.name)
        self.leave()

    def _stop_at(self, stop: QCheckBox) -> None:
        for box in self._order:
            tab = Qt.FocusPolicy.StrongFocus if box is stop else Qt.FocusPolicy.ClickFocus
            box.setFocusPolicy(tab)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QCheckBox):
                place = self._order.index(watched) + step
                there = self._order[min(max(place, 0), len(self._order) - 1)]
                self._stop_at(there)
                there.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
