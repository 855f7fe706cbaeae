"""The ladder of a lease: from the first day to the last safe one, with where one is now."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.leases.expiry.model import Ladder as Steps
from app.leases.expiry.model import Step
from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color
from ui.labels import day, until
from ui.leases.term.words import missed, name_of, note_of, ticked, urgent

STEP = 46


class Ladder(QWidget):
    """Done steps are filled with a tick, the next is a ring with a dot, the rest small rings.

    A day that passed with nothing done stands as a small ring and says so.
    """

    def __init__(self, ladder: Steps, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ladder, self._steps, self._today = ladder, ladder.steps, today
        steps = self._steps
        self._next = next((at for at, one in enumerate(steps) if one.on >= today), len(steps))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Leietiden")
        self.setAccessibleDescription(". ".join(self.words(step) for step in self._steps))

    def words(self, step: Step) -> str:
        """«Siste dag i leietiden 30.11.2029, om 3 år»."""
        note = self.note(step)
        told = f", {note}" if note else ""
        return f"{name_of(step, self._today)} {day(step.on)}, {until(self._today, step.on)}{told}"

    def note(self, step: Step) -> str:
        """What to know of its day, or that it is done or was not."""
        if step.done:
            return "gjort" if step.letter is not None and step.on <= self._today else ""
        if step.on < self._today:
            return missed(step)
        return note_of(step, self._ladder)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(280), fonts.px(STEP) * max(1, len(self._steps)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = fonts.px(STEP)
        middle = fonts.px(11)
        if len(self._steps) > 1:
            painter.setPen(QPen(color(Token.LINE), 2))
            painter.drawLine(middle, middle, middle, middle + high * (len(self._steps) - 1))
        for place, step in enumerate(self._steps):
            self._paint_step(painter, place, step, place * high)
        painter.end()

    def _paint_step(self, painter: QPainter, place: int, step: Step, top: int) -> None:
        middle = top + fonts.px(11)
        current = place == self._next
        red = current and urgent(step)
        if place < self._next and ticked(step):
            rect = icons.at(fonts.px(2), middle, fonts.px(18))
            self._dot(painter, rect, Token.CARD)
            icons.paint(painter, rect, Icon.OK, Token.ACCENTFILL, Weight.FILL)
        else:
            size = fonts.px(18 if current else 12)
            rect = QRectF(fonts.px(11) - size / 2, middle - size / 2, size, size)
            edge = Token.REDFILL if red else Token.ACCENTFILL if current else Token.FIELD
            self._dot(painter, rect, Token.CARD, edge)
            if current:
                inner = rect.adjusted(size / 3.4, size / 3.4, -size / 3.4, -size / 3.4)
                self._dot(painter, inner, edge)
        self._paint_words(painter, step, top, current=current, red=red)

    def _paint_words(
        self, painter: QPainter, step: Step, top: int, *, current: bool, red: bool
    ) -> None:
        left = fonts.px(32)
        width = self.width() - left
        line = paint.height_of(Type.LABEL_STRONG)
        rect = QRectF(left, top + fonts.px(2), width, line)
        paint.text(painter, rect, name_of(step, self._today), Type.LABEL_STRONG, Token.TEXT)
        token = Token.RED if red else Token.TEXT if current else Token.TEXT2
        when = f"{day(step.on)} · {until(self._today, step.on)}"
        note = self.note(step)
        if note:
            when = f"{when} · {note}"
        below = QRectF(left, rect.bottom(), width, paint.height_of(Type.SMALL))
        paint.text(painter, below, when, Type.SMALL, token)

    @staticmethod
    def _dot(painter: QPainter, rect: QRectF, ground: Token, edge: Token | None = None) -> None:
        painter.setPen(QPen(color(edge), 2) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(color(ground)))
        painter.drawEllipse(rect)
