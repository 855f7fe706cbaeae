"""What is left, as one line that is seen first."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.core.money import Ore, format_kroner
from app.debt.budget.model import Budget
from ui.debt.budget.words import total_words
from ui.kit import fonts, paint
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.palette import Token, high_contrast
from ui.kit.words import IconLabel, Label


class TotalPanel(QFrame):
    """Green when something is left, amber while unfinished, red when it does not go round."""

    def __init__(self, budget: Budget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kind = _kind(budget)
        self._tone = kind.tone
        title, under = total_words(budget)
        amount = format_kroner(Ore(abs(budget.available))) if budget.whole else "–"
        self.setAccessibleName(f"{title}: {amount}")
        self.setAccessibleDescription(under)
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.px(16), fonts.px(10), fonts.px(16), fonts.px(10))
        row.setSpacing(fonts.px(12))
        row.addWidget(IconLabel(kind.icon, self._tone.shape, 18, kind.weight))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, Type.GROUP))
        words.addWidget(Label(under, Type.SMALL, Token.TEXT2, wrap=True))
        row.addLayout(words, 1)
        row.addWidget(Label(amount, Type.PAGE_TITLE, self._tone.words, tabular=True))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        edge = self._tone.words if high_contrast() else None
        paint.box(painter, self.rect(), self._tone.ground, edge, 8)
        painter.end()


def _kind(budget: Budget) -> ChipKind:
    if not budget.whole:
        return ChipKind.SOON
    return ChipKind.OK if budget.available > 0 else ChipKind.URGENT
