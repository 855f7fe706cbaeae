"""The target with how many stand in each ring, and arrows over the lines between them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.records import dataclass
from ui.kit import fonts, paint
from ui.kit.fonts import Type
from ui.kit.palette import Token, color
from ui.kit.target import RINGS, middle_radius, paint_number, paint_rings, ring_token


@dataclass(frozen=True, slots=True)
class Flow:
    """How many crossed the line inside ring `outer`, towards the middle and away from it."""

    outer: int
    inwards: int
    outwards: int


class FlowTarget(QWidget):
    """Silent paint: the description is the finding, and the table of it stands beside."""

    def __init__(self, name: str, size: int = 330, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._counts: tuple[int, ...] = (0,) * RINGS
        self._flows: tuple[Flow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_flows(self, counts: Sequence[int], flows: Sequence[Flow], finding: str) -> None:
        """How many stand in each ring from the middle out, and who crossed the lines."""
        self._counts, self._flows = tuple(counts), tuple(flows)
        self.setAccessibleDescription(finding)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(self._size), fonts.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        whole = min(self.width(), self.height()) / 2 - 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_rings(painter, centre, whole, None, home=False)
        for ring, count in enumerate(self._counts):
            up = QPointF(0, middle_radius(ring, whole) if ring else 0)
            _count(painter, centre - up, str(count), ring_token(ring))
            if ring:
                paint_number(painter, centre + up, str(ring), ring_token(ring))
        for flow in self._flows:
            clear = fonts.px(8) if flow.outer == 1 else 0  # ink on the filled middle is not seen
            line = centre.x() + whole * flow.outer / RINGS + clear
            _arrow(painter, QPointF(line, centre.y() - fonts.px(12)), flow.inwards, inwards=True)
            _arrow(painter, QPointF(line, centre.y() + fonts.px(12)), flow.outwards, inwards=False)
        painter.end()


def _count(painter: QPainter, at: QPointF, words: str, token: Token) -> None:
    half = fonts.px(20)
    rect = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    paint.text(painter, rect, words, Type.CARD_TITLE, token, paint.CENTRE)


def _arrow(painter: QPainter, at: QPointF, count: int, *, inwards: bool) -> None:
    """Filled and to the left is inwards, open and to the right outwards; none draws nothing."""
    if not count:
        return
    half, head, wing = fonts.px(11), fonts.px(8), fonts.px(4)
    turn = -1 if inwards else 1
    tip = QPointF(at.x() + turn * half, at.y())
    neck = QPointF(tip.x() - turn * head, at.y())
    painter.setPen(QPen(color(Token.TEXT), 1.5))
    painter.drawLine(QPointF(at.x() - turn * half, at.y()), neck)
    painter.setBrush(QBrush(color(Token.TEXT if inwards else Token.CARD)))
    painter.drawPolygon(QPolygonF([tip, neck + QPointF(0, wing), neck - QPointF(0, wing)]))
    height = fonts.px(16)
    above = at.y() - height - fonts.px(3) if inwards else at.y() + fonts.px(4)
    wide = paint.width_of(str(count), Type.SMALL_BOLD) / 2 + fonts.px(4)
    rect = QRectF(at.x() - wide, above, 2 * wide, height)
    paint.box(painter, rect, Token.CARD, None, 4)
    paint.text(painter, rect, str(count), Type.SMALL_BOLD, Token.TEXT, paint.CENTRE)
