"""The five letters to an applicant, each ready made: a few fields left, the letter right."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applications.answers.model import LetterDraft, LetterKind
from app.applications.intake.model import PaperKind
from app.applications.model import Application, Channel, Delay
from app.core.errors import Invalid, OfficeError
from app.core.ids import ApplicationId
from app.letters.model import OnPaper
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.beside import Beside, Desk, FinalDialog, PaperDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.form import Form, ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.kit.ticks_field import TicksField
from ui.labels import done, message, problem, title_word
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


class LetterView(QWidget):
    """One kind of letter to one application. `left` when it is finished or given up."""

    left = Signal()

    def __init__(
        self, office: Office, navigator: Navigator, kind: LetterKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._navigator, self.kind = office, navigator, kind
        self._known: Application | None = None
        self._title = title_word(kind)
        self.form = Form(self._title, problem)
        self._fields()
        self.issue_button = Button(
            self.tr("Lag brevet"),
            self.ask,
            kind=ButtonKind.PRIMARY,
            icon=Icon.LETTER,
            key=Key.FINISH.sequence,
        )
        self._header = PageHeader(
            self._title,
            primary=self.issue_button,
            secondary=(Button(self.tr("Legg bort"), self._leave),),
            extra=(ProblemChip(self.form),),
        )
        self.desk = Desk(self.tr("Brevet"), self.tr("Brevet vises når feltene er fylt ut."))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self._header)
        words = (self.tr("Skjemaet"), self.tr("Brevet"))
        frame.add(Beside(self.form, self.desk, words), stretch=True)
        outer.addWidget(frame)
        self.form.left.connect(lambda _name: self.show_letter())

    def _fields(self) -> None:
        words, hint = DAYS[self.kind]
        self.form.section(self.tr("Dagen brevet nevner"))
        self.form.line(DateField("day", words, today=self._office.clock.today, hint=hint))
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
        known = self._office.applications.get(application)
        self._known = known
        self._header.set_title(self._title)
        self._header.set_subtitle(f"{known.name}, {known.number}")
        suggested = self._office.answers.suggest(application, self.kind)
        values: dict[str, object] = {"day": suggested.day, "papers": frozenset(suggested.papers)}
        self.form.set_values({name: values.get(name) for name in self.form.names})
        self.form.show_problems(())
        if suggested.day is None:
            self.desk.say(self.tr("Brevet vises når feltene er fylt ut."))
            self._off(self.tr("Skriv dagen først."))
        else:
            self.show_letter()
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

    def _preview(self) -> bytes:
        if self._known is None:
            raise RuntimeError("no application is shown")
        document = self._office.answers.preview(self._known.id, self.draft())
        return self._office.letters.preview(document)

    def show_letter(self) -> bool:
        """The letter as it would be now; False with the problems told when it can not be made."""
        try:
            data = self._preview()
        except Invalid as error:
            self.form.show_problems(error.problems)
            self._off(problem(error.problems[0]))
            return False
        except OfficeError as error:
            self._off(message(error))
            return False
        self.form.show_problems(())
        self.desk.show_data(data)
        self._off("")
        return True

    def _off(self, why: str) -> None:
        self.desk.lacks(why)
        self.issue_button.set_off(why)

    def ask(self) -> FinalDialog | None:
        """Show the letter once more before it is finished."""
        if self.form.problem_count or not self.show_letter():
            self.form.jump_to_first()
            return None
        dialog = FinalDialog(
            self.tr("Skal brevet lages slik?"),
            self.tr("Brevet lagres og kan ikke endres etterpå. Det legges under «Brev»."),
            self._preview(),
            self.tr("Lag brevet"),
            self.window(),
        )
        dialog.accepted.connect(self.issue)
        dialog.open()
        return dialog

    def issue(self) -> None:
        """Finish the letter; for strengt fortrolig it must be printed here and now."""
        known = self._known
        if known is None:
            return
        made: list[object] = []
        if not self._navigator.attempt(
            lambda: made.append(self._office.answers.issue(known.id, self.draft()))
        ):
            return
        if isinstance(made[0], OnPaper):
            PaperDialog(self._title, made[0].content, self.window()).open()
        words = done(self.kind.verb)
        self._navigator.tell(self.tr("{}. Det ligger under «Brev»").format(words), undo=False)
        self._leave()

    def _leave(self) -> None:
        self.desk.clear()
        self.left.emit()


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
