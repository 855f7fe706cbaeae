"""One thing to look at: its shape, what it is, and the remedy where there is one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.words import IconLabel, Label


class ToldLine(QWidget):
    """Quieter than a callout: there may be several of them."""

    def __init__(
        self,
        kind: ChipKind,
        words: str,
        remedy: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{kind.word}: {words}")
        self.remedy = remedy
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(10))
        shape = IconLabel(kind.icon, kind.tone.shape, 16, kind.weight)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(fonts.px(6))
        column.addWidget(Label(words, Type.HELP, wrap=True))
        if remedy is not None:
            column.addWidget(remedy, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
