"""The ministry's list of needs: three main categories, ticks with their codes."""

from collections.abc import Mapping
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.applications.model import MainNeed, NeedCategory
from ui.kit import fonts
from ui.kit.fonts import Type
from ui.kit.ticks_field import TickBoxes
from ui.kit.words import Label
from ui.labels import title_word

TWO_COLUMNS = 860


class _Ticks(QWidget):
    """One main category with its ticks."""

    def __init__(self, main: MainNeed, boxes: list[QCheckBox]) -> None:
        super().__init__()
        self.setAccessibleName(title_word(main))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, fonts.px(4))
        column.setSpacing(fonts.px(3))
        column.addWidget(Label(title_word(main), Type.LABEL_STRONG))
        for box in boxes:
            column.addWidget(box)
        column.addStretch(1)


class NeedsField(TickBoxes):
    """Any number of needs under their main categories, one below the other."""

    steps: ClassVar[Mapping[Qt.Key, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

    def __init__(self, name: str) -> None:
        boxes: dict[Enum, QCheckBox] = {need: _box(need) for need in NeedCategory}
        super().__init__(name, "", boxes)
        parts = {
            main: _Ticks(main, [boxes[need] for need in NeedCategory if need.main is main])
            for main in MainNeed
        }
        self._parts = list(parts.values())
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(fonts.px(20))
        self._two: bool | None = None
        self._arrange(two=False)
        self._place(holder, self._order[0])
        first = next(iter(NeedCategory))
        self.control.setAccessibleName(f"{first.code} {title_word(first)}")
        self._stop_at(self._order[0])
        self._settled()

    def _arrange(self, *, two: bool) -> None:
        if two == self._two:
            return
        self._two = two
        first, *rest = self._parts
        places = ((first, 0, 0, 2), (rest[0], 0, 1, 1), (rest[1], 1, 1, 1))
        for row, (part, at, column, high) in enumerate(places):
            self._grid.removeWidget(part)
            if two:
                self._grid.addWidget(part, at, column, high, 1)
            else:
                self._grid.addWidget(part, row, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if two else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange(two=self.width() >= fonts.px(TWO_COLUMNS))


def _box(need: NeedCategory) -> QCheckBox:
    box = QCheckBox(f"{need.code}  {title_word(need)}")
    box.setAccessibleName(f"{need.code} {title_word(need)}")
    box.setAccessibleDescription(title_word(need.main))
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.setMinimumWidth(fonts.px(200))
    box.setToolTip(title_word(need))
    return box
