"""The last net: our own bugs become a report without personal data and a safe close."""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.core.errors import OfficeError
from ui.kit.buttons import ButtonKind
from ui.kit.dialogs import Dialog

ROOT = Path(__file__).resolve().parents[2]
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def report(error: BaseException, version: str = "") -> str:
    """Types, places in the code and versions. Never a message, a value or a path of a home."""
    lines = [
        f"Husrom {version}".strip(),
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.system()}",
    ]
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        lines.append(_named(at))
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(at.__traceback__)]
        at = at.__cause__ or at.__context__
    return "\n".join(lines)


def _named(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name} ({error.code})" if isinstance(error, OfficeError) else name


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(path.name)
    return f"{shown.as_posix()}:{frame.lineno} {frame.name}"


class CrashWindow(Dialog):
    """Says what happened, what is safe, what to do; the report can be read and copied."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Husrom gjorde en feil og må lukkes",
            "Det som er lagret, er trygt. Lukk og åpne Husrom igjen, og send gjerne rapporten. "
            "Den inneholder ingen opplysninger om personer.",
            leave="Lukk Husrom",
            width=620,
            parent=parent,
        )
        self.setWindowTitle("Husrom")
        self.box = QPlainTextEdit()
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setPlainText(words)
        self.box.setAccessibleName("Feilrapport")
        self.box.setMinimumHeight(220)
        self.add(self.box)
        self.copy_button = self.add_button("Kopier rapporten", self._copy, ButtonKind.SECONDARY)

    def _copy(self) -> bool:
        QGuiApplication.clipboard().setText(self.box.toPlainText())
        self.set_off("Rapporten er kopiert.")
        return False


class CrashNet:
    """Takes the place of sys.excepthook. `close_safely` locks the register; then we quit."""

    def __init__(self, close_safely: Callable[[], object], version: str = "") -> None:
        self._close, self._version = close_safely, version
        self._open = False
        self._before: Hook = sys.excepthook

    def install(self) -> None:
        """Catch everything from now on."""
        self._before = sys.excepthook
        sys.excepthook = self.caught

    def remove(self) -> None:
        """Put back what was there."""
        sys.excepthook = self._before

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Close what is open, show the report once, quit."""
        if issubclass(kind, KeyboardInterrupt):
            self._quit()
            return
        if self._open:
            return
        self._open = True
        words = report(error, self._version)
        try:
            self._close()
        except Exception as second:  # noqa: BLE001  closing may fail for the same reason
            words += "\n" + report(second, self._version)
        self.show(words)
        self._quit()

    def show(self, words: str) -> None:
        """Show the window and wait; without a screen the report goes to standard error."""
        if QApplication.instance() is None:
            sys.stderr.write(words + "\n")
            return
        CrashWindow(words).exec()

    @staticmethod
    def _quit() -> None:
        application = QApplication.instance()
        if application is not None:
            application.exit(1)
