"""Horizontal bars from zero in groups, painted; the table of the same numbers stands beside."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.charts import BarChart, BarGroup
from app.core.text import grouped
from ui.kit import fonts, paint
from ui.kit.fonts import Type
from ui.kit.palette import Token, color

BAR, APART, BETWEEN, LEGEND = 15, 3, 12, 28
LEAST_BARS, MOST_LABEL = 140, 220
LINES = 4
_INK = (
    (Token.CHART1, None),
    (Token.CHART2, Token.CHART1),
    (Token.CHART3, None),
)
NOT_TOLD = "–"


class BarChartView(QWidget):
    """A chart of bars. Silent paint: its name is the finding, its description every number."""

    def __init__(self, chart: BarChart | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = BarChart("", (), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if chart is not None:
            self.show_chart(chart)

    def show_chart(self, chart: BarChart) -> None:
        """Another set of numbers."""
        self._chart = chart
        self.setAccessibleName(chart.said)
        self.setAccessibleDescription(". ".join(_words(chart, group) for group in chart.groups))
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    @property
    def chart(self) -> BarChart:
        """What is shown."""
        return self._chart

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        groups = len(self._chart.groups)
        high = groups * self._group_height() + max(groups - 1, 0) * fonts.px(BETWEEN)
        return QSize(fonts.px(420), high + self._legend_height() + fonts.px(4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(LEAST_BARS * 2), self.sizeHint().height())

    def _group_height(self) -> int:
        bars = max(len(self._chart.series), 1)
        return bars * fonts.px(BAR) + (bars - 1) * fonts.px(APART)

    def _legend_height(self) -> int:
        return fonts.px(LEGEND) if len(self._chart.series) > 1 else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        chart = self._chart
        self._paint_legend(painter)
        left = self._label_width() + fonts.px(12)
        widest = paint.width_of(grouped(chart.largest), Type.SMALL_STRONG)
        room = max(self.width() - left - widest - fonts.px(12), 1)
        top = float(self._legend_height())
        self._paint_lines(painter, left, room, top)
        for group in chart.groups:
            self._paint_group(painter, group, left, room, top)
            top += self._group_height() + fonts.px(BETWEEN)
        painter.end()

    def _label_width(self) -> float:
        widths = (paint.width_of(group.label, Type.HELP) for group in self._chart.groups)
        most = min(fonts.px(MOST_LABEL), self.width() * 0.42)
        return min(max(widths, default=0.0) + 1, most)

    def _paint_legend(self, painter: QPainter) -> None:
        if len(self._chart.series) < 2:
            return
        at, size = 0.0, fonts.px(12)
        for number, name in enumerate(self._chart.series):
            _paint_bar(painter, QRectF(at, fonts.px(4), size, size), number)
            at += size + fonts.px(6)
            rect = QRectF(at, 0, self.width() - at, fonts.px(20))
            at += paint.text(painter, rect, name, Type.SMALL, Token.TEXT2) + fonts.px(18)

    def _paint_lines(self, painter: QPainter, left: float, room: float, top: float) -> None:
        painter.setPen(color(Token.HAIR))
        for number in range(LINES):
            x = left + room * number / (LINES - 1)
            painter.drawLine(int(x), int(top), int(x), self.height() - fonts.px(4))

    def _paint_group(
        self, painter: QPainter, group: BarGroup, left: float, room: float, top: float
    ) -> None:
        label = QRectF(0, top, left - fonts.px(12), self._group_height())
        paint.text(painter, label, group.label, Type.HELP, Token.TEXT)
        scale = room / (self._chart.largest or 1)
        for number, value in enumerate(group.values):
            width = (value or 0) * scale
            if width:
                _paint_bar(painter, QRectF(left, top, max(width, 2.0), fonts.px(BAR)), number)
            said = NOT_TOLD if value is None else grouped(value)
            start = left + width + fonts.px(6)
            rect = QRectF(start, top, self.width() - start, fonts.px(BAR))
            wide = paint.width_of(said, Type.SMALL_STRONG)
            painter.fillRect(rect.adjusted(-2, 0, wide + 2 - rect.width(), 0), color(Token.CARD))
            paint.text(painter, rect, said, Type.SMALL_STRONG, Token.TEXT)
            top += fonts.px(BAR) + fonts.px(APART)


def _paint_bar(painter: QPainter, rect: QRectF, number: int) -> None:
    ground, edge = _INK[number % len(_INK)]
    painter.fillRect(rect, color(ground))
    if edge is not None:
        painter.setPen(color(edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _words(chart: BarChart, group: BarGroup) -> str:
    """«Barnefamilie: 28 boliger, 7 venter»."""
    told = (NOT_TOLD if value is None else grouped(value) for value in group.values)
    names = chart.series or ("",)
    numbers = ", ".join(
        f"{name.lower()} {each}".strip() for name, each in zip(names, told, strict=False)
    )
    return f"{group.label}: {numbers}"
