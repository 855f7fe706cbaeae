"""«Ny søknad»: one form, by keyboard, from the name to «Registrer søknad»."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import PersonId
from app.office import Office
from ui.applications.application_form import ApplicationForm
from ui.kit.buttons import Button, ButtonKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.labels import done
from ui.navigation import Navigator


class NewApplication(QWidget):
    """The form. What is half typed stays until it is registered or cleared."""

    registered = Signal(object)  # ApplicationId

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self.form = ApplicationForm(office, self.tr("Ny søknad"), whole=True)
        self.register_button = Button(
            self.tr("Registrer søknad"),
            self.register,
            kind=ButtonKind.PRIMARY,
            icon=Icon.CHECK,
            key=Key.FINISH.sequence,
        )
        self._header = PageHeader(
            self.tr("Ny søknad"),
            primary=self.register_button,
            secondary=(Button(self.tr("Tøm skjemaet"), self.clear),),
            extra=(ProblemChip(self.form),),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self._header)
        frame.body().add(self.form)
        outer.addWidget(frame)
        self.form.registrable.connect(self._tell_off)
        self.form.changed.connect(lambda _name: self._tell_off())
        self.form.left.connect(self._left)
        self.form.clear_all()
        self._tell_off()

    def begin(self) -> None:
        """Put the cursor where one begins to type."""
        if self.form.finder.person is None:
            self.form.finder.field.line.setFocus()

    def clear(self) -> None:
        """An empty form."""
        self.form.clear_all()
        self._tell_off()
        self.begin()

    def _tell_off(self) -> None:
        """The primary is off until it is said who applies, and the subtitle says so."""
        ready = self.form.names_someone
        self.register_button.set_off("" if ready else self.tr("Skriv hvem som søker først."))
        self._header.set_subtitle(
            self.tr("Navn og mottatt dag er nok til å begynne. Resten kan fylles ut senere.")
            if ready
            else self.tr("Skriv hvem som søker først. Da kan søknaden registreres.")
        )

    def _left(self, name: str) -> None:
        """A number typed for a new person may be known already."""
        if name != "national_id":
            return
        number = self.form.field("national_id").value()
        owner = self._office.people.by_number(str(number)) if number else None
        if owner is not None:
            self._choose(owner)

    def _choose(self, person: PersonId) -> None:
        self.form.finder.choose(person)
        self.form.finder.chosen.emit(person)
        name = self.form.finder.name
        self._navigator.tell(
            self.tr("Nummeret hører til {}, som er valgt").format(name), undo=False
        )

    def register(self) -> None:
        """Take the application in, or say beside the fields what stops it."""
        if self.form.problem_count:
            self.form.jump_to_first()
            return
        try:
            application = self._office.applications.register(self.form.draft())
        except Invalid as error:
            self.form.tell(error.problems)
            self.form.jump_to_first()
        except Conflict as error:
            owner = error.facts.get("person")
            if error.code == "number_taken" and isinstance(owner, int):
                self._choose(PersonId(owner))
            else:
                self._navigator.failed.emit(error)
        except OfficeError as error:
            self._navigator.failed.emit(error)
        else:
            self.form.clear_all()
            self.registered.emit(application)
            self._navigator.tell(done("application.registered"))
