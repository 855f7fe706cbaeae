"""The working days of a week, each with its number of deadlines."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.days import day_in_words
from app.core.text import plural
from ui.kit import fonts, paint
from ui.kit.fonts import Type
from ui.kit.palette import Token

HIGH = 72


class WeekStrip(QWidget):
    """Day, date and count side by side; today has an edge and a ground of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[date, ...] = ()
        self._counts: dict[date, int] = {}
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: Sequence[date], counts: Mapping[date, int], today: date) -> None:
        """Show these days with how many deadlines each has."""
        self._days, self._counts, self._today = tuple(days), dict(counts), today
        self.setAccessibleDescription(". ".join(self.words))
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """«mandag 23. november 2026: 4 frister», a line for each day."""
        return tuple(
            f"{day_in_words(day)}: {plural(self._counts.get(day, 0), 'frist', 'frister')}"
            for day in self._days
        )

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(200), fonts.px(HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(180), fonts.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / max(1, len(self._days))
        for place, day in enumerate(self._days):
            self._paint_day(painter, QRectF(place * wide, 0, wide, self.height()), day)
        painter.end()

    def _paint_day(self, painter: QPainter, rect: QRectF, day: date) -> None:
        current = day == self._today
        if current:
            paint.box(painter, rect.adjusted(1, 1, -1, -1), Token.ACCENTSOFT, Token.ACCENT, 7)
        centre = Qt.AlignmentFlag.AlignCenter
        name, number = f"{day_in_words(day)[:3]}.", f"{day.day}."
        line = rect.height() / 3
        top = QRectF(rect.left(), rect.top() + fonts.px(3), rect.width(), line)
        token = Token.TEXT if current else Token.TEXT2
        paint.text(painter, top, name, Type.SMALL, token, centre)
        paint.text(
            painter, top.translated(0, line - fonts.px(3)), number, Type.GROUP, Token.TEXT, centre
        )
        count = self._counts.get(day, 0)
        if count:
            self._badge(painter, top.translated(0, 2 * line - fonts.px(4)), count, current=current)

    @staticmethod
    def _badge(painter: QPainter, rect: QRectF, count: int, *, current: bool) -> None:
        size = QRectF(0, 0, fonts.px(22), fonts.px(17))
        size.moveCenter(rect.center())
        ground = Token.ACCENTFILL if current else Token.NEUTRALBG
        paint.box(painter, size, ground, None, size.height() / 2)
        token = Token.ONACCENT if current else Token.NEUTRAL
        paint.text(painter, size, str(count), Type.SMALL_BOLD, token, Qt.AlignmentFlag.AlignCenter)
