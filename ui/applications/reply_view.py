"""«Foreløpig svar»: a few fields left, the letter right, one final «Lag brevet»."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applications.model import Application, Delay, ReplyDraft
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import ApplicationId
from app.letters.model import OnPaper
from app.office import Office
from ui.kit.beside import Beside, Desk, FinalDialog, PaperDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField
from ui.kit.form import Form, ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.labels import day, done, message, problem, title_word, until
from ui.navigation import Navigator


class ReplyView(QWidget):
    """The preliminary reply to one application. `left` when it is finished or given up."""

    left = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._known: Application | None = None
        self.form = Form(self.tr("Foreløpig svar"), problem)
        self._fields()
        self.issue_button = Button(
            self.tr("Lag brevet"),
            self.ask,
            kind=ButtonKind.PRIMARY,
            icon=Icon.LETTER,
            key=Key.FINISH.sequence,
        )
        self._header = PageHeader(
            self.tr("Foreløpig svar"),
            primary=self.issue_button,
            secondary=(Button(self.tr("Legg bort"), self._leave),),
            extra=(ProblemChip(self.form),),
        )
        self.desk = Desk(self.tr("Brevet"), self.tr("Brevet vises når du har skrevet svardagen."))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self._header)
        words = (self.tr("Skjemaet"), self.tr("Brevet"))
        frame.add(Beside(self.form, self.desk, words), stretch=True)
        outer.addWidget(frame)
        self.form.left.connect(lambda _name: self.show_letter())

    def _fields(self) -> None:
        self.form.section(self.tr("Når kommer svaret"))
        self.form.line(
            DateField(
                "answer_by",
                self.tr("Svar senest"),
                today=self._office.clock.today,
                hint=self.tr("En dag dere kan holde. Skriv for eksempel +28."),
            )
        )
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
        self.form.section(self.tr("Hva mangler"))
        self.form.line(
            MultilineField(
                "missing",
                self.tr("Papirer søkeren må sende"),
                optional=True,
                lines=4,
                hint=self.tr("Ett på hver linje."),
            )
        )

    def begin(self, application: ApplicationId) -> None:
        """A fresh letter for this application, the cursor in the first field."""
        known = self._office.applications.get(application)
        self._known = known
        clock = self._office.applications.clock(application)
        self._header.set_title(self.tr("Foreløpig svar"))
        self._header.set_subtitle(
            self.tr("{}, {} · svar senest {}, {}").format(
                known.name,
                known.number,
                day(clock.local_day),
                until(self._office.clock.today(), clock.local_day),
            )
        )
        self.form.set_values(dict.fromkeys(self.form.names))
        self.form.show_problems(())
        self.desk.say(self.tr("Brevet vises når du har skrevet svardagen."))
        self.desk.lacks(self.tr("Skriv svardagen først."))
        self.issue_button.set_off(self.tr("Skriv svardagen først."))
        self.form.field("answer_by").control.setFocus()

    def draft(self) -> ReplyDraft:
        """What is typed; Invalid while there is no day."""
        values = self.form.values()
        answer_by, delay = values["answer_by"], values["delay"]
        if not isinstance(answer_by, date):
            raise Invalid([Problem("answer_by", "answer_day_missing", "DOC-06")])
        lines = str(values["missing"] or "").splitlines()
        return ReplyDraft(
            answer_by,
            delay if isinstance(delay, Delay) else None,
            str(values["reason"] or ""),
            tuple(line.strip() for line in lines if line.strip()),
        )

    def _preview(self) -> bytes:
        if self._known is None:
            raise RuntimeError("no application is shown")
        document = self._office.replies.preview(self._known.id, self.draft())
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
            lambda: made.append(self._office.replies.issue(known.id, self.draft()))
        ):
            return
        if isinstance(made[0], OnPaper):
            PaperDialog(self.tr("Foreløpig svar"), made[0].content, self.window()).open()
        words = done("preliminary_reply.issued")
        self._navigator.tell(self.tr("{}. Det ligger under «Brev»").format(words), undo=False)
        self._leave()

    def _leave(self) -> None:
        self.desk.clear()
        self.left.emit()
