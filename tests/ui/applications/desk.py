"""What a page asked the window for, and keys as an officer presses them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.core.errors import OfficeError
from ui.navigation import Navigator, Place


class Heard:
    """Places, toasts and refusals, in order."""

    def __init__(self, navigator: Navigator) -> None:
        self.places: list[Place] = []
        self.told: list[str] = []
        self.undoable: list[bool] = []
        self.failed: list[OfficeError] = []
        navigator.wanted.connect(self.places.append)
        navigator.told.connect(self._told)
        navigator.failed.connect(self.failed.append)

    def _told(self, words: str, undo: bool) -> None:
        self.told.append(words)
        self.undoable.append(undo)


class Keys:
    """Counts the keys it presses in whatever has the focus of a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.count = 0

    @property
    def at(self) -> QWidget:
        """Where the keyboard is."""
        return self._window.focusWidget() or self._window

    def type(self, words: str) -> None:
        """Type words."""
        QTest.keyClicks(self.at, words)
        self.count += len(words)
        QApplication.processEvents()

    def press(self, key: Qt.Key, *, ctrl: bool = False, times: int = 1) -> None:
        """Press one key, some times."""
        with_ctrl = Qt.KeyboardModifier.ControlModifier
        modifier = with_ctrl if ctrl else Qt.KeyboardModifier.NoModifier
        for _ in range(times):
            QTest.keyClick(self.at, key, modifier)
            self.count += 1
            QApplication.processEvents()

    def tab(self, times: int = 1) -> None:
        """Go on to the next field."""
        self.press(Qt.Key.Key_Tab, times=times)


def seen(widget: QWidget) -> str:
    """All words on labels in sight, one a line."""
    QApplication.processEvents()
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(label for label in labels if label)
