"""What the officer does with a vedtak and a complaint, each asked for in a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.applications.model import Channel
from app.core.ids import DebtCaseId, DebtDecisionId
from app.debt.decisions.model import DebtAppeal, DebtVedtak
from app.debt.decisions.noted.model import NotedDraft
from app.decisions.appeals.model import ANSWERS, APPEAL_CHANNELS, AppealDraft, AppealState
from app.documents.model import Document
from app.letters.model import OnPaper
from app.office import Office
from ui.asking import Asking, Values, a_day, chosen, text
from ui.debt.decision.words import tr
from ui.kit.ask import AskDialog
from ui.kit.beside import FinalDialog, PaperDialog
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, done, title_word
from ui.navigation import Navigator


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

    def note(self, case: DebtCaseId) -> AskDialog:
        """A grant that was given on paper before the case stood here."""

        def act(values: Values) -> None:
            draft = NotedDraft(a_day(values, "issued_on"), a_day(values, "starts_on"))
            self.office.noted_vedtak.note(case, draft)

        dialog = self.ask(
            tr("Vedtak på papir fra før Husrom"),
            tr(
                "Bruk dette når personen alt har fått et skriftlig ja. Skriv dagene slik de står"
                " på papiret. Et avslag må fattes her, så grunnen kan leses i saken."
            ),
            tr("Før inn vedtaket"),
            act,
            "debt_vedtak.noted",
        )
        dialog.form.line(
            DateField("issued_on", tr("Vedtaket er fra"), today=self.today),
            DateField("starts_on", tr("Hjelpen starter"), today=self.today),
        )
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
            ChoiceField(
                "channel", tr("Kom som"), [(each, title_word(each)) for each in APPEAL_CHANNELS]
            ),
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

    def acknowledge(self, appeal: DebtAppeal) -> None:
        """The letter that it has come."""
        act = self.office.debt_appeals.acknowledge
        self._make(lambda: (act(appeal.id),), "debt_appeal.acknowledged")

    def forward(self, appeal: DebtAppeal) -> AskDialog:
        """Our own view first, then the letter to the appeal body, then it goes."""
        appeals = self.office.debt_appeals
        body = self.office.debt_decisions.get(appeal.decision).draft.appeal_body
        return self._shown_first(
            (
                tr("Send klagen til klageinstansen"),
                tr("Saken går til {}. Personen får kopi av vurderingen.").format(body),
                tr("Skal klagen sendes slik?"),
                tr("Begge brevene legges under «Skal sendes», og kan ikke endres etterpå."),
                tr("Send videre"),
            ),
            MultilineField("assessment", tr("Kommunens vurdering"), lines=6, hint=tr(
                "Hva klagen sier, hva dere mener om det, og hvorfor vedtaket bør stå.")),
            lambda words: appeals.preview_forwarding(appeal.id, words),
            lambda words: appeals.forward(appeal.id, words),
            "debt_appeal.forwarded",
        )  # fmt: skip

    def dismiss(self, appeal: DebtAppeal) -> AskDialog:
        """It is not taken up; the letter says why."""
        appeals = self.office.debt_appeals
        return self._shown_first(
            (
                tr("Klagen tas ikke opp"),
                tr("Personen får grunnen i brev, og kan klage på det."),
                tr("Skal klagen avvises slik?"),
                tr("Brevet legges under «Skal sendes», og kan ikke endres etterpå."),
                tr("Avvis klagen"),
            ),
            MultilineField("reason", tr("Hvorfor den ikke tas opp"), lines=3,
                           hint=tr("Skriv til personen: «du».")),
            lambda words: appeals.preview_dismissal(appeal.id, words),
            lambda words: (appeals.dismiss(appeal.id, words),),
            "debt_appeal.dismissed",
        )  # fmt: skip

    def _shown_first(
        self,
        said: tuple[str, str, str, str, str],
        field: MultilineField,
        draw: Callable[[str], Document],
        make: Callable[[str], tuple[object, ...]],
        told: str,
    ) -> AskDialog:
        """The words first, then the letter they make, then it is made for good."""
        title, explanation, question, follows, verb = said
        written: list[tuple[str, bytes]] = []

        def act(values: Values) -> None:
            words = text(values, field.name)
            written.append((words, self.office.letters.preview(draw(words))))

        def show() -> None:
            words, data = written[-1]
            final = FinalDialog(question, follows, data, verb, self.window)
            final.accepted.connect(lambda: self._make(lambda: make(words), told))
            final.open()

        dialog = self.plain(title, explanation, tr("Vis brevet"), act)
        dialog.form.line(field)
        dialog.accepted.connect(show)
        dialog.open()
        return dialog

    def _make(self, make: Callable[[], tuple[object, ...]], told: str) -> None:
        """For good; on paper alone for strengt fortrolig."""
        made: list[object] = []
        if not self.navigator.attempt(lambda: made.extend(make())):
            return
        for each in made:
            if isinstance(each, OnPaper):
                PaperDialog(tr("Brev om klagen"), each.content, self.window).open()
        self.navigator.tell(done(told), undo=False)

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
        options = [(each, title_word(each)) for each in ANSWERS]
        dialog.form.line(RadioField("answer", tr("Svaret"), options))
        dialog.form.line(DateField("since", tr("Avgjort"), today=self.today))
        dialog.form.line(MultilineField("reason", tr("Kort om hvorfor"), lines=2, optional=True))
        dialog.form.set_values({"since": self.today(), "answer": AppealState.DECISION_STANDS})
        dialog.open()
        return dialog
