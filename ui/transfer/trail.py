"""The steps of an import in the header: done is ticked, current is a ring, coming is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color

RING, GAP, LINE = 20, 7, 20


class Trail(QWidget):
    """Steps side by side; where there is no room, the current one alone with its number."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._short = False
        self.set_current(0)

    def set_short(self, *, short: bool) -> None:
        """Only the current step, for narrow windows."""
        self._short = short
        self.updateGeometry()
        self.update()

    @property
    def current(self) -> int:
        """Which step one is at, from 0."""
        return self._current

    def set_current(self, place: int) -> None:
        """Stand at a step."""
        self._current = place
        self.setAccessibleName(f"Steg {place + 1} av {len(self._names)}: {self._names[place]}")
        self.updateGeometry()
        self.update()

    @property
    def _alone(self) -> str:
        return f"Steg\u00a0{self._current + 1} av {len(self._names)}: {self._names[self._current]}"

    def _step_width(self, place: int) -> float:
        return fonts.px(RING + GAP) + paint.width_of(self._names[place], self._face(place))

    def _face(self, place: int) -> Type:
        return Type.GROUP if place == self._current else Type.BODY_STRONG

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        if self._short:
            return self.minimumSizeHint()
        steps = sum(self._step_width(place) for place in range(len(self._names)))
        between = (len(self._names) - 1) * fonts.px(LINE + 2 * GAP)
        return QSize(round(steps + between) + 2, fonts.px(28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(round(paint.width_of(self._alone, Type.LABEL)) + 2, fonts.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._short or self.width() < self.sizeHint().width():
            rect = QRectF(self.rect())
            paint.text(painter, rect, self._alone, Type.LABEL, Token.TEXT2, paint.RIGHT)
        else:
            self._steps(painter)
        painter.end()

    def _steps(self, painter: QPainter) -> None:
        x, middle = 1.0, self.height() / 2
        for place, name in enumerate(self._names):
            if place:
                x += fonts.px(GAP)
                painter.setPen(QPen(color(Token.LINE), 2))
                painter.drawLine(QPointF(x, middle), QPointF(x + fonts.px(LINE), middle))
                x += fonts.px(LINE + GAP)
            self._ring(painter, QRectF(x, middle - fonts.px(RING) / 2, fonts.px(RING), 0), place)
            words = QRectF(x + fonts.px(RING + GAP), 0, self._step_width(place), self.height())
            token = Token.TEXT if place <= self._current else Token.TEXT2
            paint.text(painter, words, name, self._face(place), token)
            x += self._step_width(place)

    def _ring(self, painter: QPainter, at: QRectF, place: int) -> None:
        done, now = place < self._current, place == self._current
        ring = QRectF(at.x(), at.y(), fonts.px(RING), fonts.px(RING))
        edge = Token.ACCENTFILL if done or now else Token.FIELD
        painter.setPen(QPen(color(edge), 2 if now else 1))
        painter.setBrush(QBrush(color(Token.ACCENTFILL if done else Token.CARD)))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if done:
            icons.paint(
                painter, ring.adjusted(5, 5, -5, -5), Icon.CHECK, Token.ONACCENT, Weight.BOLD
            )
            return
        token = Token.ACCENT if now else Token.TEXT2
        paint.text(painter, ring, str(place + 1), Type.SMALL_BOLD, token, paint.CENTRE)
