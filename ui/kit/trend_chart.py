"""A line through time: the last point marked, the target dashed; small as a spark line in a card.

Silent paint: the description is the finding, and the table of the same numbers stands beside.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.charts import TrendChart, TrendPoint
from ui.kit import fonts, paint
from ui.kit.fonts import Type
from ui.kit.palette import Token, color

SPARK_WIDE, SPARK_HIGH = 64, 28
LEAST_WIDE, HIGH = 260, 150
_UPPER, _LOWER = 0.12, 0.88
"""Between these parts of the height the values lie."""


def heights(
    values: Sequence[float | None], target: float | None
) -> tuple[list[float | None], float]:
    """How far down each value stands, 0 at the top and 1 at the bottom; and the target."""
    known = [value for value in (*values, target) if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    spread = (high - low) or 1.0

    def down(value: float) -> float:
        if high == low:
            return 0.5
        return _LOWER - (value - low) / spread * (_LOWER - _UPPER)

    placed = [None if value is None else down(value) for value in values]
    return placed, down(target) if target is not None else 0.0


def runs(points: Sequence[QPointF | None]) -> Iterator[list[QPointF]]:
    """The parts of a line between its gaps."""
    part: list[QPointF] = []
    for point in (*points, None):
        if point is not None:
            part.append(point)
        elif part:
            yield part
            part = []


class _Line(QWidget):
    """What a spark line and a whole chart share."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = TrendChart("", ())
        self.setAccessibleName(name)

    def show_chart(self, chart: TrendChart) -> None:
        """Draw other values."""
        self.chart = chart
        self.setAccessibleDescription(chart.said)
        self.update()

    def _paint_line(self, painter: QPainter, area: QRectF, dot: float) -> list[QPointF | None]:
        chart = self.chart
        placed, _ = heights([each.value for each in chart.points], chart.target)
        step = area.width() / max(1, len(placed) - 1)
        points = [
            None if at is None else QPointF(area.x() + n * step, area.y() + at * area.height())
            for n, at in enumerate(placed)
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color(Token.CHART1), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for part in runs(points):
            painter.setPen(pen)
            if len(part) > 1:
                painter.drawPolyline(part)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(color(Token.CHART1)))
            if len(part) == 1:  # a value alone has no line
                painter.drawEllipse(part[0], 2, 2)
        if points and points[-1] is not None:
            painter.drawEllipse(points[-1], dot, dot)
        return points


class SparkLine(_Line):
    """In a card: no axis and no target, only the way it goes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(SPARK_WIDE), fonts.px(SPARK_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        side = fonts.px(4)
        self._paint_line(painter, QRectF(self.rect()).adjusted(side, 0, -side, 0), fonts.px(3))
        painter.end()


class TrendLine(_Line):
    """A whole chart with its days below, the last value and the target at the right."""

    def __init__(
        self,
        name: str,
        value_words: Callable[[float], str],
        day_words: Callable[[date], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._value_words, self._day_words = value_words, day_words
        self._target_words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, values: Callable[[float], str], target: str) -> None:
        """How values are written, and the word at the end of the dashed line."""
        self._value_words, self._target_words = values, target
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(LEAST_WIDE), fonts.px(HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(LEAST_WIDE), fonts.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        area = self._area()
        self._paint_target(painter, area)
        points = self._paint_line(painter, area, fonts.px(5))
        last = self.chart.points[-1] if self.chart.points else None
        if last is not None and last.value is not None and points[-1] is not None:
            self._beside(painter, points[-1].y(), self._value_words(last.value), Type.LABEL_STRONG)
        self._paint_days(painter, area, self.chart.points)
        painter.end()

    def _area(self) -> QRectF:
        target = paint.width_of(self._target_words, Type.SMALL)
        last = self.chart.points[-1].value if self.chart.points else None
        value = "" if last is None else self._value_words(last)
        right = max(target, paint.width_of(value, Type.LABEL_STRONG)) + fonts.px(14)
        first = self._day_words(self.chart.points[0].on) if self.chart.points else ""
        left = max(fonts.px(8), paint.width_of(first, Type.SMALL) / 2)  # its day stands under it
        whole = QRectF(self.rect())
        return whole.adjusted(left, fonts.px(4), -right, -fonts.px(24))

    def _paint_target(self, painter: QPainter, area: QRectF) -> None:
        if self.chart.target is None:
            return
        _, at = heights([each.value for each in self.chart.points], self.chart.target)
        y = area.y() + at * area.height()
        painter.setPen(QPen(color(Token.TEXT2), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if not self._near_last(area, y):
            self._beside(painter, y, self._target_words, Type.SMALL)

    def _near_last(self, area: QRectF, y: float) -> bool:
        """Whether the word of the target would lie on the last value."""
        placed, _ = heights([each.value for each in self.chart.points], self.chart.target)
        last = placed[-1] if placed else None
        return last is not None and abs(area.y() + last * area.height() - y) < fonts.px(15)

    def _beside(self, painter: QPainter, y: float, words: str, kind: Type) -> None:
        left = self._area().right() + fonts.px(10)
        rect = QRectF(left, y - fonts.px(10), self.width() - left, fonts.px(20))
        paint.text(painter, rect, words, kind, Token.TEXT, paint.LEFT)

    def _paint_days(self, painter: QPainter, area: QRectF, points: Sequence[TrendPoint]) -> None:
        """As many as there is room for, always the last."""
        if not points:
            return
        step = area.width() / max(1, len(points) - 1)
        wide = max(paint.width_of(self._day_words(each.on), Type.SMALL) for each in points)
        each_of = max(1, -(-int(wide + fonts.px(8)) // max(1, int(step))))
        top = area.bottom() + fonts.px(4)
        for n, point in enumerate(points):
            if (len(points) - 1 - n) % each_of:
                continue
            at = min(max(area.left() + n * step, wide / 2), self.width() - wide / 2)
            rect = QRectF(at - wide / 2, top, wide, fonts.px(18))
            words = self._day_words(point.on)
            paint.text(painter, rect, words, Type.SMALL, Token.TEXT2, paint.CENTRE)
