"""The foot of a step: back at the left, on at the right, and what there is to know beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.records import dataclass
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import clear
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.jobs import Jobs
from ui.kit.palette import Token
from ui.kit.progress import JobProgress
from ui.kit.words import Label


@dataclass(frozen=True, slots=True)
class Way:
    """A button of the foot."""

    words: str
    go: Callable[[], object]
    icon: Icon | None = None


class Footer(QWidget):
    """Shows the progress of a job over the buttons."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(8))
        self.progress = JobProgress(jobs)
        column.addWidget(self.progress)
        self._row = QHBoxLayout()
        self._row.setSpacing(fonts.px(12))
        column.addLayout(self._row)
        self.back: Button | None = None
        self.on: Button | None = None
        self._note: Label | None = None
        self._words = ""

    def show_ways(
        self, back: Way | None, on: Way | None, note: str = "", beside: Way | None = None
    ) -> None:
        """Other buttons, and what there is to know; `beside` stands after the way back."""
        clear(self._row)
        self._words = note
        self.back = self._add(back, ButtonKind.SECONDARY)
        self._add(beside, ButtonKind.SECONDARY)
        self._note = Label(note, Type.HELP, Token.TEXT2, wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._note, 1)
        self.on = self._add(on, ButtonKind.PRIMARY)

    def _add(self, way: Way | None, kind: ButtonKind) -> Button | None:
        if way is None:
            return None
        button = Button(way.words, way.go, kind=kind, icon=way.icon, size=ButtonSize.NORMAL)
        self._row.addWidget(button)
        return button

    def set_off(self, reason: str, *, back_too: bool = False) -> None:
        """Going on is off, and why; empty turns it on."""
        if self.on is not None:
            self.on.set_off(reason)
        if self.back is not None:
            self.back.set_off(reason if back_too else "")
        if self._note is not None:
            self._note.setText(reason or self._words)
