"""A few fields and one verb in a dialog; what is refused stands beside its field."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError
from ui.kit import fonts
from ui.kit.buttons import ButtonKind
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.form import Form, Words, own_words
from ui.kit.keys import Key, bind
from ui.kit.page import ScrollBody

Act = Callable[[Mapping[str, object]], object]
Message = Callable[[OfficeError], str]
LEAST = 90


FRAME = 48
"""Room that the window's own title and edges take of a screen, in dots."""


def fit(dialog: QDialog) -> None:
    """As high as its wrapped words need at its width, within the screen: its hint knows neither."""
    layout = dialog.layout()
    if layout is not None:
        for fields in dialog.findChildren(Fields):
            fields.updateGeometry()  # what it scrolls may have changed without its being told
        layout.activate()
        width = max(dialog.width(), dialog.minimumWidth(), layout.minimumSize().width())
        dialog.resize(width, min(layout.totalHeightForWidth(width), highest(dialog)))


def highest(dialog: QDialog) -> int:
    """How high a dialog may be where it stands."""
    return dialog.screen().availableGeometry().height() - FRAME


class Fields(ScrollBody):
    """As high as what it holds needs; in a low window it scrolls, and the buttons stay in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        if not self.column.hasHeightForWidth():  # nothing wraps: Qt would answer -1
            return self.column.totalSizeHint().height()
        return self.column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self.column.totalMinimumSize().width(), fonts.px(LEAST))


class BareForm(Form):
    """A form without a surface of its own: the dialog is the surface."""

    def __init__(self, name: str, words: Words = own_words) -> None:
        super().__init__(name, words)
        self.body.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        pass


class AskDialog(Dialog):
    """Asks for the values of `form` and does `act` with them; it stays while they are refused.

    `act` gets the values and raises OfficeError; `message` words what belongs to no field.
    Add fields with `form.line`. Shown with `open()`, it deletes itself when it is left.
    """

    def __init__(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Act,
        *,
        words: Words = own_words,
        message: Message = lambda error: error.code,
        kind: ButtonKind = ButtonKind.PRIMARY,
        width: int = 520,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, explanation, width=width, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._act, self._message = act, message
        self.form = BareForm(title, words)
        fields = Fields()
        fields.add(self.form)
        self.refusal = QVBoxLayout()
        fields.column.insertLayout(fields.column.count() - 1, self.refusal)
        self.body.addWidget(fields)
        self.verb_button = self.add_button(verb, self.attempt, kind)
        if kind is ButtonKind.PRIMARY:  # where Enter is a new line, as on the pages
            bind(Key.FINISH, self, self.verb_button.click).setAutoRepeat(False)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        fit(self)
        super().showEvent(event)
        self.fit_soon()  # now the lines know that they have room
        self._stand_in_form()

    def fit_soon(self) -> None:
        """Once for the lines, and once more for what is wrapped or has rows inside them."""

        def again() -> None:
            fit(self)
            QTimer.singleShot(0, self, lambda: fit(self))

        QTimer.singleShot(0, self, again)

    def _stand_in_form(self) -> None:
        """The first field has the keyboard unless another was given it: not the verb."""
        here = self.focusWidget()
        if self.form.names and (here is None or not self.form.isAncestorOf(here)):
            self.form.field(self.form.names[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def attempt(self) -> bool:
        """Do the verb if every field can be read; False keeps the dialog open."""
        self.form.show_problems(())
        if self.form.problem_count:
            self._show_refused()
            return False
        clear(self.refusal)
        try:
            self._act(self.form.values())
        except Invalid as error:
            self.form.show_problems(error.problems)
            self._show_refused()
            return False
        except OfficeError as error:
            self.refusal.addWidget(Callout(ChipKind.SOON, self._message(error)))
            self._grow()
            return False
        return True

    def _show_refused(self) -> None:
        self._grow()
        self.form.jump_to_first()

    def _grow(self) -> None:
        """Room for what is told: wrapped words do not push a window taller by themselves."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = max(self.height(), layout.heightForWidth(self.width()))
            self.resize(self.width(), min(needed, highest(self)))
