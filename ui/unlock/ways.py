"""Small parts of the card: the head, a quiet second way, «eller», and a problem in sentences."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.errors import OfficeError
from ui.kit import fonts, icons, paint
from ui.kit.buttons import Button
from ui.kit.cards import Callout, Hairline
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.nav import ProgramMark
from ui.kit.palette import Token
from ui.kit.words import ElidedLabel, Label
from ui.labels import message


class SecondWay(QAbstractButton):
    """A row with icon, what it does, when it is for, and a caret."""

    def __init__(self, icon: Icon, words: str, when: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._icon, self._words, self._when = icon, words, when
        self.setAccessibleName(words)
        self.setAccessibleDescription(when)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _=False: act())

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(240), fonts.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            paint.box(painter, rect, Token.HOVER, None, 7)
        middle = rect.center().y()
        place = icons.at(fonts.px(5), middle, fonts.px(18))
        icons.paint(painter, place, self._icon, Token.ACCENT)
        upper, lower = paint.height_of(Type.BODY_STRONG), paint.height_of(Type.HELP)
        room = rect.adjusted(fonts.px(36), middle - (upper + lower) / 2, -fonts.px(28), 0)
        room.setHeight(upper)
        paint.text(painter, room, self._words, Type.BODY_STRONG, Token.TEXT)
        room.translate(0, upper)
        room.setHeight(lower)
        paint.text(painter, room, self._when, Type.HELP, Token.TEXT2)
        caret = icons.at(rect.right() - fonts.px(20), middle, fonts.px(14))
        icons.paint(painter, caret, Icon.CARET_RIGHT, Token.TEXT2)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 7)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class Head(QWidget):
    """Whose register it is, and which."""

    def __init__(self, title: str, second: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, fonts.px(12))
        row.setSpacing(fonts.px(12))
        row.addWidget(BigMark())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, Type.EMPTY_TITLE, wrap=True))
        if second:
            words.addWidget(ElidedLabel(second, Type.HELP, Token.TEXT2))
        row.addLayout(words, 1)


class BigMark(ProgramMark):
    """The program's sign, 40 high."""

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(40), fonts.px(40))


class Or(QWidget):
    """«eller» between two lines."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, fonts.px(10), 0, fonts.px(2))
        row.setSpacing(fonts.px(10))
        row.addWidget(Hairline(), 1)
        row.addWidget(Label("eller", Type.SMALL, Token.TEXT2))
        row.addWidget(Hairline(), 1)


def sentences(error: OfficeError) -> tuple[str, str]:
    """What happened, and the rest."""
    what, _, rest = message(error).partition(". ")
    return f"{what.rstrip('.')}.", rest


class Trouble(QWidget):
    """What keeps the register shut, in three sentences, with the way on under them."""

    def __init__(self, error: OfficeError, *ways: Button, more: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(10))
        what, rest = sentences(error)
        self.callout = Callout(ChipKind.SOON, what, f"{rest} {more}".strip())
        column.addWidget(self.callout)
        if ways:
            row = QHBoxLayout()
            row.setSpacing(fonts.px(8))
            for way in ways:
                row.addWidget(way)
            row.addStretch(1)
            column.addLayout(row)
