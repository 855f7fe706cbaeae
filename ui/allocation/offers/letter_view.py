"""«Gi tilbud»: a few fields left, the letter right, one final «Lag tilbudet»."""

from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.allocation.offers.model import OfferDraft
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import ApplicationId, DwellingId
from app.office import Office
from ui.allocation.offers.answers import EFFECTS
from ui.kit.beside import Beside, Desk, FinalDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.fields import DateField, MultilineField, ReadField
from ui.kit.form import Form, ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.labels import done, message, problem, reason
from ui.navigation import Navigator

_TIME_WIDTH = 110


def read_time(text: str) -> time:
    """«14», «14.00», «14:00» or «1400»; OfficeError time_unreadable."""
    digits = text.replace("kl", "").strip(" .").replace(":", ".")
    hour, _, minute = digits.partition(".")
    if not minute and len(hour) in {3, 4}:
        hour, minute = hour[:-2], hour[-2:]
    try:
        return time(int(hour), int(minute or "0"))
    except ValueError as error:
        raise OfficeError("time_unreadable") from error


def _written(value: object) -> str:
    return f"{value:%H.%M}" if isinstance(value, time) else ""


def _together(day: object, at: object) -> datetime | None:
    if isinstance(day, date) and isinstance(at, time):
        return datetime.combine(day, at)
    return None


class OfferView(QWidget):
    """An offer of one dwelling to one on the list. `left` when it is made or given up."""

    left = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._start: OfferDraft | None = None
        self.form = Form(self.tr("Tilbud om bolig"), problem)
        self._fields()
        self.make_button = Button(
            self.tr("Lag tilbudet"),
            self.ask,
            kind=ButtonKind.PRIMARY,
            icon=Icon.LETTER,
            key=Key.FINISH.sequence,
        )
        self._header = PageHeader(
            self.tr("Tilbud om bolig"),
            primary=self.make_button,
            secondary=(Button(self.tr("Legg bort"), self._leave),),
            extra=(ProblemChip(self.form),),
        )
        self.desk = Desk(self.tr("Brevet"), "")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self._header)
        self.told = Callout(ChipKind.INFO, self.tr("Dette bør du vite"), "")
        frame.add(self.told)
        words = (self.tr("Skjemaet"), self.tr("Brevet"))
        frame.add(Beside(self.form, self.desk, words), stretch=True)
        outer.addWidget(frame)
        self.form.left.connect(lambda _name: self.show_letter())

    def _fields(self) -> None:
        today = self._office.clock.today
        self.form.section(self.tr("Frist"))
        self.form.line(DateField("answer_by", self.tr("Svar senest"), today=today))
        self.form.section(self.tr("Visning"))
        self.form.line(
            DateField(
                "viewing_on",
                self.tr("Dag"),
                optional=True,
                today=today,
                hint=self.tr("La den stå tom hvis dere avtaler tiden på telefon."),
            ),
            ReadField(
                "viewing_time",
                self.tr("Klokken"),
                read_time,
                _written,
                optional=True,
                width=_TIME_WIDTH,
                example="14.00",
            ),
        )
        self.form.section(self.tr("Med egne ord"))
        self.form.line(
            MultilineField(
                "note",
                self.tr("Om boligen"),
                optional=True,
                lines=3,
                hint=self.tr("Står i brevet. Skriv til søkeren: «du»."),
            )
        )

    def begin(self, application: ApplicationId, dwelling: DwellingId) -> None:
        """A fresh offer with the answer day of the rules."""
        known = self._office.applications.get(application)
        home = self._office.dwellings.get(dwelling)
        self._start = self._office.offers.drafted(application, dwelling)
        self._header.set_subtitle(f"{known.name}, {known.number} · {home.address}")
        self._tell(application, dwelling)
        values: dict[str, object] = dict.fromkeys(self.form.names)
        self.form.set_values(values | {"answer_by": self._start.answer_by})
        self.show_letter()
        self.form.field("answer_by").control.setFocus()

    def _tell(self, application: ApplicationId, dwelling: DwellingId) -> None:
        candidate = self._office.allocation.candidate(application, dwelling)
        against = [reason(each) for each in candidate.why_not] if candidate else []
        effect = self._office.offers.told(application)
        words = [*against, self.tr("Et nei uten gyldig grunn:"), EFFECTS[effect.now]]
        self.told.then.setText(" ".join(words))
        self.told.then.show()

    def draft(self) -> OfferDraft:
        """What is typed; Invalid while a field that must be there is empty."""
        if self._start is None:
            raise RuntimeError("no offer is begun")
        values = self.form.values()
        answer_by, problems = values["answer_by"], []
        if not isinstance(answer_by, date):
            problems.append(Problem("answer_by", "answer_day_missing", "DOC-05"))
        day, at = values["viewing_on"], values["viewing_time"]
        if isinstance(day, date) and not isinstance(at, time):
            problems.append(Problem("viewing_time", "viewing_time_missing", "DOC-05"))
        if isinstance(at, time) and not isinstance(day, date):
            problems.append(Problem("viewing_on", "viewing_day_missing", "DOC-05"))
        if problems or not isinstance(answer_by, date):
            raise Invalid(problems)
        return replace(
            self._start,
            answer_by=answer_by,
            viewing_at=_together(day, at),
            note=str(values["note"] or ""),
        )

    def _preview(self) -> bytes:
        return self._office.letters.preview(self._office.offers.preview(self.draft()))

    def show_letter(self) -> bool:
        """The letter as it would be now; False with the problems told when it can not be made."""
        try:
            problems = self._office.offers.check(self.draft())
            if problems:
                raise Invalid(problems)
            data = self._preview()
        except Invalid as error:
            self.form.show_problems([p for p in error.problems if p.field in self.form.names])
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
        self.make_button.set_off(why)

    def ask(self) -> FinalDialog | None:
        """Show the letter once more before it is finished."""
        if self.form.problem_count or not self.show_letter():
            self.form.jump_to_first()
            return None
        dialog = FinalDialog(
            self.tr("Skal tilbudet lages slik?"),
            self.tr(
                "Brevet lagres og legges under «Brev». Det kan ikke endres, men tilbudet kan"
                " trekkes tilbake."
            ),
            self._preview(),
            self.tr("Lag tilbudet"),
            self.window(),
        )
        dialog.accepted.connect(self.make)
        dialog.open()
        return dialog

    def make(self) -> None:
        """Finish the offer."""
        if self._navigator.attempt(lambda: self._office.offers.make(self.draft())):
            words = done("offer.made")
            self._navigator.tell(self.tr("{}. Det ligger under «Brev»").format(words), undo=False)
            self._leave()

    def _leave(self) -> None:
        self._start = None
        self.desk.clear()
        self.left.emit()
