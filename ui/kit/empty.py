"""What stands where nothing is yet: a sentence, what will happen here, and ways on."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import fonts, icons, paint
from ui.kit.buttons import Button
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color
from ui.kit.words import Label


class _Drawing(QWidget):
    """A quiet sheet of paper on a round ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(104, 104)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(color(Token.ACCENTSOFT)))
        painter.drawEllipse(QRectF(0, 0, 104, 104))
        paint.box(painter, QRectF(25, 20, 54, 69), Token.CARD, Token.FIELD, 6, 1.5)
        painter.setPen(QPen(color(Token.LINE), 3, c=Qt.PenCapStyle.RoundCap))
        for y, long in ((40, 36), (51, 28), (62, 36), (73, 20)):
            painter.drawLine(QPointF(35, y), QPointF(35 + long, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(color(Token.ACCENTFILL)))
        painter.drawEllipse(QRectF(66, 70, 30, 30))
        icons.paint(painter, QRectF(73, 77, 16, 16), Icon.NEW, Token.ONACCENT, Weight.BOLD)
        painter.end()


class EmptyState(QWidget):
    """A sentence, what will happen here, and at most three ways on."""

    def __init__(
        self,
        title: str,
        why: str = "",
        primary: Button | None = None,
        secondary: Button | None = None,
        quiet: Button | None = None,
        *,
        drawing: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setSpacing(fonts.px(8))
        column.addStretch(2)
        if drawing:
            column.addWidget(_Drawing(), 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(fonts.px(12))
        for words, kind, token in (
            (title, Type.EMPTY_TITLE, Token.TEXT),
            (why, Type.BODY, Token.TEXT2),
        ):
            label = Label(words, kind, token, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setVisible(bool(words))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 3)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(fonts.px(8))
        column.addLayout(self._ways(primary, secondary))
        if quiet is not None:
            column.addWidget(quiet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @staticmethod
    def _ways(*buttons: Button | None) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(fonts.px(12))
        row.addStretch(1)
        for button in buttons:
            if button is not None:
                row.addWidget(button)
        row.addStretch(1)
        return row
