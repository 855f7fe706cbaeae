"""The delegate that paints every kind of cell: two lines, chips, marks, levels, progress."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit import fonts, icons, paint
from ui.kit.chips import Tone, chip_width, paint_chip, paint_level
from ui.kit.columns import MISSING, Align, Cell
from ui.kit.fonts import Type
from ui.kit.models import CELL_ROLE
from ui.kit.palette import Token, color, high_contrast

PAD = 12
EDGE_PAD = 15


class CellDelegate(QStyledItemDelegate):
    """Paints from the small record of CELL_ROLE; the view tells row hover and edges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hover_row = -1
        self.first_column = 0
        self.last_column = 0
        self.current_row = -1

    def sizeHint(  # noqa: N802  Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = index.data(CELL_ROLE)
        return QSize(cell_width(cell) if isinstance(cell, Cell) else 40, fonts.px(34))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = index.data(CELL_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._ground(painter, option, index, selected=selected)
        if isinstance(cell, Cell):
            first = fonts.px(EDGE_PAD if index.column() == self.first_column else PAD)
            last = fonts.px(EDGE_PAD if index.column() == self.last_column else PAD)
            inner = QRectF(option.rect).adjusted(first, 0, -last, 0)
            paint_cell(painter, inner, cell, selected=selected)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        rect = option.rect
        if selected:
            painter.fillRect(rect, color(Token.SEL))
        elif index.row() == self.hover_row:
            painter.fillRect(rect, color(Token.HOVER))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color(Token.HAIR))
        if selected and index.column() == self.first_column:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), color(Token.ACCENT))


def cell_width(cell: Cell) -> int:
    """How wide a cell must be for nothing to be cut."""
    if cell.level is not None:
        return fonts.px(28 + 2 * PAD)
    width = paint.width_of(cell.text or MISSING, _font(cell))
    if cell.chip is not None:
        width = chip_width(cell.chip)
    if cell.mark is not None:
        width += fonts.px(40)
    return ceil(max(width, paint.width_of(cell.second, Type.SMALL))) + fonts.px(2 * EDGE_PAD)


def _font(cell: Cell) -> QFont:
    """Digits are as wide as each other where they stand right, under each other."""
    face = Type.BODY_STRONG if cell.strong or cell.mark else Type.BODY
    return fonts.font(face, tabular=cell.align is Align.RIGHT)


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, *, selected: bool) -> None:
    """Everything inside the padding of a cell."""
    middle = rect.center().y()
    if cell.progress is not None:
        _progress(painter, rect, cell.progress)
    elif cell.chip is not None:
        paint_chip(painter, rect.left(), middle, cell.chip, selected=selected)
    elif cell.level is not None:
        size = fonts.px(24)
        paint_level(painter, QRectF(rect.left(), middle - size / 2, size, size), cell.level)
    elif cell.mark is not None:
        _mark(painter, rect, cell)
    else:
        _words(painter, rect, cell)


def _words(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    side = paint.RIGHT if cell.align is Align.RIGHT else paint.LEFT
    face = _font(cell)
    token = cell.tone.words if cell.tone else Token.TEXT
    first = rect
    if cell.second:
        half = paint.height_of(face)
        lower = paint.height_of(Type.SMALL)
        top = rect.center().y() - (half + lower) / 2
        first = QRectF(rect.left(), top, rect.width(), half)
        second = QRectF(rect.left(), top + half, rect.width(), lower)
        paint.text(painter, second, cell.second, Type.SMALL, Token.TEXT2, side)
    paint.text(
        painter, first, cell.text or MISSING, face, token if cell.text else Token.TEXT2, side
    )


def _mark(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    """A rounded soft ground inside the cell with shape and value."""
    if cell.mark is None:
        return
    tone: Tone = cell.mark.tone
    out = fonts.px(8)
    box = rect.adjusted(-out, fonts.px(4), out, -fonts.px(5))
    paint.box(painter, box, tone.ground, tone.words if high_contrast() else None, 4)
    size = fonts.px(15)
    place = icons.at(box.left() + out, box.center().y(), size)
    icons.paint(painter, place, cell.mark.icon, tone.shape, cell.mark.weight)
    words = box.adjusted(out + size + fonts.px(6), 0, -out, 0)
    side = paint.RIGHT if cell.align is Align.RIGHT else paint.LEFT
    face = fonts.font(Type.BODY_STRONG, tabular=cell.align is Align.RIGHT)
    paint.text(painter, words, cell.text or MISSING, face, tone.words, side)


def _progress(painter: QPainter, rect: QRectF, share: float) -> None:
    """A bar 8 high with its per cent."""
    words = f"{round(share * 100)}\u00a0%"
    room = paint.width_of("100\u00a0%", Type.SMALL) + fonts.px(8)
    bar = QRectF(rect.left(), rect.center().y() - 4, max(0.0, rect.width() - room), 8)
    edge = Token.FIELD if high_contrast() else None
    paint.box(painter, bar, Token.NEUTRALBG, edge, 4)
    done = QRectF(bar)
    done.setWidth(bar.width() * min(1.0, max(0.0, share)))
    paint.box(painter, done, Token.ACCENTFILL, None, 4)
    paint.text(painter, rect, words, fonts.font(Type.SMALL, tabular=True), Token.TEXT2, paint.RIGHT)
