"""«Hvor pengene går»: one bar in parts, and the same in words and numbers under it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.core.money import Ore, format_kroner
from app.core.records import dataclass
from app.debt.budget.model import Budget
from ui.debt.budget.words import tr
from ui.kit import fonts, paint
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token, color, high_contrast
from ui.kit.words import Label

HIGH = 18
GAP = 2


@dataclass(frozen=True, slots=True)
class MoneyShare:
    """A part of the bar."""

    words: str
    amount: Ore
    token: Token


def shares(budget: Budget) -> tuple[MoneyShare, ...]:
    """Where the income goes, the largest need first; what is left stands last."""
    found = (
        MoneyShare(tr("Livsopphold"), budget.living, Token.CHART1),
        MoneyShare(tr("Bolig"), budget.home, Token.CHART3),
        MoneyShare(tr("Barn"), budget.childcare, Token.CHART2),
        MoneyShare(tr("Avtalt først"), budget.agreed, Token.AMBERFILL),
        MoneyShare(tr("Kreditorer"), Ore(max(0, budget.available)), Token.GREENFILL),
    )
    return tuple(each for each in found if each.amount > 0)


class MoneyBar(QWidget):
    """The bar; read aloud as the words under it."""

    def __init__(self, parts: Sequence[MoneyShare], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        said = ", ".join(f"{each.words} {format_kroner(each.amount)}" for each in parts)
        self.setAccessibleName(f"{tr('Hvor pengene går')}: {said}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(HIGH))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(160), fonts.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        total = sum(each.amount for each in self._parts)
        if total:
            path = QPainterPath()
            path.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
            painter.setClipPath(path)
            x = whole.left()
            for each in self._parts:
                wide = whole.width() * each.amount / total
                last = each is self._parts[-1]
                box = QRectF(x, whole.top(), wide - (0 if last else GAP), whole.height())
                painter.fillRect(box, color(each.token))
                x += wide
        painter.end()


class _Mark(QWidget):
    """The square of a part in the legend."""

    def __init__(self, token: Token) -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(fonts.px(12), fonts.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        edge = Token.TEXT if high_contrast() else None
        paint.box(painter, QRectF(self.rect()), self._token, edge, 3)
        painter.end()


class MoneyCard(Card):
    """The bar and its legend: the word, the sum and the part of all that comes in or goes out."""

    def __init__(self, budget: Budget, parent: QWidget | None = None) -> None:
        fact = format_kroner(budget.income)
        super().__init__(tr("Hvor pengene går"), icon=Icon.MONEY, fact=fact, parent=parent)
        parts = shares(budget)
        total = sum(each.amount for each in parts)
        self.add(MoneyBar(parts))
        grid = QGridLayout()
        grid.setHorizontalSpacing(fonts.px(9))
        grid.setVerticalSpacing(fonts.px(4))
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight
        for row, each in enumerate(parts):
            part = f"{round(100 * each.amount / total)}\u00a0%"
            grid.addWidget(_Mark(each.token), row, 0)
            grid.addWidget(Label(each.words, Type.HELP), row, 1)
            amount = Label(format_kroner(each.amount), Type.HELP, tabular=True)
            grid.addWidget(amount, row, 2, right)
            grid.addWidget(Label(part, Type.HELP, Token.TEXT2, tabular=True), row, 3, right)
        self.add(grid)
        if budget.available < 0:
            words = tr("Det går ut {} mer enn det kommer inn.")
            short = words.format(format_kroner(Ore(-budget.available)))
            self.add(Label(short, Type.HELP, Token.RED, wrap=True))
