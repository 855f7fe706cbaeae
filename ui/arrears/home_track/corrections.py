"""What is asked and told where a petition must be corrected (TV-09)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.arrears.model import Tenancy
from app.evictions.corrections.model import CorrectionDraft, PetitionCorrection
from ui.asking import Asking, Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.fields import DateField, MultilineField
from ui.labels import day


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("petition_corrections", words)


def told(correction: PetitionCorrection, today: date) -> Callout:
    """What is lacking and by when; red from the day itself."""
    when = day(correction.until)
    if correction.over(today):
        title = tr("Begjæringen skulle vært rettet {}").format(when)
        then = tr("Ring dem som skrev brevet. Dette mangler: {}").format(correction.lacking)
        return Callout(ChipKind.URGENT, title, then)
    kind = ChipKind.URGENT if correction.until == today else ChipKind.SOON
    title = tr("Begjæringen må rettes senest {}").format(when)
    return Callout(kind, title, tr("Dette mangler: {}").format(correction.lacking))


class CorrectionDialogs(Asking):
    """Opens them; what is done is told by the navigator."""

    def ask_for(self, tenancy: Tenancy) -> AskDialog:
        """A letter says what is lacking."""

        def act(values: Values) -> None:
            draft = CorrectionDraft(
                a_day(values, "received_on"), a_day(values, "until"), text(values, "lacking")
            )
            self.office.home_track.corrections.ask(tenancy.lease, draft)

        dialog = self.ask(
            tr("Begjæringen må rettes"),
            tr(
                "Namsfogden eller retten har skrevet at noe mangler. Skriv fristen slik den står"
                " i brevet. Kommer det et nytt brev senere, gjelder det nye."
            ),
            tr("Før inn"),
            act,
            "petition.to_correct",
        )
        dialog.form.line(
            DateField("received_on", tr("Brevet kom"), today=self.today),
            DateField("until", tr("Frist i brevet"), today=self.today),
        )
        dialog.form.line(MultilineField("lacking", tr("Hva som mangler"), lines=3))
        dialog.form.set_values({"received_on": self.today()})
        dialog.open()
        return dialog

    def corrected(self, tenancy: Tenancy) -> AskDialog:
        """It went back."""
        dialog = self.ask(
            tr("Rettet og sendt"),
            tr("Skriv dagen det som manglet, ble sendt. Fristen står ikke lenger under I dag."),
            tr("Før inn"),
            lambda values: self.office.home_track.corrections.correct(
                tenancy.lease, a_day(values, "sent_on")
            ),
            "petition.corrected",
        )
        dialog.form.line(DateField("sent_on", tr("Sendt"), today=self.today))
        dialog.form.set_values({"sent_on": self.today()})
        dialog.open()
        return dialog
