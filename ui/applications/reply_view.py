"""«Foreløpig svar»: a few fields left, the letter right, one final «Lag brevet»."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.applications.model import Application, Delay, ReplyDraft
from app.core.errors import Invalid, Problem
from app.core.ids import ApplicationId
from app.office import Office
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, title_word, until
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class ReplyView(LetterDesk):
    """The preliminary reply to one application."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        self._known: Application | None = None
        verb = "preliminary_reply.issued"
        super().__init__(office, navigator, "Foreløpig svar", verb, parent=parent)
        self.waiting = self.tr("Brevet vises når du har skrevet svardagen.")

    def add_fields(self) -> None:
        self.form.section(self.tr("Når kommer svaret"))
        self.form.line(
            DateField(
                "answer_by",
                self.tr("Svar senest"),
                today=self.office.clock.today,
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
        known = self.office.applications.get(application)
        self._known = known
        clock = self.office.applications.clock(application)
        self.header.set_subtitle(
            self.tr("{}, {} · svar senest {}, {}").format(
                known.name,
                known.number,
                day(clock.local_day),
                until(self.office.clock.today(), clock.local_day),
            )
        )
        self.form.set_values(dict.fromkeys(self.form.names))
        self.form.show_problems(())
        self.wait(self.tr("Skriv svardagen først."))
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

    def preview(self) -> bytes:
        document = self.office.replies.preview(self._shown.id, self.draft())
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.replies.issue(self._shown.id, self.draft())

    @property
    def _shown(self) -> Application:
        if self._known is None:
            raise RuntimeError("no application is shown")
        return self._known
