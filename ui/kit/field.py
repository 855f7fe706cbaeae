"""What all fields share: label above, help and verdict below, and when they tell."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.errors import Problem
from ui.kit import fonts
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token
from ui.kit.style_controls import FieldState
from ui.kit.words import IconLabel, Label


class Verdict(Enum):
    """What stands under a field: edge, icon, colour of words and shape."""

    PROBLEM = (FieldState.PROBLEM, Icon.URGENT, Token.RED, Token.REDFILL, "Feil")
    QUESTION = (FieldState.QUESTION, Icon.WARNING, Token.AMBER, Token.AMBERFILL, "Spørsmål")
    GOOD = (FieldState.PLAIN, Icon.OK, Token.GREEN, Token.GREENFILL, "I orden")


class Field(QWidget):
    """A labelled control. `name` is the key in the form's values.

    `changed(name)` at each edit; `left(name)` when it is left with another value than before.
    """

    changed = Signal(str)
    left = Signal(str)

    def __init__(
        self, name: str, label: str, *, optional: bool = False, hint: str = "", width: int = 0
    ) -> None:
        super().__init__()
        self.name, self.label_text, self.optional = name, label, optional
        self._width = width
        self._last: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(fonts.px(4))
        self.label = Label(label, Type.LABEL)
        self._optional = Label("valgfritt", Type.HELP, Token.TEXT2, parent=self)
        self._optional.setVisible(bool(optional and label))
        self.verdict: Verdict | None = None
        if label:
            row = QHBoxLayout()
            row.setSpacing(fonts.px(6))
            row.addWidget(self.label)
            if optional:
                row.addWidget(self._optional)
            row.addStretch(1)
            self._column.addLayout(row)
        self._help = Label(hint, Type.HELP, Token.TEXT2, wrap=True)
        self._shape = IconLabel(Icon.URGENT, Token.REDFILL, 16, Weight.FILL)
        self._words = Label("", Type.HELP, Token.RED, wrap=True)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred if width else policy.Expanding, policy.Preferred)

    @property
    def narrow(self) -> bool:
        """Whether its width follows what is typed; the others share what is left."""
        return self._width > 0

    def hide_label(self) -> None:
        """In a table the first row's labels stand for all; the screen reader hears each."""
        self.label.hide()
        self.hide_optional()

    def hide_optional(self) -> None:
        """Where all is optional the word is said once; the screen reader hears each."""
        self._optional.hide()

    def set_hint(self, words: str) -> None:
        """Other help under the field, for instance about what was chosen in it."""
        self._help.setText(words)
        if self.verdict is None:
            self.clear_verdict()

    # for the kinds of field

    def _place(self, control: QWidget, focus: QWidget | None = None) -> None:
        """Put the control in; `focus` is the part of it that takes the keyboard."""
        self.control = focus or control
        if self._width:
            control.setFixedWidth(fonts.px(self._width))
        self._column.addWidget(control)
        self.label.setBuddy(self.control)
        name = f"{self.label_text}, valgfritt" if self.optional else self.label_text
        self.control.setAccessibleName(name)
        self._column.addWidget(self._help)
        line = QHBoxLayout()
        line.setSpacing(fonts.px(6))
        line.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self._column.addLayout(line)
        self._column.addStretch(1)
        self.clear_verdict()
        self.control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.FocusOut and watched is self.control:
            self.leave()
        return False

    def setFocus(  # noqa: N802  Qt's name
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """The control takes the keyboard; a focus proxy would go stale in the order of Tab."""
        self.control.setFocus(reason)

    def leave(self) -> None:
        """Tell that the field was left, if it holds something new."""
        now = self._state()
        if now != self._last:
            self._last = now
            self.left.emit(self.name)

    def _state(self) -> object:
        """What is compared to know whether anything is new."""
        return self.value()

    def _settled(self) -> None:
        """The value was set from outside: it is not new."""
        self._last = self._state()

    # for forms and pages

    def value(self) -> object:
        """What the field holds; None for nothing or what cannot be read."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value; does not tell."""
        raise NotImplementedError

    def worded(self, value: object) -> str:
        """A value as the field would show it."""
        return str(value)

    def reading(self) -> Problem | None:
        """Why what is typed cannot be read; None when it can."""
        return None

    def show_verdict(self, verdict: Verdict, words: str) -> None:
        """Say something under the field; the edge and the screen reader say it too."""
        self.verdict = verdict
        state, icon, text, shape, spoken = verdict.value
        self.control.setProperty("field_state", state.value)
        self.control.setAccessibleDescription(f"{spoken}: {words}")
        self._shape.set_icon(icon, shape, Weight.FILL)
        self._words.set_token(text)
        self._words.setText(words)
        for part in (self._shape, self._words):
            part.setVisible(True)
        self._help.setVisible(False)
        self.control.update()

    def clear_verdict(self) -> None:
        """Only the help stands under the field."""
        self.verdict = None
        self.control.setProperty("field_state", FieldState.PLAIN.value)
        self.control.setAccessibleDescription(self._help.text())
        self._shape.setVisible(False)
        self._words.setVisible(False)
        self._help.setVisible(bool(self._help.text()))
        self.control.update()

    @property
    def verdict_words(self) -> str:
        """What is said under the field."""
        return self._words.text() if self.verdict else ""
