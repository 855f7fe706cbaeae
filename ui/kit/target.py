"""The target («blinken»): five rings, 0 in the middle, and dots for earlier, now and goal."""

from collections.abc import Sequence
from enum import Enum
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color

RINGS = 5
_PAINT = (  # ground, edge and number, from the middle outwards
    (Token.ACCENTFILL, Token.ACCENTFILL),
    (Token.GREENBG, Token.GREEN),
    (Token.AMBERBG, Token.AMBER),
    (Token.REDBG, Token.RED),
    (Token.RING4, Token.RED),
)


class SpotKind(Enum):
    """What a dot on the target says; the value is the angle it stands at, up is 90."""

    EARLIER = 150
    NOW = 105
    GOAL = 55


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot on a ring, 0 to 4, with the words a screen reader says for it."""

    ring: int
    kind: SpotKind
    words: str


def ring_radius(ring: int, whole: float) -> float:
    """How far out a ring goes, of a target with radius `whole`."""
    return whole * (ring + 1) / RINGS


def middle_radius(ring: int, whole: float) -> float:
    """Where in a ring something stands: between its two edges."""
    return whole * (ring + 0.5) / RINGS if ring else whole * 0.5 / RINGS


def paint_rings(
    painter: QPainter, centre: QPointF, whole: float, marked: int | None, *, home: bool = True
) -> None:
    """The rings from the outermost in; the marked one has a thicker edge, the middle a house."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ring in reversed(range(RINGS)):
        ground, edge = _PAINT[ring]
        painter.setBrush(QBrush(color(ground)))
        painter.setPen(QPen(color(edge), 2.5 if ring == marked else 1))
        radius = ring_radius(ring, whole)
        painter.drawEllipse(centre, radius, radius)
    if not home:
        return
    size = whole * 0.22
    place = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    icons.paint(painter, place, Icon.HOME, Token.ONACCENT, Weight.FILL)


def paint_number(painter: QPainter, at: QPointF, words: str, token: Token) -> None:
    """A number in a ring."""
    half = fonts.px(16)
    rect = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    paint.text(painter, rect, words, Type.BADGE, token, paint.CENTRE)


def ring_token(ring: int) -> Token:
    """The colour of what is written in a ring."""
    return _PAINT[ring][1] if ring else Token.ONACCENT


class Target(QWidget):
    """Where someone was, is and aims at. Silent paint: its name and description say all of it."""

    def __init__(
        self, name: str, spots: Sequence[Spot], size: int = 172, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spots, self._size = tuple(spots), size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join(spot.words for spot in spots))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(self._size), fonts.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        whole = min(self.width(), self.height()) / 2 - 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        now = next((spot.ring for spot in self._spots if spot.kind is SpotKind.NOW), None)
        paint_rings(painter, centre, whole, now)
        for ring in range(1, RINGS):
            at = centre + QPointF(0, middle_radius(ring, whole))
            paint_number(painter, at, str(ring), ring_token(ring))
        self._paint_spots(painter, centre, whole)
        painter.end()

    def _paint_spots(self, painter: QPainter, centre: QPointF, whole: float) -> None:
        places = [_place(spot, centre, whole) for spot in self._spots]
        for spot, start, end in zip(self._spots[1:], places, places[1:], strict=False):
            dashed = spot.kind is SpotKind.GOAL
            style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(color(Token.TEXT), 1.5, style))
            painter.drawLine(start, end)
        for spot, at in zip(self._spots, places, strict=True):
            paint_spot(painter, at, spot.kind)


def paint_spot(painter: QPainter, at: QPointF, kind: SpotKind) -> None:
    """A filled dot is now, an open one earlier or the goal."""
    filled = kind is SpotKind.NOW
    painter.setBrush(QBrush(color(Token.TEXT if filled else Token.CARD)))
    painter.setPen(QPen(color(Token.CARD if filled else Token.TEXT), 1.5))
    radius = fonts.px(6 if filled else 5)
    painter.drawEllipse(at, radius, radius)


def _place(spot: Spot, centre: QPointF, whole: float) -> QPointF:
    out, turn = middle_radius(spot.ring, whole), radians(spot.kind.value)
    return centre + QPointF(out * cos(turn), -out * sin(turn))


class SpotMark(QWidget):
    """The dot of a legend; the words beside it say what it means."""

    def __init__(self, kind: SpotKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(16), fonts.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_spot(painter, QPointF(self.width() / 2, self.height() / 2), self._kind)
        painter.end()
