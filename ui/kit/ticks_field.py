"""Any number of ticks in columns; Tab stops once, the arrows move among them."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.kit import fonts
from ui.kit.field import Field

COLUMN = 250
MOST_COLUMNS = 4


class _Columns(QWidget):
    """Boxes in as many columns as there is room for; its height follows its width."""

    def __init__(self, boxes: Sequence[QCheckBox], least: int) -> None:
        super().__init__()
        self._boxes, self._least = boxes, fonts.px(least)
        for box in boxes:
            box.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _across(self, width: int) -> int:
        return max(1, min(MOST_COLUMNS, width // self._least))

    def _step(self) -> int:
        return max(each.sizeHint().height() for each in self._boxes) + fonts.px(3)

    def _place(self) -> None:
        across, gap = self._across(self.width()), fonts.px(12)
        wide = (self.width() - (across - 1) * gap) / across
        for place, box in enumerate(self._boxes):
            down, over = divmod(place, across)
            left = round(over * (wide + gap))
            box.setGeometry(left, down * self._step(), round(wide), box.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self._place()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        return self._high(self._across(width))

    def _high(self, across: int) -> int:
        return -(-len(self._boxes) // across) * self._step() - fonts.px(3)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self._least, self._high(self._across(max(self.width(), self._least))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(120), self._high(MOST_COLUMNS))


class TickBoxes(Field):
    """Ticks by value: Tab stops once, the arrows move among them in the order given.

    The value is a frozenset of the ticked ones.
    """

    steps: ClassVar[Mapping[Qt.Key, int]] = {
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Left: -1,
    }

    def __init__(
        self, name: str, label: str, boxes: Mapping[Enum, QCheckBox], hint: str = ""
    ) -> None:
        super().__init__(name, label, hint=hint)
        self.boxes = dict(boxes)
        self._order = list(self.boxes.values())
        for box in self._order:
            box.clicked.connect(lambda _=False: self._clicked())
            box.installEventFilter(self)

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
            step = self.steps.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QCheckBox):
                place = self._order.index(watched) + step
                there = self._order[min(max(place, 0), len(self._order) - 1)]
                self._stop_at(there)
                there.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


class TicksField(TickBoxes):
    """Ticks in as many columns as there is room for."""

    def __init__(
        self,
        name: str,
        label: str,
        options: Sequence[tuple[Enum, str]],
        *,
        hint: str = "",
        column: int = COLUMN,
    ) -> None:
        super().__init__(name, label, {value: _box(words) for value, words in options}, hint)
        first = self._order[0]
        words = first.text()
        self._place(_Columns(self._order, column), first)
        first.setAccessibleName(words)
        for box in self._order:
            box.setAccessibleDescription(label)
        self._stop_at(first)
        self._settled()


def _box(words: str) -> QCheckBox:
    box = QCheckBox(words.replace("&", "&&"))
    box.setAccessibleName(words)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.setMinimumWidth(fonts.px(120))
    box.setToolTip(words)
    return box
