"""How a dialog that asks for one act is opened, and what is read from its fields."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from app.core.money import Ore
from app.office import Office
from ui.kit.ask import Act, AskDialog
from ui.labels import done, message, problem
from ui.navigation import Navigator

Values = Mapping[str, object]
E = TypeVar("E", bound=Enum)


class Asking:
    """Dialogs over the window of a part; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self.office, self.navigator, self._part = office, navigator, window

    @property
    def window(self) -> QWidget:
        """What the dialogs stand over: the part may have been taken into a window since."""
        return self._part.window()

    def today(self) -> date:
        """Today in the register."""
        return self.office.clock.today()

    def told(
        self, act: Callable[[Values], object], verb: str | Callable[[], str], *, undo: bool = True
    ) -> Act:
        """`act`, and the event told of when it went well; `undo` False for what is final."""

        def do(values: Values) -> None:
            act(values)
            self.navigator.tell(done(verb if isinstance(verb, str) else verb()), undo=undo)

        return do

    def ask(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[Values], object],
        told: str,
        *,
        width: int = 600,
        undo: bool = True,
    ) -> AskDialog:
        """One with the button `verb`, that does `act` and tells of the event `told`."""
        return self.plain(title, explanation, verb, self.told(act, told, undo=undo), width=width)

    def plain(
        self, title: str, explanation: str, verb: str, act: Act, *, width: int = 600
    ) -> AskDialog:
        """One that tells nothing by itself."""
        return AskDialog(
            title,
            explanation,
            verb,
            act,
            words=problem,
            message=message,
            width=width,
            parent=self.window,
        )


def text(values: Values, name: str) -> str:
    """What was typed in a field; empty when there is nothing, or no such field."""
    return str(values.get(name) or "").strip()


def a_day(values: Values, name: str) -> date | None:
    """The day in a field, if one is there."""
    value = values.get(name)
    return value if isinstance(value, date) else None


def a_sum(values: Values, name: str) -> Ore | None:
    """The sum in a field, whole øre."""
    value = values.get(name)
    return Ore(value) if isinstance(value, int) else None


def chosen(values: Values, name: str, kind: type[E], otherwise: E) -> E:
    """What was chosen in a field."""
    value = values.get(name)
    return value if isinstance(value, kind) else otherwise


def stopped(words: str) -> str:
    """With one full stop, whether or not it was written with one."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
