"""The Ctrl+K box over a dimmed page: type, arrows, Enter. Knows no case, gets a callable."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.records import dataclass
from ui.kit import fonts, paint
from ui.kit.cards import Hairline
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import SCRIM, Token
from ui.kit.rows import Heading, Row, Shape
from ui.kit.words import IconLabel, KeyCap, Label

WIDTH = 680
TOP = 84
TYPING_PAUSE_MS = 60
_IN_WHAT_IS_FOUND = {
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of results with its title; groups without rows are left out."""

    title: str
    rows: tuple[Row, ...]


Find = Callable[[str], Sequence[Group]]
Acts = Callable[[object], Sequence[Group]]


def no_acts(_key: object) -> Sequence[Group]:
    """For a box where a hit can only be opened."""
    return ()


class _Query(QLineEdit):
    """The input without a frame; the box around it is the frame."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setFont(fonts.font(Type.SEARCH))
        self.setAccessibleName("Søk eller gjør")
        self.setPlaceholderText("Søk etter person, bolig, sak eller noe å gjøre")
        self.setMinimumHeight(fonts.px(44))


class PaletteBox(QWidget):
    """Covers its window. `find(words)` gives groups; `chosen(key, beside)` tells what to open.

    `acts(key)` is what can be done with a row: Tab shows it in place of what was found, and Esc
    or Shift+Tab goes back.
    """

    chosen = Signal(object, bool)
    closed = Signal()

    def __init__(self, window: QWidget, find: Find, acts: Acts = no_acts) -> None:
        super().__init__(window)
        self.hide()
        self._find, self._acts, self._window = find, acts, window
        self._acting: object = None
        self._came_from: QWidget | None = None
        self.setAccessibleName("Søk eller gjør")
        self._frame = _Frame(self)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, fonts.px(4), 1, 1)
        column.setSpacing(0)
        self.query = _Query()
        row = QHBoxLayout()
        row.setContentsMargins(fonts.px(19), 0, fonts.px(16), 0)
        row.addWidget(IconLabel(Icon.SEARCH, Token.TEXT2, 19))
        row.addWidget(self.query, 1)
        column.addLayout(row)
        column.addWidget(Hairline())
        self.results = RowList("Treff", Shape.RESULTS)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QVBoxLayout()
        inner.setContentsMargins(fonts.px(8), fonts.px(6), fonts.px(8), fonts.px(6))
        self.nothing = Label("", Type.BODY, Token.TEXT2, wrap=True)
        self.nothing.setContentsMargins(fonts.px(12), fonts.px(12), 0, fonts.px(12))
        inner.addWidget(self.results, 1)
        inner.addWidget(self.nothing)
        column.addLayout(inner, 1)
        column.addWidget(Hairline())
        column.addLayout(self._foot())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.query.textEdited.connect(self._edited)
        self.query.installEventFilter(self)
        self.results.activated_key.connect(lambda key: self._take(key, beside=False))
        window.installEventFilter(self)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(fonts.px(18), fonts.px(8), fonts.px(18), fonts.px(8))
        row.setSpacing(fonts.px(6))
        for cap, words in (
            ("↑ ↓", "velg"),
            ("Enter", "åpne"),
            ("Tab", "vis handlinger"),
            ("Esc", "lukk"),
        ):
            row.addWidget(KeyCap(cap))
            row.addWidget(Label(words, Type.SMALL, Token.TEXT2))
            row.addSpacing(fonts.px(6))
        row.addStretch(1)
        self.count = Label("", Type.SMALL, Token.TEXT2)
        row.addWidget(self.count)
        return row

    def open(self, words: str = "") -> None:
        """Cover the window and take the keyboard; remembers who had it."""
        self._came_from = self._window.focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.query.setText(words)
        self.query.selectAll()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)
        self.search()

    def shut(self) -> None:
        """Give the window and the keyboard back; what was found is forgotten."""
        if self.isHidden():
            return
        self.hide()
        self._acting = None
        self._pause.stop()
        self.query.clear()
        self.results.set_rows(())
        self.query.setAccessibleDescription("")
        self.count.clear()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.closed.emit()

    def _edited(self) -> None:
        """What is told is not what was found by these words; that comes when one pauses."""
        self.query.setAccessibleDescription("")
        self._pause.start()

    def search(self) -> None:
        """Ask now for what is typed."""
        self._pause.stop()
        self._acting = None
        words = self.query.text().strip()
        self._show(self._find(words))
        self.nothing.setText(f"Ingen treff på «{words}»." if words else "Skriv noe å lete etter.")
        self._speak()

    def _show(self, given: Sequence[Group]) -> None:
        groups = [group for group in given if group.rows]
        items: list[Row | Heading] = []
        for group in groups:
            items += [Heading(group.title), *group.rows]
        self.results.set_rows(items)
        self.results.select_end(last=False)
        total = sum(len(group.rows) for group in groups)
        self.count.setText(f"{total} treff" if self.query.text().strip() else "")
        self.results.setVisible(total > 0)
        self.nothing.setVisible(total == 0)
        self._fit()
        self.results.scrollToTop()  # the first title too

    def _show_acts(self) -> None:
        """In place of what was found: what can be done with the row stood on."""
        row = self.results.current
        groups = self._acts(row.key) if row is not None and self._acting is None else ()
        if row is not None and groups:
            self._acting = row.key
            self._show(groups)
            self._speak()

    def _back_to_found(self) -> None:
        row = self._acting
        self.search()
        self.results.select(row)
        self._speak()

    def _speak(self) -> None:
        """The focus stays in the input, so the chosen row is told."""
        row = self.results.current
        said = row.spoken if row else self.nothing.text()
        self.query.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.query, said))

    def _take(self, key: object, *, beside: bool) -> None:
        self.shut()
        self.chosen.emit(key, beside)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(fonts.px(WIDTH), self.width() - fonts.px(32))
        top = min(fonts.px(TOP), self.height() // 10)
        most = self.height() - 2 * top
        rows = self.results.full_height() + fonts.px(112) if self.results.rows else fonts.px(150)
        self._frame.setGeometry((self.width() - width) // 2, top, width, min(most, rows))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        if watched is self.query and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if self._pause.isActive() and key in _IN_WHAT_IS_FOUND:
            self.search()
        back = key in {Qt.Key.Key_Escape, Qt.Key.Key_Backtab}
        if back and self._acting is not None:
            self._back_to_found()
        elif key == Qt.Key.Key_Escape:
            self.shut()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
            self._speak()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Tab:
            self._show_acts()
        elif key != Qt.Key.Key_Backtab:
            return False
        return True

    def _enter(self, *, beside: bool) -> None:
        if self.results.current is not None:
            self._take(self.results.current.key, beside=beside)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if not self._frame.geometry().contains(event.position().toPoint()):
            self.shut()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), SCRIM)
        painter.end()


class _Frame(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), Token.CARD, Token.LINE, 13)
        painter.end()
