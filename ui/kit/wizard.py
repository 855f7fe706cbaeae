"""Steps with words at the side, back at the left, on at the right, the reason when it is off."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.page import ScrollBody
from ui.kit.palette import Token, color
from ui.kit.words import Label

STEP_HEIGHT = 62
SIDE_WIDTH = 300
NARROW = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name at the side, a line under it, title and explanation of its page."""

    name: str
    note: str
    title: str
    explanation: str
    page: QWidget
    on: str = "Fortsett"


class Steps(QWidget):
    """The ladder of steps: done is ticked, current is a ring, coming is a small ring."""

    def __init__(self, names: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def set_current(self, place: int) -> None:
        """Which step one is at, from 0."""
        self._current = place
        name = self._names[place][0] if self._names else ""
        self.setAccessibleName(f"Steg {place + 1} av {len(self._names)}: {name}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(200), fonts.px(STEP_HEIGHT) * len(self._names))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = fonts.px(24)
        for place, (name, note) in enumerate(self._names):
            top = place * fonts.px(STEP_HEIGHT) + 2
            ring = QRectF(2, top, size, size)
            if place < len(self._names) - 1:
                done = place < self._current
                painter.setPen(QPen(color(Token.ACCENTFILL if done else Token.LINE), 2))
                x = ring.center().x()
                foot = top + fonts.px(STEP_HEIGHT) - fonts.px(3)
                painter.drawLine(QPointF(x, ring.bottom() + 3), QPointF(x, foot))
            self._ring(painter, ring, place)
            self._words(painter, ring, place, name, note)
        painter.end()

    def _ring(self, painter: QPainter, ring: QRectF, place: int) -> None:
        done = place < self._current
        now = place == self._current
        edge = Token.ACCENTFILL if done or now else Token.FIELD
        painter.setPen(QPen(color(edge), 2 if now else 1))
        painter.setBrush(QBrush(color(Token.ACCENTFILL if done else Token.CARD)))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if done:
            inner = ring.adjusted(6, 6, -6, -6)
            icons.paint(painter, inner, Icon.CHECK, Token.ONACCENT, Weight.BOLD)
            return
        token = Token.ACCENT if now else Token.TEXT2
        paint.text(painter, ring, str(place + 1), Type.SMALL_BOLD, token, paint.CENTRE)

    def _words(self, painter: QPainter, ring: QRectF, place: int, name: str, note: str) -> None:
        now = place == self._current
        x = ring.right() + fonts.px(13)
        width = self.width() - x
        kind = Type.GROUP if now else Type.BODY_STRONG
        high = paint.height_of(kind)
        token = Token.TEXT if place <= self._current else Token.TEXT2
        paint.text(painter, QRectF(x, ring.top() - 4, width, high), name, kind, token)
        second = QRectF(x, ring.top() - 4 + high, width, paint.height_of(Type.HELP))
        paint.text(painter, second, note, Type.HELP, Token.TEXT2)


class _Side(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Token.SIDEBAR))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color(Token.LINE))
        painter.end()


class Wizard(QWidget):
    """A few steps in order. The page decides with `set_off` whether one may go on.

    `entered(place)` when a step is shown; `finished` when the last one is left by going on.
    """

    entered = Signal(int)
    finished = Signal()

    def __init__(
        self, name: str, steps: Sequence[Step], foot: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._steps = tuple(steps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.side = self._make_side(name, foot)
        row.addWidget(self.side)
        row.addWidget(self._make_main(), 100)
        row.addStretch(1)
        self.go_to(0)

    def _make_side(self, name: str, foot: str) -> QWidget:
        side = _Side()
        side.setFixedWidth(fonts.px(SIDE_WIDTH))
        column = QVBoxLayout(side)
        pad = fonts.px(28)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(pad)
        column.addWidget(Label(name, Type.BRAND))
        self.ladder = Steps([(step.name, step.note) for step in self._steps])
        column.addWidget(self.ladder)
        column.addStretch(1)
        column.addWidget(Label(foot, Type.HELP, Token.TEXT2, wrap=True))
        return side

    def _make_main(self) -> QWidget:
        main = QWidget()
        main.setMaximumWidth(fonts.px(760))
        column = QVBoxLayout(main)
        column.setContentsMargins(fonts.px(64), fonts.px(44), fonts.px(64), fonts.px(36))
        column.setSpacing(fonts.px(6))
        self._where = Label("", Type.LABEL, Token.TEXT2)
        self._title = Label("", Type.WIZARD_TITLE, wrap=True)
        self._explanation = Label("", Type.BODY, Token.TEXT2, wrap=True)
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(ScrollBody(step.page))
        for part in (self._where, self._title, self._explanation):
            part.setMaximumWidth(fonts.px(632))
            column.addWidget(part)
        column.addSpacing(fonts.px(10))
        self._stack.setMaximumWidth(fonts.px(640))
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(fonts.px(12))
        self.back_button = Button("Tilbake", self.back, size=ButtonSize.LARGE)
        self._reason = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.on_button = Button("Fortsett", self.on, kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE)
        foot.addWidget(self.back_button)
        foot.addWidget(self._reason, 1)
        foot.addWidget(self.on_button)
        box = QWidget()
        box.setLayout(foot)
        foot.setContentsMargins(0, 0, 0, 0)
        box.setMaximumWidth(fonts.px(632))
        column.addWidget(box)
        return main

    @property
    def place(self) -> int:
        """Which step is shown, from 0."""
        return self._stack.currentIndex()

    def go_to(self, place: int) -> None:
        """Show a step."""
        step = self._steps[place]
        self._stack.setCurrentIndex(place)
        self.ladder.set_current(place)
        self._where.setText(f"Steg {place + 1} av {len(self._steps)}")
        self._title.setText(step.title)
        self._explanation.setText(step.explanation)
        self.on_button.set_words(step.on)
        self.back_button.setVisible(place > 0)
        self.set_off("")
        self.entered.emit(place)

    def set_off(self, reason: str) -> None:
        """Going on is off, and why; empty turns it on."""
        self._reason.setText(reason)
        self.on_button.set_off(reason)

    def back(self) -> None:
        """The step before."""
        self.go_to(max(0, self.place - 1))

    def on(self) -> None:
        """The next step, or the end."""
        if self.place + 1 < len(self._steps):
            self.go_to(self.place + 1)
        else:
            self.finished.emit()

    def adapt(self, width: int) -> None:
        """The side gives way in a narrow window; the step is still told above the title."""
        self.side.setVisible(fonts.room(width) >= NARROW)
