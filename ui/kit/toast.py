"""A line at the bottom right that says what was done and offers undo. Never for errors."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.kit import fonts, paint
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.keys import Key
from ui.kit.palette import Token
from ui.kit.words import ElidedLabel, IconLabel, KeyCap

STAYS_MS = 8000
EDGE = 28
FOOT = 76  # above the buttons at a page's foot, also those in a card


class Toast(QFrame):
    """Belongs to a window and follows its corner; hides itself, never takes the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(14), fonts.px(6), fonts.px(10), fonts.px(6))
        row.setSpacing(fonts.px(9))
        row.addWidget(IconLabel(Icon.OK, Token.GREENFILL, 17, Weight.FILL))
        self._words = ElidedLabel("", Type.BODY_STRONG)
        row.addWidget(self._words, 1)
        self.undo_button = Button("Angre", self.undo, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
        row.addWidget(self.undo_button)
        self._cap = KeyCap(Key.UNDO.shown)
        row.addWidget(self._cap)
        self.close_button = IconButton(Icon.CLOSE, "Lukk beskjeden", self.hide)
        row.addWidget(self.close_button)
        window.installEventFilter(self)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done; `undo` takes it back from here."""
        self._undo = undo
        self._words.setText(words)
        self.undo_button.setVisible(undo is not None)
        self._cap.setVisible(undo is not None)
        self.setAccessibleName(f"{words}. Angre med {Key.UNDO.shown}" if undo else words)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def undo(self) -> None:
        """Take it back."""
        act, self._undo = self._undo, None
        self.hide()
        if act is not None:
            act()

    def _time_is_up(self) -> None:
        """Not while it is pointed at or holds the focus."""
        focus = self.window().focusWidget()
        held = focus is not None and focus.isVisible() and self.isAncestorOf(focus)
        if self.underMouse() or held:
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802  Qt's name
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _place(self) -> None:
        window = self._window
        edge = fonts.px(EDGE)
        most = max(fonts.px(200), window.width() - 2 * edge)
        wanted = round(paint.width_of(self.words, Type.BODY_STRONG)) + fonts.px(300)
        hint = self._row.sizeHint()
        width = min(most, max(hint.width(), min(wanted, fonts.px(560))))
        self.resize(width, max(hint.height(), fonts.px(40)))
        floor = max(window.height() - fonts.px(FOOT), self.height())
        self.move(QPoint(window.width() - edge - width, floor - self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), Token.RAISED, Token.FIELD, 10)
        painter.end()
