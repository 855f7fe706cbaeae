"""What is asked about a term: how the talk went, and when the tenant asked to stay."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.applications.model import Channel
from app.core.errors import Invalid, Problem
from app.core.ids import Ref
from app.leases.expiry.model import Recommendation, ReviewDraft, ReviewKind
from app.leases.model import Lease
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator, PageId

Values = Mapping[str, object]


class TermDialogs:
    """Opens them over the part; what is done is told by the navigator."""

    def __init__(self, office: Office, navigator: Navigator, lease: Lease, over: QWidget) -> None:
        self._office, self._navigator, self._lease = office, navigator, lease
        self._over = over

    def review(self, kind: ReviewKind) -> AskDialog:
        """Day, findings and what the talk points to."""

        def act(values: Values) -> None:
            held, points = values["held_on"], values["recommendation"]
            draft = ReviewDraft(
                kind,
                held if isinstance(held, date) else None,
                points if isinstance(points, Recommendation) else None,
                str(values["findings"] or ""),
                str(values["next_step"] or ""),
            )
            self._office.term_reviews.record(self._lease.id, draft)
            self._navigator.tell(done("lease.review_recorded"))

        dialog = AskDialog(
            title_word(kind),
            "Det du skriver her, vises når det skal avgjøres om leietakeren får bli. Samtalen"
            " avgjør ingenting selv.",
            "Lagre samtalen",
            act,
            words=problem,
            message=message,
            parent=self._over,
        )
        today = self._office.clock.today
        dialog.form.line(DateField("held_on", "Dag", today=today))
        dialog.form.line(MultilineField("findings", "Hva dere fant og snakket om", lines=4))
        dialog.form.line(TextField("next_step", "Neste steg på boligmarkedet", optional=True))
        options = [(each, title_word(each)) for each in Recommendation]
        dialog.form.line(RadioField("recommendation", "Peker mot", options))
        dialog.form.set_values({"held_on": today()})
        dialog.open()
        return dialog

    def sheet(self, kind: ReviewKind) -> DocumentDialog:
        """The sheet to take along, to be printed."""
        data = self._office.letters.preview(self._office.expiry.sheet(self._lease.id, kind))
        dialog = DocumentDialog(
            "Samtaleark",
            "Ta arket med til samtalen, og skriv inn det dere fant etterpå.",
            [(title_word(kind), data)],
            self._over,
        )
        dialog.finished.connect(lambda _result: dialog.release())
        dialog.open()
        return dialog

    def renewal(self) -> AskDialog:
        """When and how the tenant asked; then the vedtak is begun."""

        def act(values: Values) -> None:
            received, channel = values["received_on"], values["channel"]
            if not isinstance(received, date):
                raise Invalid([Problem("received_on", "day_missing")])
            how = channel if isinstance(channel, Channel) else Channel.PHONE
            application = self._office.renewals.begin(self._lease.id, received, how)
            self._navigator.tell(done("lease.renewal_begun"))
            self._navigator.open(PageId.VEDTAK, Ref("application", application))

        dialog = AskDialog(
            "Avgjør om leietakeren får bli",
            "Husrom lager en søknad om fornyelse fra leieavtalen og åpner vedtaket. Leietakeren"
            " får svaret i brev og kan klage.",
            "Begynn på vedtaket",
            act,
            words=problem,
            message=message,
            parent=self._over,
        )
        today = self._office.clock.today
        ways = [(each, title_word(each)) for each in Channel]
        dialog.form.line(
            DateField("received_on", "Leietakeren spurte", today=today),
            ChoiceField("channel", "Hvordan", ways),
        )
        dialog.form.set_values({"received_on": today(), "channel": Channel.PHONE})
        dialog.open()
        return dialog
