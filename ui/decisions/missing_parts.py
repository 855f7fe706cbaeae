"""What the letter still lacks, named beside it; each part is the way to its field."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Problem
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label


class MissingParts(QWidget):
    """«Dette gjenstår» and a button for each part. `wanted` gives the problem to stand on."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Dette gjenstår"))
        column = QVBoxLayout(self)
        column.setContentsMargins(fonts.px(4), 0, 0, 0)
        column.setSpacing(fonts.px(6))
        column.addWidget(Label(self.tr("Dette gjenstår"), Type.LABEL_STRONG, Token.TEXT2))
        holder = QWidget()
        self._parts = FlowLayout(fonts.px(6), holder)
        column.addWidget(holder)
        self.buttons: list[Button] = []
        self.show_parts(())

    def show_parts(self, parts: Sequence[tuple[str, str, Problem]]) -> None:
        """The name of each part, what to do about it, and the problem it is."""
        for button in self.buttons:
            self._parts.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(*part) for part in parts]
        for button in self.buttons:
            self._parts.addWidget(button)
            button.show()
        self.setVisible(bool(parts))

    def _button(self, name: str, what: str, found: Problem) -> Button:
        made = Button(name, partial(self.wanted.emit, found), size=ButtonSize.SMALL, icon=Icon.OPEN)
        made.setAccessibleName(self.tr("Gå til {}").format(name))
        made.setAccessibleDescription(what)
        made.setToolTip(what)
        return made
