"""«Slik kan det deles»: what each claim may get of what is left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.money import Ore, format_kroner
from app.debt.budget.model import BudgetOffer
from ui.debt.budget.words import tr
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import ElidedLabel, Label
from ui.labels import dash

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
        for row, each in enumerate(offers[:MOST], start=1):
            grid.addWidget(ElidedLabel(each.creditor, Type.HELP), row, 0)
            claim = Label(
                format_kroner(each.owed, unit=False), Type.HELP, Token.TEXT2, tabular=True
            )
            grid.addWidget(claim, row, 1, _RIGHT)
            given = format_kroner(each.monthly, unit=False) if each.monthly else dash("")
            month = Label(given, Type.LABEL_STRONG, tabular=True)
            spoken = tr("{} i måneden").format(format_kroner(each.monthly))
            month.setAccessibleName(f"{each.creditor}: {spoken}")
            grid.addWidget(month, row, 2, _RIGHT)
        self.add(grid)
        left_out = len(offers) - MOST
        if left_out > 0:
            self.add(Label(tr("Og {} til.").format(left_out), Type.HELP, Token.TEXT2))
        if any(each.first for each in offers) and not all(each.monthly for each in offers):
            words = tr("Det som holder bolig, strøm og barn, går først.")
            self.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        self.plan_button = Button(tr("Til kreditorer og plan"), to_plan, size=ButtonSize.SMALL)
        self.body.addWidget(self.plan_button, 0, Qt.AlignmentFlag.AlignLeft)
