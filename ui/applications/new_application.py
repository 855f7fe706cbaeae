"""«Ny søknad»: one form, by keyboard, from the name to «Registrer søknad»."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.days import clock_time, day_and_month
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import PersonId
from app.office import Office
from ui.applications.application_form import ApplicationForm
from ui.applications.blank_form import BlankFormDialog
from ui.applications.half_typed import half_typed, put_back
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.kit.tab_order import stand_on
from ui.labels import done
from ui.navigation import Navigator

DRAFT = "application.new"
AT = "kept_at"


class NewApplication(QWidget):
    """The form. What is half typed is kept, also through a lock, until registered or cleared.

    One begun from a person's card has a draft of its own.
    """

    registered = Signal(object)  # ApplicationId

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._draft = DRAFT
        self._for: PersonId | None = None
        self._blank: dict[str, object] = {}
        self._kept: dict[str, object] = {}
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
            secondary=(
                Button(self.tr("Tomt skjema"), self.show_blank, icon=Icon.PRINT),
                Button(self.tr("Tøm skjemaet"), self.clear),
            ),
            extra=(ProblemChip(self.form),),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self._header)
        self._note = QVBoxLayout()
        note = QWidget()
        note.setLayout(self._note)
        self._note.setContentsMargins(0, 0, 0, 0)
        frame.body().add(note, self.form)
        outer.addWidget(frame)
        self.form.registrable.connect(self._tell_off)
        self.form.changed.connect(lambda _name: self._tell_off())
        self.form.left.connect(self._left)
        self._load()

    def begin(self, person: PersonId | None = None) -> None:
        """Go on with what is half typed, or with this person; the cursor where one types first."""
        draft = DRAFT if person is None else f"{DRAFT}:{person}"
        if draft != self._draft and (person is None or self.form.finder.person != person):
            self.keep()
            self._draft, self._for = draft, person
            self._load()
        if self.form.new_person:
            stand_on(self.form.field("family_name").control)
        elif self.form.finder.person is None:
            stand_on(self.form.finder.field.line)
        else:
            stand_on(self.form.field("received_on").control)

    def clear(self) -> None:
        """An empty form; the draft is gone."""
        self._office.drafts.drop(self._draft)
        self._load()
        self.begin(self._for)

    def show_blank(self) -> BlankFormDialog:
        """The paper form, to be printed for someone who fills it in by hand."""
        dialog = BlankFormDialog(self._office, self.window())
        dialog.open()
        return dialog

    # what is half typed

    def _load(self) -> None:
        """An empty form, and over it what was half typed."""
        self.form.clear_all()
        if self._for is not None:
            self.form.choose(self._for)
        self._blank = half_typed(self.form)
        kept = self._office.drafts.of(self._draft)
        at = kept.pop(AT, None)
        if isinstance(at, str):
            put_back(self.form, kept)
        self._kept = half_typed(self.form) if at else {}
        self._tell_draft(datetime.fromisoformat(at) if isinstance(at, str) else None)
        self._tell_off()

    def keep(self) -> None:
        """Keep what is half typed inside the register; an empty form is no draft."""
        typed = half_typed(self.form)
        if typed == self._blank:
            self._drop()
        elif typed != self._kept:
            now = self._office.clock.now()
            self._office.drafts.keep(self._draft, typed | {AT: now.isoformat()})
            self._kept = typed
            self._tell_draft(now)

    def _drop(self) -> None:
        if self._kept:
            self._office.drafts.drop(self._draft)
        self._kept = {}
        self._tell_draft(None)

    def forget(self) -> None:
        """«Skjerm» has emptied every draft: what is in sight goes too."""
        self._draft, self._for = DRAFT, None
        self._load()

    def _tell_draft(self, at: datetime | None) -> None:
        """«Utkast fra kl. 10.42»; the header has «Tøm skjemaet»."""
        clear(self._note)
        if at is None:
            return
        local = at.astimezone(self._office.clock.now().tzinfo)
        today = local.date() == self._office.clock.today()
        when = "" if today else f"{day_and_month(local.date())} "
        self._note.addWidget(
            Callout(
                ChipKind.INFO,
                self.tr("Utkast fra {}").format(f"{when}{clock_time(local.time())}"),
                self.tr("Fortsett der du slapp, eller tøm skjemaet for å begynne på nytt."),
            )
        )

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
        self.form.choose(person)
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
            application = self._office.registrations.register(self.form.registration())
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
            self._office.drafts.drop(self._draft)
            self._draft, self._for = DRAFT, None
            self._load()
            self.registered.emit(application)
            self._navigator.tell(done("application.registered"))
