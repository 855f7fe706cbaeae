"""How every dialog about unpaid rent is opened, and what is read from its fields."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.money import Ore
from app.office import Office
from ui.kit.ask import AskDialog
from ui.labels import done, message, problem
from ui.navigation import Navigator

Values = Mapping[str, object]


class Asking:
    """Dialogs over the window of a page or part; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self.office, self.navigator, self._part = office, navigator, window

    @property
    def window(self) -> QWidget:
        """What the dialogs stand over: the part may have been taken into a window since."""
        return self._part.window()

    def today(self) -> date:
        """Today in the register."""
        return self.office.clock.today()

    def ask(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[Values], object],
        told: str,
        *,
        width: int = 600,
    ) -> AskDialog:
        """One with the button `verb`, that does `act` and tells of the event `told`."""

        def do(values: Values) -> None:
            act(values)
            self.navigator.tell(done(told))

        return self.plain(title, explanation, verb, do, width=width)

    def plain(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[Values], object],
        *,
        width: int = 600,
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
