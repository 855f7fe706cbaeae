"""«Ny bolig»: typed and registered by one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError
from app.dwellings.model import DwellingDraft
from app.office import Office
from ui.dwellings.form import DwellingForm
from ui.kit.buttons import Button, ButtonKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.kept import KeptForm
from ui.kit.page import Page as Frame
from ui.labels import done
from ui.navigation import Navigator


class NewDwelling(QWidget):
    """The form. What is half typed is kept until it is registered or cleared."""

    registered = Signal(object)  # DwellingId

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self.form = DwellingForm(self.tr("Ny bolig"), office.clock.today, whole=True)
        self.register_button = Button(
            self.tr("Registrer bolig"), self.register, kind=ButtonKind.PRIMARY, icon=Icon.NEW
        )
        header = PageHeader(
            self.tr("Ny bolig"),
            self.tr("Gatenavnet er nok til å begynne. Resten kan fylles ut senere."),
            primary=self.register_button,
            secondary=(Button(self.tr("Tøm skjemaet"), self.clear),),
            extra=(ProblemChip(self.form),),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(header)
        self.kept = KeptForm(self.form, "dwelling.new", office.drafts, office.clock.now)
        frame.body().add(self.kept)
        outer.addWidget(frame)
        self.form.changed.connect(lambda _name: self._tell_off())
        self.kept.begin(self._empty())
        self._tell_off()

    def begin(self) -> None:
        """Offer the owners and units there are, and put the cursor in the first field."""
        dwellings = self._office.dwellings
        self.form.suggest("owner_name", [owner.name for owner in dwellings.owners()])
        self.form.suggest("allocator", [who.name for who in dwellings.allocators()])
        self.form.field("street").control.setFocus()

    def _empty(self) -> dict[str, object]:
        """Vacant from today, in the office's own municipality."""
        profile = self._office.settings.profile
        empty = DwellingDraft(
            postal_code=profile.postal_code,
            postal_place=profile.postal_place,
            municipality_number=profile.municipality_number,
            status_since=self._office.clock.today(),
        )
        values = {name: getattr(empty, name) for name in self.form.names}
        return {name: None if value == "" else value for name, value in values.items()}

    def clear(self) -> None:
        """An empty form; the draft is gone."""
        self.kept.forget(self._empty())
        self._tell_off()
        self.begin()

    def _tell_off(self) -> None:
        """The primary is off until there is a street, and the subtitle has said so."""
        street = self.form.field("street").value()
        self.register_button.set_off("" if street else self.tr("Skriv gatenavnet først."))

    def register(self) -> None:
        """Take the dwelling in, or say beside the fields what stops it."""
        self.form.show_problems(())
        if self.form.problem_count:
            self.form.jump_to_first()
            return
        try:
            dwelling = self._office.dwellings.register(self.form.draft())
        except Invalid as error:
            self.form.show_problems(error.problems)
            self.form.jump_to_first()
        except OfficeError as error:
            self._navigator.failed.emit(error)
        else:
            self.clear()
            self.registered.emit(dwelling)
            self._navigator.tell(done("dwelling.registered"))
