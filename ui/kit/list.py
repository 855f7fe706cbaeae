"""Lists of rows for I dag, timelines and search results: one delegate, arrows and Enter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QWidget,
)

from ui.kit import fonts
from ui.kit.models import RECORD_ROLE
from ui.kit.row_model import RowDelegate, RowModel
from ui.kit.rows import (
    Heading,
    Places,
    Row,
    Shape,
    button_rect,
    button_width,
    first_width,
    places,
    row_height,
    when_width,
)

__all__ = ["Heading", "Row", "RowList", "Shape"]


class RowList(QListView):
    """Rows one below the other. Arrows move; Enter or the row's button activates its key.

    With `whole` the list is as high as its rows and the page scrolls.
    `menu_wanted(key, global position)` on right click or the menu key.
    """

    activated_key = Signal(object)
    current_key = Signal(object)
    menu_wanted = Signal(object, object)
    left_over = Signal(int)  # -1: up past the first row, 1: down past the last

    def __init__(
        self,
        name: str,
        shape: Shape = Shape.TODAY,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._shape, self._whole = shape, whole
        self._model = RowModel()
        self.places = Places(0, 0, 40, 40, 40)
        self._least = (0.0, 0.0, 0.0)
        self._highs: dict[int, int] = {}
        self._highs_at: object = None
        self._laid_out = False
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(shape, self, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)  # the card is the ground
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._current_changed)

    # rows

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows without the headings."""
        return tuple(item for item in self._model.items if isinstance(item, Row))

    def set_rows(self, items: Sequence[Row | Heading]) -> None:
        """Show other rows; the one stood on stays current if it is still there."""
        before = self.current
        self._highs = {}
        self._model.set_items(items)
        self._measure()
        if before is not None:
            self.select(before.key)

    def put(self, rows: Sequence[Row]) -> None:
        """Other words in the rows with these keys; where one stands, and scrolls, is kept."""
        fresh = {row.key: row for row in rows}
        for place, item in enumerate(self._model.items):
            if isinstance(item, Row) and item.key in fresh:
                self._highs.pop(id(item), None)
                self._model.put(place, fresh[item.key])
        self._measure()

    @property
    def current(self) -> Row | None:
        """The row stood on."""
        item = self.currentIndex().data(RECORD_ROLE) if self.currentIndex().isValid() else None
        return item if isinstance(item, Row) else None

    def select(self, key: object) -> bool:
        """Stand on the row with this key."""
        for place, item in enumerate(self._model.items):
            if isinstance(item, Row) and item.key == key:
                self.setCurrentIndex(self._model.index(place))
                return True
        return False

    def select_end(self, *, last: bool) -> None:
        """Stand on the first or the last row."""
        rows = self.rows
        if rows:
            self.select(rows[-1 if last else 0].key)

    def step(self, by: int) -> None:
        """Go up or down past headings; tells when there is no more row."""
        place = self.currentIndex().row() + by
        while 0 <= place < len(self._model.items):
            if isinstance(self._model.items[place], Row):
                self.setCurrentIndex(self._model.index(place))
                return
            place += by
        self.left_over.emit(by)

    def _current_changed(self, index: QModelIndex) -> None:
        self.current_key.emit(self.current.key if self.current else None)
        if self._shape is Shape.RESULTS:
            self.scrollTo(index)

    # measures

    @property
    def wants(self) -> tuple[float, float, float]:
        """How wide its buttons, its dates and what stands before the words are."""
        rows, shape = self.rows, self._shape
        widest = max((button_width(row) for row in rows), default=0.0)
        when = max((when_width(row, shape) for row in rows), default=0.0)
        return widest, when, max((first_width(row, shape) for row in rows), default=0.0)

    def line_up(self, button: float, when: float, first: float) -> None:
        """Columns at least this wide, so that lists below each other line up."""
        self._least = (button, when, first)
        self._measure()

    def _measure(self) -> None:
        widest, when, first = (max(pair) for pair in zip(self.wants, self._least, strict=True))
        self.places = places(self._shape, self.viewport().width(), widest, when, first)
        self.scheduleDelayedItemsLayout()
        if self._whole and self._laid_out:
            self.setFixedHeight(self.full_height())
        self.viewport().update()

    def full_height(self) -> int:
        """How high the list is with all its rows."""
        return max(sum(self.high(item) for item in self._model.items), 1)

    def high(self, item: Row | Heading) -> int:
        """How high a row is painted; its words are broken into lines once for a width."""
        if isinstance(item, Heading):
            return fonts.px(30)
        at = (self.places, fonts.px(100))
        if at != self._highs_at:
            self._highs, self._highs_at = {}, at
        if id(item) not in self._highs:
            self._highs[id(item)] = row_height(item, self._shape, self.places)
        return self._highs[id(item)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        self._laid_out = True  # before it has its width nobody knows where the words break
        self._measure()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(240), fonts.px(48))

    # keyboard and pointer

    def activate(self) -> None:
        """Do what the row's button says."""
        if self.current is not None:
            self.activated_key.emit(self.current.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activate()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        item = index.data(RECORD_ROLE) if index.isValid() else None
        if not isinstance(item, Row) or event.button() != Qt.MouseButton.LeftButton:
            return
        rect = QRectF(self.visualRect(index))
        on_button = item.action and button_rect(item, rect, self.places).contains(event.position())
        if on_button or self._shape is Shape.RESULTS:
            self.activate()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._shape is not Shape.RESULTS:
            self.activate()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        if self.current is not None:
            self.menu_wanted.emit(self.current.key, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        if self.current is None:
            self.select_end(last=event.reason() == Qt.FocusReason.BacktabFocusReason)
        else:  # the keyboard comes from another list, where another row was stood on
            self.current_key.emit(self.current.key)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and hasattr(self, "_model"):
            self._measure()
