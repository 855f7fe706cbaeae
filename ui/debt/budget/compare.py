"""The versions of a budget beside each other, part by part."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.money import Ore, format_kroner
from app.debt.budget.model import Budget
from ui.debt.budget.words import tr, version_words
from ui.kit import fonts
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label

MOST = 5
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CompareCard(Card):
    """One column for each, the newest last; what is left stands strong."""

    def __init__(self, budgets: Sequence[Budget], parent: QWidget | None = None) -> None:
        shown = (*budgets[:1], *budgets[1:][-(MOST - 1) :])
        left_out = len(budgets) - len(shown)
        fact = tr("de {} nyeste").format(MOST - 1) if left_out else ""
        title = tr("Versjonene ved siden av hverandre")
        super().__init__(title, icon=Icon.COLUMNS, fact=fact, parent=parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(fonts.px(24))
        self._grid.setVerticalSpacing(fonts.px(6))
        self._grid.setColumnMinimumWidth(0, fonts.px(180))
        self._grid.setColumnStretch(len(shown) + 1, 1)
        for column, budget in enumerate(shown, start=1):
            words = version_words(budget.version)
            self._put(Label(words, Type.SMALL_STRONG, Token.TEXT2), 0, column)
        for row, (words, strong) in enumerate(_heads(), start=1):
            kind = Type.LABEL_STRONG if strong else Type.HELP
            self._grid.addWidget(Label(words, kind), row, 0)
            for column, budget in enumerate(shown, start=1):
                self._sum(budget, row, column, strong=strong)
        self.add(self._grid)

    def _sum(self, budget: Budget, row: int, column: int, *, strong: bool) -> None:
        amount = _sums(budget)[row - 1]
        known = budget.whole or not strong
        words = format_kroner(amount) if known else tr("ikke ferdig")
        token = Token.RED if strong and known and amount < 0 else Token.TEXT
        kind = Type.LABEL_STRONG if strong else Type.HELP
        label = Label(words, kind, token, tabular=True)
        name = f"{version_words(budget.version)}, {_heads()[row - 1][0]}: {words}"
        label.setAccessibleName(name)
        self._put(label, row, column)

    def _put(self, label: Label, row: int, column: int) -> None:
        self._grid.addWidget(label, row, column, _RIGHT)


def _heads() -> tuple[tuple[str, bool], ...]:
    return (
        (tr("Inntekter"), False),
        (tr("Bolig"), False),
        (tr("Barn"), False),
        (tr("Livsopphold"), False),
        (tr("Avtalt først"), False),
        (tr("Igjen til kreditorene"), True),
    )


def _sums(budget: Budget) -> tuple[Ore, ...]:
    return (
        budget.income,
        budget.home,
        budget.childcare,
        budget.living,
        budget.agreed,
        budget.available,
    )
