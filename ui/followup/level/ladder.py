"""The five levels below each other, each with its badge, what it means and its button."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.followup.levels.model import HelpLevel
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.chips import Chip, ChipKind, ChipLabel, Level, LevelBadge
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import title_word
from ui.level_words import MEANINGS


class LevelLadder(QWidget):
    """A level is chosen by its own button: one click, and one more to agree (P9)."""

    def __init__(
        self,
        now: HelpLevel | None,
        choose: Callable[[HelpLevel], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Nivåer"))
        self.buttons: dict[HelpLevel, Button] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(fonts.px(12))
        grid.setVerticalSpacing(fonts.px(10))
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight
        held = now if now is not None else HelpLevel.MANAGES_ALONE
        shown = [each for each in reversed(HelpLevel) if now is not None or each.followed]
        for row, level in enumerate(shown):
            grid.addWidget(LevelBadge(Level.of(level.value)), row, 0)
            grid.addLayout(_said(level), row, 1)
            if level is held:
                grid.addWidget(ChipLabel(Chip(ChipKind.OK, self.tr("Gjelder nå"))), row, 2, right)
                continue
            button = Button(
                self.tr("Sett nivå {} …").format(level.value),
                partial(choose, level),
                size=ButtonSize.SMALL,
            )
            self.buttons[level] = button
            grid.addWidget(button, row, 2, right)


def _said(level: HelpLevel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(title_word(level), Type.BODY_STRONG))
    column.addWidget(Label(MEANINGS[level], Type.HELP, Token.TEXT2, wrap=True))
    return column
