"""Where what was said is typed, on every page that takes a note."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.fields import MultilineField


class NoteWords(MultilineField):
    """Short words: Enter is done, Shift and Enter a new line."""

    entered = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if watched is self.control and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if pressed and enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.leave()
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)
