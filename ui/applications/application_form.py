"""The form of one application: everything on one screen, problems beside their fields."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applications.model import (
    ApplicationDraft,
    ApplicationKind,
    Channel,
    ReferredBy,
    TargetGroup,
)
from app.core.errors import Problem
from app.core.ids import HouseholdId, PersonId
from app.core.text import plural
from app.office import Office
from app.people.model import AddressProtection, Household, Role
from ui.applications.members_part import MembersPart
from ui.applications.needs_field import NeedsField
from ui.applications.person_finder import PersonFinder, TypedName
from ui.applications.person_lines import add_lines, person_of, show_lines
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.field import Verdict
from ui.kit.fields import DateField, MultilineField, NumberField
from ui.kit.form import Form, is_typed_in
from ui.labels import problem, title_word, word

_OWN = ("received_on", "kind", "channel", "referred_by", "allocator", "group", "needs", "note",
        "present_housing", "reason", "wishes", "bedrooms", "accessible")  # fmt: skip


class ApplicationForm(Form):
    """One application. `whole` also asks who applies and who lives with them."""

    registrable = Signal()
    """Something that decides whether it can be registered has changed."""

    def __init__(self, office: Office, name: str, *, whole: bool) -> None:
        super().__init__(name, problem)
        self._office, self._whole = office, whole
        self._household: HouseholdId | None = None
        self._anew = False
        if whole:
            self._applicant()
        self._received()
        if whole:
            self._members()
        self._need()
        self._wanted()

    # building

    def _applicant(self) -> None:
        self.section(self.tr("Søker"))
        self.finder = PersonFinder(self._office)
        self.add_part(self.finder)
        self.finder.chosen.connect(lambda _person: self._person_chosen())
        self.finder.new_wanted.connect(self._begin_new)
        self.finder.cleared.connect(self._person_chosen)
        add_lines(self, self._office)
        self.show_new_person(shown=False)

    def _received(self) -> None:
        self.section(self.tr("Hva det søkes om"))
        referred = [(each, title_word(each)) for each in ReferredBy]
        self.line(
            DateField(
                "received_on",
                self.tr("Mottatt"),
                today=self._office.clock.today,
                hint=self.tr("Svarfristen regnes herfra."),
            ),
            ChoiceField(
                "channel", self.tr("Kom som"), [(each, title_word(each)) for each in Channel]
            ),
            ChoiceField("referred_by", self.tr("Henvist av"), referred),
        )
        lists = [(each.id, each.name) for each in self._office.dwellings.allocators()]
        allocator = ChoiceField("allocator", self.tr("Hvem tildeler"), lists, optional=True)
        kinds = [(each, title_word(each)) for each in ApplicationKind]
        kind = ChoiceField("kind", self.tr("Søknadstype"), kinds)
        self.line(*((kind, allocator) if self._whole else (allocator,)))

    def _members(self) -> None:
        self.section(self.tr("Husstand"))
        self.members = MembersPart(self._office)
        self._known_household = QWidget()
        box = QVBoxLayout(self._known_household)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(fonts.px(8))
        self.add_part(self._known_household)
        self.add_part(self.members)

    def _need(self) -> None:
        self.section(self.tr("Behov"))
        groups = [(each, title_word(each)) for each in TargetGroup]
        self.line(
            ChoiceField(
                "group",
                self.tr("Gruppe"),
                groups,
                optional=True,
                hint=self.tr("Avgjør plassen på ventelisten. Sier noe om situasjonen nå."),
            )
        )
        self.line(NeedsField("needs"))

    def _wanted(self) -> None:
        self.section(self.tr("Bolig"))
        self.line(
            MultilineField("present_housing", self.tr("Hvor bor de nå"), optional=True, lines=2),
            MultilineField("reason", self.tr("Hvorfor trengs bolig"), optional=True, lines=2),
        )
        self.line(
            NumberField("bedrooms", self.tr("Soverom"), most=30, optional=True, width=128),
            CheckField(
                "accessible",
                self.tr("Må være for rullestol"),
                hint=self.tr("Trinnfri, med plass til å snu."),
            ),
        )
        self.line(
            MultilineField("wishes", self.tr("Ønsker"), optional=True, lines=2),
            MultilineField("note", self.tr("Merknad"), optional=True, lines=2),
        )

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

    def _write_anew(self) -> None:
        self.write_household_anew()
        self.members.add()

    # values

    def clear_all(self) -> None:
        """An empty form with what most applications have."""
        self.set_values(dict.fromkeys(self.names))
        self.set_values(
            {
                "received_on": self._office.clock.today(),
                "channel": Channel.PAPER_FORM,
                "referred_by": ReferredBy.SELF,
                "kind": ApplicationKind.NEW,
                "protection": AddressProtection.NONE,
            }
        )
        self.finder.clear()
        self.members.clear()
        self._person_chosen()
        self.show_problems(())

    def show_draft(self, draft: ApplicationDraft) -> None:
        """Show what is registered, but for the field that is being typed in."""
        typing = {name for name in self.names if is_typed_in(self.field(name))}
        held = {name: getattr(draft, name) for name in _OWN if name in self.names}
        self.set_values({n: None if v == "" else v for n, v in held.items() if n not in typing})

    def draft(self, known: ApplicationDraft | None = None) -> ApplicationDraft:
        """What is typed, on top of what is known."""
        values = self.values()
        texts = ("present_housing", "reason", "wishes", "note")
        held = {n: values[n] or "" if n in texts else values[n] for n in _OWN if n in self.names}
        made = replace(known or ApplicationDraft(), **held)  # type: ignore[arg-type]  # each field gives its own type
        if not self._whole:
            return made
        language = self._office.settings.profile.language
        return replace(
            made,
            applicant=self.finder.person or (person_of(values, language) if self._new else None),
            household=self._household,
            others=() if self._household else self.members.members(),
        )

    @property
    def names_someone(self) -> bool:
        """Whether it is said who applies."""
        if self.finder.person is not None:
            return True
        return self._new and bool(
            self.field("given_name").value() or self.field("family_name").value()
        )

    @property
    def unreadable(self) -> bool:
        """Whether a field holds something that can not be read, and so can not be saved."""
        return any(self.field(name).reading() is not None for name in self.names)

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Each problem beside its field, also those about the people."""
        own = [
            replace(p, field=p.field.removeprefix("applicant."))
            for p in problems
            if not p.field.startswith("others")
        ]
        self.show_problems(own)
        if not self._whole:
            return
        self.members.told(problems)
        about = [p for p in problems if p.field == "applicant" or p.field == "others"]
        if about:
            self.finder.field.setVisible(self.finder.person is None)
            self.finder.field.show_verdict(Verdict.PROBLEM, problem(about[0]))
