"""The filter row: search field, pills that say what they filter, and «Nullstill»."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token, color

TYPING_PAUSE_MS = 120
_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class SearchField(QLineEdit):
    """Finds while typing; `searched` comes a breath after the last key. Esc clears."""

    searched = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setTextMargins(fonts.px(24), 0, fonts.px(4), 0)
        self.setFixedWidth(fonts.px(244))
        self.setFixedHeight(fonts.px(32))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _text: self._pause.start())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """Left by Tab: the next key is meant for what is found."""
        super().focusOutEvent(event)
        if self._pause.isActive() and event.reason() in _BY_TAB:
            self._pause.stop()
            self.searched.emit(self.text())

    def hush(self) -> None:
        """Say nothing of the last words: who set them tells."""
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pause.stop()
            self.searched.emit(self.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        rect = icons.at(fonts.px(10), self.height() / 2, fonts.px(17))
        icons.paint(painter, rect, Icon.SEARCH, Token.TEXT2)
        painter.end()


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a pill can filter on."""

    value: object
    words: str


class Pill(QPushButton):
    """A filter: dashed with a caret when unused, «what value ×» when active.

    The × and Delete clear it; Enter, Space and arrow down open the choices.
    """

    changed = Signal(object)

    def __init__(
        self, what: str, choices: Sequence[Choice] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._what = what
        self._choices = tuple(choices)
        self._chosen: Choice | None = None
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _=False: self.open_choices())
        self._tell()

    @property
    def value(self) -> object:
        """The value filtered on, or None."""
        return self._chosen.value if self._chosen else None

    @property
    def words(self) -> str:
        """«Eier Stiftelsen», or only «Eier»."""
        return f"{self._what} {self._chosen.words}" if self._chosen else self._what

    @property
    def what(self) -> str:
        """What it filters on: «Eier»."""
        return self._what

    @property
    def kept(self) -> str:
        """The value as a text that can be kept; empty for none."""
        return _kept(self._chosen.value) if self._chosen else ""

    def choose_kept(self, text: str) -> None:
        """Filter on what was kept, without telling; a value that is gone keeps no rows."""
        self._chosen = self._choice_kept(text)
        self._tell()

    @contextmanager
    def tried(self, text: str) -> Iterator[None]:
        """Have another value for a moment, that is neither painted nor read aloud."""
        now, self._chosen = self._chosen, self._choice_kept(text)
        try:
            yield
        finally:
            self._chosen = now

    def _choice_kept(self, text: str) -> Choice | None:
        gone = Choice(text, text) if text else None
        return next((c for c in self._choices if _kept(c.value) == text), gone)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Those to choose among."""
        return self._choices

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Other values to choose among."""
        self._choices = tuple(choices)

    def set_value(self, value: object) -> None:
        """Filter on a value (None clears) and tell."""
        before = self._chosen
        self._chosen = next((c for c in self._choices if c.value == value), None)
        self._tell()
        if before != self._chosen:
            self.changed.emit(self.value)

    def _tell(self) -> None:
        state = f"filter {self._chosen.words}" if self._chosen else "filter, ikke i bruk"
        self.setAccessibleName(f"{self._what}: {state}")
        self.setToolTip("Slett fjerner filteret" if self._chosen else "")
        self.updateGeometry()
        self.update()

    def open_choices(self) -> None:
        """Show the values in a menu."""
        menu = self.make_menu()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """The menu of values, «Alle» first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in (Choice(None, "Alle"), *self._choices):
            action = QAction(choice.words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(choice.value == self.value)
            action.triggered.connect(lambda _=False, v=choice.value: self.set_value(v))
            menu.addAction(action)
        return menu

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = paint.width_of(self._what, Type.HELP) + fonts.px(38)
        if self._chosen:
            width += paint.width_of(self._chosen.words, Type.LABEL_STRONG) + fonts.px(5)
        return QSize(round(width), fonts.px(32))

    def _cross(self) -> QRectF:
        size = fonts.px(24)
        return QRectF(self.width() - size - 2, (self.height() - size) / 2, size, size)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._chosen and self._cross().contains(event.position()):
            self.set_value(None)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.set_value(None)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_choices()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        rect = self.rect().toRectF()
        if self._chosen:
            paint.box(painter, rect, Token.ACCENTSOFT, Token.ACCENT, 7)
        else:
            self._dashed(painter, rect)
        pad = fonts.px(11)
        x = pad + paint.text(
            painter, rect.adjusted(pad, 0, 0, 0), self._what, Type.HELP, Token.TEXT2
        )
        size = fonts.px(12)
        end = icons.at(rect.right() - fonts.px(9) - size, rect.center().y(), size)
        if self._chosen:
            place = rect.adjusted(x + fonts.px(5), 0, 0, 0)
            paint.text(painter, place, self._chosen.words, Type.LABEL_STRONG, Token.TEXT)
        icons.paint(painter, end, Icon.CLOSE if self._chosen else Icon.CARET_DOWN, Token.TEXT2)
        if self.hasFocus():
            paint.focus_ring(painter, rect)
        painter.end()

    def _dashed(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color(Token.HOVER if self.underMouse() else Token.PAGE))
        painter.setPen(QPen(color(Token.FIELD), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.restore()


def _kept(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


class FilterRow(QWidget):
    """Search first, then pills, «Nullstill» at the far right; `changed` on any of them.

    `extra` are quiet buttons for what is shown («Kolonner»); what has no room goes on below.
    """

    changed = Signal()

    def __init__(
        self,
        search: SearchField | None = None,
        pills: Sequence[Pill] = (),
        extra: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.search = search
        self.pills = tuple(pills)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(fonts.px(8))
        flow = FlowLayout(fonts.px(8))
        self._row.addLayout(flow, 1)
        if search is not None:
            flow.addWidget(search)
            search.searched.connect(lambda _text: self._tell())
        for pill in self.pills:
            flow.addWidget(pill)
            pill.changed.connect(lambda _value: self._tell())
        self.reset = Button("Nullstill", self.clear, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(fonts.px(8))
        for button in (self.reset, *extra):
            self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._ways)
        self.reset.setVisible(self.active)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As wide as the search; the rest goes on below."""
        least = super().minimumSizeHint()
        if self.search is not None:
            least.setWidth(self.search.minimumWidth())
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """In a narrow window the buttons stand below, not over the search."""
        super().resizeEvent(event)
        search = self.search.minimumWidth() if self.search is not None else 0
        needed = search + self._row.spacing() + self._ways.sizeHint().width()
        beside = QBoxLayout.Direction.LeftToRight
        way = beside if self.width() >= needed else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)
            over = Qt.AlignmentFlag(0) if way is beside else Qt.AlignmentFlag.AlignLeft
            self._row.setAlignment(self._ways, over)

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.searched) or any(pill.value is not None for pill in self.pills)

    @property
    def searched(self) -> str:
        """What is looked for; empty where nothing is."""
        return self.search.text() if self.search is not None else ""

    @property
    def words(self) -> str:
        """Which filters hide rows, in words: «Eier Stiftelsen, søk «lia»»."""
        parts = [pill.words for pill in self.pills if pill.value is not None]
        if self.searched:
            parts.append(f"søk «{self.searched}»")
        return ", ".join(parts)

    @property
    def unsearched_words(self) -> str:
        """The filters in words without what is looked for, which may name somebody."""
        return ", ".join(pill.words for pill in self.pills if pill.value is not None)

    @property
    def kept(self) -> dict[str, str]:
        """What the pills filter on, by their words; only those in use."""
        return {pill.what: pill.kept for pill in self.pills if pill.kept}

    def show_kept(self, pills: Mapping[str, str], searched: str) -> None:
        """Filter on what was kept and nothing else, and tell once."""
        if self.search is not None and self.search.text() != searched:
            self.search.setText(searched)
            self.search.hush()
        for pill in self.pills:
            pill.choose_kept(pills.get(pill.what, ""))
        self._tell()

    @contextmanager
    def tried(self, pills: Mapping[str, str]) -> Iterator[None]:
        """Hold other filters for a moment, telling nobody: to count what they would show."""
        with ExitStack() as held:
            for pill in self.pills:
                held.enter_context(pill.tried(pills.get(pill.what, "")))
            yield

    def add_way(self, button: Button) -> None:
        """One more quiet button at the right."""
        self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def alone(self, one: Pill) -> object:
        """The value of a pill when it is all that filters; None otherwise."""
        others = [pill for pill in self.pills if pill is not one and pill.value is not None]
        return None if others or self.searched else one.value

    def only(self, one: Pill, value: object) -> None:
        """Filter on this and nothing else."""
        if self.search is not None:
            self.search.clear()
        for pill in self.pills:
            pill.set_value(value if pill is one else None)

    def clear(self) -> None:
        """Show everything again."""
        if self.search is not None:
            self.search.clear()
        for pill in self.pills:
            pill.set_value(None)
        self._tell()

    def _tell(self) -> None:
        self.reset.setVisible(self.active)
        self.changed.emit()
