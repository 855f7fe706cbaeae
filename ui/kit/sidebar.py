"""The sidebar: name, search, pages with counts, saved filters, and what one worries about."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit import fonts, icons, paint
from ui.kit.buttons import IconButton
from ui.kit.cards import clear
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.keys import Key
from ui.kit.page import ScrollBody
from ui.kit.palette import Token, color, high_contrast
from ui.kit.words import ElidedLabel, IconLabel, Label

WIDE = 232
RAIL = 60


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
    filters: tuple[NavFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands at the foot: is all saved, and when was the last backup."""

    words: str = "Alt er lagret"
    backup: str = ""
    kind: ChipKind = ChipKind.OK


class NavButton(QAbstractButton):
    """One row of the sidebar. The current one has ground, weight, filled icon and bar."""

    def __init__(
        self,
        words: str,
        icon: Icon | None,
        count: int = 0,
        *,
        urgent: bool = False,
        rail: bool = False,
    ) -> None:
        super().__init__()
        self.words, self.icon_kind, self.count = words, icon, count
        self._urgent, self._rail = urgent, rail
        self.carries = True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name = f"{words}, {count}" if count else words
        self.setAccessibleName(f"{name} haster" if urgent and count else name)
        self.setToolTip(name if rail else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        height = 34 if self.icon_kind else 30
        return QSize(fonts.px(36), fonts.px(36 if self._rail else height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        here = self.isChecked() and self.carries
        if here:
            edge = Token.FOCUS if high_contrast() else Token.LINE
            paint.box(painter, rect, Token.NAVSEL, edge, 7)
            bar = QRectF(0, rect.center().y() - fonts.px(8), 3, fonts.px(16))
            paint.box(painter, bar, Token.ACCENT, None, 1.5)
        elif self.underMouse():
            paint.box(painter, rect, Token.HOVER, None, 7)
        if self._rail:
            self._paint_rail(painter, rect)
        else:
            self._paint_wide(painter, rect, here=here)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 7)
        painter.end()

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        if self.icon_kind is None:
            return
        here = self.isChecked()
        weight = Weight.FILL if here and self.carries else Weight.REGULAR
        token = Token.ACCENT if here and self.carries else Token.TEXT2
        icons.paint(painter, place, self.icon_kind, token, weight)

    def _paint_wide(self, painter: QPainter, rect: QRectF, *, here: bool) -> None:
        middle = rect.center().y()
        self._paint_icon(painter, icons.at(fonts.px(12), middle, fonts.px(18)))
        right = rect.right() - fonts.px(12)
        if self.count:
            right -= self._paint_count(painter, rect, right, here=here)
        normal = Type.BODY if self.icon_kind else Type.HELP
        strong = Type.GROUP if self.icon_kind else Type.LABEL_STRONG
        x = fonts.px(40)
        room = QRectF(x, rect.top(), right - x, rect.height())
        paint.text(painter, room, self.words, strong if here else normal, Token.TEXT)

    def _paint_count(self, painter: QPainter, rect: QRectF, right: float, *, here: bool) -> float:
        words = str(self.count)
        kind = Type.SMALL_BOLD if here or self._urgent else Type.SMALL_STRONG
        face = fonts.font(kind, tabular=True)
        token = Token.RED if self._urgent else Token.TEXT2
        width = paint.width_of(words, face)
        box = QRectF(right - width, rect.top(), width + 1, rect.height())
        paint.text(painter, box, words, face, token)
        if not self._urgent:
            return width + fonts.px(6)
        size = fonts.px(13)
        place = icons.at(box.left() - size - fonts.px(5), rect.center().y(), size)
        icons.paint(painter, place, Icon.URGENT, Token.REDFILL, Weight.FILL)
        return width + size + fonts.px(11)

    def _paint_rail(self, painter: QPainter, rect: QRectF) -> None:
        size = fonts.px(20)
        place = icons.at(rect.center().x() - size / 2, rect.center().y(), size)
        self._paint_icon(painter, place)
        if self._urgent and self.count:
            mark = QRectF(place.right() - 4, place.top() - 6, 12, 12)
            icons.paint(painter, mark, Icon.URGENT, Token.REDFILL, Weight.FILL)


class _Mark(QWidget):
    """The house in its square: the program's own sign."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(27), fonts.px(27))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint.box(painter, rect, Token.ACCENTFILL, None, 7)
        inner = rect.adjusted(5, 5, -5, -5)
        icons.paint(painter, inner, Icon.HOME, Token.ONACCENT, Weight.FILL)
        painter.end()


class SearchButton(QAbstractButton):
    """Looks like a field, opens the Ctrl+K box."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(f"{Key.PALETTE.words}, {Key.PALETTE.shown}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(160), fonts.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = QRectF(self.rect())
        focused = self.hasFocus()
        edge = Token.FOCUS if focused else Token.FIELD
        paint.box(painter, rect, Token.CARD, edge, 7, 2 if focused else 1)
        middle = rect.center().y()
        icons.paint(painter, icons.at(fonts.px(10), middle, fonts.px(16)), Icon.SEARCH, Token.TEXT2)
        cap = paint.key_cap(
            painter, rect.right() - fonts.px(7), middle, Key.PALETTE.shown, on_fill=False
        )
        room = rect.adjusted(fonts.px(34), 0, -cap - fonts.px(10), 0)
        paint.text(painter, room, Key.PALETTE.words, Type.HELP, Token.TEXT2)
        painter.end()


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
        self._current, self._filter = "", ""
        self._rail = False
        self._saved = Saved()
        self.buttons: dict[str, NavButton] = {}
        self.filter_buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(fonts.px(8))
        self._build()

    # what it shows

    def set_items(self, items: Sequence[NavItem], last: Sequence[NavItem] = ()) -> None:
        """The pages in order; `last` stand at the bottom (Innstillinger)."""
        self._items, self._last = tuple(items), tuple(last)
        self._build()

    def set_current(self, key: str, filter_key: str = "") -> None:
        """Where one is."""
        if (key, filter_key) != (self._current, self._filter):
            self._current, self._filter = key, filter_key
            self._build()

    def set_saved(self, saved: Saved) -> None:
        """What stands at the foot."""
        if saved != self._saved:
            self._saved = saved
            self._build()

    def set_owner(self, owner: str, *, demo: bool) -> None:
        """The municipality under the name, and the «Demo» chip."""
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
        focused = next((k for k, b in self.buttons.items() if b.hasFocus()), "")
        clear(self._column)
        self.buttons, self.filter_buttons = {}, {}
        pad = fonts.px(12 if self._rail else 14)
        self._column.setContentsMargins(pad, fonts.px(16), pad + 1, fonts.px(10))
        self.setFixedWidth(fonts.px(RAIL if self._rail else WIDE) + 1)
        self._column.addLayout(self._head())
        self._column.addWidget(self._search())
        self._column.addWidget(self._pages(), 1)
        for item in self._last:
            self._column.addWidget(self._button(item))
        self._column.addLayout(self._foot())
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        row.addWidget(_Mark())
        if self._rail:
            row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            return row
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(self._program, Type.BRAND))
        names.addWidget(ElidedLabel(self._owner, Type.SMALL, Token.TEXT2))
        row.addLayout(names, 1)
        if self._demo:
            row.addWidget(ChipLabel(Chip(ChipKind.DEMO)))
        return row

    def _search(self) -> QAbstractButton:
        button: QAbstractButton
        if self._rail:
            button = IconButton(Icon.SEARCH, Key.PALETTE.words, key="")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            button = SearchButton()
        button.clicked.connect(lambda _=False: self.search_wanted.emit())
        return button

    def _pages(self) -> QScrollArea:
        area = ScrollBody()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(fonts.px(120))
        area.column.setContentsMargins(0, 0, 0, 0)
        area.column.setSpacing(1)
        for item in self._items:
            area.add(self._button(item))
            if item.key == self._current and not self._rail:
                area.add(*(self._filter_button(item, one) for one in item.filters))
        return area

    def _button(self, item: NavItem) -> NavButton:
        button = NavButton(item.words, item.icon, item.count, urgent=item.urgent, rail=self._rail)
        button.setChecked(item.key == self._current)
        button.carries = not (self._filter and item.key == self._current and not self._rail)
        button.clicked.connect(lambda _=False, key=item.key: self._choose(key))
        self.buttons[item.key] = button
        return button

    def _filter_button(self, item: NavItem, one: NavFilter) -> NavButton:
        button = NavButton(one.words, None, one.count)
        button.setChecked(one.key == self._filter)
        button.clicked.connect(
            lambda _=False, page=item.key, key=one.key: self.filter_chosen.emit(page, key)
        )
        self.filter_buttons[one.key] = button
        return button

    def _choose(self, key: str) -> None:
        self.buttons[key].setChecked(key == self._current)
        self.chosen.emit(key)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, fonts.px(8), 0, 0)
        row.setSpacing(fonts.px(6))
        tone = self._saved.kind.tone
        lock = IconButton(Icon.LOCK, Key.LOCK.words, self.lock_wanted.emit)
        lock.set_name(Key.LOCK.words, Key.LOCK.sequence)
        if self._rail:
            row.addWidget(lock)
            return row
        shape = Icon.SAVED if self._saved.kind is ChipKind.OK else self._saved.kind.icon
        row.addWidget(IconLabel(shape, tone.shape, 16, Weight.FILL), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self._saved.words, Type.SMALL_BOLD))
        words.addWidget(ElidedLabel(self._saved.backup, Type.SMALL, Token.TEXT2))
        row.addLayout(words, 1)
        lock.setFixedWidth(fonts.px(24))
        row.addWidget(lock)
        return row

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Token.SIDEBAR))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color(Token.LINE))
        painter.end()
