"""The parts of an agreement, each with its day, its sum and what has become of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.arrears.instalments.model import InstalmentStanding, Part, PartStanding
from app.core.money import format_kroner
from ui.kit import fonts
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, title_word

_KINDS = {
    InstalmentStanding.PAID: ChipKind.OK,
    InstalmentStanding.AHEAD: ChipKind.OK,
    InstalmentStanding.PARTLY: ChipKind.SOON,
    InstalmentStanding.MISSING: ChipKind.URGENT,
    InstalmentStanding.DUE: ChipKind.INFO,
    InstalmentStanding.COMING: ChipKind.NOT_STARTED,
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlanTable(QWidget):
    """A line for each part; a moved day tells the agreed one too."""

    def __init__(self, parts: Sequence[PartStanding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Avdragene"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(fonts.px(18))
        self._grid.setVerticalSpacing(fonts.px(7))
        self._grid.setColumnStretch(5, 1)
        heads = (self.tr("Nr."), self.tr("Betales senest"), self.tr("Beløp"), self.tr("Betalt"))
        for column, words in enumerate(heads):
            head = Label(words, Type.SMALL_STRONG, Token.TEXT2)
            self._put(head, 0, column, right=column > 1)
        for row, each in enumerate(parts, start=1):
            self._add(row, each)

    def _add(self, row: int, each: PartStanding) -> None:
        sums = (each.part.amount, each.paid)
        words = (str(each.part.number), _when(each.part), *(format_kroner(one) for one in sums))
        for column, said in enumerate(words):
            token = Token.TEXT2 if column == 3 and not each.paid else Token.TEXT
            label = Label(said, Type.HELP, token, tabular=True)
            self._put(label, row, column, right=column > 1)
        chip = ChipLabel(Chip(_KINDS[each.standing], title_word(each.standing)))
        self._grid.addWidget(chip, row, 4)

    def _put(self, label: Label, row: int, column: int, *, right: bool) -> None:
        self._grid.addWidget(label, row, column, _RIGHT if right else Qt.AlignmentFlag.AlignVCenter)


def _when(part: Part) -> str:
    if part.moved_to == part.due_on:
        return day(part.due_on)
    return f"{day(part.moved_to)} (flyttet fra {part.due_on:%d.%m.})"
