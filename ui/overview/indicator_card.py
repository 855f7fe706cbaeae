"""One indicator as a card that is a button: number, spark line, and how it stands to its target."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.core.report_periods import ReportPeriod
from app.overview.indicators.model import Indicator, IndicatorCard
from ui.kit import fonts, paint
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.trend_chart import SparkLine
from ui.kit.words import ElidedLabel, Label
from ui.labels import title_word
from ui.overview.indicator_words import (
    behind_words,
    target_words,
    trend_of,
    value_words,
    verdict_chip,
)

HIGH, LEAST_WIDE = 98, 218


class IndicatorButton(QAbstractButton):
    """Pressed down, it is the one whose trend is shown. Its name and description say all of it."""

    def __init__(self, indicator: Indicator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicator = indicator
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name = title_word(indicator)
        self.setAccessibleName(name)
        self.number = Label("", Type.NUMBER)
        self.spark = SparkLine(name)
        self.chip = ChipLabel(Chip(ChipKind.NOT_STARTED, ""))
        self.aim = ElidedLabel("", Type.HELP, Token.TEXT2)
        self._build(name)

    def _build(self, name: str) -> None:
        grid = QGridLayout(self)
        side = fonts.px(14)
        grid.setContentsMargins(side, fonts.px(10), side, fonts.px(10))
        grid.setVerticalSpacing(fonts.px(2))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(name, Type.HELP, Token.TEXT2), 0, 0, 1, 2)
        grid.addWidget(self.number, 1, 0)
        grid.addWidget(self.spark, 1, 1, Qt.AlignmentFlag.AlignRight)
        foot = QHBoxLayout()
        foot.setSpacing(fonts.px(8))
        foot.addWidget(self.chip)
        foot.addWidget(self.aim, 1)
        grid.addLayout(foot, 2, 0, 1, 2)
        for inside in self.findChildren(QWidget):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_card(self, card: IndicatorCard, periods: tuple[ReportPeriod, ...]) -> None:
        """Another period."""
        chart, chip = trend_of(card, periods), verdict_chip(card)
        self.number.setText(value_words(card.now))
        self.spark.show_chart(chart)
        self.chip.set_chip(chip)
        words = target_words(card) if card.target is not None else behind_words(card.now)
        self.aim.setText(words)
        told = (value_words(card.now), behind_words(card.now), chip.text, target_words(card))
        self.setAccessibleDescription(f"{'. '.join(told)}. {chart.said}")
        self.setToolTip(behind_words(card.now))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(LEAST_WIDE), max(fonts.px(HIGH), super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        ground = Token.HOVER if self.underMouse() and not self.isChecked() else Token.CARD
        edge = Token.ACCENT if self.isChecked() else Token.LINE
        paint.box(painter, self.rect(), ground, edge, 10, 2 if self.isChecked() else 1)
        if self.hasFocus():
            inner = self.rect().adjusted(3, 3, -3, -3)
            paint.focus_ring(painter, inner)
        painter.end()
