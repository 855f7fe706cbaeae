"""What was thought best for the children, and the meeting that was held, typed in."""

from PySide6.QtWidgets import QWidget

from app.core.ids import EvictionCaseId
from app.evictions.childhood.model import ChildStepKind
from app.office import Office
from ui.asking import Asking, Values, a_day, text
from ui.evictions.units.words import tr
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField, MultilineField
from ui.navigation import Navigator


class ChildDialogs(Asking):
    """Opens them; what is done is told with «Angre»."""

    def __init__(
        self, office: Office, navigator: Navigator, window: QWidget, case: EvictionCaseId
    ) -> None:
        super().__init__(office, navigator, window)
        self._case = case

    def note(self, kind: ChildStepKind) -> AskDialog:
        """Words and a day."""

        def act(values: Values) -> None:
            self.office.childhood.note(
                self._case, kind, text(values, "words"), a_day(values, "since")
            )

        best = kind is ChildStepKind.BEST_INTEREST
        dialog = self.ask(
            tr("Barnas beste") if best else tr("Krisemøtet"),
            tr("Hva trenger barna nå, og hva sier de selv? Skriv kort og konkret.")
            if best
            else tr("Hvem var med, og hva ble dere enige om for barna?"),
            tr("Lagre"),
            act,
            f"child_step.{kind}",
        )
        dialog.form.line(DateField("since", tr("Dag"), today=self.today))
        dialog.form.line(MultilineField("words", tr("Hva dere kom fram til"), lines=4))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog
