"""The day an agreement was signed, and the day and reason it ended."""

from PySide6.QtCore import QCoreApplication

from ui.asking import Asking, Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField, MultilineField


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("agreement_dialogs", words)


class AgreementDialogs(Asking):
    """Opens them; what is done is told by the navigator."""

    def sign(self, agreement: int) -> AskDialog:
        """Both have signed."""

        def act(values: Values) -> None:
            self.office.agreements.sign(agreement, a_day(values, "signed_on"))

        explanation = tr("Avtalen gjelder fra den dagen begge har skrevet under.")
        dialog = self.ask(tr("Underskrevet"), explanation, tr("Før inn"), act, "agreement.signed")
        dialog.form.line(DateField("signed_on", tr("Dag"), today=self.today))
        dialog.form.set_values({"signed_on": self.today()})
        dialog.open()
        return dialog

    def end(self, agreement: int) -> AskDialog:
        """It holds no more."""

        def act(values: Values) -> None:
            reason = text(values, "reason")
            self.office.agreements.end(agreement, reason, a_day(values, "ended_on"))

        explanation = tr("Leieavtalen, nivået og tjenestene er som før. Ingenting annet endres.")
        dialog = self.ask(
            tr("Avslutt avtalen"), explanation, tr("Avslutt avtalen"), act, "agreement.ended"
        )
        dialog.form.line(DateField("ended_on", tr("Dag"), today=self.today))
        dialog.form.line(MultilineField("reason", tr("Hvorfor"), lines=2))
        dialog.form.set_values({"ended_on": self.today()})
        dialog.open()
        return dialog
