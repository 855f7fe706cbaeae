"""A month as a grid of weeks: each day with how many are due, walked by the arrows."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.alerts.agenda.model import AgendaSpan
from app.core.days import day_in_words
from app.core.text import plural
from ui.kit import fonts, paint
from ui.kit.fonts import Type
from ui.kit.palette import Token

HEAD, CELL = 24, 60
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_NAMES = ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn.")


class MonthGrid(QWidget):
    """`stood(date)` when another day is stood on, also one of another month; Enter opens it."""

    stood = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[date, int] = {}
        self._ahead: dict[date, int] = {}
        self._today = self.day = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_month(
        self, day: date, counts: Mapping[date, int], today: date, ahead: Mapping[date, int]
    ) -> None:
        """Stand on a day, with how many are due on each of its month, and how many will come."""
        self.day, self._counts, self._today = day, dict(counts), today
        self._ahead = dict(ahead)
        self.setAccessibleName(self.spoken)
        self.updateGeometry()
        self.update()

    @property
    def spoken(self) -> str:
        """«mandag 23. november 2026: 4 frister», the day stood on."""
        due = plural(self._counts.get(self.day, 0), "frist", "frister")
        ahead = self._ahead.get(self.day, 0)
        return f"{day_in_words(self.day)}: {due}" + (f", {ahead} kommer" if ahead else "")

    @property
    def days(self) -> tuple[date, ...]:
        """Whole weeks that hold the month."""
        first, last = AgendaSpan.MONTH.days(self.day)
        monday, _ = AgendaSpan.WEEK.days(first)
        _, sunday = AgendaSpan.WEEK.days(last)
        return tuple(monday + timedelta(days=at) for at in range((sunday - monday).days + 1))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        weeks = 5 if self.day == date.min else len(self.days) // 7
        return QSize(fonts.px(560), fonts.px(HEAD + CELL * weeks))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(320), self.sizeHint().height())

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stood.emit(self.day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        for at, day in enumerate(self.days):
            if self._cell(at).contains(event.position()):
                self.stood.emit(day)

    # painting

    def _cell(self, at: int) -> QRectF:
        wide = self.width() / 7
        high = fonts.px(CELL)
        return QRectF(at % 7 * wide, fonts.px(HEAD) + at // 7 * high, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        if self.day == date.min:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, name in enumerate(_NAMES):
            head = QRectF(at * self.width() / 7, 0, self.width() / 7, fonts.px(HEAD))
            paint.text(painter, head, name, Type.SMALL, Token.TEXT2, Qt.AlignmentFlag.AlignCenter)
        for at, day in enumerate(self.days):
            self._paint_day(painter, self._cell(at).adjusted(2, 2, -2, -2), day)
        painter.end()

    def _paint_day(self, painter: QPainter, rect: QRectF, day: date) -> None:
        inside = day.month == self.day.month
        if day == self._today:
            paint.box(painter, rect, Token.ACCENTSOFT, Token.ACCENT, 7)
        else:
            paint.box(painter, rect, Token.CARD, Token.HAIR, 7)
        if day == self.day:
            paint.box(painter, rect, None, Token.ACCENT, 7)
            if self.hasFocus():
                paint.focus_ring(painter, rect, 7)
        number = rect.adjusted(fonts.px(8), fonts.px(4), -fonts.px(8), 0)
        token = Token.TEXT if inside else Token.TEXT2
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        paint.text(painter, number, f"{day.day}.", Type.GROUP if inside else Type.HELP, token, top)
        foot = rect.adjusted(fonts.px(4), 0, -fonts.px(8), -fonts.px(4))
        low = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        count, ahead = self._counts.get(day, 0), self._ahead.get(day, 0)
        if count:
            words = plural(count, "frist", "frister")
            paint.text(painter, foot, words, Type.SMALL_BOLD, Token.TEXT, low)
            foot.translate(0, -paint.height_of(Type.SMALL_BOLD))
        if ahead:
            words = f"{ahead} kommer"
            if paint.width_of(words, Type.SMALL) > foot.width():
                words = f"+{ahead}"
            paint.text(painter, foot, words, Type.SMALL, Token.TEXT2, low)
