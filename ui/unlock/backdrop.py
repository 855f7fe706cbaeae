"""The quiet street behind everything that stands before the register is open."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import fonts, paint
from ui.kit.page import ScrollBody
from ui.kit.palette import Token, color, high_contrast

CARD_WIDTH = 444
STREET = 210

# left edge, width and height of each house in a street 1280 wide; the nearer ones have windows
_FAR = ((0, 135, 150), (150, 114, 110), (294, 165, 128), (465, 165, 150), (636, 92, 112))
_FAR_TOO = ((758, 165, 150), (952, 116, 112), (1098, 94, 108), (1197, 90, 126))
_NEAR = ((18, 132, 58), (170, 96, 92), (272, 104, 58), (372, 150, 76), (500, 110, 60))
_NEAR_TOO = ((684, 92, 106), (790, 92, 96), (896, 104, 60), (1009, 75, 64), (1083, 114, 64))
_ROOF = 46


class FloatingCard(QWidget):
    """The one card in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(CARD_WIDTH))
        self.body = QVBoxLayout(self)
        pad = fonts.px(28)
        self.body.setContentsMargins(pad, pad, pad, fonts.px(24))
        self.body.setSpacing(fonts.px(8))

    def event(self, event: QEvent) -> bool:
        """As high as its wrapped words need: a card that is centred is never asked by width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.setMinimumHeight(max(0, self.body.totalHeightForWidth(self.width())))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, self.rect(), Token.CARD, Token.LINE, 14)
        painter.end()


class Backdrop(QWidget):
    """The ground with its houses, a card that scrolls in a low window, and a foot."""

    def __init__(self, card: QWidget, foot: QWidget | None = None) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, fonts.px(24))
        outer.setSpacing(fonts.px(12))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(fonts.px(16), fonts.px(20), fonts.px(16), fonts.px(12))
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        outer.addWidget(ScrollBody(inner), 1)
        if foot is not None:
            outer.addWidget(foot, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Token.SIDEBAR))
        if not high_contrast():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for house in (*_FAR, *_FAR_TOO):
                self._house(painter, *house, Token.HAIR)
            for house in (*_NEAR, *_NEAR_TOO):
                self._house(painter, *house, Token.LINE)
        painter.end()

    def _house(self, painter: QPainter, left: int, wide: int, high: int, token: Token) -> None:
        scale = max(1.0, self.width() / 1280)
        x, w = left * scale, wide * scale
        top, foot = self.height() - high - _ROOF, float(self.height())
        painter.setBrush(QBrush(color(token)))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, foot),
                    QPointF(x, top + _ROOF),
                    QPointF(x + w / 2, top),
                    QPointF(x + w, top + _ROOF),
                    QPointF(x + w, foot),
                ]
            )
        )
        if token is Token.LINE:
            painter.setBrush(QBrush(color(Token.SIDEBAR)))
            for place in (0.24, 0.56):
                painter.drawRect(QRectF(x + w * place, top + _ROOF + 8, w * 0.19, 14))
