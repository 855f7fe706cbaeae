"""What is asked when a condition was kept or broken."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.leases.conditions.model import Carried, ConditionEvent, Outcome
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import done, message, problem
from ui.navigation import Navigator

_TITLES = {Outcome.KEPT: "Vilkåret er holdt", Outcome.BROKEN: "Vilkåret er brutt"}
_EXPLAINED = {
    Outcome.KEPT: "Notatet følger vilkåret fra vedtaket. Det kan angres.",
    Outcome.BROKEN: (
        "Notatet følger vilkåret fra vedtaket. Det skjer ikke noe mer av seg selv. Skal det få"
        " følger, avgjør du det etterpå. Det kan angres."
    ),
}


def told_dialog(
    office: Office, navigator: Navigator, carried: Carried, outcome: Outcome, parent: QWidget
) -> AskDialog:
    """Day, what happened, and who told it."""

    def act(values: Mapping[str, object]) -> None:
        on = values["happened_on"]
        if not isinstance(on, date):
            raise Invalid([Problem("happened_on", "day_missing")])
        event = ConditionEvent(
            on, outcome, str(values["words"] or ""), str(values["told_by"] or "")
        )
        office.conditions.tell(carried.id, event)
        navigator.tell(done("condition.told"))

    dialog = AskDialog(
        _TITLES[outcome],
        f"{carried.duty}. {_EXPLAINED[outcome]}".replace("..", "."),
        "Lagre",
        act,
        words=problem,
        message=message,
        parent=parent,
    )
    on = DateField("happened_on", "Dag", today=office.clock.today)
    on.set_value(office.clock.today())
    dialog.form.line(on)
    words = MultilineField("words", "Hva skjedde", lines=3, optional=outcome is Outcome.KEPT)
    dialog.form.line(words)
    dialog.form.line(TextField("told_by", "Meldt av", optional=True))
    dialog.open()
    return dialog
