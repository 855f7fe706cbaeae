"""The sidebar: name, search, pages with counts, saved filters, and what one worries about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.core.records import dataclass
from ui.kit import fonts
from ui.kit.buttons import IconButton
from ui.kit.cards import clear
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.keys import Key
from ui.kit.nav import NavButton, ProgramMark, SearchButton
from ui.kit.page import ScrollBody
from ui.kit.palette import Token, color
from ui.kit.words import ElidedLabel, IconLabel, Label

WIDE = 232
RAIL = 60
ICON = 36
LOW = 845
"""Under this height the rows stand closer."""


@dataclass(frozen=True, slots=True)
class NavFilter:
    """A saved filter under the current page."""

    key: str
    words: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page in the sidebar; `urgent` paints the count red with its shape."""

    key: str
    words: str
    icon: Icon
    count: int = 0
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands at the foot: is all saved, and when was the last backup."""

    words: str = "Alt er lagret"
    backup: str = ""
    kind: ChipKind = ChipKind.OK


class Sidebar(QWidget):
    """All of the left side, wide or as a rail. Takes items as values and tells what was chosen."""

    chosen = Signal(str)
    filter_chosen = Signal(str, str)
    search_wanted = Signal()
    lock_wanted = Signal()
    saved_wanted = Signal()

    def __init__(self, program: str, owner: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sidefelt")
        self._program, self._owner, self._demo = program, owner, False
        self._items: tuple[NavItem, ...] = ()
        self._last: tuple[NavItem, ...] = ()
        self._current, self.filter_key = "", ""
        self._filters: tuple[NavFilter, ...] = ()
        self._rail = False
        self._saved = Saved()
        self._edge = 0
        self._area: ScrollBody | None = None
        self.buttons: dict[str, NavButton] = {}
        self.filter_buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(fonts.px(8))
        self._build()

    # what it shows

    def set_items(self, items: Sequence[NavItem], last: Sequence[NavItem] = ()) -> None:
        """The pages in order; `last` stand at the bottom (Innstillinger)."""
        if (tuple(items), tuple(last)) != (self._items, self._last):
            self._items, self._last = tuple(items), tuple(last)
            self._build()

    def set_current(
        self, key: str, filters: Sequence[NavFilter] = (), filter_key: str = ""
    ) -> None:
        """Where one is; its saved filters stand under it, the one in force is marked."""
        now = (key, tuple(filters), filter_key)
        if now != (self._current, self._filters, self.filter_key):
            self._current, self._filters, self.filter_key = now
            self._build()

    def set_saved(self, saved: Saved) -> None:
        """What stands at the foot."""
        if saved != self._saved:
            self._saved = saved
            self._build()

    def set_owner(self, owner: str, *, demo: bool) -> None:
        """The municipality under the name, and the «Demo» chip."""
        if (owner, demo) != (self._owner, self._demo):
            self._owner, self._demo = owner, demo
            self._build()

    def set_rail(self, *, rail: bool) -> None:
        """Only icons, for narrow windows."""
        if rail != self._rail:
            self._rail = rail
            self._build()

    @property
    def rail(self) -> bool:
        """Whether only icons are shown."""
        return self._rail

    # building

    def _build(self) -> None:
        shown = self.buttons | self.filter_buttons
        focused = next((k for k, b in shown.items() if b.hasFocus()), "")
        clear(self._column)
        self.buttons, self.filter_buttons = {}, {}
        pad = fonts.px(12 if self._rail else 14)
        # in the rail the scroll bar has the margin at the right for itself
        self._edge = pad if self._rail else 0
        self._column.setContentsMargins(pad, fonts.px(16), pad + 1 - self._edge, fonts.px(10))
        self.setFixedWidth(fonts.px(RAIL if self._rail else WIDE) + 1)
        self._column.addLayout(self._head())
        self._column.addWidget(self._search())
        self._column.addWidget(self._pages(), 1)
        last = QVBoxLayout()
        last.setContentsMargins(0, 0, self._edge, 0)
        last.setSpacing(1)
        for item in self._last:
            last.addWidget(self._button(item))
        self._column.addLayout(last)
        self._column.addLayout(self._foot())
        self._fit()
        again = (self.buttons | self.filter_buttons).get(focused)
        if again is not None:
            again.setFocus()
        QTimer.singleShot(0, self, self._show_current)  # new rows are laid out by then

    def _fit(self) -> None:
        low = self.height() < fonts.px(LOW)
        for button in (*self.buttons.values(), *self.filter_buttons.values()):
            button.set_low(low=low)

    def _show_current(self) -> None:
        """Where the window is low, scroll to the page one is on."""
        here = self.buttons.get(self._current)
        if self._area is not None and here is not None and self._area.isAncestorOf(here):
            self._area.ensureWidgetVisible(here, 0, 0)

    def _head(self) -> QBoxLayout:
        if self._rail:
            return self._narrow_head()
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        row.addWidget(ProgramMark())
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(self._program, Type.BRAND))
        names.addWidget(ElidedLabel(self._owner, Type.SMALL, Token.TEXT2))
        row.addLayout(names, 1)
        if self._demo:
            row.addWidget(ChipLabel(Chip(ChipKind.DEMO)))
        return row

    def _narrow_head(self) -> QVBoxLayout:
        """The mark, and under it that this is the demo: said on every page, also a narrow one."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, self._edge, 0)
        column.setSpacing(fonts.px(4))
        column.addWidget(ProgramMark(), 0, Qt.AlignmentFlag.AlignHCenter)
        if self._demo:
            demo = Label(ChipKind.DEMO.word, Type.SMALL_STRONG, ChipKind.DEMO.tone.words)
            column.addWidget(demo, 0, Qt.AlignmentFlag.AlignHCenter)
        return column

    def _search(self) -> QAbstractButton:
        button: QAbstractButton
        if self._rail:
            button = IconButton(Icon.SEARCH, Key.PALETTE.words, key="")
            button.setFixedWidth(fonts.px(ICON))
        else:
            button = SearchButton()
        button.clicked.connect(lambda _=False: self.search_wanted.emit())
        return button

    def _pages(self) -> QScrollArea:
        self._area = area = ScrollBody()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(fonts.px(ICON if self._rail else 120))
        area.column.setContentsMargins(0, 0, 0, 0)
        area.column.setSpacing(1)
        for item in self._items:
            area.add(self._button(item))
            if item.key == self._current and not self._rail:
                area.add(*(self._filter_button(item, one) for one in self._filters))
        return area

    def _button(self, item: NavItem) -> NavButton:
        button = NavButton(item.words, item.icon, item.count, urgent=item.urgent, rail=self._rail)
        if self._rail:
            button.setFixedWidth(fonts.px(ICON))
        button.setChecked(item.key == self._current)
        button.carries = self._rail or not self.filter_key or item.key != self._current
        button.clicked.connect(lambda _=False, key=item.key: self._choose(key))
        self.buttons[item.key] = button
        return button

    def _filter_button(self, item: NavItem, one: NavFilter) -> NavButton:
        button = NavButton(one.words, None, one.count)
        button.setChecked(one.key == self.filter_key)
        button.clicked.connect(
            lambda _=False, page=item.key, key=one.key: self.filter_chosen.emit(page, key)
        )
        self.filter_buttons[one.key] = button
        return button

    def _choose(self, key: str) -> None:
        self.buttons[key].setChecked(key == self._current)
        self.chosen.emit(key)

    def _foot(self) -> QBoxLayout:
        down = QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(down if self._rail else QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(0, fonts.px(8), self._edge, 0)
        row.setSpacing(fonts.px(6))
        tone = self._saved.kind.tone
        lock = IconButton(Icon.LOCK, Key.LOCK.words, self.lock_wanted.emit)
        lock.set_name(Key.LOCK.words, Key.LOCK.sequence)
        shape = Icon.SAVED if self._saved.kind is ChipKind.OK else self._saved.kind.icon
        if self._rail:
            name = f"{self._saved.words}. {self._saved.backup}"
            for button in (IconButton(shape, name, self.saved_wanted.emit), lock):
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            return row
        row.addWidget(IconLabel(shape, tone.shape, 16, Weight.FILL), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._saved.words, Type.SMALL_BOLD, wrap=True))
        words.addWidget(Label(self._saved.backup, Type.SMALL, Token.TEXT2, wrap=True))
        row.addLayout(words, 1)
        lock.setFixedWidth(fonts.px(24))
        row.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._fit()
        self._show_current()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Token.SIDEBAR))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color(Token.LINE))
        painter.end()
