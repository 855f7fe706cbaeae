"""The window's inside: sidebar, stacked pages, and the rules for narrow windows."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.kit import fonts
from ui.kit.sidebar import NavFilter, NavItem, Saved, Sidebar
from ui.kit.tab_order import stand_on

__all__ = [
    "NavFilter",
    "NavItem",
    "Room",
    "Saved",
    "Shell",
    "Sidebar",
    "WithPanel",
    "has_panel_room",
]


class Room(Enum):
    """How much width there is, in logical pixels."""

    NARROW = 0  # rail, stacked cards, one-column forms
    MEDIUM = 1000  # the side panel moves away
    WIDE = 1200  # sidebar, content, side panel

    @staticmethod
    def of(width: int) -> "Room":
        """The room a window of this width gives."""
        if width >= Room.WIDE.value:
            return Room.WIDE
        return Room.MEDIUM if width >= Room.MEDIUM.value else Room.NARROW


class Shell(QWidget):
    """Sidebar and pages by key. `room_changed(Room)` lets pages rearrange themselves."""

    room_changed = Signal(object)

    def __init__(self, program: str, owner: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar = Sidebar(program, owner)
        self.pages = QStackedWidget()
        self._places: dict[str, QWidget] = {}
        self._room: Room | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.pages, 1)

    @property
    def room(self) -> Room:
        """How much width there is now."""
        return self._room or Room.of(fonts.room(self.width()))

    def add_page(self, key: str, page: QWidget) -> None:
        """Put a page in, or in place of the one with the same key."""
        old = self._places.pop(key, None)
        self._places[key] = page
        self.pages.addWidget(page)
        if old is not None:
            if self.pages.currentWidget() is old:
                self.pages.setCurrentWidget(page)
            self.pages.removeWidget(old)
            old.deleteLater()

    def page(self, key: str) -> QWidget | None:
        """The page with this key, if it has been put in."""
        return self._places.get(key)

    def show_page(self, key: str) -> None:
        """Show a page; KeyError if there is none."""
        self.pages.setCurrentWidget(self._places[key])

    def drop_pages(self) -> None:
        """Destroy all pages and what they hold; for locking."""
        for page in self._places.values():
            self.pages.removeWidget(page)
            page.deleteLater()
        self._places.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        room = Room.of(fonts.room(self.width()))
        if room is not self._room:
            self._room = room
            self.sidebar.set_rail(rail=room is Room.NARROW)
            self.room_changed.emit(room)


def has_panel_room(widget: QWidget) -> bool:
    """Whether the window is so wide that a side panel stands beside its content."""
    return Room.of(fonts.room(widget.window().width())) is Room.WIDE


def _is_stop(part: QWidget) -> bool:
    return part.isVisible() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


class WithPanel(QWidget):
    """Content with a side panel: beside it where there is room, else over it when asked."""

    panel_closed = Signal()

    def __init__(
        self, content: QWidget, panel: QWidget, width: int = 256, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.content, self.panel = content, panel
        self._width = fonts.px(width)
        self._over: bool | None = None
        self._empty = False
        panel.setFixedWidth(self._width)
        content.setParent(self)  # Tab comes to the content first
        panel.setParent(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(fonts.px(14))
        self._row.addWidget(content, 1)
        self._row.addWidget(panel)
        panel.installEventFilter(self)
        self._came_from: QWidget | None = None

    @property
    def floats(self) -> bool:
        """Whether the panel has moved away and opens over the content."""
        return bool(self._over)

    def set_empty(self, *, empty: bool) -> None:
        """Keep the panel away while there is nothing to show in it."""
        self._empty = empty
        if not self.floats or empty:
            self.panel.setVisible(not empty)

    def open_panel(self) -> None:
        """Show the panel; in a narrow window over the content, with the keyboard in it."""
        self._came_from = self.window().focusWidget()
        self.panel.show()
        self.panel.raise_()
        self._put()
        if self.floats:
            self.panel.setFocus()
            self.panel.focusNextChild()

    def go_to_panel(self) -> None:
        """Put the keyboard at the top of the panel; from inside it, back where it came from."""
        here = self.window().focusWidget()
        if here is not None and self.panel.isAncestorOf(here):
            self._leave_panel()
            return
        self.open_panel()
        stops = [each for each in self.panel.findChildren(QWidget) if _is_stop(each)]
        if stops:
            stand_on(min(stops, key=lambda each: each.mapTo(self.panel, QPoint()).y()))

    def _leave_panel(self) -> None:
        if self.floats:
            self.close_panel()
        elif self._came_from is not None:
            self._came_from.setFocus()

    def close_panel(self) -> None:
        """Take the panel away; the keyboard goes back."""
        self.panel.hide()
        if self._came_from is not None:
            self._came_from.setFocus()
        self.panel_closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        over = Room.of(fonts.room(self.window().width())) is not Room.WIDE
        if over != self._over:
            self._over = over
            if over:
                self._row.removeWidget(self.panel)
                self.panel.hide()
            else:
                self._row.addWidget(self.panel)
                self.panel.setVisible(not self._empty)
        self._put()

    def _put(self) -> None:
        if self.floats:
            left = max(0, self.width() - self._width)
            self.panel.setGeometry(left, 0, self._width, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        closes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if closes and event.type() == QEvent.Type.KeyPress and self.floats:
            self.close_panel()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Escape and self.floats and self.panel.isVisible():
            self.close_panel()
        else:
            super().keyPressEvent(event)
