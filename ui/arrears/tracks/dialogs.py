"""A call, a visit or a meeting about unpaid rent, and the claim that is sent on."""

from PySide6.QtWidgets import QWidget

from app.arrears.model import Tenancy
from app.arrears.steps.model import ArrearsStepKind, ContactDraft
from app.office import Office
from ui.asking import Asking, Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField
from ui.kit.fields import DateField, MultilineField
from ui.kit.segments_field import SegmentsField
from ui.labels import title_word
from ui.navigation import Navigator

TALKS = (ArrearsStepKind.CALL, ArrearsStepKind.VISIT, ArrearsStepKind.MEETING)


class StepDialogs(Asking):
    """What is done about a tenancy without a letter."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, window: QWidget
    ) -> None:
        super().__init__(office, navigator, window)
        self._tenancy = tenancy

    def contact(self, kind: ArrearsStepKind = ArrearsStepKind.CALL) -> AskDialog:
        """Log it once; it stands in the contact log too."""
        dialog = self.ask(
            "Logg kontakt om husleien",
            "Det du skriver, står i kontaktloggen til leietakeren.",
            "Lagre",
            self._log,
            "arrears.contact_logged",
        )
        form = dialog.form
        form.line(SegmentsField("kind", "Hva", [(each, title_word(each)) for each in TALKS]))
        form.line(DateField("day", "Dag", today=self.today))
        form.line(
            CheckField(
                "spoke", "Vi snakket sammen", hint="La stå tomt når du ikke fikk tak i noen."
            )
        )
        form.line(
            MultilineField(
                "words",
                "Hva ble sagt",
                lines=3,
                hint="Hva som har hendt, hva dere ble enige om, og hva du tilbød.",
            )
        )
        form.set_values({"kind": kind, "day": self.today(), "spoke": True, "words": ""})
        dialog.open()
        return dialog

    def _log(self, values: Values) -> None:
        kind = values.get("kind")
        draft = ContactDraft(
            kind if isinstance(kind, ArrearsStepKind) else None,
            a_day(values, "day"),
            bool(values.get("spoke")),
            text(values, "words"),
        )
        self.office.arrears_steps.log_contact(self._tenancy.lease, draft)

    def send_on(self) -> AskDialog:
        """The claim goes to a collector."""
        dialog = self.ask(
            "Er kravet sendt til inkasso?",
            "Boligsporet og samtalene med leietakeren går videre som før. Kravet føres som sendt"
            " i dag.",
            "Kravet er sendt",
            lambda _values: self.office.arrears_steps.send_on(self._tenancy.lease),
            "arrears.sent_on",
        )
        dialog.open()
        return dialog
