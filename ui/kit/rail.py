"""Steps under each other on one line: those done, the one that is next, and those to come."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color

STEP = 30
WHEN = 80


class StopState(Enum):
    """Where a step stands; told in words too."""

    DONE = "gjort"
    NEXT = "neste"
    COMING = "ikke ennå"


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: its day in words, what it is, and one fact at the right."""

    when: str
    what: str
    fact: str
    state: StopState


class Rail(QWidget):
    """Painted, and read as one list of sentences."""

    def __init__(self, name: str, stops: Sequence[Stop], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops = tuple(stops)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join(_words(stop) for stop in self.stops))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(320), fonts.px(STEP) * max(1, len(self.stops)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, middle = fonts.px(STEP), fonts.px(10)
        for place in range(len(self.stops) - 1):
            done = self.stops[place + 1].state is not StopState.COMING
            painter.setPen(QPen(color(Token.ACCENTFILL if done else Token.LINE), 2))
            top = high // 2 + high * place
            painter.drawLine(middle, top, middle, top + high)
        for place, stop in enumerate(self.stops):
            self._paint_dot(painter, stop.state, high // 2 + high * place)
            self._paint_words(painter, stop, high * place, high)
        painter.end()

    def _paint_dot(self, painter: QPainter, state: StopState, middle: int) -> None:
        center = fonts.px(10)
        if state is StopState.DONE:
            rect = icons.at(center - fonts.px(9), middle, fonts.px(18))
            _dot(painter, rect, Token.CARD)
            icons.paint(painter, rect, Icon.OK, Token.ACCENTFILL, Weight.FILL)
            return
        size = fonts.px(14 if state is StopState.COMING else 18)
        rect = QRectF(center - size / 2, middle - size / 2, size, size)
        edge = Token.ACCENTFILL if state is StopState.NEXT else Token.FIELD
        _dot(painter, rect, Token.CARD, edge)
        if state is not StopState.COMING:
            _dot(painter, rect.adjusted(size / 3.4, size / 3.4, -size / 3.4, -size / 3.4), edge)

    def _paint_words(self, painter: QPainter, stop: Stop, top: int, high: int) -> None:
        current = stop.state is StopState.NEXT
        kind = Type.LABEL_STRONG if current else Type.HELP
        token = Token.TEXT2 if stop.state is StopState.COMING else Token.TEXT
        left, when = fonts.px(30), fonts.px(WHEN)
        paint.text(painter, QRectF(left, top, when, high), stop.when, kind, token)
        width = self.width() - left - when
        fact = min(width * 0.45, paint.width_of(stop.fact, Type.SMALL) + fonts.px(4))
        rest = QRectF(left + when, top, width - fact - fonts.px(8), high)
        paint.text(painter, rest, stop.what, kind, token)
        right = QRectF(self.width() - fact, top, fact, high)
        paint.text(painter, right, stop.fact, Type.SMALL, Token.TEXT2, paint.RIGHT)


def _dot(painter: QPainter, rect: QRectF, ground: Token, edge: Token | None = None) -> None:
    painter.setPen(QPen(color(edge), 2) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color(ground)))
    painter.drawEllipse(rect)


def _words(stop: Stop) -> str:
    """«16.09.2026 Purring, 38 kr, gjort»."""
    told = (f"{stop.when} {stop.what}".strip(), stop.fact, stop.state.value)
    return ", ".join(each for each in told if each)
