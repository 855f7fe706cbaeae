"""«Ny person»: typed, checked against who is there already, registered by one button."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import PersonId, Ref
from app.core.national_id import parse_national_id
from app.core.text import Language
from app.office import Office
from app.overview.model import HitKind
from app.people.model import AddressProtection, Person
from ui.household.person_form import PersonForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.kept import KeptForm
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.labels import day, done
from ui.navigation import Navigator

_EMPTY = {"language": Language.NB, "protection": AddressProtection.NONE}


class NewPerson(QWidget):
    """The form. What is half typed is kept until it is registered or cleared."""

    registered = Signal(object)  # PersonId

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self.form = PersonForm(self.tr("Ny person"), office.clock.today, whole=True)
        self.register_button = Button(
            self.tr("Registrer person"),
            self.register,
            kind=ButtonKind.PRIMARY,
            icon=Icon.NEW,
            key=Key.FINISH.sequence,
        )
        header = PageHeader(
            self.tr("Ny person"),
            self.tr("Navn er nok til å begynne. Resten kan fylles ut senere."),
            primary=self.register_button,
            secondary=(Button(self.tr("Tøm skjemaet"), self.clear),),
            extra=(ProblemChip(self.form),),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(header)
        self.kept = KeptForm(self.form, "person.new", office.drafts, office.clock.now)
        frame.body().add(self.kept)
        outer.addWidget(frame)
        self.form.left.connect(self._left)
        self.form.changed.connect(lambda _name: self._tell_off())
        self.kept.begin(_EMPTY)
        self._tell_off()

    def begin(self) -> None:
        """Put the cursor in the first field."""
        self.form.field("given_name").control.setFocus()

    def clear(self) -> None:
        """An empty form; the draft is gone."""
        self.kept.forget(_EMPTY)
        self.form.warn()
        self._tell_off()
        self.begin()

    def _tell_off(self) -> None:
        """The primary is off until there is a name, and the subtitle has said so."""
        draft = self.form.draft()
        named = bool((draft.given_name + draft.family_name).strip())
        self.register_button.set_off("" if named else self.tr("Skriv minst ett navn først."))

    # who is there already

    def _left(self, name: str) -> None:
        if name in {"national_id", "given_name", "family_name", "birth_date"}:
            self.form.warn(*(self._callout(person, same) for person, same in self._alike()))
        if name == "national_id":
            self._suggest_birth()

    def _suggest_birth(self) -> None:
        field = self.form.field("national_id")
        if field.value() is None or self.form.field("birth_date").value() is not None:
            return
        born = parse_national_id(str(field.value())).birth_date
        self.form.set_values({"birth_date": born})

    def _alike(self) -> list[tuple[Person, bool]]:
        """Persons with this number, else with this name and no other day of birth."""
        people, draft = self._office.people, self.form.draft()
        if draft.national_id:
            owner = people.by_number(draft.national_id)
            if owner is not None:
                return [(people.get(owner), True)]
        name = f"{draft.given_name} {draft.family_name}".strip()
        if not (draft.given_name and draft.family_name):
            return []
        hits = self._office.search.find(name)
        found = [people.get(PersonId(h.ref.id)) for h in hits if h.kind is HitKind.PERSON]
        born = draft.birth_date
        return [(one, False) for one in found if born is None or one.birth_date in {None, born}]

    def _callout(self, person: Person, same_number: bool) -> Callout:
        number = person.national_id
        facts = (day(person.birth_date), number.mask() if number else "")
        told = " · ".join(fact for fact in facts if fact)
        what = (
            self.tr("Nummeret hører til {}, som er registrert fra før.")
            if same_number
            else self.tr("{} er registrert fra før. Er det samme person?")
        )
        open_it = Button(
            self.tr("Åpne {}").format(person.name),
            partial(self._navigator.open_ref, Ref("person", person.id)),
            size=ButtonSize.SMALL,
        )
        return Callout(ChipKind.SOON, what.format(person.name), told, open_it)

    # registering

    def register(self) -> None:
        """Take the person in, or say beside the fields what stops it."""
        self.form.show_problems(())
        if self.form.problem_count:
            self.form.jump_to_first()
            return
        try:
            person = self._office.people.register(self.form.draft())
        except Invalid as error:
            self.form.show_problems(error.problems)
            self.form.jump_to_first()
        except Conflict:
            self._left("national_id")
            self.form.field("national_id").control.setFocus()
        except OfficeError as error:
            self._navigator.failed.emit(error)
        else:
            self.clear()
            self.registered.emit(person)
            self._navigator.tell(done("person.registered"))
