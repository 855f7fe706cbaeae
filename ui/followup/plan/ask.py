"""A dialog of the plan: Enter saves, and another can be begun at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.asking import Asking, Values
from ui.kit.ask import Act, AskDialog, fit
from ui.kit.buttons import Button
from ui.kit.keys import Key, bind
from ui.labels import message, problem


class PlanDialog(AskDialog):
    """`again` makes the fields ready for one more after «Lagre og ny»."""

    def __init__(
        self,
        title: str,
        explanation: str,
        act: Act,
        *,
        verb: str = "Lagre",
        width: int = 640,
        again: Callable[[], object] | None = None,
        again_words: str = "Lagre og ny",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title, explanation, verb, act, words=problem, message=message, width=width,
            parent=parent,
        )  # fmt: skip
        self._again = again
        self.again_button: Button | None = None
        if again is not None:
            self.again_button = self.add_button(again_words, self._save_and_go_on)
            self.again_button.setProperty("key_cap", Key.NEW.shown)
            bind(Key.NEW, self, self._save_and_go_on)  # at once: a button's own key waits a while

    def _save_and_go_on(self) -> bool:
        """What is filled in is saved; the dialog stays, ready for one more."""
        if self.attempt() and self._again is not None:
            self._again()
            self.form.show_problems(())
            self.form.field(self.form.names[0]).setFocus(Qt.FocusReason.TabFocusReason)
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        QTimer.singleShot(0, self, self._settle)  # now it knows how wide its words wrap

    def _settle(self) -> None:
        """Its height was a guess until now, and so was its place in the middle."""
        self.grow()
        over = self.parentWidget()
        if over is not None:
            at = over.window().geometry().center() - self.rect().center()
            room = self.screen().availableGeometry()
            self.move(max(at.x(), room.x()), max(at.y(), room.y()))

    def grow(self) -> None:
        """As high as what it holds now: help under a field comes and goes."""
        fit(self)


class Asker(Asking):
    """Opens dialogs that can be filled in once more."""

    def ask_plan(
        self,
        title: str,
        explanation: str,
        act: Callable[[Values], object],
        told: str | Callable[[], str],
        *,
        verb: str = "Lagre",
        width: int = 640,
        again: Callable[[], object] | None = None,
    ) -> PlanDialog:
        """One whose act is told when it went well."""
        return PlanDialog(
            title, explanation, self.told(act, told), verb=verb, width=width, again=again,
            parent=self.window,
        )  # fmt: skip
