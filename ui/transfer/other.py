"""One more that waits, as a line that can be pressed: where it stands and what is the matter."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.kit import fonts, icons, paint
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.paint import wrapped
from ui.kit.palette import Token

SIDE, ICON, PAD, MOST_LINES = 8, 23, 5, 3


class Other(QPushButton):
    """Title and reason under it, as many lines as it needs."""

    def __init__(
        self, title: str, why: str, go: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title, self._why = title, why
        self.setAutoDefault(False)
        self.setAccessibleName(f"{title}: {why}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clicked.connect(lambda _=False: go())

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        room = width - fonts.px(2 * SIDE + ICON)
        titles = len(wrapped(self.title, room, Type.LABEL, MOST_LINES))
        lines = len(wrapped(self._why, room, Type.SMALL, MOST_LINES))
        text = titles * paint.height_of(Type.LABEL) + lines * paint.height_of(Type.SMALL)
        return round(text) + fonts.px(2 * PAD)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = self.width() or fonts.px(212)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(120), fonts.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            paint.box(painter, rect, Token.HOVER, None, 6)
        kind = ChipKind.URGENT
        x, y = fonts.px(SIDE), float(fonts.px(PAD))
        high = paint.height_of(Type.LABEL)
        place = icons.at(x, y + high / 2, fonts.px(15))
        icons.paint(painter, place, kind.icon, kind.tone.shape, kind.weight)
        x += fonts.px(ICON)
        room = rect.width() - x - fonts.px(SIDE)
        for words, face, token in (
            (self.title, Type.LABEL, Token.TEXT),
            (self._why, Type.SMALL, Token.TEXT2),
        ):
            high = paint.height_of(face)
            for piece in wrapped(words, room, face, MOST_LINES):
                paint.text(painter, QRectF(x, y, room, high), piece, face, token)
                y += high
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6)
        painter.end()
