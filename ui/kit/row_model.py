"""The model and the delegate behind a list of rows."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit import fonts, paint
from ui.kit.fonts import Type
from ui.kit.models import RECORD_ROLE
from ui.kit.palette import Token, color, high_contrast
from ui.kit.rows import Heading, Places, Row, Shape, paint_row

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RowView(Protocol):
    """What the delegate must know of its list."""

    places: Places

    def high(self, item: Row | Heading) -> int:
        """How high an item of the list is painted."""
        ...

    def hasFocus(self) -> bool:  # noqa: N802  Qt's name
        """Whether the keyboard is in the list."""
        ...


class RowModel(QAbstractListModel):
    """A read-only model over rows and headings."""

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[Row | Heading, ...] = ()

    def set_items(self, items: Sequence[Row | Heading]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def put(self, place: int, item: Row) -> None:
        """Another row in that place."""
        self.items = (*self.items[:place], item, *self.items[place + 1 :])
        at = self.index(place)
        self.dataChanged.emit(at, at)

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == RECORD_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken if isinstance(item, Row) else item.title
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.items[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class RowDelegate(QStyledItemDelegate):
    """Paints rows and headings of one shape."""

    def __init__(self, shape: Shape, view: RowView, parent: QObject) -> None:
        super().__init__(parent)
        self._shape, self._view = shape, view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        item = index.data(RECORD_ROLE)
        return QSize(fonts.px(200), self._view.high(item))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(RECORD_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        if isinstance(item, Heading):
            words = rect.adjusted(fonts.px(12), fonts.px(6), 0, 0)
            paint.text(painter, words, item.title, Type.SMALL_BOLD, Token.TEXT2)
        elif isinstance(item, Row):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._ground(painter, option, index, selected=selected)
            where = self._view.places
            lit = selected and (self._shape is Shape.RESULTS or self._view.hasFocus())
            paint_row(painter, rect, item, self._shape, where, selected=lit)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, *, selected: bool
    ) -> None:
        rect = option.rect
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = self._view.hasFocus() and selected
        if self._shape is Shape.RESULTS:
            ground = Token.SEL if selected else Token.HOVER if over else None
            if ground:
                edge = Token.FOCUS if selected and high_contrast() else None
                paint.box(painter, rect, ground, edge, 8)
            return
        last = index.row() == index.model().rowCount() - 1
        if over or focused:
            painter.fillRect(rect, color(Token.HOVER))
        if not last:
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color(Token.HAIR))
        if focused:
            paint.focus_ring(painter, QRectF(rect).adjusted(2, 1, -2, -2), 6)
