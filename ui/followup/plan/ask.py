"""A dialog of the plan: Enter saves, and another can be begun at once."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.office import Office
from ui.kit.ask import Act, AskDialog, fit
from ui.kit.buttons import Button
from ui.kit.keys import Key, bind
from ui.labels import done, message, problem
from ui.navigation import Navigator

Values = Mapping[str, object]
E = TypeVar("E", bound=Enum)


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
        QTimer.singleShot(0, self, self.grow)  # now it knows how wide its words wrap

    def grow(self) -> None:
        """As high as what it holds now: help under a field comes and goes."""
        fit(self)


class Asker:
    """Opens dialogs over the window of a part; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self.office, self.navigator, self._window = office, navigator, window

    def ask(
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

        def do(values: Values) -> None:
            act(values)
            self.navigator.tell(done(told if isinstance(told, str) else told()))

        return PlanDialog(
            title, explanation, do, verb=verb, width=width, again=again,
            parent=self._window.window(),
        )  # fmt: skip

    @property
    def today(self) -> date:
        """Today in the register."""
        return self.office.clock.today()


def text(values: Values, name: str) -> str:
    """What was typed in a field; empty when there is nothing, or no such field."""
    return str(values.get(name) or "").strip()


def a_day(values: Values, name: str) -> date | None:
    """The day in a field, if one is there."""
    value = values.get(name)
    return value if isinstance(value, date) else None


def chosen(values: Values, name: str, kind: type[E], otherwise: E) -> E:
    """What was chosen in a field."""
    value = values.get(name)
    return value if isinstance(value, kind) else otherwise
