"""The target of one person with its legend beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.target import Spot, SpotKind, SpotMark, Target
from ui.kit.words import Label

_SAID = {SpotKind.EARLIER: "Tidligere", SpotKind.NOW: "Nå", SpotKind.GOAL: "Mål"}


class TargetPicture(QWidget):
    """The same in paint and in words; the words are what a screen reader reads."""

    def __init__(
        self, spots: Sequence[Spot], size: int = 172, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(16))
        self.target = Target(self.tr("Blinken: nivået av hjelp"), spots, size)
        row.addWidget(self.target)
        legend = QGridLayout()
        legend.setHorizontalSpacing(fonts.px(8))
        legend.setVerticalSpacing(fonts.px(2))
        legend.setColumnStretch(1, 1)
        for place, spot in enumerate(spots):
            strong = spot.kind is SpotKind.NOW
            kind = Type.BODY_STRONG if strong else Type.BODY
            legend.addWidget(SpotMark(spot.kind), 2 * place, 0)
            legend.addWidget(Label(_SAID[spot.kind], Type.HELP, Token.TEXT2), 2 * place, 1)
            words = Label(spot.words, kind, wrap=True)
            words.setContentsMargins(0, 0, 0, fonts.px(8))
            legend.addWidget(words, 2 * place + 1, 1)
        side = QVBoxLayout()
        side.addStretch(1)
        side.addLayout(legend)
        side.addStretch(1)
        row.addLayout(side, 1)
