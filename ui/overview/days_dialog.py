"""Asks which day, or which two days between, a page is to count."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.office import Office
from ui.asking import Values, a_day
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField
from ui.labels import message, problem

FROM_TO = ("Fra og med", "Til og med")


def ask_day(
    office: Office, parent: QWidget, words: str, known: date, act: Callable[[date | None], None]
) -> AskDialog:
    """Open, with the day that is `known`; what `act` refuses is told beside the field."""
    dialog = AskDialog(
        "Velg dag",
        words,
        "Vis",
        lambda values: act(a_day(values, "day")),
        words=problem,
        message=message,
        parent=parent,
    )
    dialog.form.line(DateField("day", "Dag", today=office.clock.today))
    dialog.form.set_values({"day": known})
    dialog.open()
    return dialog


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

    def take(values: Values) -> None:
        act(a_day(values, "first") or instead[0], a_day(values, "last") or instead[1])

    dialog = AskDialog(
        title,
        words,
        "Vis",
        take,
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
