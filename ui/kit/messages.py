"""The one place that interrupts: a message in three sentences, or a choice between verbs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.records import dataclass
from ui.kit import fonts
from ui.kit.buttons import ButtonKind
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import IconLabel, Label


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what is safe, what to do. Each is one plain sentence."""

    what: str
    safe: str
    do: str
    kind: ChipKind = ChipKind.INFO


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: the verb on its button, and what is returned."""

    words: str
    answer: object
    kind: ButtonKind = ButtonKind.SECONDARY


class MessageBox(Dialog):
    """The message as a dialog; `answer` is the way that was taken, None for leaving."""

    def __init__(
        self, message: Message, ways: Sequence[Way], leave: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(message.what, leave=leave, parent=parent)
        self.setWindowTitle("Husrom")
        self.setAccessibleDescription(f"{message.safe} {message.do}")
        self.answer: object = None
        row = QHBoxLayout()
        row.setSpacing(fonts.px(10))
        tone = message.kind.tone
        shape = IconLabel(message.kind.icon, tone.shape, 20, message.kind.weight)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(fonts.px(6))
        for sentence in (message.safe, message.do):
            words.addWidget(Label(sentence, Type.BODY, Token.TEXT, wrap=True))
        row.addLayout(words, 1)
        self.body.addLayout(row)
        for way in ways:
            self.add_button(way.words, partial(self._take, way.answer), way.kind)
        if not ways:
            self.leave_button.setProperty("kind", ButtonKind.PRIMARY.value)
            self.leave_button.setAutoDefault(True)
            self.leave_button.setDefault(True)

    def _take(self, answer: object) -> None:
        self.answer = answer


def inform(parent: QWidget | None, message: Message, leave: str = "Lukk beskjeden") -> None:
    """Tell something that cannot stand on the page; waits until it is closed."""
    box = MessageBox(message, (), leave, parent)
    box.exec()
    box.deleteLater()


def choose(
    parent: QWidget | None, message: Message, ways: Sequence[Way], leave: str = "Avbryt"
) -> object:
    """Ask before what undo cannot mend; the answer of the way taken, None for leaving."""
    box = MessageBox(message, ways, leave, parent)
    box.exec()
    box.deleteLater()
    return box.answer
