"""Ordering a lease: by which day, then the letter as it goes out, then it is made."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import LeaseId
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.beside import FinalDialog
from ui.kit.fields import DateField
from ui.labels import message, problem
from ui.navigation import Navigator


class Ordering:
    """Asks, shows the order, and makes it with the lease."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def ask(self, lease: LeaseId) -> AskDialog:
        """When the signed lease should be back."""

        def act(values: Mapping[str, object]) -> None:
            by = values["answer_by"]
            if not isinstance(by, date):
                raise Invalid([Problem("answer_by", "day_missing")])
            if by < self._office.clock.today():
                raise Invalid([Problem("answer_by", "day_passed")])
            self.show(lease, by)

        dialog = AskDialog(
            "Bestill leieavtalen",
            "Eieren av boligen skriver avtalene. Bestillingen sendes dit sammen med avtalen slik"
            " den står her.",
            "Vis bestillingen",
            act,
            words=problem,
            message=message,
            parent=self._window,
        )
        by = DateField("answer_by", "Underskrevet avtale tilbake", today=self._office.clock.today)
        by.set_value(self._office.orders.answer_by())
        dialog.form.line(by)
        dialog.open()
        return dialog

    def show(self, lease: LeaseId, by: date) -> FinalDialog:
        """The order as it would go out; made when that is accepted."""
        data = self._office.letters.preview(self._office.orders.preview(lease, by))
        dialog = FinalDialog(
            "Skal avtalen bestilles slik?",
            "Etterpå kan verken bestillingen eller avtalen endres. Begge ligger under «Avtalen»."
            " Legg ved avtalen når du sender bestillingen.",
            data,
            "Bestill avtalen",
            self._window,
        )
        dialog.accepted.connect(lambda: self._make(lease, by))
        dialog.open()
        return dialog

    def _make(self, lease: LeaseId, by: date) -> None:
        if self._navigator.attempt(lambda: self._office.orders.order(lease, by)):
            self._navigator.tell(
                "Avtalen er bestilt. Bestillingen ligger under «Brev» og skal sendes.", undo=False
            )
