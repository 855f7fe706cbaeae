"""The household page: one person and those around, a new person, or corrections."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import NotFound
from app.core.ids import HouseholdId, PersonId, Ref
from app.office import Office
from app.people.model import Address, Person
from ui.household.access import AccessDialog
from ui.household.card import PersonCard
from ui.household.correct import CorrectPerson
from ui.household.facts import living
from ui.household.join import JoinDialog
from ui.household.new_person import NewPerson
from ui.household.shield import ShieldDialog
from ui.household.verbs import Verbs
from ui.household.who import Verb
from ui.kit.buttons import Button, ButtonKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.labels import done
from ui.navigation import QUICK_NOTE, Navigator, Page, PageId, Place


class HouseholdPage(Page):
    """Shows the person a place names; «new» begins one, «correct» opens the form."""

    page_id = PageId.HOUSEHOLD
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Husstand"))
        self._person: PersonId | None = None
        self._nobody = EmptyState(
            self.tr("Ingen person er valgt"),
            self.tr("Velg en i listen over personer, eller registrer en ny."),
            primary=Button(
                self.tr("Ny person"), self._begin_new, kind=ButtonKind.PRIMARY, icon=Icon.NEW
            ),
            secondary=Button(self.tr("Til listen"), partial(navigator.open, PageId.PEOPLE)),
        )
        self._verbs = Verbs(office, navigator, self)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._nobody)

    # made when they are first seen

    @cached_property
    def card(self) -> PersonCard:
        """The view of the person shown."""
        made = PersonCard(self.office, self.navigator)
        made.wanted.connect(self.do)
        made.compare_wanted.connect(self._join)
        self._stack.addWidget(made)
        return made

    @cached_property
    def new(self) -> NewPerson:
        """The form of a new one."""
        made = NewPerson(self.office, self.navigator)
        made.registered.connect(lambda person: self.navigator.open_ref(Ref("person", person)))
        self._stack.addWidget(made)
        return made

    @cached_property
    def correct(self) -> CorrectPerson:
        """The form over what is known of the person shown."""
        made = CorrectPerson(self.office, self.navigator)
        made.finished.connect(lambda: self.navigator.back())
        self._stack.addWidget(made)
        return made

    # places

    def show_place(self, place: Place) -> None:
        if place.task == "new":
            self._begin_new()
            return
        person = self._person_of(place.ref)
        if person is not None:
            self._person = person
        if self._person is None:
            self._stack.setCurrentWidget(self._nobody)
            return
        self._stack.setCurrentWidget(self.correct if place.task == "correct" else self.card)
        self.reload()

    def _person_of(self, ref: Ref | None) -> PersonId | None:
        """The person a place names; a household's is its first member."""
        if ref is None:
            return None
        if ref.kind == "household":
            household = self.office.people.household(HouseholdId(ref.id))
            members = living(household, self.office.clock.today()) or household.members
            return members[0].person if members else None
        return self.office.people.get(PersonId(ref.id)).merged_into or PersonId(ref.id)

    def _begin_new(self) -> None:
        self._stack.setCurrentWidget(self.new)
        self.new.begin()

    def reload(self) -> None:
        if self._person is None:
            return
        try:
            self.card.show_person(self._person)
            view = self._stack.currentWidget()
            if isinstance(view, CorrectPerson):
                view.show_person(self._person)
        except NotFound:  # the registration was taken back
            self._person = None
            self._stack.setCurrentWidget(self._nobody)

    def about_to_leave(self) -> None:
        for place in range(self._stack.count()):
            view = self._stack.widget(place)
            if isinstance(view, CorrectPerson) and view is self._stack.currentWidget():
                view.save_typed()
            elif isinstance(view, NewPerson):
                view.kept.keep()
            elif isinstance(view, PersonCard):
                view.hide_address()

    # verbs

    def do(self, verb: Verb) -> None:
        """Open the dialog, or the form, of a verb on the person shown."""
        person, household = self.card.person, self.card.household
        if person is None:
            return
        verbs = self._verbs
        acts: dict[Verb, Callable[[], object]] = {
            Verb.CORRECT: lambda: self._correct(person),
            Verb.NEW_NUMBER: lambda: verbs.new_number(person),
            Verb.NEW_ADDRESS: lambda: verbs.new_address(person),
            Verb.SHOW_ADDRESS: lambda: verbs.show_address(
                person, self.card.protected_one(person) or person.id, self._show_address
            ),
            Verb.CONFIDENTIAL: lambda: verbs.confidential(person),
            Verb.LIFT: lambda: verbs.lift(person),
            Verb.SHIELD: lambda: ShieldDialog(self.office, person, self).open(),
            Verb.JOIN: lambda: self._join(None),
            Verb.NOTE: lambda: self.navigator.open(
                PageId.PERSON_FOLLOWUP, Ref("person", person.id), QUICK_NOTE
            ),
            Verb.FOUND: lambda: verbs.found(person),
            Verb.ACCESS: lambda: AccessDialog(self.office, self.navigator, person, self).open(),
            Verb.ACCOUNT: lambda: self.show_account(person),
        }
        if household is not None:
            acts[Verb.MOVE_IN] = lambda: verbs.move_in(household)
            acts[Verb.MOVE_OUT] = lambda: verbs.move_out(household, person.id)
        acts[verb]()

    def show_account(self, person: Person) -> DocumentDialog | None:
        """«Saksframstilling», to read and print; masked as the card is."""
        made: list[bytes] = []

        def make() -> None:
            paper = self.office.household_view.paper(person.id)
            made.append(self.office.letters.preview(paper))

        if not self.navigator.attempt(make):
            return None
        title = self.tr("Saksframstilling")
        words = self.tr("Til møtet. Arket lagres ikke. Makuler det etterpå.")
        dialog = DocumentDialog(title, words, [(title, made[0])], self)
        dialog.open()
        return dialog

    def _correct(self, person: Person) -> None:
        self.navigator.open(PageId.HOUSEHOLD, Ref("person", person.id), "correct")

    def _show_address(self, address: Address | None) -> None:
        self.card.shown = address
        self.reload()

    def _join(self, other: Person | None) -> None:
        if self.card.person is None:
            return
        told = partial(self.navigator.tell, done("person.joined"))
        JoinDialog(self.office, self.card.person, told, other, self).open()
