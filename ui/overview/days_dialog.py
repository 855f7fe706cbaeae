"""Asks which two days a page is to count between."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField
from ui.labels import message, problem

FROM_TO = ("Fra og med", "Til og med")


def ask_days(
    office: Office,
    parent: QWidget,
    title: str,
    words: str,
    days: tuple[date, date],
    act: Callable[[date, date], None],
    *,
    names: tuple[str, str] = FROM_TO,
    usual: tuple[date, date] | None = None,
) -> AskDialog:
    """Open, with `days` in the fields; one left empty is that of `usual`, else of `days`.

    What `act` refuses is told beside the field.
    """
    instead = usual or days

    def take(first: object, last: object) -> None:
        act(
            first if isinstance(first, date) else instead[0],
            last if isinstance(last, date) else instead[1],
        )

    dialog = AskDialog(
        title,
        words,
        "Vis",
        lambda values: take(values.get("first"), values.get("last")),
        words=problem,
        message=message,
        parent=parent,
    )
    today = office.clock.today
    dialog.form.line(
        DateField("first", names[0], today=today), DateField("last", names[1], today=today)
    )
    dialog.form.set_values({"first": days[0], "last": days[1]})
    dialog.open()
    return dialog
