"""The lines of a budget under the sum of each part; Enter on a line changes it."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from app.core.money import Ore, format_sums
from app.core.records import dataclass
from app.debt.budget.model import Budget, BudgetLine, BudgetPart
from ui.debt.budget.words import basis_words, line_words, part_words, tr
from ui.kit import fonts
from ui.kit.cards import Card
from ui.kit.cells import CellDelegate
from ui.kit.columns import Align, Cell, Column
from ui.kit.models import RECORD_ROLE, RecordModel
from ui.kit.palette import Token, color
from ui.kit.table import ONE_LINE
from ui.kit.table_view import TableView

SHARES = (0.42, 0.36)
"""How much of the width the first two columns have."""


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A line, or the heading of a part when `line` is None."""

    words: str
    basis: str
    sum: str
    line: BudgetLine | None = None


class _RowColumn(Column[BudgetRow]):
    """Headings stand strong."""

    def cell(self, record: BudgetRow) -> Cell:
        shown = super().cell(record)
        return replace(shown, text=shown.text or " ", strong=record.line is None)


class _RowDelegate(CellDelegate):
    """Gives headings a ground of their own."""

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        row = index.data(RECORD_ROLE)
        if isinstance(row, BudgetRow) and row.line is None:
            painter.fillRect(option.rect, color(Token.HOVER))
        super()._ground(painter, option, index, selected=selected)


def rows_of(budget: Budget) -> tuple[BudgetRow, ...]:
    """Each part with its sum, then its lines."""
    found = []
    sums = format_sums([line.amount for line in budget.lines], unit=False)
    said = dict(zip((line.key for line in budget.lines), sums, strict=True))
    for part in BudgetPart:
        lines = budget.of(part)
        if not lines:
            continue
        found.append(BudgetRow(part_words(part), "", _total(budget.sum(part), sums)))
        for line in lines:
            basis = basis_words(line, budget.version)
            found.append(BudgetRow(line_words(line), basis, said[line.key], line))
    return tuple(found)


def _total(total: Ore, sums: tuple[str, ...]) -> str:
    """With øre where any of them has."""
    whole = format_sums([total], unit=False)[0]
    return whole if "," in whole or not any("," in each for each in sums) else f"{whole},00"


class BudgetTable(Card):
    """`opened` gives the line; a heading opens nothing."""

    opened = Signal(object)

    def __init__(self, budget: Budget, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        columns = (
            _RowColumn("words", tr("Post"), lambda row: row.words, sortable=False),
            _RowColumn("basis", tr("Grunnlag"), lambda row: row.basis, sortable=False),
            _RowColumn(
                "sum", tr("Kr per måned"), lambda row: row.sum, align=Align.RIGHT, sortable=False
            ),
        )
        self.model = RecordModel(columns, rows_of(budget))
        self.view = TableView(tr("Budsjettet, linje for linje"), ONE_LINE)
        self.view.setModel(self.model)
        self.view.painter_of_cells = _RowDelegate(self.view)
        self.view.setItemDelegate(self.view.painter_of_cells)
        header = self.view.header
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        high = self.view.verticalHeader().defaultSectionSize() * self.model.rowCount()
        self.view.setFixedHeight(header.sizeHint().height() + high + 2)
        self.view.opened.connect(self._open)
        self.view.resized.connect(self._share)
        self.add(self.view)

    def _open(self, row: int) -> None:
        line = self.model.record(row).line
        if line is not None:
            self.opened.emit(line)

    def stand_on(self, key: str) -> None:
        """Put the keyboard's line on one of them."""
        for row, each in enumerate(self.model.records):
            if each.line is not None and each.line.key == key:
                self.view.setCurrentIndex(self.model.index(row, 0))

    def _share(self) -> None:
        wide = self.view.viewport().width()
        first, second = (round(wide * share) for share in SHARES)
        for column, width in enumerate((first, second, wide - first - second)):
            self.view.setColumnWidth(column, max(width, fonts.px(48)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._share()
