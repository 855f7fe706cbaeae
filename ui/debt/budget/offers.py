"""«Slik kan det deles»: what each claim may get of what is left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.money import Ore, format_kroner, format_sums
from app.debt.budget.model import BudgetOffer
from ui.debt.budget.words import tr
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import ElidedLabel, Label

MOST = 6
_RIGHT = Qt.AlignmentFlag.AlignRight


class OffersCard(Card):
    """A line for each claim; the plan is where it is offered."""

    def __init__(
        self,
        offers: Sequence[BudgetOffer],
        to_plan: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        owed = Ore(sum(each.owed for each in offers))
        super().__init__(tr("Slik kan det deles"), fact=format_kroner(owed), parent=parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(fonts.px(12))
        grid.setVerticalSpacing(fonts.px(5))
        grid.setColumnStretch(0, 1)
        heads = (tr("Kreditor"), tr("Krav"), tr("Per måned"))
        for column, words in enumerate(heads):
            head = Label(words, Type.SMALL_STRONG, Token.TEXT2)
            grid.addWidget(head, 0, column, _RIGHT if column else Qt.AlignmentFlag.AlignLeft)
        given = format_sums([each.monthly for each in offers], unit=False)
        claims = format_sums([each.owed for each in offers], unit=False)
        for row, each in enumerate(offers[:MOST], start=1):
            grid.addWidget(ElidedLabel(each.creditor, Type.HELP), row, 0)
            claim = Label(claims[row - 1], Type.HELP, Token.TEXT2, tabular=True)
            grid.addWidget(claim, row, 1, _RIGHT)
            month = Label(given[row - 1], Type.LABEL_STRONG, tabular=True)
            month.setAccessibleName(f"{each.creditor}: {given[row - 1]} {tr('kr i måneden')}")
            grid.addWidget(month, row, 2, _RIGHT)
        self.add(grid)
        left_out = len(offers) - MOST
        if left_out > 0:
            self.add(Label(tr("Og {} til.").format(left_out), Type.HELP, Token.TEXT2))
        self.plan_button = Button(
            tr("Til kreditorer og plan"), to_plan, kind=ButtonKind.QUIET, size=ButtonSize.SMALL
        )
        self.body.addWidget(self.plan_button, 0, Qt.AlignmentFlag.AlignLeft)
