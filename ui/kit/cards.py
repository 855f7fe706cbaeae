"""Cards, callouts with a remedy, sections, facts and the empty page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from app.core.records import dataclass
from app.core.text import grouped
from ui.kit import fonts, paint
from ui.kit.buttons import Button
from ui.kit.chips import ChipKind, Tone
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token, color, high_contrast
from ui.kit.words import IconLabel, Label

LONG_NAME = 22  # a longer name stands on two lines in a side card
WIDE_FACTS = 400


class Hairline(QWidget):
    """A decorative line between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Token.HAIR))
        painter.end()


class Card(QFrame):
    """One question's surface. Add to `body`; `urgent` gives the red bar, once per page."""

    def __init__(
        self,
        title: str = "",
        *,
        icon: Icon | None = None,
        fact: str = "",
        link: Button | None = None,
        urgent: bool = False,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._urgent = urgent
        self._flush = flush
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        side, top, end = (1, 4, 6) if flush else (0, 0, 0)
        outer.setContentsMargins(side, top, side, end)
        outer.setSpacing(0)
        self.fact = Label(fact, Type.HELP, Token.TEXT2)
        self.title = Label(title, Type.SECTION)
        self._count = Label("", Type.BODY, Token.TEXT2, tabular=True)
        self._count.hide()
        if title:
            outer.addLayout(self._head(icon, link))
        self.body = QVBoxLayout()
        margin = 0 if flush else fonts.px(16)
        above = 0 if flush else fonts.px(8 if title else 16)
        self.body.setContentsMargins(margin, above, margin, margin)
        self.body.setSpacing(0 if flush else fonts.px(8))
        outer.addLayout(self.body, 1)

    def _head(self, icon: Icon | None, link: Button | None) -> QLayout:
        row = QHBoxLayout()
        side = fonts.px(16)
        above, below, right = fonts.px(9 if self._flush else 13), fonts.px(5), side
        if link is not None:  # it is higher than the title and has room inside its own edge
            above, below, right = above - fonts.px(5), 0, side - fonts.px(8)
        row.setContentsMargins(side, above, right, below)
        row.setSpacing(fonts.px(8))
        if icon is not None:
            row.addWidget(IconLabel(icon))
        row.addWidget(self.title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.fact)
        self.fact.setVisible(bool(self.fact.text()))
        if link is not None:
            row.addWidget(link)
        return row

    def set_count(self, count: int) -> None:
        """How many there are, after the title."""
        self._count.setText(grouped(count))
        self._count.show()

    def set_fact(self, words: str) -> None:
        """The one fact at the right of the title."""
        self.fact.setText(words)
        self.fact.setVisible(bool(words))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts below each other."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, self.rect(), Token.CARD, Token.LINE, 10)
        if self._urgent:
            painter.setClipRect(QRectF(0, 0, 4, self.height()))
            paint.box(painter, QRectF(0, 0, 24, self.height()), Token.REDFILL, None, 10)
        painter.end()


class Callout(QFrame):
    """What is the matter (bold), what to do and why, and the remedy as a button."""

    def __init__(
        self,
        kind: ChipKind,
        what: str,
        then: str = "",
        remedy: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = kind.tone
        self.setAccessibleName(f"{kind.word}: {what}")
        self.setAccessibleDescription(then)
        row = QHBoxLayout(self)
        pad = fonts.px(12)
        row.setContentsMargins(pad, fonts.px(10), pad, fonts.px(10))
        row.setSpacing(pad)
        shape = IconLabel(kind.icon, self._tone.shape, 18, kind.weight)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.what = Label(what, Type.LABEL_STRONG, self._tone.words, wrap=True)
        self.then = Label(then, Type.HELP, Token.TEXT, wrap=True)
        self.then.setVisible(bool(then))
        words.addWidget(self.what)
        words.addWidget(self.then)
        row.addLayout(words, 1)
        if remedy is not None:
            row.addWidget(remedy, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def tone(self) -> Tone:
        """Its colour family."""
        return self._tone

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        edge = self._tone.words if high_contrast() else None
        paint.box(painter, self.rect(), self._tone.ground, edge, 8)
        painter.end()


class Section(QWidget):
    """A titled part inside a card, with a hairline above unless it is the first."""

    def __init__(
        self, title: str, *, fact: str = "", first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(fonts.px(8))
        if not first:
            self.body.addWidget(Hairline())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0 if first else fonts.px(4), 0, 0)
        row.addWidget(Label(title, Type.SECTION))
        row.addStretch(1)
        if fact:
            row.addWidget(Label(fact, Type.HELP, Token.TEXT2))
        self.body.addLayout(row)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts below each other."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; empty shows «–»."""

    name: str
    value: str
    tone: Tone | None = None


class Facts(QWidget):
    """Names at the left, values at the right; where it is wide, beside the names instead."""

    def __init__(self, facts: Sequence[Fact] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(fonts.px(12))
        self._grid.setVerticalSpacing(fonts.px(8))
        self._grid.setColumnStretch(1, 1)
        self._values: list[Label] = []
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        clear(self._grid)
        self._values = []
        for row, fact in enumerate(facts):
            long = len(fact.name) > LONG_NAME
            name = Label(fact.name, Type.HELP, Token.TEXT2, wrap=long)
            token = fact.tone.words if fact.tone else Token.TEXT
            if not fact.value:
                token = Token.TEXT2
            value = Label(fact.value or "–", Type.HELP, token, wrap=True, tabular=True)
            value.setAccessibleName(f"{fact.name}: {fact.value or 'ikke oppgitt'}")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._values.append(value)
        self._align()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._align()

    def _align(self) -> None:
        """Far from its name a value is read on the wrong line."""
        wide = self.width() > fonts.px(WIDE_FACTS)
        side = Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignRight
        for value in self._values:
            value.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self._grid.setHorizontalSpacing(fonts.px(28 if wide else 12))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear(inner)
