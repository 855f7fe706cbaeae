"""The five letters to an applicant, each ready made: a few fields left, the letter right."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.applications.answers.model import LetterDraft, LetterKind
from app.applications.intake.model import PaperKind
from app.applications.model import Application, Channel, Delay
from app.core.ids import ApplicationId
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.ticks_field import TicksField
from ui.labels import done, message, problem, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

DAYS = {
    LetterKind.RECEIPT: ("Svar eller nytt brev senest", "En dag dere kan holde."),
    LetterKind.DELAY_NOTICE: ("Ny svardag", "En dag dere kan holde. Skriv for eksempel +28."),
    LetterKind.MISSING_PAPERS: ("Papirene må være her", "En arbeidsdag. Søkeren kan få mer tid."),
    LetterKind.LAPSE_WARNING: ("Siste dag for å si fra", "Søknaden står til og med denne dagen."),
    LetterKind.STILL_NEED: ("Svar innen", "En arbeidsdag."),
}
_DELAYED = frozenset({LetterKind.DELAY_NOTICE})
_PAPERS = frozenset({LetterKind.RECEIPT, LetterKind.DELAY_NOTICE, LetterKind.MISSING_PAPERS})


class LetterView(LetterDesk):
    """One kind of letter to one application."""

    def __init__(
        self, office: Office, navigator: Navigator, kind: LetterKind, parent: QWidget | None = None
    ) -> None:
        self.kind = kind
        self._known: Application | None = None
        super().__init__(office, navigator, title_word(kind), kind.verb, parent=parent)

    def add_fields(self) -> None:
        words, hint = DAYS[self.kind]
        self.form.section(self.tr("Dagen brevet nevner"))
        self.form.line(DateField("day", words, today=self.office.clock.today, hint=hint))
        if self.kind in _DELAYED:
            self.form.section(self.tr("Hvorfor ikke nå"))
            delays = [(each, title_word(each)) for each in Delay]
            self.form.line(ChoiceField("delay", self.tr("Grunn"), delays, optional=True))
            self.form.line(
                MultilineField(
                    "reason",
                    self.tr("Med egne ord"),
                    optional=True,
                    lines=3,
                    hint=self.tr("Står i brevet etter grunnen. Skriv til søkeren: «du»."),
                )
            )
        if self.kind in _PAPERS:
            self.form.section(self.tr("Papirer søkeren skal sende"))
            kinds = [(each, title_word(each)) for each in PaperKind]
            self.form.line(TicksField("papers", self.tr("Papirer"), kinds))

    def begin(self, application: ApplicationId) -> None:
        """A fresh letter for this application, ready made; the cursor in the first field."""
        known = self.office.applications.get(application)
        self._known = known
        self.header.set_subtitle(f"{known.name}, {known.number}")
        suggested = self.office.answers.suggest(application, self.kind)
        values: dict[str, object] = {"day": suggested.day, "papers": frozenset(suggested.papers)}
        self.form.set_values({name: values.get(name) for name in self.form.names})
        self.form.show_problems(())
        if suggested.day is None:
            self.wait(self.tr("Skriv dagen først."))
        elif not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks
        self.form.field("day").control.setFocus()

    def draft(self) -> LetterDraft:
        """What is typed."""
        values = self.form.values()
        day, delay, papers = values["day"], values.get("delay"), values.get("papers")
        ticked = papers if isinstance(papers, frozenset) else frozenset()
        return LetterDraft(
            self.kind,
            day if isinstance(day, date) else None,
            delay if isinstance(delay, Delay) else None,
            str(values.get("reason") or ""),
            tuple(kind for kind in PaperKind if kind in ticked),
        )

    def preview(self) -> bytes:
        document = self.office.answers.preview(self._shown.id, self.draft())
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.answers.issue(self._shown.id, self.draft())

    @property
    def _shown(self) -> Application:
        if self._known is None:
            raise RuntimeError("no application is shown")
        return self._known


class ConfirmDialog(AskDialog):
    """«Behovet gjelder fortsatt»: from which day, how the person said so, and a note."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        application: ApplicationId,
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            since, channel = values["since"], values["channel"]
            office.answers.confirm(
                application,
                since if isinstance(since, date) else office.clock.today(),
                channel if isinstance(channel, Channel) else Channel.PHONE,
                str(values["note"] or ""),
            )
            navigator.tell(done("application.confirmed"))

        super().__init__(
            self.tr("Behovet gjelder fortsatt"),
            self.tr("Søknaden gjelder på nytt fra den dagen søkeren sa det."),
            self.tr("Bekreft"),
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        ways = [(each, title_word(each)) for each in Channel]
        self.form.line(
            DateField("since", self.tr("Søkeren sa det"), today=office.clock.today),
            ChoiceField("channel", self.tr("Hvordan"), ways),
        )
        self.form.line(TextField("note", self.tr("Merknad"), optional=True))
        self.form.set_values({"since": office.clock.today(), "channel": Channel.PHONE})
