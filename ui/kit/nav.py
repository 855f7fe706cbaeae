"""The painted rows of the sidebar: pages, filters, the search button, the program's mark."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.keys import Key
from ui.kit.palette import Token, high_contrast

LESS = 2


class NavButton(QAbstractButton):
    """One row of the sidebar. The current one has ground, weight, filled icon and bar."""

    def __init__(
        self,
        words: str,
        icon: Icon | None,
        count: int = 0,
        *,
        urgent: bool = False,
        rail: bool = False,
    ) -> None:
        super().__init__()
        self.words, self.icon_kind, self.count = words, icon, count
        self._urgent, self._rail = urgent, rail
        self.carries, self._low = True, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name = f"{words}, {count}" if count else words
        self.setAccessibleName(f"{name} haster" if urgent and count else name)
        self.setToolTip(name if rail else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_low(self, *, low: bool) -> None:
        """A little lower, so that all of them stand in a low window."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        height = (34 if self.icon_kind else 30) - (LESS if self._low else 0)
        return QSize(fonts.px(36), fonts.px(36 if self._rail else height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        here = self.isChecked() and self.carries
        if here:
            edge = Token.FOCUS if high_contrast() else Token.LINE
            paint.box(painter, rect, Token.NAVSEL, edge, 7)
            bar = QRectF(0, rect.center().y() - fonts.px(8), 3, fonts.px(16))
            paint.box(painter, bar, Token.ACCENT, None, 1.5)
        elif self.underMouse():
            paint.box(painter, rect, Token.HOVER, None, 7)
        if self._rail:
            self._paint_rail(painter, rect)
        else:
            self._paint_wide(painter, rect, here=here)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 7)
        painter.end()

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        if self.icon_kind is None:
            return
        here = self.isChecked()
        weight = Weight.FILL if here and self.carries else Weight.REGULAR
        token = Token.ACCENT if here and self.carries else Token.TEXT2
        icons.paint(painter, place, self.icon_kind, token, weight)

    def _paint_wide(self, painter: QPainter, rect: QRectF, *, here: bool) -> None:
        middle = rect.center().y()
        self._paint_icon(painter, icons.at(fonts.px(12), middle, fonts.px(18)))
        right = rect.right() - fonts.px(12)
        if self.count:
            right -= self._paint_count(painter, rect, right, here=here)
        normal = Type.BODY if self.icon_kind else Type.HELP
        strong = Type.GROUP if self.icon_kind else Type.LABEL_STRONG
        x = fonts.px(40)
        room = QRectF(x, rect.top(), right - x, rect.height())
        paint.text(painter, room, self.words, strong if here else normal, Token.TEXT)

    def _paint_count(self, painter: QPainter, rect: QRectF, right: float, *, here: bool) -> float:
        words = str(self.count)
        kind = Type.SMALL_BOLD if here or self._urgent else Type.SMALL_STRONG
        face = fonts.font(kind, tabular=True)
        token = Token.RED if self._urgent else Token.TEXT2
        width = paint.width_of(words, face)
        box = QRectF(right - width, rect.top(), width + 1, rect.height())
        paint.text(painter, box, words, face, token)
        if not self._urgent:
            return width + fonts.px(6)
        size = fonts.px(13)
        place = icons.at(box.left() - size - fonts.px(5), rect.center().y(), size)
        icons.paint(painter, place, Icon.URGENT, Token.REDFILL, Weight.FILL)
        return width + size + fonts.px(11)

    def _paint_rail(self, painter: QPainter, rect: QRectF) -> None:
        size = fonts.px(20)
        place = icons.at(rect.center().x() - size / 2, rect.center().y(), size)
        self._paint_icon(painter, place)
        if self._urgent and self.count:
            mark = QRectF(place.right() - 4, place.top() - 6, 12, 12)
            icons.paint(painter, mark, Icon.URGENT, Token.REDFILL, Weight.FILL)


class ProgramMark(QWidget):
    """The house in its square: the program's own sign."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(27), fonts.px(27))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint.box(painter, rect, Token.ACCENTFILL, None, 7)
        inner = rect.adjusted(5, 5, -5, -5)
        icons.paint(painter, inner, Icon.HOME, Token.ONACCENT, Weight.FILL)
        painter.end()


class SearchButton(QAbstractButton):
    """Looks like a field, opens the Ctrl+K box."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(f"{Key.PALETTE.words}, {Key.PALETTE.shown}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(160), fonts.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        focused = self.hasFocus()
        edge = Token.FOCUS if focused else Token.FIELD
        paint.box(painter, rect, Token.CARD, edge, 7, 2 if focused else 1)
        middle = rect.center().y()
        icons.paint(painter, icons.at(fonts.px(10), middle, fonts.px(16)), Icon.SEARCH, Token.TEXT2)
        cap = paint.key_cap(
            painter, rect.right() - fonts.px(7), middle, Key.PALETTE.shown, on_fill=False
        )
        room = rect.adjusted(fonts.px(34), 0, -cap - fonts.px(10), 0)
        paint.text(painter, room, Key.PALETTE.words, Type.HELP, Token.TEXT2)
        painter.end()
