"""Labels that know their place in the type scale and their colour token; always plain text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color

NBSP = "\u00a0"

_RESTYLE = {
    QEvent.Type.PaletteChange,
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.ApplicationFontChange,
}


class Label(QLabel):
    """Plain text in a type of the scale and a token's colour."""

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        token: Token = Token.TEXT,
        *,
        wrap: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._token, self._tabular = kind, token, tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._dress()

    def setVisible(self, visible: bool) -> None:  # noqa: N802  Qt's name
        """Words without a place are never shown: they would be a window, and take the keyboard."""
        if not visible or self.parentWidget() is not None:
            super().setVisible(visible)

    def set_token(self, token: Token) -> None:
        """Another colour for the same words."""
        self._token = token
        self._dress()

    def _dress(self) -> None:
        wanted = fonts.font(self._kind, tabular=self._tabular)
        if self.font() != wanted:
            self.setFont(wanted)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != color(self._token):
            palette.setColor(QPalette.ColorRole.WindowText, color(self._token))
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() in _RESTYLE and hasattr(self, "_kind"):
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        self._dress()
        super().showEvent(event)


BETWEEN = " · "
"""What stands between the facts of a line."""


class ElidedLabel(Label):
    """One line that gives way: its last facts, then its last letters; whole in its tool tip."""

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        token: Token = Token.TEXT,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind, token, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(40), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = self.contentsRect().toRectF()
        shown = self._shown(rect.width())
        too_long = paint.width_of(self.text(), self.font()) > rect.width() + 0.5
        self.setToolTip(self.text() if too_long else "")
        paint.text(painter, rect, shown, self.font(), self._token)
        painter.end()

    def _shown(self, room: float) -> str:
        """As many whole facts as there is room for: half a fact tells nothing."""
        facts = self.text().split(BETWEEN)
        while len(facts) > 1 and paint.width_of(BETWEEN.join(facts), self.font()) > room + 0.5:
            facts.pop()
        return BETWEEN.join(facts)


class IconLabel(QWidget):
    """An icon that only accompanies words; silent to a screen reader."""

    def __init__(
        self,
        icon: Icon,
        token: Token = Token.TEXT2,
        size: int = 18,
        weight: Weight = Weight.REGULAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._token, self._size, self._weight = icon, token, size, weight
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon, token: Token, weight: Weight = Weight.REGULAR) -> None:
        """Another icon in the same place."""
        self._icon, self._token, self._weight = icon, token, weight
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(self._size), fonts.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        icons.paint(painter, self.rect().toRectF(), self._icon, self._token, self._weight)
        painter.end()


class KeyCap(QWidget):
    """The name of a key in a small frame."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = paint.width_of(self._words, Type.SMALL_STRONG) + fonts.px(11)
        return QSize(round(width), fonts.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = self.rect()
        paint.key_cap(painter, rect.right(), rect.height() / 2, self._words, on_fill=False)
        painter.end()
