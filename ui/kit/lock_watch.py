"""When the register should be locked by itself: idleness, a jump of the clock, the system."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TICK_MS = 5000
JUMP_SECONDS = 120.0

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class LockWatch(QObject):
    """Tells `wanted` when nothing has happened for `minutes()`, or when the clock has jumped.

    Windows are listened to, not the application: a filter there would see every repaint.
    """

    wanted = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject | None = None,
        *,
        steady: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._steady, self._wall = minutes, steady, wall
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._touched = self._ticked = steady()
        self._ticked_at = wall()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.listen_to)

    def listen_to(self, window: QWindow | None) -> None:
        """Watch what is typed and pointed at in a window; dialogs have windows of their own."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def begin(self) -> None:
        """Watch from now on."""
        self._touched = self._ticked = self._steady()
        self._ticked_at = self._wall()
        self._timer.start()

    def stop(self) -> None:
        """Nothing is open: nothing to lock."""
        self._timer.stop()

    @property
    def watching(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Someone is there."""
        self._touched = self._steady()

    def tick(self) -> None:
        """Look at both clocks."""
        steady, wall = self._steady(), self._wall()
        jumped = abs((wall - self._ticked_at) - (steady - self._ticked)) > JUMP_SECONDS
        self._ticked, self._ticked_at = steady, wall
        if jumped or steady - self._touched >= self._minutes() * 60:
            self.wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() in _SIGNS_OF_LIFE:
            self.touch()
        return False
