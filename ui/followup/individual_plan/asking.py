"""How every dialog about an individual plan is opened."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.office import Office
from ui.kit.ask import AskDialog
from ui.labels import done, message, problem
from ui.navigation import Navigator

Values = Mapping[str, object]


class Asking:
    """Dialogs over one window; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self.office, self.navigator, self._window = office, navigator, window
        self.own = office.individual_plans
        self.today: Callable[[], date] = office.clock.today

    def ask(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[Values], object],
        told: str,
    ) -> AskDialog:
        """A dialog that does `act` with what is typed, and tells of the event `told`."""

        def do(values: Values) -> None:
            act(values)
            self.navigator.tell(done(told))

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            width=600,
            parent=self._window.window(),
        )


def chosen_day(value: object) -> date | None:
    """What stands in a field of a day."""
    return value if isinstance(value, date) else None
