"""One person's follow-up: parts beside each other, and letters made about it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import PersonId, Ref
from app.office import Office
from app.people.model import Person
from ui.followup.parts import DESKS, PARTS
from ui.followup.standing import standing_chips, standing_line
from ui.kit.buttons import Button, ButtonKind
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.labels import named
from ui.navigation import Navigator, PageId
from ui.parted_page import PartedPage


class PersonFollowupPage(PartedPage[Person]):
    """Shows the person a place names; its task opens a part, or begins a letter."""

    page_id = PageId.PERSON_FOLLOWUP
    specs = PARTS
    desks = DESKS

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Oppfølging av en person"))

    def nothing_chosen(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen person er valgt"),
            self.tr("Velg en i listen over dem som har oppfølging, eller blant personene."),
            primary=Button(
                self.tr("Til personene"),
                partial(self.navigator.open, PageId.PEOPLE),
                kind=ButtonKind.PRIMARY,
            ),
        )

    def canonical(self, ref: Ref) -> Ref:
        person = PersonId(ref.id)
        return Ref("person", self.office.people.get(person).merged_into or person)

    def subject_of(self, ref: Ref) -> Person:
        return self.office.people.get(PersonId(ref.id))

    def header_of(self, subject: Person) -> PageHeader:
        card = Button(
            self.tr("Til husstanden"),
            partial(self.navigator.open_ref, Ref("person", subject.id)),
            icon=Icon.PERSON,
        )
        return PageHeader(
            named(subject.name),
            standing_line(self.office, subject.id),
            chips=standing_chips(self.office, subject),
            secondary=(card,),
        )

    def parts_word(self) -> str:
        return self.tr("Del av oppfølgingen")
