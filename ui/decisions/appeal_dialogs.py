"""What the officer does with an appeal, each asked for in a dialog."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.applications.model import Channel
from app.core.errors import Invalid, Problem
from app.core.ids import VedtakId
from app.decisions.appeals.model import ANSWERS, APPEAL_CHANNELS, AppealDraft, AppealState
from app.office import Office
from ui.asking import a_day, text
from ui.kit.ask import Act, AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, message, problem, title_word

PERSON = 0
"""The person complained, nobody in their place."""

Done = Callable[[], object]


class Asking(AskDialog):
    """A dialog whose act is done and then told; its words are the office's."""

    def __init__(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Act,
        done: Done,
        parent: QWidget | None = None,
    ) -> None:
        def both(values: Mapping[str, object]) -> None:
            act(values)
            done()

        super().__init__(
            title, explanation, verb, both, words=problem, message=message, parent=parent
        )


class ReceiveDialog(Asking):
    """«Klage mottatt»: when, how, from whom, what is wanted and why."""

    def __init__(
        self, office: Office, vedtak: VedtakId, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            who, channel = values["representative"], values["channel"]
            draft = AppealDraft(
                received_on=a_day(values, "received_on"),
                postmarked_on=a_day(values, "postmarked_on"),
                channel=channel if isinstance(channel, Channel) else Channel.LETTER,
                representative=who if isinstance(who, int) and who != PERSON else None,
                wanted=text(values, "wanted"),
                grounds=text(values, "grounds"),
                signed=bool(values["signed"]),
            )
            office.appeals.receive(vedtak, draft)

        limit = office.decisions.appeal_deadline(vedtak)
        last = f"Siste dag for å klage er {day(limit.moved)}. " if limit else ""
        super().__init__(
            "Klage mottatt",
            f"{last}Klagen er i tide når den er postlagt eller sendt senest den dagen.",
            "Før inn klagen",
            act,
            done,
            parent,
        )
        self._ask(office, vedtak)
        self.form.field("received_on").control.setFocus()

    def _ask(self, office: Office, vedtak: VedtakId) -> None:
        today = office.clock.today
        self.form.line(
            DateField("received_on", "Kom til oss", today=today),
            DateField(
                "postmarked_on", "Poststemplet eller sendt", optional=True, today=today, width=150
            ),
            ChoiceField(
                "channel", "Kom som", [(each, title_word(each)) for each in APPEAL_CHANNELS]
            ),
        )
        self.form.line(ChoiceField("representative", "Hvem klager", _speakers(office, vedtak)))
        self.form.line(
            MultilineField("wanted", "Hva som ønskes endret", lines=2, hint="Slik klagen sier det.")
        )
        self.form.line(MultilineField("grounds", "Hvorfor", lines=3, optional=True))
        self.form.line(CheckField("signed", "Klagen er underskrevet"))
        self.form.set_values(
            {
                "received_on": today(),
                "channel": Channel.LETTER,
                "representative": PERSON,
                "signed": True,
            }
        )


def _speakers(office: Office, vedtak: VedtakId) -> list[tuple[object, str]]:
    application = office.applications.get(office.decisions.get(vedtak).application)
    found = office.intake.representatives(application.applicant)
    who: list[tuple[object, str]] = [(PERSON, f"{application.name} selv")]
    return who + [(each.id, f"{each.name}, {title_word(each.kind).lower()}") for each in found]


def reason_dialog(
    title: str,
    explanation: str,
    verb: str,
    label: str,
    act: Callable[[str], object],
    done: Done,
    parent: QWidget | None = None,
    *,
    hint: str = "",
    lines: int = 3,
    needs: str = "",
) -> Asking:
    """One reason, in the officer's own words; `needs` is what is said when it is empty."""

    def told(values: Mapping[str, object]) -> None:
        reason = text(values, "reason")
        if needs and not reason:
            raise Invalid([Problem("reason", needs)])
        act(reason)

    dialog = Asking(title, explanation, verb, told, done, parent)
    dialog.form.line(MultilineField("reason", label, lines=lines, hint=hint))
    dialog.form.field("reason").control.setFocus()
    return dialog


class WithdrawDialog(Asking):
    """The day the person took it back, and how."""

    def __init__(
        self, office: Office, appeal: int, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            since = a_day(values, "since") or office.clock.today()
            office.appeals.withdraw(appeal, since, text(values, "reason"))

        super().__init__(
            "Klagen er trukket",
            "Vedtaket gjelder da som før.",
            "Klagen er trukket",
            act,
            done,
            parent,
        )
        self.form.line(DateField("since", "Trukket", today=office.clock.today))
        self.form.line(MultilineField("reason", "Hvordan det ble sagt", lines=2))
        self.form.set_values({"since": office.clock.today()})
        self.form.field("reason").control.setFocus()


class EffectDialog(Asking):
    """Whether the vedtak waits until the appeal is decided (FV-20)."""

    def __init__(
        self, office: Office, appeal: int, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            deferred = bool(values["deferred"])
            office.appeals.defer(appeal, deferred=deferred, reason=text(values, "reason"))

        super().__init__(
            "Skal vedtaket vente?",
            "Vedtaket gjelder vanligvis mens klagen blir behandlet. Grunnen følger saken.",
            "Lagre",
            act,
            done,
            parent,
        )
        options = [(True, "Ja, vedtaket venter"), (False, "Nei, vedtaket gjelder nå")]
        self.form.line(RadioField("deferred", "Utsatt iverksetting", options))
        self.form.line(MultilineField("reason", "Hvorfor", lines=3))
        self.form.set_values({"deferred": False})


class BodyAnswerDialog(Asking):
    """What the appeal body decided, and when."""

    def __init__(
        self, office: Office, appeal: int, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            answer = values["answer"]
            known = answer if isinstance(answer, AppealState) else AppealState.RECEIVED
            since = a_day(values, "since") or office.clock.today()
            office.appeals.answered(appeal, known, since, text(values, "reason"))

        super().__init__(
            "Svar fra klageinstansen",
            "Må vedtaket endres, lager du et nytt vedtak etterpå. Det gamle blir aldri endret.",
            "Før inn svaret",
            act,
            done,
            parent,
        )
        options = [(each, title_word(each)) for each in ANSWERS]
        self.form.line(RadioField("answer", "Svaret", options))
        self.form.line(DateField("since", "Avgjort", today=office.clock.today))
        self.form.line(
            MultilineField("reason", "Kort om hva de la vekt på", lines=3, optional=True)
        )
        self.form.set_values({"since": office.clock.today()})


class DemandDialog(Asking):
    """Reasons asked for (FV-12), or given: the days of it."""

    def __init__(
        self,
        office: Office,
        vedtak: VedtakId,
        *,
        given: bool,
        done: Done,
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            today = office.clock.today()
            if not given:
                office.appeals.demand_reasons(vedtak, a_day(values, "demanded_on") or today)
                return
            sent = a_day(values, "sent_on") or today
            office.appeals.reasons_given(vedtak, sent, a_day(values, "arrived_on"))

        today = office.clock.today
        if given:
            super().__init__(
                "Begrunnelse sendt",
                "Klagefristen begynner på nytt når begrunnelsen har kommet fram.",
                "Lagre",
                act,
                done,
                parent,
            )
            self.form.line(
                DateField("sent_on", "Sendt", today=today),
                DateField("arrived_on", "Kom fram", optional=True, today=today),
            )
            self.form.set_values({"sent_on": today()})
            return
        super().__init__(
            "Begrunnelse bedt om",
            "Klagefristen står stille til begrunnelsen er sendt. Forvaltningsloven § 29.",
            "Lagre",
            act,
            done,
            parent,
        )
        self.form.line(DateField("demanded_on", "Bedt om", today=today))
        self.form.set_values({"demanded_on": today()})
