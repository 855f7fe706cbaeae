"""A dialog with our own buttons, named by verbs; only the primary is default, Esc leaves."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Hairline
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label


class Dialog(QDialog):
    """Title, explanation, a body to add to, and buttons at the bottom right.

    `leave` is the word of the harmless way out. A button's act may return False to stay.
    """

    def __init__(
        self,
        title: str,
        explanation: str = "",
        *,
        leave: str = "Avbryt",
        width: int = 520,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(fonts.px(width))
        column = QVBoxLayout(self)
        pad = fonts.px(20)
        column.setContentsMargins(pad, pad, pad, fonts.px(16))
        column.setSpacing(fonts.px(8))
        column.addWidget(Label(title, Type.CARD_TITLE, wrap=True))
        if explanation:
            column.addWidget(Label(explanation, Type.BODY, Token.TEXT2, wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(fonts.px(10))
        column.addLayout(self.body, 1)
        column.addSpacing(fonts.px(4))
        column.addWidget(Hairline())
        column.addSpacing(fonts.px(4))
        self._row = QHBoxLayout()
        self._row.setSpacing(fonts.px(8))
        self._reason = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._row.addWidget(self._reason, 1)
        self.leave_button = Button(leave, self.reject, kind=ButtonKind.QUIET)
        self._row.addWidget(self.leave_button)
        column.addLayout(self._row)
        self.primary: Button | None = None

    def add(self, *parts: QWidget) -> None:
        """Put parts in the body."""
        for part in parts:
            self.body.addWidget(part)

    def add_button(
        self,
        words: str,
        act: Callable[[], object] | None = None,
        kind: ButtonKind = ButtonKind.SECONDARY,
    ) -> Button:
        """A way on; it accepts the dialog unless its act returns False."""
        button = Button(words, lambda: self._done(act), kind=kind)
        last = -1 if self.primary is None else self._row.indexOf(self.primary)
        self._row.insertWidget(last, button)  # the primary stands last
        if kind is ButtonKind.PRIMARY:
            self.primary = button
            button.setDefault(True)
        return button

    def _done(self, act: Callable[[], object] | None) -> None:
        if act is None or act() is not False:
            self.accept()

    def set_off(self, reason: str) -> None:
        """The primary is off, and the reason stands beside it; empty turns it on."""
        self._reason.setText(reason)
        if self.primary is not None:
            self.primary.set_off(reason)

    @property
    def buttons(self) -> Sequence[Button]:
        """All buttons at the bottom, the way out first."""
        widgets = (self._row.itemAt(place) for place in range(self._row.count()))
        return [i.widget() for i in widgets if i and isinstance(i.widget(), Button)]  # type: ignore[misc]  # isinstance has said it
