"""Cards beside each other, and below each other where there is no room for that."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.kit import fonts

NARROW = 900
"""Where cards stand under each other, px at 100 %."""


class SideBySide(QWidget):
    """As wide as their `shares`, the same for all when none are given."""

    def __init__(self, *cards: QWidget, shares: Sequence[int] = ()) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(fonts.px(12))
        wide = shares or (1,) * len(cards)
        for card, share in zip(cards, wide, strict=True):
            self._row.addWidget(card, share, Qt.AlignmentFlag(0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        across = self.width() >= fonts.px(NARROW)
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)
