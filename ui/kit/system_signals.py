"""What the system says of screen lock and sleep: logind and screen savers, or Windows sessions."""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication, QWindow

_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)

# how QtDBus wants slots named
_ASLEEP: bytes = "1asleep(bool)"  # type: ignore[assignment]  # the stub says bytes; only text works
_LOCKED: bytes = "1locked()"  # type: ignore[assignment]  # the stub says bytes; only text works

# winuser.h and wtsapi32.h
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x7
_AWAY = {(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)}


class SystemSignals(QObject):
    """`away` when the screen is locked or the machine goes to sleep. Silent where none tells."""

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: _SessionMessages | None = None

    def begin(self, window: QWindow | None) -> None:
        """Listen from now on; `window` is the one that Windows tells."""
        if sys.platform == "win32":
            self._listen_to_session(window)
        elif sys.platform.startswith("linux"):
            self._listen_to_buses()

    def _listen_to_buses(self) -> None:
        system = QDBusConnection.systemBus()
        if system.isConnected():
            manager = f"{_LOGIN}.Manager"
            system.connect(_LOGIN, _LOGIN_PATH, manager, "PrepareForSleep", self, _ASLEEP)
            # every session of this machine: one lock too many does no harm
            system.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, _LOCKED)
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for name, path in _SAVERS:
                session.connect(name, path, name, "ActiveChanged", self, _ASLEEP)

    def _listen_to_session(self, window: QWindow | None) -> None:
        if sys.platform == "win32" and window is not None:
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
            self._session = _SessionMessages(self)
            application = QGuiApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._session)

    @Slot(bool)
    def asleep(self, begins: bool) -> None:
        """Sleep or screen saver begins or ends."""
        if begins:
            self.away.emit()

    @Slot()
    def locked(self) -> None:
        """The screen was locked."""
        self.away.emit()


class _SessionMessages(QAbstractNativeEventFilter):
    """Reads the window messages of Windows."""

    def __init__(self, home: SystemSignals) -> None:
        super().__init__()
        self._home = home

    def nativeEventFilter(  # noqa: N802  Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        said = wintypes.MSG.from_address(int(message))
        if (said.message, said.wParam) in _AWAY:
            self._home.locked()
        return False, 0
