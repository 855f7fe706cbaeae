"""The day an agreement was signed, and the day and reason it ended."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField, MultilineField
from ui.labels import done, message, problem
from ui.navigation import Navigator

Values = Mapping[str, object]


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("agreement_dialogs", text)


class AgreementDialogs:
    """Opens them; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def sign(self, agreement: int) -> AskDialog:
        """Both have signed."""

        def act(values: Values) -> None:
            self._office.agreements.sign(agreement, _day(values["signed_on"]))

        explanation = tr("Avtalen gjelder fra den dagen begge har skrevet under.")
        dialog = self._ask(tr("Underskrevet"), explanation, tr("Før inn"), act, "agreement.signed")
        today = self._office.clock.today
        dialog.form.line(DateField("signed_on", tr("Dag"), today=today))
        dialog.form.set_values({"signed_on": today()})
        dialog.open()
        return dialog

    def end(self, agreement: int) -> AskDialog:
        """It holds no more."""

        def act(values: Values) -> None:
            reason = str(values["reason"] or "")
            self._office.agreements.end(agreement, reason, _day(values["ended_on"]))

        explanation = tr("Leieavtalen, nivået og tjenestene er som før. Ingenting annet endres.")
        dialog = self._ask(
            tr("Avslutt avtalen"), explanation, tr("Avslutt avtalen"), act, "agreement.ended"
        )
        today = self._office.clock.today
        dialog.form.line(DateField("ended_on", tr("Dag"), today=today))
        dialog.form.line(MultilineField("reason", tr("Hvorfor"), lines=2))
        dialog.form.set_values({"ended_on": today()})
        dialog.open()
        return dialog

    def _ask(
        self, title: str, explanation: str, verb: str, act: Callable[[Values], object], told: str
    ) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told))

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            parent=self._window.window(),
        )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
