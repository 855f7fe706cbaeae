"""Buttons named by verbs: primary, secondary, quiet, danger, icon only, and a row of choices."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.kit import fonts, paint
from ui.kit.flow import FlowLayout
from ui.kit.icons import Icon
from ui.kit.keys import shown_key
from ui.kit.palette import Token
from ui.kit.style_buttons import ButtonKind, ButtonSize

__all__ = ["Button", "ButtonKind", "ButtonSize", "IconButton", "Segments", "button_line", "plain"]


def plain(words: str) -> str:
    """Words as they are: an ampersand is not a mnemonic."""
    return words.replace("&", "&&")


class Button(QPushButton):
    """A verb with its object; `key` shows its key cap and presses it.

    `reason` says why it is off; it belongs beside the button in words as well.
    """

    def __init__(
        self,
        words: str,
        on_press: Callable[[], object] | None = None,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: Icon | None = None,
        key: str = "",
        size: ButtonSize = ButtonSize.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(plain(words), parent)
        self.icon_kind = icon
        self.setProperty("kind", kind.value)
        self.setProperty("size_kind", size.value)
        self.setAutoDefault(kind is ButtonKind.PRIMARY)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if key:
            self.setProperty("key_cap", shown_key(key))
            self.setShortcut(QKeySequence.fromString(key))
        if on_press is not None:
            self.clicked.connect(lambda _=False: on_press())

    @property
    def kind(self) -> ButtonKind:
        """What it is among its neighbours."""
        return ButtonKind(self.property("kind"))

    def set_words(self, words: str) -> None:
        """Another label; the screen reader hears the same."""
        self.setText(plain(words))
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_off(self, reason: str) -> None:
        """Off with the reason; an empty reason turns it on."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()


class IconButton(Button):
    """Only an icon: it must have a name, which is its tool tip as well."""

    def __init__(
        self,
        icon: Icon,
        name: str,
        on_press: Callable[[], object] | None = None,
        *,
        kind: ButtonKind = ButtonKind.BARE,
        size: ButtonSize = ButtonSize.SMALL,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", on_press, kind=kind, icon=icon, size=size, parent=parent)
        self.set_name(name, key)
        if key:
            self.setShortcut(QKeySequence.fromString(key))

    def set_name(self, name: str, key: str = "") -> None:
        """What it is called and what its tool tip says."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shown_key(key)})" if key else name)


_BACK, _ON = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)


class _Segment(Button):
    """One of the choices. Its arrows are ours: Qt's press the next one before they stand on it.

    What is pressed may make the page anew at once, and then there is nothing left to stand on.
    """

    arrow = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in (*_BACK, *_ON):
            self.arrow.emit(-1 if event.key() in _BACK else 1)
        else:
            super().keyPressEvent(event)


class Segments(QWidget):
    """One choice of a few, side by side («Dag», «Uke», «Måned»); `wraps` where room is scarce."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[Enum | str, str]],
        current: Enum | str,
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(3, 3, 3, 3)
        row: QLayout = FlowLayout(2) if wraps else QHBoxLayout()
        row.setSpacing(2)
        outer.addLayout(row)
        fixed, up_to = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum
        down = QSizePolicy.Policy.Minimum if wraps else fixed  # a fixed one never wraps
        policy = QSizePolicy(up_to if wraps else fixed, down)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in choices]
        for place, (value, words) in enumerate(choices):
            button = _Segment(words, kind=ButtonKind.SEGMENT, size=ButtonSize.SMALL)
            button.setCheckable(True)
            button.setChecked(value == current)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleDescription(name)
            button.arrow.connect(partial(self._go_beside, place))
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    @property
    def value(self) -> Enum | str:
        """The choice that is pressed down."""
        return self._values[self._group.checkedId()]

    def step(self, by: int) -> None:
        """Press the one after, or before; nothing at either end."""
        there = self._group.button(self._group.checkedId() + by)
        if there is not None:
            there.click()

    def _go_beside(self, place: int, by: int) -> None:
        """Stand on the one beside; it is pressed as well if the one left was."""
        there = self._group.button(place + by)
        if there is None:
            return
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if place == self._group.checkedId():
            there.click()

    def set_value(self, value: Enum | str) -> None:
        """Press one down without telling."""
        self._group.button(self._values.index(value)).setChecked(True)

    def setFocus(  # noqa: N802  Qt's name
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """The one that is pressed down takes the keyboard."""
        self._group.button(self._group.checkedId()).setFocus(reason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, self.rect(), Token.NEUTRALBG, Token.LINE, fonts.px(8))
        painter.end()


def button_line(*parts: QWidget, inset: bool = False) -> QHBoxLayout:
    """Side by side from the left; `inset` on a flush card, whose edge they would lie at."""
    row = QHBoxLayout()
    side = fonts.px(16)
    if inset:
        row.setContentsMargins(side, fonts.px(6), side, fonts.px(10))
    row.setSpacing(fonts.px(8))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
