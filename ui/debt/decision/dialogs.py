"""What the officer does with a vedtak and a complaint, each asked for in a dialog."""

from PySide6.QtWidgets import QWidget

from app.applications.model import Channel
from app.core.ids import DebtDecisionId
from app.debt.decisions.model import DebtAppeal, DebtVedtak
from app.decisions.appeals.model import AppealDraft, AppealState
from app.office import Office
from ui.asking import Asking, Values, a_day, chosen, text
from ui.debt.decision.words import tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, title_word
from ui.navigation import Navigator

WAYS = (
    Channel.LETTER,
    Channel.IN_PERSON,
    Channel.EMAIL,
    Channel.DIGITAL_MAILBOX,
    Channel.WEB_FORM,
)
BODY_ANSWERS = (
    AppealState.DECISION_STANDS,
    AppealState.GRANTED_BY_BODY,
    AppealState.SENT_BACK,
    AppealState.CHANGED_TO_HARM,
    AppealState.DISMISSED,
)


class DecisionDialogs(Asking):
    """Opens them; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        super().__init__(office, navigator, window)

    def set_aside(self, known: DebtVedtak) -> AskDialog:
        """The appeal body set it aside, or we found it void."""

        def act(values: Values) -> None:
            since = a_day(values, "since")
            self.office.debt_decisions.set_aside(known.id, text(values, "reason"), since)

        words = tr("Da er saken uten vedtak igjen. Lag et nytt så fort du kan.")
        title = tr("Vedtaket er opphevet")
        dialog = self.ask(title, words, title, act, "debt_vedtak.set_aside")
        dialog.form.line(DateField("since", tr("Opphevet"), today=self.today))
        dialog.form.line(MultilineField("reason", tr("Hvem som opphevet det, og hvorfor"), lines=3))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def receive(self, decision: DebtDecisionId) -> AskDialog:
        """A complaint has come."""

        def act(values: Values) -> None:
            draft = AppealDraft(
                received_on=a_day(values, "received_on"),
                postmarked_on=a_day(values, "postmarked_on"),
                channel=chosen(values, "channel", Channel, Channel.LETTER),
                wanted=text(values, "wanted"),
                grounds=text(values, "grounds"),
                signed=bool(values["signed"]),
            )
            self.office.debt_appeals.receive(decision, draft)

        limit = self.office.debt_decisions.appeal_deadline(decision)
        words = tr("Klagefristen begynner når brevet har kommet fram, så klagen er i tide.")
        if limit is not None:
            told = tr("Siste dag for å klage er {}. Klagen er i tide når den er sendt den dagen.")
            words = told.format(day(limit.moved))
        dialog = self.ask(
            tr("Klage mottatt"), words, tr("Før inn klagen"), act, "debt_appeal.received"
        )
        form = dialog.form
        form.line(
            DateField("received_on", tr("Kom til oss"), today=self.today),
            DateField("postmarked_on", tr("Sendt"), optional=True, today=self.today),
            ChoiceField("channel", tr("Kom som"), [(each, title_word(each)) for each in WAYS]),
        )
        form.line(MultilineField("wanted", tr("Hva som ønskes endret"), lines=2))
        form.line(MultilineField("grounds", tr("Hvorfor"), lines=2, optional=True))
        form.line(CheckField("signed", tr("Klagen er underskrevet")))
        form.set_values({"received_on": self.today(), "channel": Channel.LETTER, "signed": True})
        dialog.open()
        return dialog

    def assess(self, appeal: DebtAppeal) -> AskDialog:
        """Look at the case anew; a late one says why it is treated."""
        late = self.office.debt_appeals.timeliness(appeal.id).late
        words = tr("Klagen kom for sent. Skriv hvorfor den likevel behandles.") if late else ""
        return self._reasoned(
            tr("Vurder klagen"),
            words or tr("Se på saken på nytt. Så endrer du vedtaket, eller sender klagen videre."),
            lambda reason, since: self.office.debt_appeals.assess(appeal.id, reason, since),
            "debt_appeal.assessed",
        )

    def forward(self, appeal: DebtAppeal) -> AskDialog:
        """It was sent on to the appeal body."""
        body = self.office.debt_decisions.get(appeal.decision).draft.appeal_body
        return self._reasoned(
            tr("Klagen er sendt videre"),
            tr("Til {}, med vår vurdering og en kopi til personen.").format(body),
            lambda reason, since: self.office.debt_appeals.forward(appeal.id, since, reason),
            "debt_appeal.forwarded",
        )

    def dismiss(self, appeal: DebtAppeal) -> AskDialog:
        """It is not taken up."""
        return self._reasoned(
            tr("Klagen tas ikke opp"),
            tr("Skriv hvorfor. Personen skal ha et brev om det, og kan klage på det."),
            lambda reason, since: self.office.debt_appeals.dismiss(appeal.id, reason, since),
            "debt_appeal.dismissed",
        )

    def withdraw(self, appeal: DebtAppeal) -> AskDialog:
        """The person took it back."""
        return self._reasoned(
            tr("Klagen er trukket"),
            tr("Vedtaket gjelder da som før."),
            lambda reason, since: self.office.debt_appeals.withdraw(appeal.id, reason, since),
            "debt_appeal.withdrawn",
        )

    def _reasoned(self, title: str, words: str, act: object, told: str) -> AskDialog:
        def do(values: Values) -> None:
            if callable(act):
                act(text(values, "reason"), a_day(values, "since"))

        dialog = self.ask(title, words, tr("Lagre"), do, told)
        dialog.form.line(DateField("since", tr("Dag"), today=self.today))
        dialog.form.line(MultilineField("reason", tr("Hva vi la vekt på"), lines=2, optional=True))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def body_answer(self, appeal: DebtAppeal) -> AskDialog:
        """What the appeal body decided."""

        def act(values: Values) -> None:
            answer = chosen(values, "answer", AppealState, AppealState.DECISION_STANDS)
            reason, since = text(values, "reason"), a_day(values, "since")
            self.office.debt_appeals.answered(appeal.id, answer, since, reason)

        dialog = self.ask(
            tr("Svar fra klageinstansen"),
            tr("Må vedtaket endres, lager du et nytt etterpå. Det gamle blir aldri endret."),
            tr("Før inn svaret"),
            act,
            "debt_appeal.answered",
        )
        options = [(each, title_word(each)) for each in BODY_ANSWERS]
        dialog.form.line(RadioField("answer", tr("Svaret"), options))
        dialog.form.line(DateField("since", tr("Avgjort"), today=self.today))
        dialog.form.line(MultilineField("reason", tr("Kort om hvorfor"), lines=2, optional=True))
        dialog.form.set_values({"since": self.today(), "answer": AppealState.DECISION_STANDS})
        dialog.open()
        return dialog
