"""The view inside a table: rows, hover, keyboard, focus ring round the row."""

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from ui.kit import fonts, paint
from ui.kit.cells import CellDelegate, cell_width
from ui.kit.header_view import TableHeader
from ui.kit.models import TableModel


class TableView(QTableView):
    """A QTableView that selects whole rows and paints as the house does."""

    opened = Signal(int)
    resized = Signal()

    def __init__(self, name: str, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)  # the card is the ground
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(TableHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(fonts.px(24))
        self.verticalHeader().setDefaultSectionSize(fonts.px(row_height))
        self.painter_of_cells = CellDelegate(self)
        self.setItemDelegate(self.painter_of_cells)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @property
    def header(self) -> TableHeader:
        """Our header."""
        header = self.horizontalHeader()
        if not isinstance(header, TableHeader):
            raise TypeError("the header was replaced")
        return header

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(index.row())
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._jump(last=event.key() == Qt.Key.Key_End)
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(str(index.data()))
        else:
            super().keyPressEvent(event)

    def _jump(self, *, last: bool) -> None:
        rows = self.model().rowCount()
        if rows:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.model().index(rows - 1 if last else 0, column))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        self.stand(0)
        self.viewport().update()

    def stand(self, row: int) -> None:
        """Keep the keyboard on a row: this one, or the last, where it stands on none."""
        rows = self.model().rowCount() if self.model() else 0
        if rows and not self.currentIndex().isValid():
            nearest = max(0, min(row, rows - 1))
            self.setCurrentIndex(self.model().index(nearest, self.header.edges()[0]))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        if self.painter_of_cells.hover_row != index.row():
            self.painter_of_cells.hover_row = index.row()
            self.viewport().update()
        self.viewport().setToolTip(self._cut(index))

    def _cut(self, index: QModelIndex) -> str:
        """The whole text of a cell that is shown cut."""
        model = self.model()
        if not index.isValid() or not isinstance(model, TableModel):
            return ""
        cell = model.cell(index.row(), index.column())
        if cell_width(cell) <= self.columnWidth(index.column()) or cell.chip or cell.level:
            return ""
        return "\n".join(part for part in (cell.text, cell.second) if part)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        cells = self.painter_of_cells
        cells.first_column, cells.last_column = self.header.edges()
        super().paintEvent(event)
        index = self.currentIndex()
        if not (self.hasFocus() and index.isValid()):
            return
        rect = self.visualRect(index)
        painter = QPainter(self.viewport())
        width = min(self.viewport().width(), self.header.length())
        paint.focus_ring(painter, QRectF(0, rect.y(), width, rect.height()), 4)
        painter.end()

    def rows_in_sight(self) -> tuple[int, int]:
        """First and last row that can be seen, 0-based; (-1, -1) when there are none."""
        rows = self.model().rowCount() if self.model() else 0
        if not rows:
            return -1, -1
        first = max(0, self.rowAt(0))
        bottom = self.viewport().height()
        last = self.rowAt(bottom - self.verticalHeader().defaultSectionSize() // 2)
        return first, rows - 1 if last < 0 else last
