"""One of a few answers side by side; a digit chooses as well as the arrows."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from ui.kit.buttons import Segments
from ui.kit.field import Field


class SegmentsField(Field):
    """Always one of `options`, the first until another is chosen; «2» chooses the second."""

    def __init__(
        self, name: str, label: str, options: Sequence[tuple[Enum | str, str]], *, hint: str = ""
    ) -> None:
        super().__init__(name, label, hint=hint)
        self.segments = Segments(label, options, options[0][0], wraps=True)
        self._buttons = self.segments.findChildren(QAbstractButton)
        for button in self._buttons:
            button.installEventFilter(self)
        self._place(self.segments)
        self._settled()
        self.segments.chosen.connect(lambda _value: self._chosen())

    def value(self) -> object:
        return self.segments.value

    def set_value(self, value: object) -> None:
        if isinstance(value, Enum | str):
            self.segments.set_value(value)
        self._settled()

    def setFocus(  # noqa: N802  Qt's name
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        self.segments.setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            place = event.key() - Qt.Key.Key_1
            if 0 <= place < len(self._buttons):
                self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
                self._buttons[place].click()
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> None:
        self.changed.emit(self.name)
        self.leave()
