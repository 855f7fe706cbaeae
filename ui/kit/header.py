"""The top of a page: title, chips, the facts that size it, and at most three buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import clear
from ui.kit.chips import Chip, ChipLabel
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import ElidedLabel, Label

MOST_SECONDARY = 2


class PageHeader(QWidget):
    """Title with chips after it, subtitle under; extra controls and buttons at the right.

    Where title and buttons have no room beside each other, the buttons stand below.
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        chips: Sequence[Chip] = (),
        primary: Button | None = None,
        secondary: Sequence[Button] = (),
        extra: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if len(secondary) > MOST_SECONDARY:
            raise ValueError("a page has at most two secondary buttons")
        if primary is not None and primary.kind is not ButtonKind.PRIMARY:
            raise ValueError("the primary button must be of the primary kind")
        self._title = Label(title, Type.PAGE_TITLE)
        self._subtitle = ElidedLabel(subtitle, Type.HELP, Token.TEXT2)
        self.setAccessibleName(title)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(fonts.px(8))
        self._row.addLayout(self._left(chips), 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(fonts.px(8))
        for part in (*extra, *secondary, primary):
            if part is not None:
                self._buttons.addWidget(part)
        self._buttons.addStretch(0)
        self._row.addLayout(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As narrow as with the buttons below, so that a window can be made so narrow."""
        parts = (self._line, self._buttons)
        hint = super().minimumSizeHint()
        least = max(part.minimumSize().width() for part in parts)
        return QSize(min(hint.width(), least), hint.height())

    def _arrange(self) -> None:
        """Buttons beside the title, or below it."""
        needed = self._line.sizeHint().width() + self._buttons.sizeHint().width() + fonts.px(8)
        below = needed > self.width()
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        if (self._row.direction() == down) != below:
            self._row.setDirection(down if below else right)

    def _left(self, chips: Sequence[Chip]) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(fonts.px(2))
        self._line = QHBoxLayout()
        self._line.setSpacing(fonts.px(10))
        self._line.addWidget(self._title)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(fonts.px(6))
        self._line.addLayout(self._chips)
        self._line.addStretch(1)
        self.set_chips(chips)
        left.addLayout(self._line)
        left.addWidget(self._subtitle)
        self._subtitle.setVisible(bool(self._subtitle.text()))
        return left

    def set_title(self, words: str) -> None:
        """Another title."""
        self._title.setText(words)
        self.setAccessibleName(words)

    def set_subtitle(self, words: str) -> None:
        """The facts that size the page."""
        self._subtitle.setText(words)
        self._subtitle.setVisible(bool(words))

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Other chips after the title."""
        clear(self._chips)
        for chip in chips:
            self._chips.addWidget(ChipLabel(chip))

    @property
    def title(self) -> str:
        """The words of the title."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """The words under the title."""
        return self._subtitle.text()
