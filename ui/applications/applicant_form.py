"""Who applies and who lives with them, inside the form of an application."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applications.intake.registration.model import people_in_order
from app.core.ids import HouseholdId, PersonId
from app.core.text import plural
from app.office import Office
from app.people.model import Household, Role
from ui.applications.members_part import MembersPart
from ui.applications.person_finder import PersonFinder, TypedName
from ui.applications.person_lines import add_lines, show_lines
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.fold import FoldingForm
from ui.labels import problem, word

_APPLICANT = 0


class ApplicantForm(FoldingForm):
    """A form that can find or take in the applicant and the household."""

    registrable = Signal()
    """Something that decides whether it can be registered has changed."""
    people_changed = Signal()
    """Those whose incomes can be told are others, or are called otherwise."""

    def __init__(self, office: Office, name: str) -> None:
        super().__init__(name, problem)
        self._office = office
        self._household: HouseholdId | None = None
        self._anew = False
        self._new = False

    def _add_applicant(self) -> None:
        self.section(self.tr("Søker"))
        self.finder = PersonFinder(self._office)
        self.add_part(self.finder)
        self.finder.chosen.connect(lambda _person: self._person_chosen())
        self.finder.new_wanted.connect(self._begin_new)
        self.finder.cleared.connect(self._person_chosen)
        add_lines(self, self._office)
        self.show_new_person(shown=False)

    def _add_members(self) -> None:
        self.section(self.tr("Husstand"))
        self.members = MembersPart(self._office)
        self._known_household = QWidget()
        box = QVBoxLayout(self._known_household)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(fonts.px(8))
        self.add_part(self._known_household)
        self.add_part(self.members)
        self.members.changed.connect(self.people_changed)
        self.changed.connect(self._name_typed)

    def _name_typed(self, name: str) -> None:
        if name in {"given_name", "family_name"}:
            self.people_changed.emit()

    # who applies

    def show_new_person(self, *, shown: bool) -> None:
        """The fields of a person who is not in the register, or none of them."""
        show_lines(self, shown=shown)
        self._new = shown

    def choose(self, person: PersonId) -> None:
        """Stand on one who is in the register; NotFound when there is none."""
        self.finder.choose(person)
        self._person_chosen()

    def begin_new(self) -> None:
        """Stand on one who is new here, nothing typed yet."""
        self.finder.stand_on_new()
        self.show_new_person(shown=True)

    @property
    def new_person(self) -> bool:
        """Whether the fields of a new person are in sight."""
        return self._new

    @property
    def household_anew(self) -> bool:
        """Whether the household known from before is set aside."""
        return self._anew

    @property
    def names_someone(self) -> bool:
        """Whether it is said who applies."""
        if self.finder.person is not None:
            return True
        return self._new and bool(
            self.field("given_name").value() or self.field("family_name").value()
        )

    def _begin_new(self, typed: TypedName) -> None:
        self.show_new_person(shown=True)
        self.set_values(
            {
                "given_name": typed.given_name,
                "family_name": typed.family_name,
                "national_id": typed.national_id or None,
            }
        )
        first = "national_id" if typed.family_name else "given_name"
        self.field(first).control.setFocus()
        self.people_changed.emit()
        self.registrable.emit()

    def _person_chosen(self) -> None:
        person = self.finder.person
        self.show_new_person(shown=False)
        self.finder.field.clear_verdict()
        self._household = None
        self._anew = False
        box = self._known_household.layout()
        if box is not None:
            clear(box)
            known = self._office.people.household_of(person) if person is not None else None
            if known is not None and len(known.members) > 1:
                box.addWidget(self._household_callout(known))
                self._household = known.id
        self.members.setVisible(self._household is None)
        if person is not None:
            self.field("received_on").control.setFocus()
        self.people_changed.emit()
        self.registrable.emit()

    def _household_callout(self, known: Household) -> Callout:
        here = [member for member in known.members if member.until is None]
        names = [
            f"{member.name} ({word(member.role)})"
            for member in here
            if member.role is not Role.APPLICANT
        ]
        what = self.tr("Søkeren har en husstand fra før: {}.")
        return Callout(
            ChipKind.INFO,
            what.format(plural(len(here), "person", "personer")),
            ", ".join(names),
            Button(self.tr("Skriv husstanden på nytt"), self._write_anew, size=ButtonSize.SMALL),
        )

    def write_household_anew(self) -> None:
        """Set aside the household known from before."""
        self._household = None
        self._anew = True
        box = self._known_household.layout()
        if box is not None:
            clear(box)
        self.members.setVisible(True)
        self.people_changed.emit()

    def _write_anew(self) -> None:
        self.write_household_anew()
        self.members.add()

    # whose incomes can be told

    def household_people(self) -> list[tuple[object, str]]:
        """Keys and names: the applicant is 0, then places in a known household or line numbers."""
        if self._household is not None and self.finder.person is not None:
            known = self._office.people.household(self._household)
            names = {member.person: member.name for member in known.members}
            people = people_in_order(known, self.finder.person)
            return [(place, names.get(person, "")) for place, person in enumerate(people)]
        return [(_APPLICANT, self._applicant_name()), *self.members.names()]

    def _applicant_name(self) -> str:
        if self.finder.person is not None:
            return self.finder.name
        given, family = self.field("given_name").value(), self.field("family_name").value()
        typed = f"{given or ''} {family or ''}".strip() if self._new else ""
        return typed or self.tr("Søkeren")

    def place_of(self, key: object) -> int | None:
        """Which place in the household a key of `household_people` is."""
        if not isinstance(key, int) or self._household is not None or key == _APPLICANT:
            return key if isinstance(key, int) else None
        place = self.members.place_of(key)
        return None if place is None else place + 1
