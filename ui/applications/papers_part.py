"""The papers of a form: ticked as they come, or marked as not needed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.applications.intake.model import Paper, PaperKind
from ui.kit import fonts
from ui.kit.field import Field
from ui.kit.fold import FoldingForm
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, title_word

_MOVES = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}

ONE_LINE = 540
"""The room a paper needs with its day and «Trengs ikke» beside it."""


def add_papers(form: FoldingForm, came: Callable[[], date]) -> None:
    """Ticked when it has come; `came` is the day of what is ticked now."""
    form.fold(form.tr("Papirer"))
    form.line(PapersField("papers", came))


class PapersField(Field):
    """The value is a tuple of Paper: those that have come, are not needed, or were asked for.

    `came` is the day of what is ticked now.
    """

    def __init__(self, name: str, came: Callable[[], date]) -> None:
        super().__init__(name, "")
        self._came = came
        self._known: dict[PaperKind, Paper] = {}
        self.here = {kind: self._box(title_word(kind), kind) for kind in PaperKind}
        spare = self.tr("Trengs ikke")
        self.spare = {kind: self._box(spare, kind) for kind in PaperKind}
        self._when = {kind: Label("", Type.HELP, Token.TEXT2, parent=self) for kind in PaperKind}
        self._table = [[self.here[kind], self.spare[kind]] for kind in PaperKind]
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(fonts.px(16))
        self._grid.setVerticalSpacing(fonts.px(3))
        self._grid.setColumnStretch(3, 1)
        for kind in PaperKind:
            self.spare[kind].setAccessibleName(f"{spare}: {title_word(kind)}")
        self._narrow: bool | None = None
        self._arrange(narrow=False)
        first = self._table[0][0]
        words = first.accessibleName()
        self._place(holder, first)
        first.setAccessibleName(words)
        self._stop_at(first)
        self._settled()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < fonts.px(ONE_LINE))

    def _arrange(self, *, narrow: bool) -> None:
        """One line for a paper; where it is narrow, its day stands under it."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for place, kind in enumerate(PaperKind):
            here, when, spare = self.here[kind], self._when[kind], self.spare[kind]
            parts: tuple[QWidget, ...] = (here, when, spare)
            for part in parts:
                self._grid.removeWidget(part)
            self._grid.addWidget(here, 2 * place, 0)
            self._grid.addWidget(when, 2 * place + narrow, 0 if narrow else 1)
            self._grid.addWidget(spare, 2 * place, 2)
            when.setContentsMargins(fonts.px(27) if narrow else 0, 0, 0, 0)

    def _box(self, words: str, kind: PaperKind) -> QCheckBox:
        box = QCheckBox(words)
        box.setAccessibleName(words)
        box.setMinimumWidth(fonts.px(100))
        box.clicked.connect(lambda _=False: self._clicked(kind, box))
        box.installEventFilter(self)
        return box

    def value(self) -> object:
        return tuple(paper for kind in PaperKind if (paper := self._paper(kind)) is not None)

    def _paper(self, kind: PaperKind) -> Paper | None:
        known = self._known.get(kind)
        here, spare = self.here[kind].isChecked(), self.spare[kind].isChecked()
        if known is None and not here and not spare:
            return None
        before = known or Paper(kind)
        came = (before.received_on or self._came()) if here else None
        return replace(before, received_on=came, not_needed=spare)

    def set_value(self, value: object) -> None:
        papers = value if isinstance(value, tuple) else ()
        self._known = {paper.kind: paper for paper in papers}
        for kind in PaperKind:
            paper = self._known.get(kind, Paper(kind))
            self.here[kind].setChecked(paper.received_on is not None)
            self.spare[kind].setChecked(paper.not_needed)
            self._say_when(kind, paper)
        self._settled()

    def _say_when(self, kind: PaperKind, paper: Paper) -> None:
        words = self._day_words(paper)
        self._when[kind].setText(words)
        self._when[kind].setVisible(bool(words))

    def _day_words(self, paper: Paper) -> str:
        if paper.received_on is not None:
            return self.tr("kom {}").format(day(paper.received_on))
        if paper.asked_on is not None and paper.missing:
            return self.tr("bedt om {}").format(day(paper.asked_on))
        return ""

    def _clicked(self, kind: PaperKind, box: QCheckBox) -> None:
        """What has come is needed, and what is not needed has not come."""
        other = self.spare[kind] if box is self.here[kind] else self.here[kind]
        if box.isChecked():
            other.setChecked(False)
        self._say_when(kind, self._paper(kind) or Paper(kind))
        self.changed.emit(self.name)
        self.leave()

    def _stop_at(self, stop: QCheckBox) -> None:
        for row in self._table:
            for box in row:
                tab = Qt.FocusPolicy.StrongFocus if box is stop else Qt.FocusPolicy.ClickFocus
                box.setFocusPolicy(tab)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _MOVES.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QCheckBox):
                self._move(watched, *step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, box: QCheckBox, down: int, right: int) -> None:
        row = next(place for place, each in enumerate(self._table) if box in each)
        column = self._table[row].index(box) + right
        there = self._table[min(max(row + down, 0), len(self._table) - 1)][min(max(column, 0), 1)]
        self._stop_at(there)
        there.setFocus(Qt.FocusReason.TabFocusReason)
