"""A table header painted by us: quiet words, a caret after the word that sorts."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit import fonts, icons, paint
from ui.kit.cells import EDGE_PAD, PAD
from ui.kit.columns import Align, Column, SortBy
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.models import TableModel
from ui.kit.palette import Token, color


class TableHeader(QHeaderView):
    """Paints titles and the one or two carets of the sorting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(fonts.px(48))
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)  # the card is the ground

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(super().sizeHint().width(), fonts.px(34))

    def _sorted(self, column: Column[object]) -> tuple[SortBy | None, str]:
        model = self.model()
        sorting = model.sorting if isinstance(model, TableModel) else ()
        for place, step in enumerate(sorting):
            if step.column == column.key:
                return step, str(place + 1) if len(sorting) > 1 else ""
        return None, ""

    def edges(self) -> tuple[int, int]:
        """The first and last column in sight, by logical place."""
        seen = [
            self.logicalIndex(place)
            for place in range(self.count())
            if not self.isSectionHidden(self.logicalIndex(place))
        ]
        return (seen[0], seen[-1]) if seen else (0, 0)

    def paintSection(  # noqa: N802  Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803  Qt's name
    ) -> None:
        model = self.model()
        if not isinstance(model, TableModel):
            return
        painter.save()
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color(Token.LINE))
        column = model.columns[logicalIndex]
        first, last = self.edges()
        left = fonts.px(EDGE_PAD if logicalIndex == first else PAD)
        right = fonts.px(EDGE_PAD if logicalIndex == last else PAD)
        self._title(painter, QRectF(rect).adjusted(left, 0, -right, 0), column)
        painter.restore()

    def _title(self, painter: QPainter, rect: QRectF, column: Column[object]) -> None:
        step, number = self._sorted(column)
        face = Type.SMALL_BOLD if step else Type.SMALL_STRONG
        token = Token.TEXT if step else Token.TEXT2
        caret = fonts.px(16 + (7 if number else 0)) if step else 0
        words = min(paint.width_of(column.title, face) + 1, rect.width() - caret)
        x = rect.right() - words - caret if column.align is Align.RIGHT else rect.left()
        box = QRectF(x, rect.top(), words, rect.height())
        paint.text(painter, box, column.title, face, token)
        if step is None:
            return
        size = fonts.px(12)
        place = icons.at(box.right() + fonts.px(3), rect.center().y(), size)
        shape = Icon.CARET_DOWN if step.descending else Icon.CARET_UP
        icons.paint(painter, place, shape, Token.TEXT, Weight.FILL)
        beside = QRectF(place.right(), rect.top(), fonts.px(9), rect.height())
        paint.text(painter, beside, number, Type.SMALL_BOLD, Token.TEXT)
