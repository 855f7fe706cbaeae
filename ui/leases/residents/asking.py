"""What the dialogs about residents share: the act is done and then told."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError
from ui.asking import Values
from ui.kit.ask import Act, AskDialog
from ui.labels import message, problem

Done = Callable[[], object]


class Asking(AskDialog):
    """A problem of what the dialog has no field for is told at its foot."""

    def __init__(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Act,
        done: Done,
        parent: QWidget | None = None,
    ) -> None:
        def both(values: Values) -> None:
            try:
                act(values)
            except Invalid as error:
                if any(each.field in values for each in error.problems):
                    raise
                first = error.problems[0]
                raise OfficeError(first.code, **first.facts) from error
            done()

        super().__init__(
            title, explanation, verb, both, words=problem, message=message, parent=parent
        )
